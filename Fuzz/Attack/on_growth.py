"""Every kind with n, 2n and 4n rows, spread and all about one subject: time grows with the rows, and memory stays small."""

from records import DIVISIONS, PERIODS, County, table, written

SHAPES = ("spread", "one subject", "nobody's", "bad values", "same row", "all distinct")
ROWS = 8_000


def rounds(bench):
    """What there is to measure, once each."""
    return [(kind.name, shape) for kind in bench.kinds.all for shape in SHAPES] + [("header", "empty"), ("header", "named"), ("cells", "one row")]


def round(case):
    every = rounds(case.bench)
    name, shape = every[case.number % len(every)]
    county = County(case.bench.kinds, case.random, DIVISIONS["shanxi"], PERIODS["shanxi"], days=5)
    if name == "coverage":
        county.files["coverage.csv"] = written([case.bench.kinds.named("coverage").names])
    commands = [["records", "check"], ["assess", "--period", PERIODS["shanxi"], "--format", case.random.choice(("text", "json", "html", "csv")), "--keep-going"]]
    if case.random.random() < 0.5:
        commands.append(["due", "--as-of", "2023-08-20", "--keep-going"])
    for command in commands:
        growth(case, name, shape, county, command)


def growth(case, name, shape, county, command):
    size, taken = ROWS, []
    what = f"{name}, {shape}: {command[0]}"
    base = cost(case, county.files, command)
    if base is None:
        return
    while len(taken) < 3:
        files = spoiled(case, county, name, shape, size * 2 ** len(taken))
        used = cost(case, files, command, f" ({what})")
        if used is None:
            return
        taken.append(used - base)
    # Too short to be told from noise: what is quadratic shows itself in larger files.
    if taken[2] < 0.25:
        return
    if taken[2] > 2.6 * taken[1] and taken[1] > 2.2 * taken[0] and taken[2] > 6 * taken[0]:
        case.problem(f"grows faster than its rows: {what}", " ".join(f"{size * 2 ** index} rows {used:.2f} s" for index, used in enumerate(taken)))


def cost(case, files, command, label=""):
    records = case.folder(files)
    case.label = label
    args = command[:2] + [records, "--profile", "shanxi"] if command[0] == "records" else [*command, "--records", records, "--profile", "shanxi"]
    runs = [case.run(args) for _ in (1, 2)]
    return None if any(run.hung for run in runs) else min(run.cpu for run in runs)


def spoiled(case, county, name, shape, count):
    files = dict(county.files)
    if name in ("header", "cells"):
        wide = ["" if shape == "empty" else f"c{index}" for index in range(count)]
        rows = table(files["loans.csv"])
        rows[0 if name == "header" else 1] += wide
        files["loans.csv"] = written(rows)
        return files
    kind = case.bench.kinds.named(name)
    rows = [kind.names]
    for index in range(count):
        subject = {"one subject": 0, "same row": 0}.get(shape, index)
        row = county.row(kind, index, subject=subject, day=index % 28)
        for place, column in enumerate(kind.columns):
            form = column["type"]
            if shape == "nobody's" and form.startswith(("an identifier of", "the identifier of")):
                row[place] = f"NOBODY{index}"
            elif shape == "bad values" and not form.startswith(("an identifier", "the identifier", "text")):
                row[place] = "?!"
            elif shape == "all distinct" and (form == "text" or form.endswith("or another")):
                row[place] = f"text{index}"
        rows.append(rows[1] if shape == "same row" and len(rows) > 1 else row)
    if name in ("cadre", "village", "team", "unit") and shape == "spread":
        rows[1:] = table(files[kind.file])[1:] + rows[len(table(files[kind.file])):]
    files[kind.file] = written(rows)
    return files
