#!/usr/bin/env bash
# Fills the fuzzing corpus of each file ending with the documents of this repository. Run fuzz/seeds.sh, then
# PLENARY_FORMAT=pdf cargo +nightly fuzz run read fuzz/corpus/pdf
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
for file in sample-docs/*.* tests/files/*.*; do
    [[ -f $file ]] || continue
    mkdir -p "fuzz/corpus/${file##*.}"
    cp "$file" "fuzz/corpus/${file##*.}"
done
