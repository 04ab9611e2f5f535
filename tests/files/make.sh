#!/usr/bin/env bash
# Makes the files in this folder from sample-docs. Needs a release build of plenary (or its path as argument), Python, and LibreOffice as soffice.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
program="${1:-../../target/release/plenary}"
for name in A_RES_95_40.en A_RES_94_27.fr A_RES_94_44.ar A_RES_95_64.zh A_RES_95_71.ru; do
    "$program" export "../../sample-docs/$name.txt" -o "$name.xml"
    "$program" export "../../sample-docs/$name.txt" -o "$name.html"
done
python3 ../tools/akn_docx.py --into . ./*.xml
profile="$(mktemp -d)"
for ending in odt doc rtf pdf; do
    soffice --headless "-env:UserInstallation=file://$profile" --convert-to "$ending" --outdir . ./*.docx
done
rm -r "$profile"
rm -f A_RES_94_44.ar.pdf A_RES_95_40.en.pdf A_RES_95_64.zh.pdf
