#!/bin/sh
# Scores the reader of PDF on the UN's own files, and holds its processor time against pdftotext's on the same files in the
# same run. It needs ../shared (scorer and corpus), python3 and pdftotext, and says so where they are absent.
# Usage: tests/pdf.sh [EVERY [WORST]] - every so manieth file is timed (4), so many of the worst files are named (5).
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
