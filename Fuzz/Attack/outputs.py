"""What every output must be, whatever the records held: well formed, within its schema, and with no payload alive in it."""

import csv
import html.parser
import io
import json
import re
import zipfile
import xml.etree.ElementTree as xml

# Of what a payload is made that must never begin a line, or stand as it is.
MARK = "ZZFORGED"
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")
FORMULA = tuple("=+-@\t\r")
TAGS = {
    "html", "head", "title", "style", "meta", "body", "header", "section", "footer", "main", "nav", "article", "h1", "h2", "h3", "h4", "p", "table",
    "thead", "tbody", "tfoot", "tr", "th", "td", "caption", "colgroup", "col", "div", "span", "ul", "ol", "li", "br", "b", "strong", "em", "i", "a",
    "small", "details", "summary", "dl", "dt", "dd", "hr", "sup", "sub", "code", "abbr", "time", "svg", "rect", "path", "link",
}


class Page(html.parser.HTMLParser):
    """Tags and attributes that this program has no reason to write."""

    def __init__(self):
        super().__init__()
        self.strange = []

    def handle_starttag(self, tag, attributes):
        if tag not in TAGS:
            self.strange.append(f"<{tag}>")
        for name, value in attributes:
            if name.startswith("on") or (value or "").strip().lower().startswith("javascript:"):
                self.strange.append(f"<{tag} {name}={value}>")

    def handle_comment(self, data):
        self.strange.append(f"<!--{data[:40]}-->")


def text_problems(text, name):
    if found := CONTROL.search(text):
        yield f"raw control character in {name}", context(text, found.start())
    if found := BIDI.search(text):
        yield f"raw bidirectional override in {name}", context(text, found.start())
    for found in [] if name == "html" else re.finditer("(?:^|[\n\r\u0085\u2028\u2029])[ \t>#|*-]*" + MARK, text):
        yield f"forged line in {name}", context(text, found.start())
        break


def context(text, index):
    return repr(text[max(0, index - 40):index + 60])


def decoded(data, name):
    try:
        return data.decode("utf-8"), None
    except UnicodeDecodeError as error:
        return None, (f"{name} is not UTF-8", f"{error} {data[max(0, error.start - 20):error.start + 20]!r}")


class Outputs:
    """`schemas`: by the name of the command."""

    def __init__(self, schemas):
        self.schemas = schemas

    def problems(self, command, form, data):
        if form == "xlsx":
            yield from self._xlsx(data)
            return
        name = form
        text, broken = decoded(data, name)
        if broken:
            yield broken
            return
        check = getattr(self, "_" + form, None)
        if check:
            yield from check(text, name, command)
        if form == "csv":
            yield from self._csv_text(text, name)
        elif form != "json":
            yield from text_problems(text.replace("\r\n ", "").replace("\r\n", "\n") if form == "ics" else text, name)

    def _csv_text(self, text, name):
        for found in (CONTROL.search(text), BIDI.search(text)):
            if found:
                yield f"raw control or bidirectional character in {name}", context(text, found.start())

    def _json(self, text, name, command):
        try:
            value = json.loads(text)
        except ValueError as error:
            yield f"{name} does not parse", str(error)
            return
        schema = self.schemas.get(command)
        for problem in (schema.problems(value) if schema else [])[:1]:
            yield f"{name} is outside its schema: {re.sub(r'[0-9]+', '#', problem.split(':')[0])}", problem

    def _csv(self, text, name, command):
        rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True))
        widths = {len(row) for row in rows}
        if len(widths) > 1:
            yield f"rows of {name} differ in width", str(sorted(widths))
        for row in rows:
            for cell in row:
                if cell.startswith(FORMULA) and not re.fullmatch(r"-[0-9]+(/[0-9]+)?", cell):
                    yield f"a cell of {name} begins a formula", repr(cell[:80])
                    return

    def _html(self, text, name, command):
        page = Page()
        page.feed(text)
        page.close()
        if page.strange:
            yield f"strange markup in {name}", ", ".join(page.strange[:3])

    def _md(self, text, name, command):
        if found := re.search(r"(?<!\\)<(script|img|iframe|svg)\b|\]\(javascript:", text):
            yield f"live markup in {name}", context(text, found.start())

    def _ics(self, text, name, command):
        if "\n" in text.replace("\r\n", ""):
            yield f"a line of {name} does not end with CRLF", ""
        lines = text.split("\r\n")
        for line in lines:
            if len(line.encode()) > 75:
                yield f"a line of {name} is longer than 75 octets", line
                break
        for line in text.replace("\r\n ", "").split("\r\n"):
            if line and not re.match(r"[A-Z][A-Z-]*[:;]", line):
                yield f"a forged line in {name}", repr(line[:80])
                break

    def _xlsx(self, data):
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as book:
                if book.testzip():
                    yield "xlsx is damaged", ""
                for part in book.namelist():
                    if not part.endswith((".xml", ".rels")):
                        continue
                    for element in xml.fromstring(book.read(part)).iter():
                        if element.tag.endswith("}f"):
                            yield "a formula in xlsx", repr(element.text)
                            return
                        if element.text and (found := BIDI.search(element.text)):
                            yield "raw bidirectional override in xlsx", context(element.text, found.start())
                            return
        except (zipfile.BadZipFile, xml.ParseError) as error:
            yield "xlsx does not open", str(error)
