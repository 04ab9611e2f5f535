#!/bin/sh
# Scores the PDF reader on the United Nations' own files, and compares its CPU time with that of pdftotext on the same files.
# Needs ../shared (scorer and corpus), python3 and pdftotext; prints a message if any of them is missing.
# Usage: tests/pdf.sh [EVERY [WORST]] - time one file in EVERY (default 4), and name the WORST files with the lowest scores (default 5).
set -eu
cd "$(dirname "$0")/.."
corpus=../shared/corpus
[ -d "$corpus" ] || { echo "skipped: there is no $corpus"; exit 0; }
cargo build -q --profile fast --bin plenary
program=$PWD/target/fast/plenary
pairs=${TMPDIR:-/tmp}/plenary-pdf.pairs
(cd "$corpus" && sed "s#[^	]*#$PWD/&#g" pdf.pairs) > "$pairs"
python3 ../shared/tools/score_structure.py --program "$program" --worst "${2:-5}" --pairs "$pairs" || true
command -v pdftotext > /dev/null || { echo "skipped: there is no pdftotext to compare with"; exit 0; }
cut -f1 "$pairs" | awk -v every="${1:-4}" 'NR % every == 1 || every == 1' | python3 -c '
import resource, statistics, subprocess, sys

def cost(command):
    def spent():
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        return used.ru_utime + used.ru_stime
    def once():
        before = spent()
        subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
        return spent() - before
    return statistics.median(once() for _ in range(5))

ratios = []
for name in sys.stdin.read().split("\n"):
    if name:
        ours, theirs = cost([sys.argv[1], "show", name]), cost(["pdftotext", name, "-"])
        ratios.append(ours / theirs)
print(f"processor time, plenary to pdftotext: median {statistics.median(ratios):.2f}, "
      f"from {min(ratios):.2f} to {max(ratios):.2f}, {len(ratios)} files")
' "$program"
