#!/bin/sh
# Makes a Debian package of a release build, with the manual page, the completions of three shells and the example of a
# restricted account. Needs cargo-deb (cargo install cargo-deb). What is packed is listed in Cargo.toml.
set -eu

cd "$(dirname "$0")/.."
cargo build --release --locked
made=target/deb
mkdir -p "$made"
plenary=target/release/plenary
"$plenary" man > "$made/plenary.1"
"$plenary" completions bash > "$made/plenary.bash"
"$plenary" completions zsh > "$made/_plenary"
"$plenary" completions fish > "$made/plenary.fish"
# The first block of code of the page is the configuration of sshd.
awk '/^```/ { inside = !inside; if (!inside) exit; next } inside' docs/restricted.md > "$made/reading.conf"
grep -q ForceCommand "$made/reading.conf"
cargo deb --no-build --locked
