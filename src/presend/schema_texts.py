"""The schemas of a pack, each parsed when it is first asked for."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

_DECODER = json.JSONDecoder()
LAYOUT = b'{\n "'  # how json.dumps(…, indent=1) begins
NEXT = b'\n  "'
MEMBER = re.compile(rb'\n  ("(?:[^"\\\n]|\\.)*"): ')


class Schemas(Mapping[str, dict[str, Any]]):
    """The schemas in the text of a schemas.json: it is searched for their names, and each is parsed on its own.

    codegen writes one member a line, indented by its depth, so a line that begins with two spaces and a quote begins a
    schema: no JSON string holds a line break. Text that is laid out otherwise is parsed as a whole.
    """

    def __init__(self, text: bytes) -> None:
        self._text = text
        self._parsed: dict[str, dict[str, Any]] = {}
        if not text.startswith(LAYOUT):
            self._parsed = json.loads(text)["$defs"]
            self._places = dict.fromkeys(self._parsed, 0)
            return
        self._places = {_name(at[1]): at.end() for at in MEMBER.finditer(text)}

    def __getitem__(self, name: str) -> dict[str, Any]:
        if name not in self._parsed:
            start = self._places[name]
            end = self._text.find(NEXT, start)  # -1, after the last one, leaves out a closing bracket
            self._parsed[name], _ = _DECODER.raw_decode(self._text[start:end].decode())
        return self._parsed[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


def _name(quoted: bytes) -> str:
    return str(json.loads(quoted)) if b"\\" in quoted else quoted[1:-1].decode()
