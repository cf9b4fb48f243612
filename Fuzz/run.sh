#!/bin/sh
# Fuzzes the loader of profiles: Fuzz/run.sh [runs] [more options of libFuzzer]
# New inputs are kept in the build folder; the seeds in Fuzz/corpus are only read.
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
build=${FUZZ_BUILD:-$root/.build/fuzz}
runs=${1:-100000}
[ $# -gt 0 ] && shift

mkdir -p "$build/found"
common="-swift-version 6 -O -sanitize=fuzzer,address -parse-as-library -I $root/Sources/CLibYAML -I $build"

for module in Messages PolicyYAML; do
    # shellcheck disable=SC2086
    swiftc $common -enable-upcoming-feature InternalImportsByDefault -enable-upcoming-feature MemberImportVisibility -package-name zhucun \
        -module-name "$module" -emit-module -emit-module-path "$build/$module.swiftmodule" \
        -emit-object -wmo -o "$build/$module.o" "$root"/Sources/"$module"/*.swift
done
# shellcheck disable=SC2086
swiftc $common -module-name ProfileLoader -o "$build/profile-loader" \
    -package-name zhucun "$root"/Fuzz/ProfileLoader/*.swift "$build/Messages.o" "$build/PolicyYAML.o" -lyaml

exec "$build/profile-loader" -runs="$runs" -max_len=512 -timeout=10 -dict="$root/Fuzz/yaml.dict" \
    -artifact_prefix="$build/" "$@" "$build/found" "$root/Fuzz/corpus"
