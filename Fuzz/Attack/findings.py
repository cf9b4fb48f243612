"""What was found: one entry for each cause, with the smallest input that shows it."""

import json
import os
import shlex
import shutil


def size_of(folder):
    return sum(os.path.getsize(os.path.join(path, name)) for path, _, names in os.walk(folder) for name in names
               if os.path.isfile(os.path.join(path, name)))


class Findings:
    """Kept in a folder, so that several processes can add to their own and the last one can put them together."""

    def __init__(self, folder, worker=0):
        self.folder, self.worker, self.found = folder, worker, {}
        # Of each property the counties it was tried on, by their fingerprints.
        self.counties = {}
        os.makedirs(folder, exist_ok=True)

    def add(self, group, cause, seen, outcome, scratch, again):
        entry = self.found.setdefault(cause, {"group": group, "cause": cause, "count": 0, "size": None, "where": []})
        entry["count"] += 1
        where = f"{outcome.command} {outcome.form}" if outcome else ""
        if where and where not in entry["where"]:
            entry["where"].append(where)
        size = size_of(scratch) if scratch else 0
        if entry["size"] is not None and entry["size"] <= size:
            return
        entry.update(size=size, seen=seen, again=again, args=outcome.args if outcome else [])
        place = entry.setdefault("place", os.path.join(self.folder, f"{self.worker}-{len(self.found):03}"))
        shutil.rmtree(place, ignore_errors=True)
        os.makedirs(place)
        if scratch and size < 50_000_000:
            shutil.copytree(scratch, place + "/case", symlinks=True, ignore=lambda path, names: [
                name for name in names if not (os.path.isfile(p := os.path.join(path, name)) or os.path.isdir(p) or os.path.islink(p))])
        with open(place + "/about.txt", "w", encoding="utf-8", errors="replace") as file:
            file.write(f"{cause}\n{seen}\n\nagain: {again}\n")
            if outcome:
                command = shlex.join(["zhucun", *outcome.args]).replace(scratch or "\0", "case")
                file.write(f"command: {command}\nexit: {outcome.code}, {outcome.seconds:.2f} s, {outcome.megabytes:.0f} MB\n")
        if outcome:
            for name, data in (("stdout", outcome.out), ("stderr", outcome.err)):
                with open(f"{place}/{name}", "wb") as file:
                    file.write(data[:1_000_000])

    def saw(self, name, fingerprint):
        self.counties.setdefault(name, set()).add(fingerprint)

    def save(self, counts):
        with open(f"{self.folder}/{self.worker}.json", "w", encoding="utf-8") as file:
            counties = {name: sorted(seen) for name, seen in self.counties.items()}
            json.dump({"found": list(self.found.values()), "counts": counts, "counties": counties}, file, ensure_ascii=False)


def together(folder):
    """The findings of all processes by cause, the runs by group, and how many different counties each property was tried on."""
    found, counts, counties = {}, {}, {}
    for name in sorted(os.listdir(folder)):
        if not name.endswith(".json"):
            continue
        with open(os.path.join(folder, name), encoding="utf-8") as file:
            part = json.load(file)
        for group, (rounds, runs) in part["counts"].items():
            known = counts.setdefault(group, [0, 0])
            known[0] += rounds
            known[1] += runs
        for property, seen in part["counties"].items():
            counties.setdefault(property, set()).update(seen)
        for entry in part["found"]:
            other = found.get(entry["cause"])
            if other is None:
                found[entry["cause"]] = entry
            else:
                both = {"count": other["count"] + entry["count"], "where": sorted({*other["where"], *entry["where"]})}
                found[entry["cause"]] = {**min(other, entry, key=lambda each: each["size"]), **both}
    return sorted(found.values(), key=lambda entry: (entry["group"], entry["cause"])), counts, {name: len(seen) for name, seen in sorted(counties.items())}
