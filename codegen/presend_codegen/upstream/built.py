"""Read a built-in pack as one side of a comparison, as it was when it was made."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from presend.packs.operation import Operation
from presend.packs.schema_texts import Schemas
from presend_codegen.comparing.as_packed import made
from presend_codegen.comparing.make_side import side_of_pack
from presend_codegen.source.load import SpecError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from presend.rule import Rule
    from presend_codegen.comparing.side import Side


def built_side(folder: Path) -> Side:
    """Return the pack in a folder as one side of a comparison.

    Raises:
        SpecError: There is no pack.
    """
    table = json.loads(_content(folder, "operations.json"))
    besides = {name for places in table.get("parameters", {}).values() for name in places.values()}
    # Parameters are not part of a body.
    schemas = {name: schema for name, schema in _schemas(folder).items() if name not in besides}
    rows = [Operation(**row) for row in table["operations"]]
    return side_of_pack("fragment", schemas, rows, table.get("twins", {}), made(table, schemas))


def lost_targets(folder: Path, rules: Iterable[Rule]) -> Iterator[tuple[str, str]]:
    """Yield each rule with each target that the pack in a folder lacks, so that the rule would never run.

    Raises:
        SpecError: There is no pack.
    """
    schemas = _schemas(folder)
    for rule in rules:
        for target in rule.at:
            name, _, member = target.partition(".")
            if name not in schemas or (member and member not in schemas[name].get("properties", {})):
                yield rule.id, target


def _schemas(folder: Path) -> Schemas:
    return Schemas(_content(folder, "schemas.json"))


def _content(folder: Path, name: str) -> bytes:
    try:
        return (folder / name).read_bytes()
    except FileNotFoundError:
        raise SpecError(f"{folder}: expected the pack of the fragment, but {name} is not there") from None
