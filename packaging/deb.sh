#!/bin/sh
# Makes a Debian package of a release build, with the manual page, the completions of three shells and the example of a
# restricted account. Needs cargo-deb (cargo install cargo-deb). What is packed is listed in Cargo.toml.
#
#   packaging/deb.sh [PROGRAM]          PROGRAM is a release build that is there already, also one of static.sh
set -eu

if [ $# -gt 0 ]; then set -- "$(realpath "$1")"; fi
cd "$(dirname "$0")/.."
# Cargo.toml names files in this folder.
export CARGO_TARGET_DIR="$PWD/target"
if [ $# -gt 0 ]; then
    mkdir -p target/release
    cp "$1" target/release/plenary
else
    cargo build --release --locked
fi
made=target/deb
mkdir -p "$made"
plenary=target/release/plenary
"$plenary" man > "$made/plenary.1"
"$plenary" completions bash > "$made/plenary.bash"
"$plenary" completions zsh > "$made/_plenary"
"$plenary" completions fish > "$made/plenary.fish"
# The first block of code of the page is the configuration of sshd.
awk '/^```/ { inside = !inside; if (!inside) exit; next } inside' docs/restricted.md |
    sed 's#/usr/local/bin/plenary#/usr/bin/plenary#' > "$made/reading.conf"
grep -q 'ForceCommand /usr/bin/plenary --restricted' "$made/reading.conf"
cargo deb --no-build --locked
