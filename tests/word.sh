#!/bin/sh
# Scores the reader of Word documents on documents made from the United Nations' own markup, in six languages, with typed and with
# automatic numbers. Needs ../shared (scorer and corpus) and python3; prints a message if they are missing.
# Usage: tests/word.sh [EVERY [WORST]] - use one file in EVERY (default 6), and name the WORST files with the lowest scores (default 0).
set -eu
cd "$(dirname "$0")/.."
tools=../shared/tools
corpus=../shared/corpus/akn
[ -d "$corpus" ] || { echo "skipped: there is no $corpus"; exit 0; }
cargo build -q --profile fast --bin plenary
program=$PWD/target/fast/plenary
out=${TMPDIR:-/tmp}/plenary-word
every=${1:-6}
mkdir -p "$out"
for language in en fr es ru ar zh; do
    find "$corpus/ga80/$language" "$corpus/sc2024/$language" -name '*.xml' 2>/dev/null | sort |
        awk -v every="$every" 'NR % every == 1 || every == 1' > "$out/$language.list"
    for form in typed automatic; do
        into=$out/$language.$form
        option=$([ "$form" = automatic ] && echo --automatic || true)
        tr '\n' '\0' < "$out/$language.list" |
            xargs -0 python3 tests/tools/akn_docx.py $option --into "$into" > "$into.pairs" 2> "$into.log"
        echo "== $language $form"
        python3 "$tools/score_structure.py" --program "$program" --worst "${2:-0}" --pairs "$into.pairs" || true
    done
done
