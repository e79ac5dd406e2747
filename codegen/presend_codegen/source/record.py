"""Read and write the record of upstream's spec: SOURCE.toml, and the digests of upstream's sentences.

A row of the digests is a pointer and a sha256. A third column marks an open row: upstream has changed, moved or removed
a sentence that a rule rests on. The row stays open until a person decides: see docs/updates.md.
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

BUILT_IN = {  # folder of a spec → folder of the pack that is made from it, and the import name of that pack
    Path("spec"): (Path("src/presend/openai"), "presend.openai"),
    Path("spec/today"): (Path("src/presend/openai/today"), "presend.openai.today"),
}

TOML_VALUE = r'"(?:[^"\\\n]|\\.)*"|[^\s#]+'


@dataclasses.dataclass(frozen=True, slots=True)
class Places:
    """The folders of a built-in spec (`spec`), of its pack (`out`), and of the rule catalogue (`docs`)."""

    spec: Path
    out: Path
    docs: Path


def sentence_digest(text: str) -> str:
    """Return the sha256 of a text after trimming it and joining runs of white space into one space.

    >>> sentence_digest("a  b ") == sentence_digest("a b")
    True
    """
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()


def source_of(places: Places) -> Object:
    """Return the content of SOURCE.toml.

    Raises:
        SpecError: It is not TOML, or a part is missing.
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
    """Return the path of the file of digests."""
    path: Path = places.spec / source["wording"]["digests"]
    return path


def digests_of(text: str) -> dict[str, str]:
    """Parse the file of digests: pointer → sha256. The digests of open rows are those of the previous revision."""
    rows = (line.split("\t") for line in text.splitlines() if line.startswith("#/"))
    return {row[0]: row[1] for row in rows}


def digests_text(before: str, digests: Mapping[str, str], waiting: Mapping[str, str]) -> str:
    """Write the file of digests below its old heading; `waiting` is pointer → status, for open rows.

    Raises:
        SpecError: A pointer contains a tab or a line break.
    """
    for pointer in digests:
        if len(pointer.splitlines()) > 1 or "\t" in pointer:
            raise SpecError(f"{pointer!r:.200}: expected names without tabs and line ends")
    rows = ("\t".join(filter(None, (key, sha256, waiting.get(key)))) for key, sha256 in digests.items())
    return before.partition("#/")[0] + "".join(f"{row}\n" for row in rows)


def toml_literal(value: object) -> str:
    r"""Write a value in TOML. A text becomes a JSON string in which DEL is escaped too, as TOML requires.

    >>> print(toml_literal('3.1 "x"'), toml_literal(3))
    "3.1 \"x\"" 3
    """
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f") if isinstance(value, str) else str(value)


def with_values(text: str, values: Mapping[str, Mapping[str, object]]) -> str:
    r"""Replace the values of some keys in some tables of TOML; keep comments and layout.

    >>> with_values('[a]\nsize = 1  # one', {"a": {"size": 2}})
    '[a]\nsize = 2  # one'

    Raises:
        SpecError: A key has no line where its value could be replaced.
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
        raise SpecError("SOURCE.toml: cannot be updated; expected each key on its own line")
    return made


def _with_values(part: str, wanted: Mapping[str, object]) -> str:
    for key, value in wanted.items():
        literal = toml_literal(value).replace("\\", r"\\")
        part = re.sub(rf"(?m)^({key}\s*=\s*)(?:{TOML_VALUE})", rf"\g<1>{literal}", part)
    return part
