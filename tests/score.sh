#!/bin/sh
# Scores the grammar on the United Nations' own markup of resolutions, printed as text in three styles and six languages.
# Runs two processes. Needs ../shared (tools and corpus) and python3; prints a message if they are missing. Usage: tests/score.sh [WORST]
set -eu
cd "$(dirname "$0")/.."
tools=../shared/tools
corpus=../shared/corpus/akn
[ -d "$corpus" ] || { echo "skipped: there is no $corpus"; exit 0; }
cargo build -q --profile fast --bin plenary
program=$PWD/target/fast/plenary
out=${TMPDIR:-/tmp}/plenary-score
mkdir -p "$out"
# Leaves out files that are not well-formed, and sorts those of the Security Council by the language that they declare.
python3 - "$tools" "$corpus" "$out" <<'PY'
import glob, os, sys
from xml.etree import ElementTree as ET
tools, corpus, out = sys.argv[1:]
sys.path.insert(0, tools)
from akn_truth import truth
codes = {"eng": "en", "fra": "fr", "spa": "es", "rus": "ru", "ara": "ar", "zho": "zh"}
lists = {code: [] for code in codes.values()}
for path in sorted(glob.glob(f"{corpus}/ga80/*/*.xml") + glob.glob(f"{corpus}/sc2024/**/*.xml", recursive=True)):
    try:
        language = codes.get(truth(path)["language"])
    except ET.ParseError:
        continue
    if language:
        lists[language].append(path)
for code, paths in lists.items():
    with open(f"{out}/{code}.list", "w") as file:
        file.write("".join(f"{path}\n" for path in paths))
PY
for language in en fr es ru ar zh; do
    for style in seed plain wrapped; do
        echo "$language $style"
    done
done | xargs -P 2 -L 1 sh -c '
    into=$1/$4.$5
    xargs python3 "$2/akn_print.py" --style "$5" --into "$into" < "$1/$4.list" > "$into.pairs"
    python3 "$2/score_structure.py" --program "$3" --worst '"${1:-0}"' --pairs "$into.pairs" > "$into.table" || true
    { echo "== $4 $5"; cat "$into.table"; }
' sh "$out" "$tools" "$program"
