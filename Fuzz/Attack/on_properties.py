"""What must hold between two runs over random counties."""

import json

from on_forms import difference
from records import DIVISIONS, PERIODS, County, table, written


def round(case):
    name = case.random.choice(sorted(PROPERTIES))
    PROPERTIES[name](case)


class Assessment:
    """What a run says of everybody, by whom, which provision and when."""

    def __init__(self, case, files, profile, period, *options, name="records"):
        self.args = ["assess", "--records", case.folder(files, name), "--profile", profile, "--period", period, "--format", "json", *options]
        self.run = case.run(self.args)
        self.found = {}
        self.whole = None
        if self.run.code in (0, 2) and self.run.out:
            self.whole = json.loads(self.run.out)
            for county in self.whole["counties"]:
                for subject in county["subjects"]:
                    for outcome in subject["outcomes"]:
                        key = (subject["kind"], subject["id"], outcome["provision"], outcome["unit"], outcome.get("record"))
                        self.found[key] = outcome

    def actions(self, key):
        return {json.dumps(action, sort_keys=True, ensure_ascii=False) for action in self.found.get(key, {}).get("actions", []) if action["action"] not in ("verify", "核实")}

    def verdict(self, key):
        return self.found.get(key, {}).get("verdict")


def harsher(before, after, keys=None):
    """What the second holds against somebody and the first does not, as (what, key, seen)."""
    for key in after.found if keys is None else keys:
        if more := after.actions(key) - before.actions(key):
            yield "proposes", key, f"{key}: {sorted(more)}, was {before.verdict(key)}, is {after.verdict(key)}: {reasons(after, key)}"
        elif after.verdict(key) == "breached" != before.verdict(key):
            yield "breaches", key, f"{key}: was {before.verdict(key)} {before.found.get(key, {}).get('found')}, found {after.found[key]['found']}: {reasons(after, key)}"


def reasons(assessment, key):
    return "; ".join(reason["zh"] for reason in assessment.found[key].get("reasons", []))


def random_county(case, cadres=(3, 8)):
    profile = case.random.choice(sorted(DIVISIONS))
    if case.random.random() < 0.7:
        return profile, PERIODS[profile], case.bench.sample(profile, cadres=case.random.choice(cadres), seed=case.random.randrange(40))
    county = County(case.bench.kinds, case.random, DIVISIONS[profile], PERIODS[profile], days=case.random.choice((14, 31)))
    head, *rows = table(county.files["checkins.csv"])
    county.files["checkins.csv"] = written([head, *(row for row in rows if case.random.random() < 0.8)])
    return profile, PERIODS[profile], county.files


def jobs(case):
    profile = case.random.choice(sorted(DIVISIONS))
    files = case.bench.sample(profile, cadres=12, seed=case.random.randrange(10), counties=3 if profile != "linfen" else 2)
    args = [case.random.choice(("assess", "assess", "due")), "--profile", profile, "--records", case.folder(files)]
    args += ["--period", PERIODS[profile], "--format", case.random.choice(("text", "json", "csv", "html"))] if args[0] == "assess" else [
        "--as-of", PERIODS[profile] + "-20", "--format", case.random.choice(("text", "json", "ics"))]
    one, two = case.run([*args, "--jobs", "1"]), case.run([*args, "--jobs", case.random.choice(("2", "3"))])
    if (one.code, one.out, one.err) != (two.code, two.out, two.err):
        case.problem("--jobs changes the bytes", "", two)


def resume(case):
    profile, period, files = random_county(case)
    is_large = case.random.random() < 0.15
    if is_large:
        files = case.bench.sample(profile, cadres=40, seed=case.random.randrange(3))
    head, *rows = table(files["checkins.csv"])
    if case.random.random() < 0.5:
        rows.sort(key=lambda row: row[head.index("time")])
    cut = case.random.randrange(1, len(rows) + 1)
    early = {**files, "checkins.csv": written([head, *rows[:cut]])}
    change = case.random.choice(("nothing", "nothing", "edited", "leaves", "postings", "villages", "coverage", "period"))
    late = {**files, "checkins.csv": written([head, *rows])}
    asked = period
    if change == "edited":
        row = case.random.choice(rows[:cut])
        row[head.index("cadre")] = case.random.choice(rows)[head.index("cadre")]
        late["checkins.csv"] = written([head, *rows])
    elif change == "period":
        asked = case.random.choice((period + "-H1", period + "-H2"))
    elif change != "nothing" and change + ".csv" in late:
        first, *others = table(late[change + ".csv"])
        late[change + ".csv"] = written([first, *(row for row in others if case.random.random() < 0.7)])
    else:
        change = "nothing"
    form = case.random.choice(("json", "text", "csv", "html"))
    common = ["--profile", profile, "--format", form, *case.random.choice(([], [], ["--as-of", period + "-20"]))]
    first = case.run(["assess", *common, "--period", period, "--records", case.folder(early, "early"), "--snapshot", case.path("taken")])
    records = case.folder(late, "records")
    if first.code:
        return
    whole = case.run(["assess", *common, "--period", asked, "--records", records])
    resumed = case.run(["assess", *common, "--period", asked, "--records", records, "--resume", case.path("taken")])
    if resumed.code == 4 and b"S90" in resumed.err:
        if change == "nothing":
            case.problem("--resume is refused though rows were only added", resumed.err[:300].decode("utf-8", "replace"), resumed)
        return
    if (whole.code, whole.out) != (resumed.code, resumed.out):
        case.problem(f"--resume finds something else than a whole run (changed: {change})", difference(whole, resumed), resumed)


def filters(case):
    profile, period, files = random_county(case)
    whole = Assessment(case, files, profile, period)
    if not whole.found:
        return
    kind, subject, provision, _, _ = case.random.choice(sorted(whole.found, key=str))
    verdict = case.random.choice(sorted({each["verdict"] for each in whole.found.values()}))
    asked = {
        "--provision": (provision, lambda key: key[2] == provision), "--kind": (kind, lambda key: key[0] == kind), "--subject": (subject, lambda key: key[1] == subject),
        "--verdict": (verdict, lambda key: whole.verdict(key) == verdict), "--section": (provision.split("/")[0], lambda key: key[2].startswith(provision.split("/")[0] + "/")),
    }
    chosen = case.random.sample(sorted(asked), case.random.choice((1, 1, 2)))
    part = Assessment(case, files, profile, period, *(word for name in chosen for word in (name, asked[name][0])))
    # Sections are judged besides the provisions that are named.
    added = [name for name in chosen if name in ("--provision", "--section")]
    expected = {
        key: value for key, value in whole.found.items()
        if (not added or any(asked[name][1](key) for name in added)) and all(asked[name][1](key) for name in chosen if name not in added)
    }
    if part.run.code != 0:
        case.problem(f"a filter ends with {part.run.code}: {' '.join(sorted(chosen))}", part.run.err[:300].decode("utf-8", "replace"), part.run)
        return
    # Naming a provision lists those, too, that it does not apply to.
    found = {key: value for key, value in part.found.items() if key in whole.found or value["verdict"] != "not_applicable"}
    if found != expected:
        wrong = sorted(str(key) for key in found.keys() ^ expected.keys()) or [f"{key}: {expected[key]} {found[key]}" for key in expected if expected[key] != found[key]]
        case.problem(f"a filter finds something else: {' '.join(sorted(chosen))}", f"{len(wrong)}: {wrong[0]}", part.run)


def present(case):
    """A day on post more, where the team's month is kept anyway."""
    profile, period, files = random_county(case)
    head, *rows = table(files["checkins.csv"])
    at = {name: head.index(name) for name in head}
    top, *postings = table(files["postings.csv"])
    cadre, village = top.index("cadre"), top.index("village")
    place = {row[table(files["villages.csv"])[0].index("village")]: row for row in table(files["villages.csv"])[1:]}
    if not rows or not postings:
        return
    model = case.random.choice(rows)
    mine = [row for row in postings if row[cadre] == model[at["cadre"]] and row[top.index("from")] <= model[at["time"]][:10] and (not row[top.index("to")] or row[top.index("to")] >= model[at["time"]][:10])]
    days = sorted({row[at["time"]][:10] for row in rows})
    # Within the month that the model's team has a check-in of this source in, and not at the edges of what was kept.
    candidates = [day for day in days[1:-1] if day[:7] == model[at["time"]][:7]]
    if len(mine) != 1 or not candidates or mine[0][village] not in place:
        return
    day, heads = case.random.choice(candidates), table(files["villages.csv"])[0]
    if not (mine[0][top.index("from")] <= day and (not mine[0][top.index("to")] or day <= mine[0][top.index("to")])):
        return
    where = place[mine[0][village]]
    added = []
    for time in ("08:00", "12:00", "21:30"):
        row = list(model)
        row[at["time"]] = f"{day}T{time}:00+08:00"
        row[at["lat"]], row[at["lng"]] = where[heads.index("lat")], where[heads.index("lng")]
        if "accuracy_m" in at:
            row[at["accuracy_m"]] = "5"
        added.append(row)
    options = case.random.choice(([], ["--as-of", period + "-20"]))
    before = Assessment(case, files, profile, period, *options)
    after = Assessment(case, {**files, "checkins.csv": written([head, *rows, *added])}, profile, period, *options, name="added")
    keys = [key for key in after.found if key[1] == model[at["cadre"]]]
    for what, key, seen in harsher(before, after, keys):
        case.problem(f"an added present day {what}: {key[2]}, was {before.verdict(key)}", f"{profile} {model[at['cadre']]} {day}: {seen}", after.run)


def removed_file(case):
    profile, period, files = random_county(case)
    world = {"cadres.csv", "postings.csv", "villages.csv", "teams.csv", "units.csv", "coverage.csv"}
    name = case.random.choice(sorted(files.keys() - world) + ["checkins.csv", "leaves.csv", "incidents.csv", "activities.csv"])
    rest = {other: data for other, data in files.items() if other != name}
    options = case.random.choice(([], ["--as-of", period + "-20"]))
    asked = case.random.choice((period, period[:4] + ("-Q3"), period[:4]))
    if options and asked != period:
        options = []
    before, after = Assessment(case, files, profile, asked, *options), Assessment(case, rest, profile, asked, *options, name="without")
    if not before.found:
        return
    for what, key, seen in harsher(before, after):
        case.problem(f"without {name} it {what}: {profile} {key[2]}", seen, after.run)


def removed_month(case):
    """A team's month of check-ins is not handed in."""
    profile, period, files = random_county(case, (5, 12))
    head, *rows = table(files["checkins.csv"])
    top, *postings = table(files["postings.csv"])
    teams = sorted({row[top.index("team")] for row in postings if row[top.index("team")]})
    if not teams:
        return
    team = case.random.choice(teams)
    members = {row[top.index("cadre")] for row in postings if row[top.index("team")] == team}
    months = sorted({row[head.index("time")][:7] for row in rows})
    month = case.random.choice(months) if months else period
    left = [row for row in rows if row[head.index("cadre")] not in members or row[head.index("time")][:7] != month]
    before = Assessment(case, files, profile, period)
    after = Assessment(case, {**files, "checkins.csv": written([head, *left])}, profile, period, name="without")
    for what, key, seen in harsher(before, after):
        mine = key[1] in members or key[1] == team
        # Whoever is ranked against fewer may stand lower; that is no proposal from a gap.
        if mine or not key[2].startswith(("ranking/", "grading/")):
            case.problem(f"without a team's month it {what} {'of the team' if mine else 'of others'}: {profile} {key[2]}", f"{team} {month}: {seen}", after.run)


HAPPENED = {"checkins.csv": "time", "incidents.csv": "date", "activities.csv": "date", "polls.csv": "date"}


def later(case):
    """As of a day, what happened after it is not known."""
    profile, period, files = random_county(case)
    day = f"{period}-{case.random.randrange(2, 28):02}"
    name = case.random.choice(sorted(HAPPENED))
    if name not in files:
        return
    head, *rows = table(files[name])
    at = head.index(HAPPENED[name])
    without = {**files, name: written([head, *(row for row in rows if row[at][:10] <= day)])}
    before, after = Assessment(case, files, profile, period, "--as-of", day), Assessment(case, without, profile, period, "--as-of", day, name="until")
    if before.run.code != after.run.code or before.found != after.found:
        wrong = [key for key in before.found.keys() | after.found.keys() if before.found.get(key) != after.found.get(key)]
        seen = f"as of {day}: exit {before.run.code} {after.run.code}, {len(wrong)} differ"
        if wrong:
            key = min(wrong, key=str)
            seen += f", {key}: {before.found.get(key, {}).get('verdict')} {before.found.get(key, {}).get('found')} | {after.found.get(key, {}).get('verdict')} {after.found.get(key, {}).get('found')}"
        case.problem(f"as of a day, {name} of later days change: {wrong and min(wrong, key=str)[2].split('/')[0]}", seen, after.run)


TOLD = ("incidents.csv", "scores.csv", "annual_grades.csv", "polls.csv", "attestations.csv", "checkins.csv")


def twice(case):
    """The same fact told twice, under another number, is one."""
    profile, period, files = random_county(case)
    name = case.random.choice([name for name in TOLD if name in files])
    kind = case.bench.kinds.named(name)
    head, *rows = table(files[name])
    if not rows:
        return
    row = list(case.random.choice(rows))
    for index, column in enumerate(head):
        if kind.column(column) and kind.column(column)["type"] == "an identifier":
            row[index] += "-again"
    before = Assessment(case, files, profile, period)
    after = Assessment(case, {**files, name: written([head, *rows, row])}, profile, period, name="twice")
    if before.found and after.found and before.found != after.found:
        key = min((key for key in before.found.keys() | after.found.keys() if before.found.get(key) != after.found.get(key)), key=str)
        case.problem(f"a row of {name} told twice changes: {key[2].split('/')[0]}", f"{key}: {before.found.get(key)} | {after.found.get(key)}", after.run)


PROPERTIES = {
    "jobs": jobs, "resume": resume, "filters": filters, "present": present, "removed file": removed_file, "removed month": removed_month, "later": later, "twice": twice,
}
