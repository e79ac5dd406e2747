"""Turn effective schemas into the Python source of their models, and lay it out.

`direct` writes the models where every schema has a common form, else datamodel-code-generator (`generator`).
"""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

from ruff import find_ruff_bin

from presend_codegen.canonical.spelling import member_names
from presend_codegen.emitting.direct import written
from presend_codegen.emitting.direct_types import UnknownForm
from presend_codegen.emitting.facts import docstring
from presend_codegen.emitting.generator import generated
from presend_codegen.source.load import SpecError

if TYPE_CHECKING:
    from presend_codegen.source.load import Object

TEMPLATES = Path(__file__).parent / "templates"
TOLD = 2_000  # characters of Ruff's message to quote


def models_source(schemas: Object, header: str) -> str:
    """Return the Python source of the models of `schemas`; the text `header` becomes its docstring.

    Raises:
        SpecError: The generator made a class that belongs to no schema.
    """
    members = member_names(
        dict.fromkeys(name for schema in schemas.values() for name in schema.get("properties", ())), schemas
    )
    top = docstring({"description": header}, {}, "")
    try:
        source = written(schemas, members, top)
    except UnknownForm:
        source = generated(schemas, members, top)
    return laid_out(source)


def laid_out(source: str) -> str:
    """Format source with Ruff: sort imports and remove unused ones."""
    ruff = find_ruff_bin()  # the binary itself: starting it through Python takes five times as long as the formatting
    settings = ["--config", str(TEMPLATES / "ruff.toml"), "--stdin-filename", "models.py", "-"]
    for command in (["check", "--fix", "--quiet"], ["format", "--quiet"]):
        done = subprocess.run(  # noqa: S603 - our own command line, the source on standard input
            [ruff, *command, *settings],
            cwd=TEMPLATES,  # no package here, so Ruff cannot take an import for a local one
            input=source,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        if done.returncode:
            raise SpecError(f"the generated models cannot be laid out: {done.stderr.strip()[:TOLD]}")
        source = done.stdout
    return source
