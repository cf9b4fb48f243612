"""The part of JSON Schema that the program's own schemas use; a keyword it does not know is an error, never passed over."""

import json
import re

NAMES = {"object": dict, "array": list, "string": str, "null": type(None), "boolean": bool}
NOTES = {"$schema", "$id", "title", "description", "$defs"}


def is_of(value, name):
    if name == "integer":
        return isinstance(value, int) and not isinstance(value, bool)
    if name == "number":
        return isinstance(value, (int, float)) and not isinstance(value, bool)
    return isinstance(value, NAMES[name])


class Schema:
    def __init__(self, path):
        with open(path, encoding="utf-8") as file:
            self.root = json.load(file)

    def problems(self, value):
        return list(self._check(value, self.root, "$"))

    def _check(self, value, schema, place):
        for key, rule in schema.items():
            if key in NOTES:
                continue
            yield from getattr(self, "_" + key.lstrip("$"))(value, rule, schema, place)

    def _ref(self, value, rule, _, place):
        target = self.root
        for step in rule.removeprefix("#/").split("/"):
            target = target[step]
        yield from self._check(value, target, place)

    def _type(self, value, rule, _, place):
        if not any(is_of(value, name) for name in ([rule] if isinstance(rule, str) else rule)):
            yield f"{place}: {json.dumps(value, ensure_ascii=False)[:80]} is no {rule}"

    def _const(self, value, rule, _, place):
        if value != rule:
            yield f"{place}: {value!r} is not {rule!r}"

    def _enum(self, value, rule, _, place):
        if value not in rule:
            yield f"{place}: {value!r} is none of {rule}"

    def _pattern(self, value, rule, _, place):
        if isinstance(value, str) and not re.search(rule, value):
            yield f"{place}: {value!r} does not match {rule}"

    def _required(self, value, rule, _, place):
        if isinstance(value, dict):
            yield from (f"{place}: no {name}" for name in rule if name not in value)

    def _properties(self, value, rule, _, place):
        if isinstance(value, dict):
            for name in rule.keys() & value.keys():
                yield from self._check(value[name], rule[name], f"{place}.{name}")

    def _additionalProperties(self, value, rule, schema, place):
        if not isinstance(value, dict):
            return
        for name in value.keys() - schema.get("properties", {}).keys():
            if rule is False:
                yield f"{place}: {name} is not in the schema"
            elif isinstance(rule, dict):
                yield from self._check(value[name], rule, f"{place}.{name}")

    def _items(self, value, rule, _, place):
        if isinstance(value, list):
            for index, item in enumerate(value):
                yield from self._check(item, rule, f"{place}[{index}]")

    def _minItems(self, value, rule, _, place):
        if isinstance(value, list) and len(value) < rule:
            yield f"{place}: fewer than {rule}"

    def _minimum(self, value, rule, _, place):
        if is_of(value, "number") and value < rule:
            yield f"{place}: {value} is below {rule}"

    def _maximum(self, value, rule, _, place):
        if is_of(value, "number") and value > rule:
            yield f"{place}: {value} is above {rule}"

    def _minLength(self, value, rule, _, place):
        if isinstance(value, str) and len(value) < rule:
            yield f"{place}: shorter than {rule}"

    def _anyOf(self, value, rule, _, place):
        if all(list(self._check(value, each, place)) for each in rule):
            yield f"{place}: fits none of anyOf"

    def _oneOf(self, value, rule, _, place):
        fits = sum(not list(self._check(value, each, place)) for each in rule)
        if fits != 1:
            yield f"{place}: fits {fits} of oneOf"
