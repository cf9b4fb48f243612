"""Test profiles: as much of YAML as Profiles/ and the calendars use, and which provision is in force on a day."""
import os
import re
from bisect import bisect_right
from fractions import Fraction

import civil


def scalar(text):
    text = text.strip()
    if text[:1] == '"':
        return text[1:-1]
    return {"true": True, "false": False}.get(text, text)


def flow(text, at=0):
    """A value written on one line: (value, position behind it)."""
    def skip(i):
        while i < len(text) and text[i] == " ":
            i += 1
        return i
    at = skip(at)
    if text[at] in "[{":
        close = "]" if text[at] == "[" else "}"
        out = [] if close == "]" else {}
        at = skip(at + 1)
        while text[at] != close:
            if close == "}":
                end = text.index(":", at)
                key = scalar(text[at:end])
                out[key], at = flow(text, end + 1)
            else:
                value, at = flow(text, at)
                out.append(value)
            at = skip(at)
            if text[at] == ",":
                at = skip(at + 1)
        return out, at + 1
    end = re.compile(r'"[^"]*"|[^,\]}]*').match(text, at).end()
    return scalar(text[at:end]), end


def block(lines, indent):
    """Lines [(indent, text)] from the front, as long as they stand at this indent."""
    out = None
    while lines and lines[0][0] == indent:
        text = lines[0][1]
        if text.startswith("- "):
            out = [] if out is None else out
            inner = text[2:]
            if re.match(r"[^\[{\"]*?:( |$)", inner):
                lines[0] = (indent + 2, inner)
                out.append(block(lines, indent + 2))
            else:
                out.append(flow(inner)[0])
                lines.pop(0)
            continue
        out = {} if out is None else out
        key, _, rest = text.partition(":")
        lines.pop(0)
        if rest.strip():
            rest = rest.strip()
            out[scalar(key)] = flow(rest)[0] if rest[0] in "[{" else scalar(rest)
        else:
            out[scalar(key)] = block(lines, lines[0][0])
    return out


def load(path):
    with open(path, encoding="utf-8") as file:
        rows = [re.sub(r"(^|\s)#.*", "", line.rstrip("\n")) for line in file]
    return block([(len(r) - len(r.lstrip()), r.strip()) for r in rows if r.strip()], 0)


def merge(old, new):
    """Maps merge key by key; conditions, subjects and records replace whole."""
    out = dict(old)
    for key, value in new.items():
        whole = key in ("for", "when", "records", "day", "then")
        out[key] = merge(out[key], value) if isinstance(value, dict) and isinstance(out.get(key), dict) and not whole else value
    return out


class Profile:
    def __init__(self, folder, profiles):
        self.about = load(os.path.join(folder, "profile.yaml"))
        self.name, self.division = self.about["profile"], self.about["division"]
        self.parent = profiles.get(self.about["extends"])
        names = sorted(n for n in os.listdir(folder) if n.endswith(".yaml") and n != "profile.yaml")
        self.editions = [load(os.path.join(folder, n)) for n in names]
        for e in self.editions:
            e["day"] = civil.day(e["edition"])
            e["last"] = civil.day(e["ends"]) if "ends" in e else 10 ** 7
        self.cache = {}
        self.changes = sorted((self.parent.changes if self.parent else []) + [n for e in self.editions for n in (e["day"], e["last"] + 1)])
        self.first = self.changes[0]

    def covers(self, village):
        return village.startswith(re.sub("(00)+$", "", self.division))

    def on(self, day):
        """{section: {id: provision}} in force on a day: the parent's, then one's own up to it."""
        key = bisect_right(self.changes, day)
        if key not in self.cache:
            out = {s: dict(p) for s, p in self.parent.on(day).items()} if self.parent else {}
            for e in (e for e in self.editions if e["day"] <= day <= e["last"]):
                for section, items in e.items():
                    if isinstance(items, list):
                        held = out.setdefault(section, {})
                        for item in items:
                            held[item["id"]] = dict(merge(held.get(item["id"], {}), item), edition=e["day"])
            self.cache[key] = out
        return self.cache[key]

    def provision(self, section, name, day):
        return self.on(day).get(section, {}).get(name)

    def all(self, section):
        """{id: provision} that any edition holds, as it last stood."""
        out = {}
        for n in self.changes:
            out.update(self.on(n).get(section, {}))
        return out


class Calendar:
    """Public holidays and make-up working days, of Profiles/calendars."""

    def __init__(self, folder):
        self.off, self.work = set(), set()
        for name in sorted(os.listdir(folder)):
            for holiday in load(os.path.join(folder, name))["holidays"]:
                for kind, days in (("off", self.off), ("work", self.work)):
                    for text in holiday.get(kind, []):
                        first, _, last = text.partition("..")
                        days.update(range(civil.day(first), civil.day(last or first) + 1))

    def working(self, n):
        weekend = (n - 1) % 7 >= 5
        return n in self.work or not weekend and n not in self.off


def profiles(folder):
    out = {}
    for name in ("oracle-province", "oracle-county", "oracle-city"):
        out[name] = Profile(os.path.join(folder, name), out)
    return out


def profile_of(village, all_profiles):
    held = [p for p in all_profiles.values() if p.covers(village)]
    return max(held, key=lambda p: len(re.sub("(00)+$", "", p.division)), default=None)


def share(text):
    """2/3, 60% as a fraction; 5 of 7 as None (a count of a week)."""
    if text.endswith("%"):
        return Fraction(text[:-1]) / 100
    return None if " of " in text else Fraction(text)


def several(value):
    return value if isinstance(value, list) else [value]
