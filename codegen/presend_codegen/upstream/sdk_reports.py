"""Report what the openai package has and today's pack lacks, as text or JSON."""

from __future__ import annotations

import dataclasses
import json
from importlib import metadata
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from presend_codegen.upstream.sdk import Known, Texts

    Formatter = Callable[[list[Known], Texts | None], Iterator[str]]

WORDS = {
    "member": "members that the pack does not have",
    "value": "values that the pack refuses",
    "variant": "variants of a union that the pack does not have",
    "required": "members that the pack requires and the SDK does not",
    "operation": "operations with a body that the pack does not have",
}


def is_quiet(known: list[Known], said: Texts | None) -> bool:
    """Say whether nobody has to act; operations outside of our scope do not count."""
    is_told = any(one.kind != "operation" for one in known)
    return not is_told and not (said and (said.new or said.changed or said.gone))


def _text(known: list[Known], said: Texts | None) -> Iterator[str]:
    yield f"openai {metadata.version('openai')}, compared with today's API\n"
    for kind, every in groupby(known, key=lambda one: one.kind):
        rows = list(every)
        yield f"\n{len(rows)} {WORDS[kind]}:\n"
        for one in rows:
            yield f"  {one.place}{': ' if one.name else ''}{one.name}\n"
    for word, places in dataclasses.asdict(said).items() if said else ():
        if places:
            yield f"\n{len(places)} texts of members are {word}:\n"
            yield from (f"  {place}\n" for place in places)
    if is_quiet(known, said):
        yield "\nNothing to update.\n"


def _json(known: list[Known], said: Texts | None) -> Iterator[str]:
    report = {
        "version": metadata.version("openai"),
        "unknown": [dataclasses.asdict(one) for one in known],
        "texts": dataclasses.asdict(said) if said else None,
    }
    yield json.dumps(report, indent=2) + "\n"


REPORTS: dict[str, Formatter] = {"text": _text, "json": _json}
