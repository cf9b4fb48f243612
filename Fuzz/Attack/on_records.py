"""Spoiled records under every command."""

import json

from mutations import RecordMutations
from records import table


def round(case):
    bench = case.bench
    profile, period, files = bench.county(case.random)
    mutations = RecordMutations(case.random, bench.kinds)
    spoiled, names = mutations.apply(files)
    steps = sorted({name.split()[0] for name in names})
    # What is slow or large by itself is the cause, whatever else was done.
    heavy = [step for step in steps if step in ("wide_header", "wide_row", "huge_field")]
    case.label = f" ({' + '.join(heavy or steps)})"
    records = case.folder(spoiled)
    for _ in range(3):
        outcome = case.run(case.on_records(records, profile, period))
        case.bulletins(outcome)
        counted(case, outcome, spoiled, mutations.lost)


def counted(case, outcome, files, lost):
    """No row is lost in silence."""
    if outcome.form != "json" or outcome.code not in (0, 2) or not outcome.out or outcome.command not in ("assess", "records check"):
        return
    try:
        result = json.loads(outcome.out)
    except ValueError:
        return
    refused = 0
    for entry in result.get("records", []):
        refused += entry.get("refused", 0)
        name = entry["file"]
        if name not in files or name in lost:
            continue
        rows = sum(any(row) for row in table(files[name])[1:])
        if entry["rows"] != rows:
            case.problem("rows of a file are lost", f"{name}: {entry['rows']} counted, {rows} there", outcome)
    if refused and outcome.code == 0:
        case.problem("rows are refused and it ends with 0", f"{refused} refused", outcome)
