"""Ways to spoil records, profiles and snapshots. Each gives its name, so that what is found can be told by its cause."""

import csv
import struct

from records import table, written

VALUES = [
    "", " ", "0", "-1", "-0", "1e9", "NaN", "inf", "007", "9223372036854775807", "-9223372036854775808", "18446744073709551616", "99999999999999999999999",
    "999999999999999", "0.0000001", "1/0", ".5", "5.", "1,000", "１２", "2023-02-30", "2023-00-10", "2023-13-01", "0001-01-01", "0000-01-01", "9999-12-31",
    "10000-01-01", "-0001-01-01", "1900-02-29", "2023/7/1", "2023年7月1日", "2023.11.25", "45123", "2023-07-01T25:00:00+08:00", "2023-07-01T00:00:00+99:99",
    "2023-07-01T12:00:00Z", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "2023-07-01 24:00", "2023-W53", "2023-Q5", "2023-07-01..2023-06-01",
    "0001-01-01..9999-12-31", "9999", "a" * 63, "a" * 64, "a" * 65, "字" * 22, "../../etc", "..", ".", "/", "a/b", "C 1", " C1 ", "'C1", "\"", "\"\"", "a\"b",
    "a\nb", "a\rb", "a\0b", "\x1b[31mred", "\u202eabc", "\u200b", "\ufeff", "\u00a0", "=cmd|'/c calc'!A0", "<script>alert(1)</script>", ";", ";;", "a;;b", "a;b;c",
    "true;false", "NULL", "null", "None", "是", "√", "90", "90.1", "180", "-180", "180.0000001", "113.5", "50000001", "141028000000", "140622100000", "1406221", "500235",
    "99", "000000000000", "é", "e\u0301", "😀" * 10, "\ud800", "checkin", "met", "公出 ", "出差",
]
SPECIAL = [b"\0", b"\r", b"\n", b"\r\n", b"\"", b",", b"\xff", b"\xef\xbb\xbf", b"\xff\xfe", b"\x1b[2J", b"\x80", b"\xf4\x90\x80\x80", "驻".encode("gb18030"), b";", b"\t"]


def bytes_spoiled(random, data):
    """A few places of any file changed, whatever it holds."""
    for _ in range(random.choice((1, 1, 2, 5))):
        at, length = random.randrange(len(data) + 1), random.choice((1, 1, 2, 8, 64))
        match random.randrange(6):
            case 0 if data:
                at %= len(data)
                data = data[:at] + bytes([data[at] ^ 1 << random.randrange(8)]) + data[at + 1:]
            case 1: data = data[:at] + random.choice(SPECIAL) + data[at:]
            case 2: data = data[:at] + data[at + length:]
            case 3: data = data[:at] + data[at:at + length] * random.choice((2, 3, 50)) + data[at + length:]
            case 4: data = data[:at] + random.randbytes(length) + data[at + length:]
            case _: data = data[:at] if random.random() < 0.3 else data
    return data


# These reach furthest; files that cost seconds to read come seldom.
WEIGHTS = {"do_cell": 6, "do_value": 3, "do_inner": 3, "do_number": 6, "do_item": 3, "do_wide_header": 0.2, "do_wide_row": 0.2, "do_huge_field": 0.5}


def chosen(mutations):
    names = [name for name in dir(mutations) if name.startswith("do_")]
    return mutations.random.choices(names, [WEIGHTS.get(name, 1) for name in names])[0]


class RecordMutations:
    """Each takes and gives files by name; `lost` is told when the count of a file's rows cannot be known afterwards."""

    def __init__(self, random, kinds):
        self.random, self.kinds = random, kinds
        self.lost = set()

    def apply(self, files):
        files = dict(files)
        names = []
        for _ in range(self.random.choice((1, 1, 1, 2, 3))):
            method = chosen(self)
            file = self.random.choice(sorted(files)) if files else "cadres.csv"
            getattr(self, method)(files, file)
            names.append(f"{method[3:]} {file}")
        return files, names

    def _rows(self, files, name):
        try:
            return table(files[name])
        except (UnicodeDecodeError, csv.Error, KeyError):
            return [[]]

    def do_bytes(self, files, name):
        files[name] = bytes_spoiled(self.random, files.get(name, b""))
        self.lost.add(name)

    def do_truncate(self, files, name):
        files[name] = files[name][:self.random.randrange(len(files[name]) + 1)]
        self.lost.add(name)

    def do_empty(self, files, name):
        files[name] = self.random.choice((b"", b"\n", b"\xef\xbb\xbf", b",,,\n", b" ", b"\0" * 10))
        self.lost.add(name)

    def do_only_header(self, files, name):
        files[name] = files[name].split(b"\n")[0] + self.random.choice((b"", b"\n"))
        self.lost.add(name)

    def do_remove(self, files, name):
        del files[name]

    def do_cell(self, files, name):
        rows = self._rows(files, name)
        for _ in range(self.random.choice((1, 2, 5))):
            if len(rows) > 1 and rows[0]:
                row = self.random.choice(rows[1:])
                if row:
                    row[self.random.randrange(len(row))] = self.random.choice(VALUES)
        files[name] = written(rows)

    def do_column(self, files, name):
        rows, value = self._rows(files, name), self.random.choice(VALUES)
        if rows[0]:
            at = self.random.randrange(len(rows[0]))
            for row in rows[1:]:
                if at < len(row):
                    row[at] = value
        files[name] = written(rows)

    def do_swap_columns(self, files, name):
        rows = self._rows(files, name)
        if len(rows[0]) > 1:
            a, b = self.random.sample(range(len(rows[0])), 2)
            for row in rows[self.random.choice((0, 1)):]:
                if max(a, b) < len(row):
                    row[a], row[b] = row[b], row[a]
        files[name] = written(rows)

    def do_header(self, files, name):
        rows = self._rows(files, name)
        head = rows[0]
        at = self.random.randrange(len(head) + 1)
        match self.random.randrange(6):
            case 0: rows[0] = head + head[:1]
            case 1: rows = rows[1:] or [[]]
            case 2: rows[0] = head[:at] + head[at + 1:]
            case 3: rows[0] = head[:at] + [self.random.choice(VALUES)] + head[at + 1:]
            case 4: rows.insert(0, ["标题 title"])
            case _: rows.insert(min(2, len(rows)), list(head))
        files[name] = written(rows)
        self.lost.add(name)

    def _wide(self, files, name, place):
        width, rows = self.random.choice((10_000, 30_000, 100_000)), self._rows(files, name)
        head = self.random.choice(("", "x", "列", None))
        if len(rows) > place:
            rows[place] = rows[place] + [head if head is not None else f"c{index}" for index in range(width)]
        files[name] = written(rows)
        self.lost.add(name)

    def do_wide_header(self, files, name):
        self._wide(files, name, 0)

    def do_wide_row(self, files, name):
        self._wide(files, name, 1)

    def do_huge_field(self, files, name):
        rows = self._rows(files, name)
        row = rows[min(len(rows) - 1, self.random.randrange(2))]
        if row:
            row[self.random.randrange(len(row))] = self.random.choice(("x", "字", "\"", "\n", "<", "1", ";", "a;")) * self.random.choice((70_000, 1_000_000))
        files[name] = written(rows)
        self.lost.add(name)

    def do_ragged(self, files, name):
        rows = self._rows(files, name)
        row = self.random.choice(rows)
        row[:] = self.random.choice((row[:-1], row + ["x"], [], row[:1], [""] * len(row), row + [""] * 5))
        files[name] = written(rows)
        self.lost.add(name)

    def do_blank_rows(self, files, name):
        lines = files[name].split(b"\n")
        width = lines[0].count(b",")
        for _ in range(self.random.choice((1, 3, 500))):
            lines.insert(self.random.randrange(1, len(lines) + 1), self.random.choice((b"", b"," * width, b"  ", b"\r")))
        files[name] = b"\n".join(lines)
        self.lost.add(name)

    def do_duplicate_rows(self, files, name):
        rows = self._rows(files, name)
        files[name] = written(rows[:1] + rows[1:] * self.random.choice((2, 3, 40)))

    def do_swap_files(self, files, name):
        other = self.random.choice(sorted(files))
        files[name], files[other] = files[other], files[name]
        self.lost |= {name, other}

    def do_line_ends(self, files, name):
        files[name] = files[name].replace(b"\n", self.random.choice((b"\r", b"\r\n", b"\n\r", b"\r\r\n", "\u2028".encode(), b"\x0b")))
        self.lost.add(name)

    def do_encoding(self, files, name):
        text = files[name].decode("utf-8", "replace")
        lines = text.split("\n")
        half = len(lines) // 2
        files[name] = self.random.choice((
            text.encode("utf-16"), text.encode("utf-16-le"), text.encode("utf-16-be"), text.encode("gb18030", "replace"), text.encode("big5", "replace"),
            text.encode("utf-7"), text.encode("utf-32"), "\n".join(lines[:half]).encode() + b"\n" + "\n".join(lines[half:]).encode("gb18030", "replace"),
            text.encode("utf-16") + b"\0", b"\xef\xbb\xbf" * 2 + text.encode()))
        self.lost.add(name)

    def do_quotes(self, files, name):
        data = files[name]
        at = self.random.randrange(len(data) + 1)
        files[name] = data[:at] + self.random.choice((b'"', b'""', b'"""', b'",', b'\n"', b'" ')) + data[at:]
        self.lost.add(name)


class LineMutations:
    """YAML, line by line and value by value."""

    TOKENS = [
        "null", "~", "[]", "{}", "''", '""', "true", "-1", "0", "1e400", "99999999999999999999", "0.1.2", "2/0", "0/0", "1/3", "-2/3", "5 of 7", "8 of 7", "0 of 0", "7 of 5",
        "9999999999 of 7", "101%", "-5%", "99999999999 days", "0 days", "2023-02-30", "9999-12-31", "0001-01-01", "25:00-26:00", "06:00-06:00", "&a [*a]", "*missing",
        "!!binary aGk=", "!!set {a}", "<<: *x", "[a, [b, [c]]]", "{a: {b: {c: d}}}", "|\n      text\n", ">-\n  x", "'unclosed", '"\\x1b[31m"', "\"\\u202e\"", "\"a\\nb\"", "# comment",
        "all", "none", "cadre", "team", "week", "month", "year", "quarter", "term", "half-year", "shanxi", "linfen", "../../etc/passwd", "attendance", "measure", "count", "any", "not",
        "scoring.annual-score", "x" * 300, "驻" * 3000, "%YAML 9.9", "---", "...", "\t", "\0", "?", "- -", "- - - - - - - - - - - - - - - -", ": :", "[", "]", "{", "}",
    ]

    def __init__(self, random):
        self.random = random

    def apply(self, text):
        lines = text.split("\n")
        names = []
        for _ in range(self.random.choice((1, 1, 1, 2, 4))):
            method = chosen(self)
            lines = getattr(self, method)(lines) or [""]
            names.append(method[3:])
        return "\n".join(lines), names

    def _place(self, lines):
        return self.random.randrange(len(lines))

    def do_value(self, lines):
        at = self._place(lines)
        line = lines[at]
        for _ in range(20):
            if ":" in line:
                break
            at = self._place(lines)
            line = lines[at]
        lines[at] = line.split(":")[0] + ": " + self.random.choice(self.TOKENS)
        return lines

    def do_inner(self, lines):
        """One plain word or number of a line."""
        at = self._place(lines)
        parts = lines[at].replace(",", " , ").split(" ")
        places = [index for index, part in enumerate(parts) if part.strip()]
        if places:
            parts[self.random.choice(places)] = self.random.choice(self.TOKENS)
        lines[at] = " ".join(parts)
        return lines

    def do_number(self, lines):
        places = [index for index, line in enumerate(lines) if any(letter.isdigit() for letter in line)]
        if places:
            at = self.random.choice(places)
            digits = [index for index, letter in enumerate(lines[at]) if letter.isdigit()]
            place = self.random.choice(digits)
            lines[at] = lines[at][:place] + self.random.choice(("0", "-1", "7", "99", "999999999999", "1.5", "1/3", "")) + lines[at][place + 1:]
        return lines

    def do_delete(self, lines):
        at = self._place(lines)
        return lines[:at] + lines[at + self.random.choice((1, 1, 2, 10)):]

    def do_item(self, lines):
        """A whole item of a section taken away or told twice."""
        starts = [index for index, line in enumerate(lines) if line.startswith("  - ")]
        if not starts:
            return lines
        start = self.random.choice(starts)
        end = next((index for index in range(start + 1, len(lines)) if not lines[index].startswith("    ")), len(lines))
        return lines[:start] + lines[start:end] * self.random.choice((0, 0, 2)) + lines[end:]

    def do_duplicate(self, lines):
        at = self._place(lines)
        return lines[:at] + lines[at:at + self.random.choice((1, 3, 12))] + lines[at:]

    def do_swap(self, lines):
        a, b = self._place(lines), self._place(lines)
        lines[a], lines[b] = lines[b], lines[a]
        return lines

    def do_swap_values(self, lines):
        """Values change places, keys stay."""
        places = [index for index, line in enumerate(lines) if ": " in line]
        if len(places) > 1:
            a, b = self.random.sample(places, 2)
            (key, value), (other, second) = lines[a].split(": ", 1), lines[b].split(": ", 1)
            lines[a], lines[b] = key + ": " + second, other + ": " + value
        return lines

    def do_indent(self, lines):
        at = self._place(lines)
        lines[at] = self.random.choice((" ", "  ", "\t", "      ")) + lines[at] if self.random.random() < 0.5 else lines[at].lstrip()
        return lines

    def do_deep(self, lines):
        depth = self.random.choice((50, 300, 5_000, 50_000))
        deep = self.random.choice(("x: " + "[" * depth, "x: " + "{a: " * depth, "x: " + "[" * depth + "]" * depth, "- " * depth + "a", "x: " + "{a: " * depth + "b" + "}" * depth))
        at = self._place(lines)
        return lines[:at] + [deep] + lines[at:]

    def do_aliases(self, lines):
        bomb = ["bomb0: &b0 [x, x, x, x, x, x, x, x, x]"]
        bomb += [f"bomb{n}: &b{n} [" + ", ".join([f"*b{n - 1}"] * 9) + "]" for n in range(1, 9)]
        return lines + (bomb if self.random.random() < 0.5 else ["self: &s {a: *s}"])

    def do_bytes(self, lines):
        data = bytes_spoiled(self.random, "\n".join(lines).encode("utf-8", "surrogatepass"))
        return data.decode("utf-8", "surrogateescape").split("\n")

    def do_truncate(self, lines):
        text = "\n".join(lines)
        return text[:self.random.randrange(len(text) + 1)].split("\n")


# Snapshots

MASK = (1 << 64) - 1


def _mix(sum, word):
    product = (sum ^ word) * 0xD6E8_FEB8_6659_FD93
    return (product >> 64) ^ (product & MASK)


def checksum(data):
    sum = _mix(0x9E37_79B9_7F4A_7C15, len(data))
    words = struct.unpack(f"<{(len(data) - 1) // 8}Q", data[:(len(data) - 1) // 8 * 8])
    for word in words:
        sum = _mix(sum, word)
    return _mix(sum, struct.unpack("<Q", data[-8:])[0])


def forged(random, data):
    """A snapshot whose numbers were changed by somebody who can also write its checksum."""
    body = bytearray(data[24:])
    for _ in range(random.choice((1, 1, 2, 4))):
        at = random.randrange(max(1, len(body) - 8))
        number = random.choice((0, 1, 2, 63, 64, 255, 1 << 16, 1 << 31, 1 << 32, (1 << 50) + 1, (1 << 63) - 1, 1 << 63, MASK, random.getrandbits(64)))
        if random.random() < 0.5:
            body[at:at + 8] = struct.pack("<Q", number)
        elif body:
            body[at] ^= 1 << random.randrange(8)
    if random.random() < 0.2:
        body = body[:random.randrange(8, len(body))] if len(body) > 16 else body
    body = bytes(body)
    if len(body) < 8:
        return data
    return data[:8] + struct.pack("<QQ", checksum(body), len(body)) + body
