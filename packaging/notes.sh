#!/bin/sh
# Writes the notes of a release: the newest section of CHANGELOG.md, or that of a version, without its heading.
#
#   packaging/notes.sh [VERSION]        gh release create v1.2.3 --notes-file - < notes, or as the body of a tag
set -eu

cd "$(dirname "$0")/.."
notes=$(awk -v wanted="${1:-}" '
    /^## / { if (inside) exit; inside = wanted == "" || $2 == wanted; next }
    inside
' CHANGELOG.md)
if [ -z "$notes" ]; then
    echo "packaging/notes.sh: CHANGELOG.md has no section ${1:-at all}" >&2
    exit 1
fi
printf '%s\n' "$notes" | sed '/./,$!d'
