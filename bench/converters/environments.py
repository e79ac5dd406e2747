"""The libraries that are measured, at one version each, and an environment for each in build/converters.

To measure newer ones, change the versions here and run `make converters`.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import venv
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).parents[2]
BUILD = ROOT / "build" / "converters"
PYDANTIC = "pydantic==2.14.4"  # the same for all, presend and the judge too: the models are pydantic's
MINUTES = 10 * 60  # for one library to send all models
QUIET = {"LITELLM_LOCAL_MODEL_COST_MAP": "True", "OPENAI_AGENTS_DISABLE_TRACING": "1", "OPENAI_API_KEY": "none"}


class Library(NamedTuple):
    """What to install, and the ways (`ways`) that are measured with it."""

    requirements: tuple[str, ...]  # the first is the library, whose version the table shows
    ways: tuple[str, ...]


LIBRARIES = (
    Library(("openai==3.57.0",), ("openai_tool", "openai_format")),
    Library(
        ("pydantic-ai-slim[openai]==2.68.0", "openai==3.57.0"),
        ("pydantic_ai_default", "pydantic_ai_tool", "pydantic_ai_format"),
    ),
    Library(("instructor==1.17.0", "openai==3.3.0"), ("instructor_tool", "instructor_format")),
    Library(
        ("langchain-openai==1.7.4", "langchain-core==1.8.3", "openai==3.57.0"), ("langchain_tool", "langchain_format")
    ),
    Library(("openai-agents==0.24.0", "openai==3.57.0"), ("agents_tool", "agents_format")),
    Library(("litellm==1.110.2", "openai==3.57.0"), ("litellm_format",)),
)


def name_and_version(library: Library) -> str:
    """Return for example `openai 3.57.0`."""
    name, _, version = library.requirements[0].partition("==")
    return f"{name.partition('[')[0].removesuffix('-slim')} {version}"


def emitted(library: Library, way: str) -> list[dict[str, Any]]:
    """Return what a way sends for each model, measured anew in the environment of its library."""
    out = BUILD / f"{way}.jsonl"
    command = [_python(library), "-m", "bench.converters.emit", way, str(out)]
    subprocess.run(
        command, cwd=ROOT, env={**os.environ, **QUIET}, check=True, timeout=MINUTES, stdout=subprocess.DEVNULL
    )
    return [json.loads(line) for line in out.read_text("utf-8").splitlines()]


def _python(library: Library) -> str:
    """Return the interpreter of a library's environment, which is made where there is none for these versions."""
    folder = BUILD / library.requirements[0].partition("==")[0].partition("[")[0]
    python, mark = folder / "bin" / "python", folder / "requirements.txt"
    wanted = "\n".join((*library.requirements, PYDANTIC))
    if not mark.exists() or mark.read_text("utf-8") != wanted:
        print(f"Installing {library.requirements[0]} into {folder.relative_to(ROOT)}.", file=sys.stderr)
        venv.create(folder, clear=True, with_pip=True)
        command = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*command, *wanted.split("\n")], check=True)
        mark.write_text(wanted, "utf-8")
    return str(python)
