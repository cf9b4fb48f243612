"""What must hold between two runs over a folder of random counties, each of which is a case of its own."""

import gc

from counties import random_counties
from on_forms import difference
from trials import Assessment, Difference, Trial, before_and_after, harsher, otherwise


def round(case):
    """Each property on the same counties, since these take as long to make as to judge."""
    counties = random_counties(case)
    # What a run says is a large tree without a circle, in which looking for circles takes longer than reading it.
    gc.disable()
    try:
        for name, property in PROPERTIES.items():
            property(case, counties).report(name)
    finally:
        gc.enable()


def maybe_as_of(case, counties):
    return case.random.choice(([], ["--as-of", counties.period + "-20"]))


def jobs(case, counties):
    pick = case.random.choice
    command = pick(("assess", "assess", "due"))
    options = ["--period", counties.period, "--format", pick(("text", "json", "csv", "html"))] if command == "assess" else [
        "--as-of", counties.period + "-20", "--format", pick(("text", "json", "ics"))]
    many = pick(("2", "3"))

    def look(trial, codes):
        records = trial.folder(counties.files(codes))
        one, two = (trial.run(command, records, *options, "--jobs", number) for number in ("1", many))
        if one.code != 0:
            trial.cases.clear()
            yield Difference(f"good records end with {one.code}", None, one.err[:300].decode("utf-8", "replace"), one)
        if (one.code, one.out, one.err) != (two.code, two.out, two.err):
            yield Difference("--jobs changes the bytes", None, difference(one, two), two)
    return Trial(case, counties, look)


def resume(case, counties):
    """Of each county some check-ins are known and the others added; besides, nothing is changed, or one thing."""
    random = case.random
    known, added, edited = [], [], {}
    for code in counties.of:
        rows = [(code, row) for row in counties.rows(code, "checkins.csv")]
        if random.random() < 0.5:
            rows.sort(key=lambda each: each[1]["time"])
        cut = random.randrange(len(rows) + 1)
        known, added = known + rows[:cut], added + rows[cut:]
    for rows in random.choice(([], [added], [known, added])):
        random.shuffle(rows)
    change = random.choice(("nothing",) * 14 + ("edited", "leaves", "postings", "villages", "period"))
    if change == "edited" and known:
        at = random.randrange(len(known))
        code, row = known[at]
        edited[at] = code, {**row, "cadre": random.choice(counties.rows(code, "cadres.csv"))["cadre"]}
    thinned = {}
    if change in ("leaves", "postings", "villages"):
        for code in counties.of:
            thinned[code] = {change + ".csv": [row for row in counties.rows(code, change + ".csv") if random.random() < 0.7]}
    period = counties.period + random.choice(("-H1", "-H2")) if change == "period" else counties.period
    options = ["--format", random.choice(("json", "text", "csv", "html")), *maybe_as_of(case, counties)]

    def look(trial, codes):
        def folder(checkins, changes, name):
            rows = (row for code, row in checkins if code in codes)
            return trial.folder({**counties.files(codes, changes), "checkins.csv": counties.table("checkins.csv", rows)}, name)
        taken = case.path("taken")
        first = trial.run("assess", folder(known, {}, "early"), *options, "--period", counties.period, "--snapshot", taken)
        late = folder([edited.get(at, each) for at, each in enumerate(known)] + added, thinned, "records")
        whole = trial.run("assess", late, *options, "--period", period)
        if first.code:
            trial.cases.clear()
            yield Difference(f"good records end with {first.code}", None, first.err[:300].decode("utf-8", "replace"), first)
            return
        if whole.code:
            trial.cases.clear()
        resumed = trial.run("assess", late, *options, "--period", period, "--resume", taken)
        if resumed.code == 4 and b"S90" in resumed.err:
            trial.cases.clear()
            if change == "nothing":
                yield Difference("--resume is refused though rows were only added", None, resumed.err[:300].decode("utf-8", "replace"), resumed)
        elif (whole.code, whole.out) != (resumed.code, resumed.out):
            yield Difference(f"--resume finds something else than a whole run (changed: {change})", None, difference(whole, resumed), resumed)
    # Which were known makes a county another case.
    return Trial(case, counties, look, {code: [row for whose, row in known if whose == code] for code in counties.of})


def filters(case, counties):
    """One filter or two, out of what the whole run found; a county of which something is left is a case."""
    chosen = case.random.sample(("--provision", "--kind", "--subject", "--verdict", "--section"), case.random.choice((1, 1, 2)))
    drawn, asked = case.random.random(), {}
    # Sections are judged besides the provisions that are named.
    adding = [name for name in chosen if name in ("--provision", "--section")]

    def values(key, outcome):
        return {"--provision": key[2], "--kind": key[0], "--subject": key[1], "--verdict": outcome["verdict"], "--section": key[2].split("/")[0]}

    def is_kept(key, outcome):
        fits = {name for name, value in values(key, outcome).items() if asked.get(name) == value}
        return (not adding or fits & set(adding)) and fits >= set(chosen) - set(adding)

    def look(trial, codes):
        whole = Assessment(trial, counties.files(codes), "--period", counties.period)
        if not asked:
            found = sorted(((key, outcome) for each in whole.of.values() for key, outcome in each.items()), key=str)
            asked.update({name: value for name, value in values(*found[int(drawn * len(found))]).items() if name in chosen})
        part = Assessment(trial, counties.files(codes), "--period", counties.period, *(word for name in chosen for word in (name, asked[name])))
        if part.run.code != 0:
            yield Difference(f"a filter ends with {part.run.code}: {' '.join(sorted(chosen))}", None, part.run.err[:300].decode("utf-8", "replace"), part.run)
            return
        for code, all_of_it in whole.of.items():
            expected = {key: outcome for key, outcome in all_of_it.items() if is_kept(key, outcome)}
            # Naming a provision lists those, too, that it does not apply to.
            found = {key: outcome for key, outcome in part.of.get(code, {}).items() if key in all_of_it or outcome["verdict"] != "not_applicable"}
            if not expected:
                trial.cases.discard(code)
            for _, seen in otherwise(expected, found):
                yield Difference(f"a filter finds something else: {' '.join(sorted(chosen))}", code, seen, part.run)
    return Trial(case, counties, look)


def present(case, counties):
    """A day on post more, where the team's month is kept anyway."""
    changes, whose = {}, {}
    for code in counties.of:
        if rows := present_day(case.random, counties, code):
            changes[code] = {"checkins.csv": counties.rows(code, "checkins.csv") + rows}
            whose[code] = rows[0]

    def compare(code, before, after):
        for what, key, seen in harsher(before, after):
            if code in whose and key[1] == whose[code]["cadre"]:
                yield f"an added present day {what}: {key[2]}, was {before.get(key, {}).get('verdict')}", f"{whose[code]['cadre']} {whose[code]['time'][:10]}: {seen}"
    return before_and_after(case, counties, changes, compare, ["--period", counties.period, *maybe_as_of(case, counties)])


def present_day(random, counties, code):
    """Check-ins of a cadre at the village at three times of a day, or none when there is no such day."""
    rows = counties.rows(code, "checkins.csv")
    if not rows:
        return []
    model = random.choice(rows)
    month, cadre = model["time"][:7], model["cadre"]

    def is_posted(posting, day):
        return posting["cadre"] == cadre and posting["from"] <= day and (not posting["to"] or posting["to"] >= day)

    mine = [posting for posting in counties.rows(code, "postings.csv") if is_posted(posting, model["time"][:10])]
    # Within the month that the team has a check-in of this source in, and not at the edges of what was kept.
    days = [day for day in sorted({row["time"][:10] for row in rows})[1:-1] if day[:7] == month and len(mine) == 1 and is_posted(mine[0], day)]
    village = next((row for row in counties.rows(code, "villages.csv") if mine and row["village"] == mine[0]["village"]), None)
    if not days or not village:
        return []
    day = random.choice(days)
    place = {"lat": village["lat"], "lng": village["lng"], "accuracy_m": "5"}
    return [{**model, **place, "time": f"{day}T{time}:00+08:00"} for time in ("08:00", "12:00", "21:30")]


WORLD = {"cadres.csv", "postings.csv", "villages.csv", "teams.csv", "units.csv", "coverage.csv"}


def removed_file(case, counties):
    name = case.random.choice(sorted(counties.columns.keys() - WORLD) + ["checkins.csv", "leaves.csv", "incidents.csv", "activities.csv"])
    asked = case.random.choice((counties.period, counties.period[:4] + "-Q3", counties.period[:4]))
    options = maybe_as_of(case, counties) if asked == counties.period else []

    def compare(code, before, after):
        for what, key, seen in harsher(before, after):
            yield f"without {name} it {what}: {counties.profile} {key[2]}", seen
    changes = {code: {name: []} for code in counties.of if counties.rows(code, name)}
    return before_and_after(case, counties, changes, compare, ["--period", asked, "--keep-going", *options], without=name)


def removed_month(case, counties):
    """A team's month of check-ins is not handed in."""
    changes, members = {}, {}
    for code in counties.of:
        rows, postings = counties.rows(code, "checkins.csv"), [row for row in counties.rows(code, "postings.csv") if row["team"]]
        if rows and postings:
            team = case.random.choice(sorted({row["team"] for row in postings}))
            month = case.random.choice(sorted({row["time"][:7] for row in rows}))
            those = {row["cadre"] for row in postings if row["team"] == team}
            left = [row for row in rows if row["cadre"] not in those or row["time"][:7] != month]
            if left != rows:
                changes[code] = {"checkins.csv": left}
                members[code] = {team, *those}

    def compare(code, before, after):
        for what, key, seen in harsher(before, after):
            mine = key[1] in members.get(code, ())
            # Whoever is ranked against fewer may stand lower; that is no proposal from a gap.
            if mine or not key[2].startswith(("ranking/", "grading/")):
                yield f"without a team's month it {what} {'of the team' if mine else 'of others'}: {counties.profile} {key[2]}", f"{sorted(members.get(code, ()))} {seen}"
    return before_and_after(case, counties, changes, compare, ["--period", counties.period])


HAPPENED = {"checkins.csv": "time", "incidents.csv": "date", "activities.csv": "date", "polls.csv": "date"}


def later(case, counties):
    """As of a day, what happened after it is not known."""
    day = f"{counties.period}-{case.random.randrange(2, 28):02}"
    changes, names = {}, {}
    for code in counties.of:
        left = {name: [row for row in counties.rows(code, name) if row[column][:10] <= day] for name, column in HAPPENED.items()}
        if shorter := [name for name in HAPPENED if left[name] != counties.rows(code, name)]:
            names[code] = case.random.choice(shorter)
            changes[code] = {names[code]: left[names[code]]}

    def compare(code, before, after):
        for section, seen in otherwise(before, after):
            yield f"as of a day, {names.get(code, 'records')} of later days change: {section}", f"as of {day}, {seen}"
    return before_and_after(case, counties, changes, compare, ["--period", counties.period, "--as-of", day])


TOLD = ("incidents.csv", "scores.csv", "annual_grades.csv", "polls.csv", "attestations.csv", "checkins.csv")


def twice(case, counties):
    """The same fact told twice, under another number, is one."""
    changes, told = {}, {}
    for code in counties.of:
        name = case.random.choice([name for name in TOLD if counties.rows(code, name)] or [None])
        if name:
            row, own = case.random.choice(counties.rows(code, name)), case.bench.kinds.named(name).own
            again = {**row, own: row[own] + "-again"} if own else row
            changes[code] = {name: counties.rows(code, name) + [again]}
            told[code] = name, again

    def compare(code, before, after):
        for section, seen in otherwise(before, after):
            name, again = told.get(code, ("records", ""))
            yield f"a row of {name} told twice changes: {section}", f"{again}: {seen}"
    return before_and_after(case, counties, changes, compare, ["--period", counties.period])


PROPERTIES = {
    "jobs": jobs, "resume": resume, "filters": filters, "present": present, "removed file": removed_file, "removed month": removed_month, "later": later, "twice": twice,
}
