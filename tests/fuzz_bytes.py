"""Fuzz the readers of raw bytes with coverage guidance (`make fuzz-bytes`): JSON text, PNG, form fields.

    python -m tests.fuzz_bytes ENTRY CORPUS [libFuzzer options, such as -max_total_time=600]

ENTRY is `json`, `png` or `form`. Every input must get an answer: any exception other than the documented ones is a
crash. libFuzzer's options limit time and memory (Makefile: one second, 200 MB).
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import atheris

with atheris.instrument_imports(include=["presend"]):
    import presend
    import presend.api
    import presend.files.png
    import presend.files.png_chunks
    import presend.files.png_header
    import presend.files.png_pixels
    import presend.files.uploads
    import presend.inputs.faults
    import presend.inputs.form_fields
    import presend.openai.rules
    import presend.reading.json_text
    import presend.reading.python_values

if TYPE_CHECKING:
    from collections.abc import Callable

EXAMPLES = Path(__file__).parent.parent / "examples"
ROOTS = ("CreateRunRequest", "CreateMessageRequest", "CreateModerationRequest", "CreateModerationResponse")


def agree(target: str, payload: object, **switches: bool) -> None:
    """Require that all functions give the same verdict."""
    problems = presend.check(target, payload, **switches)  # type: ignore[arg-type]
    has_errors = any(problem.severity == "error" for problem in problems)
    if presend.is_valid(target, payload, **switches) is has_errors:  # type: ignore[arg-type]
        raise AssertionError(f"{target}: is_valid and check disagree")


def json_text(data: bytes) -> None:
    """Check the bytes as the JSON text of one of the roots."""
    agree(ROOTS[data[0] % len(ROOTS)] if data else ROOTS[0], data[1:])


def png(data: bytes) -> None:
    """Check the bytes as an image."""
    agree("CreateImageVariationRequest", {"image": ("image.png", data, "image/png")})


def form(data: bytes) -> None:
    """Check the bytes as form fields, one a line."""
    lines = data.decode("utf-8", "surrogateescape").split("\n")
    try:
        read = presend.inputs.form_fields.fields(tuple(line for line in lines if "@" not in line and "<" not in line))
    except presend.inputs.faults.FieldFault:
        return
    agree("CreateImageVariationRequest", read, form=True)


ENTRIES: dict[str, tuple[Callable[[bytes], None], str]] = {  # entry → function, examples that the corpus starts from
    "json": (json_text, "good/*.json"),
    "png": (png, "images/*.png"),
    "form": (form, "good/*.form"),
}


def main() -> None:
    """Fuzz one entry, starting from the examples."""
    name, corpus, *options = sys.argv[1:]
    function, pattern = ENTRIES[name]
    folder = Path(corpus)
    folder.mkdir(parents=True, exist_ok=True)
    for path in EXAMPLES.glob(pattern):
        content = path.read_bytes().replace(b"-F ", b"") if name == "form" else path.read_bytes()
        (folder / path.name).write_bytes(b"\0" + content if name == "json" else content)
    atheris.Setup([sys.argv[0], corpus, *options], function)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
