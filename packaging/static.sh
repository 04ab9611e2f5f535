#!/bin/sh
# Builds one file for a host: a binary without shared libraries, for any Linux of the same architecture.
#
#   packaging/static.sh [FOLDER]        writes FOLDER/plenary (default: target/static)
#
# With the C library of the toolchain's own target (glibc) the binary holds what it needs of it: 14 MB on x86_64. The parts
# of glibc that a static binary cannot do are left alone: plenary resolves no names of hosts, and this build looks up no
# user, so that without HOME it keeps nothing (src/library.rs). Where the toolchain has the musl target (rustup target add
# ARCHITECTURE-unknown-linux-musl), that is taken.
set -eu

cd "$(dirname "$0")/.."
out=${1:-target/static}
host=$(rustc -vV | sed -n 's/^host: //p')
architecture=${host%%-*}
target=$host
libraries=$(rustc --print sysroot)/lib/rustlib
if [ -d "$libraries/$architecture-unknown-linux-musl" ]; then
    target=$architecture-unknown-linux-musl
fi

# A target that is named keeps the flag from build scripts and macros, which must be dynamic.
RUSTFLAGS="${RUSTFLAGS:-} -C target-feature=+crt-static" \
    cargo build --release --locked --target "$target" --target-dir "$out/build"

cp "$out/build/$target/release/plenary" "$out/plenary"
if ldd "$out/plenary" 2>/dev/null | grep -q '=>'; then
    echo "packaging/static.sh: $out/plenary still needs shared libraries" >&2
    exit 1
fi
"$out/plenary" --version
ls -l "$out/plenary"
