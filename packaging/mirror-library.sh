#!/bin/sh
# Carries the library in one folder to another folder or host, so that its readers always find a whole one:
#     packaging/mirror-library.sh FOLDER DESTINATION          as rsync takes them: /srv/library, host:/srv/library
# The generations come first, and `current`, which says which of them is read, after them. What the destination has is not
# sent again, and files that generations have in common are sent once.
set -eu

if [ $# -ne 2 ]; then
    echo "usage: $0 FOLDER DESTINATION" >&2
    exit 2
fi
from=${1%/}
to=${2%/}

found=
for versioned in "$from"/[0-9]*; do
    [ -f "$versioned/current" ] || continue
    found=1
    version=${versioned##*/}
    # Read once: what is published meanwhile is for the next time.
    current=$(cat "$versioned/current")
    [ -d "$versioned/$current" ] || { echo "$versioned: current names no generation" >&2; exit 1; }
    # Hard links between generations are kept, so that files they share are sent once; `building` and `lock` are the
    # builder's.
    generations() {
        rsync -aH "$@" --include='/generation-*/' --include='/generation-*/**' --exclude='*' \
            "$versioned/" "$to/$version/"
    }
    generations --mkpath
    # rsync writes beside and renames, so a reader finds the old name or the new one.
    copy=$(mktemp)
    printf '%s\n' "$current" >"$copy"
    chmod 644 "$copy"
    # It is always as long as the one before, and may be of the same second.
    rsync -a --ignore-times "$copy" "$to/$version/current"
    rm -f "$copy"
    # What is gone here goes there too, but for the one that was just named: it may have been removed here meanwhile.
    generations --delete --filter="protect /$current/"
done
if [ -z "$found" ]; then
    echo "$from: there is no library in it" >&2
    exit 1
fi
if [ -f "$from/library.toml" ]; then
    rsync -a "$from/library.toml" "$to/library.toml"
fi
