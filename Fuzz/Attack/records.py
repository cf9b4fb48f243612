"""Folders of records: the kinds as the program declares them, values that fit them, and small counties made of these."""

import csv
import datetime
import io
import json
import os
import re

DIVISIONS = {"shanxi": "140622", "linfen": "141028", "chongqing": "500235"}
PERIODS = {"shanxi": "2023-08", "linfen": "2020-08", "chongqing": "2023-09"}


def words(profiles):
    """The words of each group, from the shared editions; enough YAML for how these are written."""
    groups, group = {}, None
    folder = os.path.join(profiles, "china")
    for name in sorted(os.listdir(folder)):
        inside = False
        for line in open(os.path.join(folder, name), encoding="utf-8"):
            if re.match(r"\S", line):
                inside = line.startswith("words:")
            elif inside and (found := re.match(r"  (\w+):\s*$", line)):
                group = groups.setdefault(found[1], [])
            elif inside and (found := re.match(r"    ([^\s:]+):", line)):
                group.append(found[1])
    return groups


class Kind:
    def __init__(self, declared):
        self.name, self.file = declared["kind"], declared["file"]
        # Those that the program works out itself stand in no file.
        self.columns = [column for column in declared["columns"] if not re.search(" over |^the days ", column["type"])]
        self.names = [column["name"] for column in self.columns]
        # The column with the identifier of the row itself, if it has one.
        self.own = next((column["name"] for column in self.columns if re.match(r"an identifier( \(|$)", column["type"])), None)

    def column(self, name):
        return next((column for column in self.columns if column["name"] == name), None)


class Kinds:
    def __init__(self, machine):
        declared = json.loads(machine.run(["records", "kinds", "--format", "json"]).out)
        self.all = [Kind(each) for each in declared]
        self.words = words(machine.profiles)

    def named(self, name):
        return next(kind for kind in self.all if kind.name == name or kind.file == name)


def table(data):
    """Rows of a file as lists of fields; bytes that are no text do not change how many there are."""
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig", "replace"), newline="")))


def field(text, is_quoted):
    return '"' + text.replace('"', '""') + '"' if is_quoted or any(each in text for each in ',"\r\n') else text


def written(rows, quoted=False, end="\n"):
    text = "".join(",".join(field(each, quoted) for each in row) + end for row in rows)
    return text.encode("utf-8", "surrogatepass")


def plain(data):
    """UTF-8 and LF, whatever a sample was written in."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("gb18030")
    return text.replace("\r\n", "\n").encode()


def read_folder(path):
    files = {}
    for name in sorted(os.listdir(path)):
        with open(os.path.join(path, name), "rb") as file:
            files[name] = file.read()
    return files


def write_folder(files, path):
    os.makedirs(path, exist_ok=True)
    for name, data in files.items():
        with open(os.path.join(path, name), "wb") as file:
            file.write(data)
    return path


class County:
    """A small county with rows of every kind. `month`: what it is about; `mark`: how its identifiers begin, so that they are only its own."""

    SUBJECTS = ("cadre", "team", "village", "unit", "household")

    def __init__(self, kinds, random, division="140622", month="2023-08", villages=4, cadres=6, days=14, mark=""):
        self.kinds, self.random, self.division, self.mark = kinds, random, division, mark
        self.first = datetime.date.fromisoformat(month + "-01")
        self.days, self.cadres = days, cadres
        self.ids = {"village": [f"{division}{100 + index % 2}{200 + index:03}" for index in range(villages)]}
        for kind in kinds.all:
            if kind.name not in self.ids:
                count = {"cadre": cadres, "posting": cadres, "team": villages, "unit": 3}.get(kind.name, 6)
                self.ids[kind.name] = [self.identifier(kind, index) for index in range(count)]
        self.files = {}
        for kind in kinds.all:
            self.files[kind.file] = written([kind.names, *self.rows(kind)])

    def identifier(self, kind, index):
        return f"{self.mark}{kind.name}-{index + 1:04}"

    def rows(self, kind):
        if kind.name == "coverage":
            return []
        if kind.name == "checkin":
            return [self.row(kind, cadre * 100 + day, subject=cadre, day=day) for cadre in range(self.cadres) for day in range(self.days)]
        return [self.row(kind, index) for index in range(len(self.ids[kind.name]))]

    def row(self, kind, index, subject=None, day=None, fixed=()):
        """A good row. `subject`: which one of those it may name, by number; left out, one after the other."""
        start = self.first + datetime.timedelta(days=self.random.randrange(10) if day is None else day)
        values, dates = [], 0
        for column in kind.columns:
            name, form = column["name"], column["type"]
            if name in dict(fixed):
                value = dict(fixed)[name]
            elif kind.name == "village" and name == kind.own:
                value = self.ids["village"][index] if index < len(self.ids["village"]) else f"{self.division}{100 + index // 900 % 900}{100 + index % 900:03}"
            elif name == kind.own:
                value = self.identifier(kind, index)
            else:
                value = self.value(kind, column, index if subject is None else subject, start + datetime.timedelta(days=dates))
                dates += form.startswith("a date")
            values.append(value)
        return values

    def value(self, kind, column, index, day):
        name, form, random = column["name"], column["type"], self.random
        special = self.special(kind, name, index, day)
        if special is not None:
            return special
        if found := re.match(r"an identifier of (\S+)\.csv|the identifier of a (\w+)$", form):
            target = next((each for each in self.kinds.all if each.file == f"{found[1]}.csv" or each.name == found[2]), None)
            ids = self.ids[target.name] if target else [""]
            return ids[index % len(ids)]
        if form.startswith("the identifier of a cadre"):
            ids = self.ids[self.SUBJECTS[index % len(self.SUBJECTS)]]
            return ids[index % len(ids)]
        if found := re.match(r"a word of '(\w+)'", form):
            return random.choice(self.kinds.words.get(found[1], ["other"]))
        if form.startswith("a date"):
            return day.isoformat()
        if form.startswith("a time"):
            return f"{day.isoformat()}T{random.choice(('12:10', '21:30', '08:00'))}:00+08:00"
        if form.startswith("a period"):
            return self.first.strftime("%Y-%m")
        if form.startswith("a year"):
            return str(self.first.year - 1)
        if form.startswith("true"):
            return random.choice(("true", "false"))
        if form.startswith("a whole"):
            return str(random.randrange(1, 9))
        if form.startswith("a number"):
            return str(random.randrange(1, 90))
        if form.startswith("a division"):
            return self.division
        return random.choice(("张三", "文字", "text")) if form == "text" else ""

    def special(self, kind, name, index, day):
        village = index % len(self.ids["village"])
        cadre_villages = self.ids["village"]
        match (kind.name, name):
            case (_, "lat"): return f"{36.1 + village / 100:.4f}"
            case (_, "lng"): return f"{112.1 + village / 100:.4f}"
            case (_, "datum"): return ""
            case (_, "radius_m"): return "1000"
            case ("cadre", "born"): return "1985-03-04"
            case ("posting", "from"): return (self.first - datetime.timedelta(days=400)).isoformat()
            case ("posting", "to"): return ""
            case ("posting", "team"): return self.ids["team"][village]
            case ("posting" | "team", "village"): return cadre_villages[village]
            case ("team", "batch"): return "第四批"
            case ("score" | "incident" | "poll", "subject") if index % 4 or kind.name == "score": return self.ids["cadre"][index % len(self.ids["cadre"])]
            case ("coverage", "kind"): return "checkin"
            case ("coverage", "team"): return ""
            case ("household", "labour"): return str(self.random.randrange(3))
            case ("household", "members"): return str(self.random.randrange(3, 9))
            case ("poll", "satisfied"): return "7"
            case ("poll", "asked"): return "9"
            case ("attestation", "provision"): return "SX23-01"
            case ("leave", "status"): return "approved"
            case ("leave", "returned"): return ""
            case ("score", "score"): return str(60 + index % 40)
            case ("annual_grade", "grade"): return "优秀"
        return None
