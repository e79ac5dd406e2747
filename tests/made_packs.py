"""Make packs from JSON Schema documents inside a test; each document is one target."""

from __future__ import annotations

import importlib
import itertools
import json
import sys
from typing import TYPE_CHECKING, Any

from presend_codegen.canonical.json_schema import bundle
from presend_codegen.emitting.emit import models_source
from presend_codegen.emitting.tables import schemas_text
from presend_codegen.passes.effective import effective_schemas
from presend_codegen.passes.verify import verify

if TYPE_CHECKING:
    from pathlib import Path

NUMBERS = itertools.count()


def effective(documents: dict[str, Any]) -> dict[str, Any]:
    """Return the effective schemas of documents by name.

    Raises:
        SpecError: One of them holds what presend does not enforce.
    """
    schemas: dict[str, Any] = {}
    for name, document in documents.items():
        schemas |= bundle(document, name)
    verify(schemas)
    return effective_schemas(schemas, is_schema=True, is_exact=True)


def make_pack(folder: Path, documents: dict[str, Any]) -> str:
    """Write a pack below `folder` and return its import name."""
    schemas = effective(documents)
    name = f"made_pack_{next(NUMBERS)}"
    package = folder / name
    package.mkdir()
    files = {
        "__init__.py": "",
        "models.py": models_source(schemas, "Models of a test."),
        "schemas.json": schemas_text(schemas, "Made by a test."),
        "operations.json": json.dumps({"operations": []}),
    }
    for file, text in files.items():
        (package / file).write_text(text, "utf-8")
    if str(folder) not in sys.path:
        sys.path.insert(0, str(folder))
    importlib.invalidate_caches()
    return name
