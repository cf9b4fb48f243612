"""Every kind with n, 2n and 4n rows, spread and all about one subject: time grows with the rows, and memory stays small."""

from records import DIVISIONS, PERIODS, County, table, written

SHAPES = ("spread", "one subject", "nobody's", "bad values", "same row", "all distinct")
ROWS = 5_000


def rounds(bench):
    """What there is to measure, once each."""
    return [(kind.name, shape) for kind in bench.kinds.all for shape in SHAPES] + [("header", "empty"), ("header", "named"), ("cells", "one row")]


def round(case):
    every = rounds(case.bench)
    name, shape = every[case.number % len(every)]
    county = County(case.bench.kinds, case.random, DIVISIONS["shanxi"], PERIODS["shanxi"], days=5)
    folders = [case.folder(county.files, "base")]
    # Of each village, team and cadre there is much to say: fewer of them are as long a run.
    size = ROWS // 5 if name in ("village", "team", "cadre", "unit") else ROWS
    folders += [case.folder(spoiled(case, county, name, shape, size * 2 ** step), f"rows{size * 2 ** step}") for step in range(3)]
    commands = [["records", "check"], ["assess", "--period", PERIODS["shanxi"], "--format", case.random.choice(("text", "json", "html", "csv")), "--keep-going"]]
    if case.random.random() < 0.5:
        commands.append(["due", "--as-of", "2023-08-20", "--keep-going"])
    for command in commands:
        case.label = f" ({name}, {shape})"
        # Twice, as a busy machine can make one look worse than it is.
        taken = growth(case, folders, command)
        if taken and is_steep(taken) and is_steep(again := growth(case, folders, command) or taken):
            seen = " ".join(f"{size * 2 ** step} rows {used:.2f} s" for step, used in enumerate(again))
            case.problem(f"grows faster than its rows ({name}, {shape}): {command[0]}", seen, case.run([*arguments(command, folders[1])]))


def growth(case, folders, command):
    """Seconds of work beyond those of the county alone, at n, 2n and 4n rows; None when one hangs."""
    runs = []
    for folder in folders:
        runs.append(case.run(arguments(command, folder)))
        if runs[-1].hung:
            return None
    return [run.cpu - runs[0].cpu for run in runs[1:]]


def is_steep(taken):
    # What is short cannot be told from noise; what is quadratic is not short at 4n.
    return taken[2] > 0.25 and taken[2] > 2.6 * taken[1] and taken[2] > 6 * taken[0]


def arguments(command, folder):
    return [*command, folder, "--profile", "shanxi"] if command[0] == "records" else [*command, "--records", folder, "--profile", "shanxi"]


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
