#!/bin/sh
# Times what users wait for: loading and checking a profile, assessing a county's quarter, a larger folder, peak memory.
# Needs hyperfine (Debian package) for the repeated runs; /usr/bin/time for memory.
set -eu
cd "$(dirname "$0")/.."
program=.build/release/zhucun
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
$program records sample --profile shanxi --cadres 300 --from 2023-07-01 --to 2023-09-30 --seed 7 --out "$scratch/county" > /dev/null
$program records sample --profile shanxi --cadres 3000 --from 2023-07-01 --to 2023-09-30 --seed 7 --out "$scratch/large" > /dev/null
hyperfine -N --warmup 2 --runs 10 \
    -n "start (plugin list)" "$program plugin list" \
    -n "profile check shanxi" "$program profile check shanxi" \
    -n "assess 300 cadres, a quarter" "$program assess --profile shanxi --period 2023-Q3 --records $scratch/county --out $scratch/out.txt" \
    -n "assess 300 cadres, one job, JSON" "$program assess --profile shanxi --period 2023-Q3 --records $scratch/county --jobs 1 --format json --out $scratch/out.json" \
    -n "assess 3000 cadres, a quarter" "$program assess --profile shanxi --period 2023-Q3 --records $scratch/large --out $scratch/out.txt"
if [ -x /usr/bin/time ]; then
    /usr/bin/time -f "3000 cadres: %M KiB resident at most" "$program" assess --profile shanxi --period 2023-Q3 --records "$scratch/large" --out "$scratch/out.txt"
fi
