#!/bin/sh
# Installs what the benchmark needs, compiles the floor and runs the suite; docs/performance.md says what is measured.
# SIZE=small|province|country, ROUNDS=5, SCRATCH=DIR (kept between runs), RESULTS=DIR (where the table goes too), STRICT=1, PARTS="…".
set -eu
cd "$(dirname "$0")/.."
scratch=${SCRATCH:-${TMPDIR:-/tmp}/zhucun-bench}
venv=$scratch/venv
baselines=Benchmarks/baselines
mkdir -p "$scratch"

missing=
python3 -c 'import venv, ensurepip' 2>/dev/null || missing="python3 python3-venv"
command -v gcc >/dev/null || missing="$missing gcc libc6-dev"
if [ -n "$missing" ]; then
    if [ "$(id -u)" = 0 ]; then sudo=; else sudo=sudo; fi
    # shellcheck disable=SC2086 — a list of packages
    { $sudo apt-get update -qq && $sudo apt-get install -y -qq $missing; } || echo "装不上 could not install: $missing" >&2
fi

if ! "$venv/bin/python" -c 'import duckdb, polars' 2>/dev/null; then
    { python3 -m venv "$venv" && "$venv/bin/pip" install -q --disable-pip-version-check --timeout 15 --retries 1 -r $baselines/requirements.txt; } ||
        echo "没有网络？DuckDB 和 Polars 这次不比 no network? DuckDB and Polars are left out this time" >&2
fi
if command -v gcc >/dev/null; then gcc -O3 -march=native -o "$scratch/attendance" $baselines/attendance.c; fi

# shellcheck disable=SC2086 — a list of parts
exec python3 Benchmarks/suite.py --program "${ZHUCUN:-.build/release/zhucun}" --scratch "$scratch" --size "${SIZE:-province}" \
    --rounds "${ROUNDS:-5}" ${RESULTS:+--results "$RESULTS"} ${STRICT:+--strict} ${PARTS:+--parts $PARTS}
