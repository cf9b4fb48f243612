#!/bin/sh
# Times what users wait for: loading and checking a profile, its policy tests, assessing a county's quarter with all modules, a
# larger folder with a hundred thousand households, peak memory.
# Needs hyperfine (Debian package) for the repeated runs; /usr/bin/time for memory.
set -eu
cd "$(dirname "$0")/.."
program=.build/release/zhucun
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
$program records sample --profile shanxi --cadres 300 --from 2023-10-01 --to 2023-12-31 --seed 7 --out "$scratch/county" > /dev/null
$program records sample --profile shanxi --cadres 2000 --households 150 --from 2023-10-01 --to 2023-12-31 --seed 7 --out "$scratch/large" > /dev/null
hyperfine -N --warmup 2 --runs 10 \
    -n "start (plugin list)" "$program plugin list" \
    -n "profile check shanxi" "$program profile check shanxi" \
    -n "all policy tests" "$program profile test" \
    -n "assess 300 cadres, a quarter" "$program assess --profile shanxi --period 2023-Q4 --records $scratch/county --out $scratch/out.txt" \
    -n "assess 300 cadres, one job, JSON" "$program assess --profile shanxi --period 2023-Q4 --records $scratch/county --jobs 1 --format json --out $scratch/out.json" \
    -n "assess 2000 cadres, 100,000 households" "$program assess --profile shanxi --period 2023-Q4 --records $scratch/large --out $scratch/out.txt"
if [ -x /usr/bin/time ]; then
    /usr/bin/time -f "2000 cadres, 100,000 households: %M KiB resident at most" "$program" assess --profile shanxi --period 2023-Q4 --records "$scratch/large" --out "$scratch/out.txt"
fi
