#!/usr/bin/env bash
# Begins the corpora of the targets with our own documents: fuzz/seeds.sh, then cargo +nightly fuzz run pdf
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
for target in text akn html pdf docx doc odt rtf packed; do
    mkdir -p "fuzz/corpus/$target"
done
for folder in sample-docs tests/files; do
    for file in "$folder"/*.*; do
        [[ -f $file ]] || continue
        case $file in
            *.txt | *.md) cp "$file" fuzz/corpus/text ;;
            *.xml) cp "$file" fuzz/corpus/akn ;;
            *.html) cp "$file" fuzz/corpus/html ;;
            *.zip | *.gz | *.zst) cp "$file" fuzz/corpus/packed ;;
            *.pdf | *.docx | *.doc | *.odt | *.rtf) cp "$file" "fuzz/corpus/${file##*.}" ;;
        esac
    done
done
