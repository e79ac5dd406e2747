"""Take a fragment of a spec over anew: upstream's facts, our own words.

Facts are all but titles, descriptions and summaries. Ours are kept where there are any, also where upstream has moved
a text into a union; where upstream says something new, a neutral line holds the place until somebody describes it.
"""

from __future__ import annotations

import hashlib
import json
import re
from typing import TYPE_CHECKING, Any

import yaml

from presend_codegen.closure import PREFIX
from presend_codegen.sentences import WORDS, place_of, texts_of

if TYPE_CHECKING:
    import datetime as dt

    from presend_codegen.load import Json, Object

PROSE = (*WORDS, "summary")
WIDTH = 100  # of the written YAML
PLAIN = 70  # characters; a longer text is folded over lines


def facts(node: Json, *, named: bool = False) -> Json:
    """Return schemas without their words and without vendors' extensions; `named` says that keys are members' names."""
    if isinstance(node, dict):
        return {
            key: facts(value, named=key == "properties" and not named)
            for key, value in node.items()
            if named or not (key in PROSE or key.startswith("x-"))
        }
    return [facts(item) for item in node] if isinstance(node, list) else node


def facts_digest(schemas: Object) -> str:
    """Return the sha256 of the facts of schemas, by which SOURCE.toml holds openapi.yaml to upstream's."""
    bare = {name: facts(schema) for name, schema in schemas.items()}
    return hashlib.sha256(json.dumps(bare, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


def renewed(ours: Object, upstream: Object, date: dt.date) -> Object:
    """Return upstream's schemas in our words; `date` is that of upstream's document."""
    known = texts_of(ours)
    near: dict[str, list[str]] = {}
    for pointer, text in known.items():
        near.setdefault(place_of(pointer), []).append(text)
    said = texts_of(upstream)

    def words(pointer: str, key: str) -> str | None:
        place = f"{pointer}/{key}"
        if place in known:
            return known[place]
        if place not in said:
            return None
        if near.get(place_of(place)):
            return near[place_of(place)][0]
        return _name(pointer) if key == "title" else f"New upstream on {date.isoformat()}; not described here yet."

    def worded(node: Json, bare: Json, pointer: str, *, named: bool = False) -> Json:
        if isinstance(bare, list):
            return [worded(node[at], item, f"{pointer}/{at}") for at, item in enumerate(bare)]
        if not isinstance(bare, dict):
            return bare
        result = {} if named or "type" not in bare else {"type": bare["type"]}  # first, as everywhere in the file
        result |= {} if named else {key: text for key in WORDS if (text := words(pointer, key)) is not None}
        for key, part in bare.items():
            place = f"{pointer}/{key.replace('~', '~0').replace('/', '~1')}"
            result[key] = worded(node[key], part, place, named=key == "properties" and not named)
        return result

    order = [*(name for name in ours if name in upstream), *(name for name in upstream if name not in ours)]
    return {name: worded(upstream[name], facts(upstream[name]), PREFIX + name) for name in order}


def _name(pointer: str) -> str:
    steps = [step for step in pointer.split("/") if not step.isdigit() and step not in ("anyOf", "oneOf", "items")]
    return steps[-1].replace("_", " ").replace("~1", "/")


class _Dumper(yaml.SafeDumper):
    """YAML as spec/openapi.yaml is laid out: long texts folded, no anchors."""

    def ignore_aliases(self, data: Any) -> bool:
        del data
        return True


def _text(dumper: _Dumper, text: str) -> yaml.ScalarNode:
    style = ">" if len(text) > PLAIN and "\n" not in text.strip("\n") else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style)


_Dumper.add_representer(str, _text)


def spec_text(before: str, document: Object, changed: dict[str, str]) -> str:
    """Return the text of openapi.yaml: the comment that it begins with, the document, and what `changed` in words."""
    comment = "".join(f"{line}\n" for line in before.partition("\nopenapi:")[0].splitlines())
    body = yaml.dump(document, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=WIDTH)
    text = f"{comment}{body}"
    for old, new in changed.items():
        text = text.replace(old, new)
    return text


def with_values(text: str, values: dict[str, str]) -> str:
    """Return TOML with other values for some keys, comments and layout kept.

    >>> with_values('size = 1  # one', {"size": "2"})
    'size = 2  # one'
    """
    for key, value in values.items():
        literal = value.replace("\\", r"\\")
        text = re.sub(rf'(?m)^({key}\s*=\s*)("[^"]*"|[^\s#]+)', rf"\g<1>{literal}", text)
    return text
