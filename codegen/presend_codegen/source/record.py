"""What is on record of upstream beside the fragment: SOURCE.toml, and the digests of upstream's texts.

A row of the digests is a pointer and a sha256. One with a third column is open: it is of a sentence that a rule rests
on and that upstream has changed, moved or dropped since. It stays until a person decides: see docs/updates.md.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

from presend_codegen.source.load import SpecError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from presend_codegen.source.load import Object

BUILT_IN = {  # folder of a spec → folder of the pack that is made from it, and what that is imported as
    Path("spec"): (Path("src/presend/openai"), "presend.openai"),
    Path("spec/today"): (Path("src/presend/openai/today"), "presend.openai.today"),
}

TOML_VALUE = r'"(?:[^"\\\n]|\\.)*"|[^\s#]+'


@dataclasses.dataclass(frozen=True, slots=True)
class Places:
    """Where things are: the folder of the `spec`, that of the pack (`out`), and that of the catalogue (`docs`)."""

    spec: Path
    out: Path
    docs: Path


def sentence_digest(text: str) -> str:
    """Return the sha256 of a text, white space in a row as one space, trimmed.

    >>> sentence_digest("a  b ") == sentence_digest("a b")
    True
    """
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()


def source_of(places: Places) -> Object:
    """Return what SOURCE.toml says.

    Raises:
        SpecError: It is no TOML, or lacks a part.
    """
    try:
        source = tomllib.loads((places.spec / "SOURCE.toml").read_text("utf-8"))
    except ValueError as error:
        raise SpecError(f"SOURCE.toml: expected TOML, but {error}") from None
    for table, keys in (
        ("upstream", ("version", "revised")),
        ("api", ("operations", "schemas")) if "api" in source else ("fragment", ("roots", "operations", "schemas")),
        ("wording", ("digests",)),
    ):
        for key in keys:
            if key not in source.get(table, {}):
                raise SpecError(f"SOURCE.toml: expected {table}.{key}")
    return source


def overlays_in(folder: Path) -> list[Path]:
    """Return the overlays of a built-in spec in the order in which they are applied.

    That is overlay.yaml first, then the further ones, a topic each (`overlay-audio.yaml`), by their names.
    """
    return [folder / "overlay.yaml", *sorted(folder.glob("overlay-*.yaml"))]


def digest_file(places: Places, source: Object) -> Path:
    """Return where the digests are."""
    path: Path = places.spec / source["wording"]["digests"]
    return path


def digests_of(text: str) -> dict[str, str]:
    """Return the digests in the text of their file: pointer → sha256; open rows are of the revision before."""
    rows = (line.split("\t") for line in text.splitlines() if line.startswith("#/"))
    return {row[0]: row[1] for row in rows}


def digests_text(before: str, digests: Mapping[str, str], waiting: Mapping[str, str]) -> str:
    """Return the text of the file of digests, under the heading that it had; `waiting` is pointer → status.

    Raises:
        SpecError: A pointer holds what separates rows or columns.
    """
    for pointer in digests:
        if len(pointer.splitlines()) > 1 or "\t" in pointer:
            raise SpecError(f"{pointer!r:.200}: expected names without tabs and line ends")
    rows = ("\t".join(filter(None, (key, sha256, waiting.get(key)))) for key, sha256 in digests.items())
    return before.partition("#/")[0] + "".join(f"{row}\n" for row in rows)


def toml_literal(value: object) -> str:
    r"""Return a value as TOML writes it; a text is a JSON string, but for DEL, which TOML wants escaped too.

    >>> print(toml_literal('3.1 "x"'), toml_literal(3))
    "3.1 \"x\"" 3
    """
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f") if isinstance(value, str) else str(value)


def with_values(text: str, values: Mapping[str, Mapping[str, object]]) -> str:
    r"""Return TOML with other values for some keys of some tables, comments and layout kept.

    >>> with_values('[a]\nsize = 1  # one', {"a": {"size": 2}})
    '[a]\nsize = 2  # one'

    Raises:
        SpecError: A key is not there on a line of its own, so that nothing could be written.
    """
    parts = re.split(r"(?m)^(?=\[)", text)
    for table, wanted in values.items():
        for at, part in enumerate(parts):
            if part.startswith(f"[{table}]"):
                parts[at] = _with_values(part, wanted)
    made = "".join(parts)
    said = tomllib.loads(made)
    before = tomllib.loads(text)
    if said != before | {table: {**before[table], **wanted} for table, wanted in values.items()}:
        raise SpecError("SOURCE.toml: cannot be brought up to date; expected each key on a line of its own")
    return made


def _with_values(part: str, wanted: Mapping[str, object]) -> str:
    for key, value in wanted.items():
        literal = toml_literal(value).replace("\\", r"\\")
        part = re.sub(rf"(?m)^({key}\s*=\s*)(?:{TOML_VALUE})", rf"\g<1>{literal}", part)
    return part
