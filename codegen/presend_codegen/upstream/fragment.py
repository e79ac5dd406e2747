"""Update a fragment of a spec: take the facts from upstream and the texts from us.

Facts are everything except titles, descriptions and summaries. Our texts are kept, also where upstream has moved one
into a union. Where upstream has a new text, a neutral line holds the place until somebody describes it.
"""

from __future__ import annotations

import hashlib
import itertools
import json
import re
from typing import TYPE_CHECKING, Any

import yaml

from presend.problems import escaped
from presend.schema.vocabulary import MAPS
from presend.words.pointers import steps_of
from presend_codegen.schemas.closure import PREFIX
from presend_codegen.upstream.sentences import WORDS, place_of, texts_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from presend_codegen.source.load import Json, Object

PROSE = (*WORDS, "summary")
WIDTH = 100  # of the written YAML
PLAIN = 70  # characters; a longer text is folded
# A number in YAML 1.2; PyYAML implements 1.1.
NUMBER = re.compile(r"[-+]?(\.\d+|\d+(\.\d*)?)([eE][-+]?\d+)?|0o[0-7]+|0x[0-9a-fA-F]+")

BREAKS = frozenset("\x85\u2028\u2029")  # line breaks in YAML 1.1, so PyYAML would fold at them; plain characters in 1.2


def facts(node: Json, *, named: bool = False) -> Json:
    """Return schemas without texts and vendors' extensions; `named` says that the keys are names of members."""
    if isinstance(node, dict):
        return {
            key: facts(value, named=key in MAPS and not named)
            for key, value in node.items()
            if named or not (key in PROSE or key.startswith("x-"))
        }
    return [facts(item) for item in node] if isinstance(node, list) else node


def facts_digest(schemas: Object) -> str:
    """Return the sha256 of the facts of schemas. SOURCE.toml records it, to compare openapi.yaml with upstream."""
    return _sha256({name: facts(schema) for name, schema in schemas.items()})


def _sha256(bare: Json) -> str:
    return hashlib.sha256(json.dumps(bare, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


def renewed(ours: Object, upstream: Object, date: dt.date) -> Object:
    """Return upstream's schemas with our texts; `date` is the date of upstream's document."""
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
            place = f"{pointer}/{escaped(key)}"
            result[key] = worded(node[key], part, place, named=key in MAPS and not named)
        return result

    order = [*(name for name in ours if name in upstream), *(name for name in upstream if name not in ours)]
    return {name: worded(upstream[name], facts(upstream[name]), PREFIX + name) for name in order}


def _name(pointer: str) -> str:
    steps = [step for step in steps_of(pointer) if not step.isdigit() and step not in ("anyOf", "oneOf", "items")]
    return steps[-1].replace("_", " ")


class _Dumper(yaml.SafeDumper):
    """Write YAML in the layout of spec/openapi.yaml: long texts folded, no anchors."""

    def ignore_aliases(self, data: Any) -> bool:
        del data
        return True


def _text(dumper: _Dumper, text: str) -> yaml.ScalarNode:
    is_long = len(text) > PLAIN and "\n" not in text.strip("\n")
    style = '"' if BREAKS & {*text} else ">" if is_long else "'" if NUMBER.fullmatch(text) else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style)


_Dumper.add_representer(str, _text)


def spec_text(before: str, document: Object, said: Mapping[str, str]) -> str:
    """Return the text of openapi.yaml: its opening comment, and the document.

    `said` maps old words in the comment and in `info` to new ones. Other text is not replaced: what looks like a date
    may be the name of a model.
    """
    lines = itertools.takewhile(lambda line: line.startswith("#") or not line.strip(), before.splitlines())
    info = {key: _renewed(text, said) if key in PROSE else text for key, text in document["info"].items()}
    new = {**document, "info": info}
    body = yaml.dump(new, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=WIDTH)
    return "".join(f"{_renewed(line, said)}\n" for line in lines) + body


def _renewed(text: str, said: Mapping[str, str]) -> str:
    for old, new in said.items():
        text = re.sub(rf"(?<![\w-]){re.escape(old)}(?![\w-])", new, text)
    return text
