#!/usr/bin/env bash
# Fuzzes the reader of a format, with limits of memory and time: fuzz/run.sh FORMAT [SECONDS]
#
# FORMAT is a name that --format-in takes, SECONDS is 1800 without it. Half the time goes to files of bytes (the target
# `read`), half to files that are built around what the fuzzer gives (the target `made`), for the formats that can be
# built. It needs a nightly toolchain and no cargo-fuzz. Files of this repository and all attacks on the format are the
# seeds; what is found is kept in fuzz/corpus, and what fails in fuzz/artifacts.
#
# Each input may take 64 MiB and 8 times its size, and ask for 128 MiB and 256 times its size in all, which the target
# counts itself (tests/mutations/cost.rs), and ten seconds of the processor. What the process may take in all is limited
# as well, and so is the time on the clock, because a target can only say so when the reader is done.
#
# To run one input again: PLENARY_FORMAT=FORMAT PROGRAM FILE, with the program that this prints. With PLENARY_SHOW=PATH
# as well, the target `made` writes the file that it builds to that path.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

format=${1:?"a format: fuzz/run.sh FORMAT [SECONDS]"}
seconds=${2:-1800}
export PLENARY_FORMAT=$format
target_dir=${CARGO_TARGET_DIR:-fuzz/target}
host=$(rustc +nightly -vV | sed -n 's/^host: //p')

# What cargo-fuzz sets, without the address sanitizer: there is no unsafe code here, and it would count memory twice.
export RUSTFLAGS="-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
-Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
-Cllvm-args=-sanitizer-coverage-trace-compares -Cllvm-args=-simplifycfg-branch-fold-threshold=0 --cfg fuzzing"
cargo +nightly build --release --manifest-path fuzz/Cargo.toml --target "$host" --target-dir "$target_dir"

# Runs a target for so many seconds. Inputs that are read fast are tried more often: some attacks take a thousand times
# as long as others.
fuzz() {
    local name=$1 seconds=$2
    local corpus=fuzz/corpus/$name-$format artifacts=fuzz/artifacts/$name-$format/
    local options=(-max_total_time="$seconds" -timeout=100 -rss_limit_mb=2048 -malloc_limit_mb=1024 -print_final_stats=1
        -use_value_profile=1 -entropic_scale_per_exec_time=1 -artifact_prefix="$artifacts")
    mkdir -p "$corpus" "$artifacts"
    if [[ $name == read ]]; then
        options+=(-dict="fuzz/dictionaries/$(dictionary)" -max_len=300000)
        PLENARY_SEEDS=$corpus
        export PLENARY_SEEDS
        seeds "$corpus"
    else
        options+=(-max_len=2000 -len_control=0)
        # Bytes to begin with, since without any nothing is built.
        for seed in 1 2 3 4 5 6 7 8; do
            head -c $((100 * seed)) fuzz/run.sh > "$corpus/$seed"
            head -c $((150 * seed)) /dev/urandom > "$corpus/random-$seed"
        done
    fi
    printf '\n== %s %s\n' "$target_dir/$host/release/$name" "$corpus ${options[*]}"
    # More address space than this is taken by a runaway only.
    (ulimit -v 6000000 2>/dev/null || true; exec "$target_dir/$host/release/$name" "$corpus" "${options[@]}")
}

# The dictionary of the format. The formats that are zip archives share one.
dictionary() {
    case $format in
    docx | odt | epub) echo zip.dict ;;
    *) echo "$format.dict" ;;
    esac
}

# Copies the files of the format in this repository.
seeds() {
    local endings=("$format") file
    case $format in
    akn) endings=(xml) ;;
    text) endings=(txt md) ;;
    html) endings=(html htm) ;;
    gzip) endings=(gz) ;;
    zstd) endings=(zst) ;;
    esac
    for ending in "${endings[@]}"; do
        for file in sample-docs/*."$ending" tests/files/*."$ending" tests/files/locked/*."$ending"; do
            if [[ -f $file ]]; then cp "$file" "$1"; fi
        done
    done
}

case $format in
pdf | zip | docx | odt | epub | html | akn | rtf)
    fuzz read $((seconds / 2))
    unset PLENARY_SEEDS
    fuzz made $((seconds / 2))
    ;;
*) fuzz read "$seconds" ;;
esac
