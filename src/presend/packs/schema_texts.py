"""The schemas of a pack; each is parsed on first use."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from presend.packs.files import json_of
from presend.rule import damaged

if TYPE_CHECKING:
    from collections.abc import Iterator

    from presend.packs.file_text import FileText

_DECODER = json.JSONDecoder()
LAYOUT = b'{\n "'  # start of a text from json.dumps(…, indent=1)
END = b"\n }\n}\n"  # its end, if nothing is cut off
NEXT = b'\n  "'
MEMBER = re.compile(rb'\n  "([^"\\]+|(?:[^"\\\n]|\\.)*)": ')  # a name with no escape is found twice as quickly


class Schemas(Mapping[str, dict[str, Any]]):
    """The schemas in the text of a schemas.json, which is searched for their names; each is parsed separately.

    codegen writes one member a line, indented by its depth, so a line that begins with two spaces and a quote begins a
    schema: no JSON string holds a line break. Text in another layout is parsed as a whole.
    """

    def __init__(self, text: bytes | FileText, pack: str = "") -> None:
        self._text = text
        self._pack = pack
        self._parsed: dict[str, dict[str, Any]] = {}
        self._places: dict[str, int] = {}
        end = b""
        for start, block in [(0, text)] if isinstance(text, bytes) else text.blocks():
            if start == 0 and not block.startswith(LAYOUT):
                break
            self._find_names(block, start)
            end = (end + block)[-len(END) :]
        if end != END:
            self._parsed = self._whole()
            self._places = dict.fromkeys(self._parsed, 0)

    def _find_names(self, block: bytes, start: int) -> None:
        try:
            for at in MEMBER.finditer(block):
                raw = at[1]
                self._places[_name(raw) if b"\\" in raw else raw.decode()] = start + at.end()
        except ValueError as error:
            damaged(self._pack, "schemas.json is not JSON text", error)

    def _whole(self) -> dict[str, dict[str, Any]]:
        text = self._text if isinstance(self._text, bytes) else self._text.whole()
        document = json_of(self._pack, "schemas.json", text)
        schemas = document.get("$defs") if isinstance(document, dict) else None
        if not isinstance(schemas, dict) or not all(isinstance(schema, dict | bool) for schema in schemas.values()):
            damaged(self._pack, "schemas.json: expected an object of schemas as $defs")
        return schemas

    def __getitem__(self, name: str) -> dict[str, Any]:
        if name not in self._parsed:
            try:
                self._parsed[name], _ = _DECODER.raw_decode(self._part(self._places[name]).decode())
            except OSError as error:
                damaged(self._pack, f"schemas.json cannot be read where {name} stands", error)
            except ValueError as error:
                damaged(self._pack, f"schemas.json is not JSON at {name}", error)
        return self._parsed[name]

    def _part(self, start: int) -> bytes:
        """Return the text from a schema to the next one."""
        if isinstance(self._text, bytes):
            return self._text[start : self._text.find(NEXT, start)]  # -1, after the last, leaves out a closing bracket
        return self._text.part(start, NEXT)

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


def _name(raw: bytes) -> str:
    return str(json.loads(b'"%b"' % raw))
