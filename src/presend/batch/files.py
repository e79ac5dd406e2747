"""Rules for a batch file as a whole."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from presend.batch.rules import (
    BODY_UNCHECKED,
    ENDPOINTS,
    FILE_NAME,
    MOST_BYTES,
    MOST_BYTES_AS_MIB,
    NO_FORMAT,
    REQUESTS_SOME,
    SIZE_MAX,
    SUFFIX,
    TOO_LARGE,
)
from presend.packs.names import BUILT_INS
from presend.problems import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from presend.rule import Rule


def file_faults(
    name: str, size: int, requests: int, unchecked: Mapping[str, int], pack: str
) -> Iterator[tuple[Rule, Finding]]:
    """Yield the problems of a file as a whole.

    Args:
        name: The file.
        size: Its bytes.
        requests: How many requests it has.
        unchecked: Endpoint → how many bodies for it were not checked.
        pack: Name of the pack.
    """
    if not requests:
        text = f"{NO_FORMAT}. Expected a request, got none. {REQUESTS_SOME.fix}"
        yield REQUESTS_SOME, Finding(text, "")
    if pack in BUILT_INS and _is_misnamed(name):
        text = f"{NO_FORMAT}. Expected a name that ends in {SUFFIX}, got another. {FILE_NAME.fix}"
        yield FILE_NAME, Finding(text, "")
    if size > MOST_BYTES:
        is_over = size > MOST_BYTES_AS_MIB
        hint = "" if is_over else " This is below 200 MiB, which may be what the API means."
        text = f"{TOO_LARGE} Expected at most 200 MB ({MOST_BYTES:,} bytes), got {size:,} bytes."
        yield SIZE_MAX, Finding(f"{text} {SIZE_MAX.fix}{hint}", "", severity=None if is_over else "warning")
    for url, number in unchecked.items():
        bodies = f"{number:,} {'body' if number == 1 else 'bodies'}"
        where = f" for {url}" if url in ENDPOINTS else ""
        whose = "its" if number == 1 else "their"
        text = f"Not checked: {bodies}{where}; {pack} does not have the operation of {whose} url."
        yield BODY_UNCHECKED, Finding(f"{text} {BODY_UNCHECKED.fix}", "")


def _is_misnamed(name: str) -> bool:
    """Say whether POST /files refuses the name of a file; devices and standard input have no name."""
    return not name.lower().endswith(SUFFIX) and Path(name).is_file()
