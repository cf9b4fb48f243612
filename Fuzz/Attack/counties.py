"""Many small random counties in one folder: one run judges them all, and each is changed, compared and cut out by itself."""

import csv
import io
import itertools
import re
import zlib

from records import DIVISIONS, PERIODS, County

# Most folders hold many, since a run costs about as much for one; but a folder of one is what a county hands in.
SIZES = (1, 30, 40, 50, 60)
NAMING = ("an identifier", "the identifier", "a division")


class Counties:
    """`of`: by a county's code, its rows by file; `common`: rows of no single county, by how the codes of those that share them begin."""

    def __init__(self, kinds, profile):
        self.kinds, self.profile, self.period = kinds, profile, PERIODS[profile]
        self.of, self.common, self.columns = {}, {}, {}
        # The folder that was written last, and of which counties it is.
        self.written = [], {}
        self.marks = {}

    def tables(self, files):
        """The rows of each file, by their columns."""
        tables = {}
        for name, data in files.items():
            head, *rows = csv.reader(io.StringIO(data.decode(), newline=""))
            tables[name] = [dict(zip(head, row)) for row in rows]
            self.columns.setdefault(name, set()).update(head)
        return tables

    def put(self, code, files):
        """A county of which each row is its own."""
        self.of[code] = self.tables(files)

    def share_out(self, files):
        """The counties of a sample. Of each row it is told whose it is: by a code that begins with a county's, or by whom it names."""
        tables, users = self.tables(files), {}
        for row in tables["teams.csv"] + tables["postings.csv"]:
            for column in {"team", "cadre", "unit"} & row.keys():
                users.setdefault(row[column], set()).add(row["village"][:6])
        homes = {named: min(codes) for named, codes in users.items() if named and len(codes) == 1}
        codes = {row["village"][:6] for row in tables["villages.csv"]}
        self.of.update({code: {} for code in sorted(codes)})
        for kind in self.kinds.all:
            naming = [column["name"] for column in kind.columns if column["type"].startswith(NAMING)]
            for row in tables.get(kind.file, []):
                named = [each for column in naming for each in row.get(column, "").split(";")]
                home = next((home for each in named if (home := homes.get(each) or each[:6]) in codes), None)
                if home and kind.own:
                    homes[row[kind.own]] = home
                whose = self.of[home] if home else self.common.setdefault(shared(named), {})
                whose.setdefault(kind.file, []).append(row)

    def rows(self, code, name):
        return self.of[code].get(name, [])

    def files(self, codes, changes={}):
        """The folder of these counties. `changes`: by code, the rows of files that are others."""
        if self.written[0] != codes:
            self.written = codes, {name: self.file(name, codes, {}) for name in self.columns}
        changed = {name for code in codes for name in changes.get(code, {})}
        return {**self.written[1], **{name: self.file(name, codes, changes) for name in changed}}

    def file(self, name, codes, changes):
        parts = [tables.get(name, []) for start, tables in self.common.items() if any(code.startswith(start) for code in codes)]
        parts += [changes.get(code, {}).get(name, self.rows(code, name)) for code in codes]
        return self.table(name, itertools.chain(*parts))

    def table(self, name, rows):
        columns = [column for column in self.kinds.named(name).names if column in self.columns[name]]
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows([row.get(column, "") for column in columns] for row in rows)
        return text.getvalue().encode()

    def fingerprint(self, code, changes):
        """Two counties of one fingerprint, with what is changed in them, are one case."""
        if code not in self.marks:
            self.marks[code] = zlib.crc32(repr((self.profile, self.of[code])).encode())
        return zlib.crc32(repr(changes.get(code)).encode(), self.marks[code])


def shared(named):
    """How the codes begin of the counties that share a row: a city's, a province's, or those of all when it is about a unit."""
    return next((re.sub("(00)+$", "", each) for each in named if re.fullmatch(r"\d{6}", each)), "")


def random_counties(case):
    """Some of a sample of the program's own, some with rows of every kind that it declares."""
    random = case.random
    profile, size = random.choice(sorted(DIVISIONS)), random.choice(SIZES)
    counties = Counties(case.bench.kinds, profile)
    made = sum(random.random() < 0.3 for _ in range(size))
    if size > made:
        counties.share_out(case.bench.sample(profile, cadres=(size - made) * random.choice((3, 3, 5)), seed=random.randrange(1 << 31), counties=size - made))
    for number in range(made):
        # Codes from the end of the city's; a sample takes those at the beginning.
        code = f"{DIVISIONS[profile][:4]}{99 - number}"
        counties.put(code, County(case.bench.kinds, random, code, counties.period, days=random.choice((14, 31)), mark=f"m{number}-").files)
        counties.of[code]["checkins.csv"] = [row for row in counties.rows(code, "checkins.csv") if random.random() < 0.8]
    return counties
