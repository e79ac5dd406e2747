"""What a converter made of each model: one verdict each."""

from __future__ import annotations

import importlib.metadata
import json
from typing import TYPE_CHECKING, Any, NamedTuple

from bench.converters.environments import LIBRARIES, emitted, name_and_version
from bench.converters.meaning import change
from bench.converters.models import CASES
from bench.converters.strictness import refusals

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bench.converters.models import Case

OURS = "presend"


class Verdict(NamedTuple):
    """A cell of the table."""

    kind: str  # right, refused, raises, changed, told (changed, and said so), not strict
    why: str = ""  # the rules broken, the error, or the value that shows the change
    schema: dict[str, Any] | None = None


class Column(NamedTuple):
    """A converter, with a verdict for each of `CASES`."""

    library: str
    ways: tuple[str, ...]
    verdicts: tuple[Verdict, ...]


def columns(only: frozenset[str]) -> Iterator[Column]:
    """Yield the columns of all libraries, or of those named; ways that differ nowhere are one."""
    seen: dict[str, Verdict] = {}
    for library in LIBRARIES:
        if only and name_and_version(library).partition(" ")[0] not in only:
            continue
        found: dict[object, tuple[tuple[Verdict, ...], list[str]]] = {}
        for way in library.ways:
            lines = emitted(library, way)
            verdicts = tuple(_of_line(case, line, seen) for case, line in zip(CASES, lines, strict=True))
            seen_as = tuple((kind, "" if kind == "raises" else why) for kind, why, _ in verdicts)
            found.setdefault(seen_as, (verdicts, []))[1].append(way.rpartition("_")[2])
        for verdicts, ways in found.values():
            yield Column(name_and_version(library), tuple(ways), verdicts)
    if not only or OURS in only:
        yield Column(
            f"{OURS} {importlib.metadata.version(OURS)}", ("strict_schema",), tuple(_of_presend(case) for case in CASES)
        )


def _of_line(case: Case, line: dict[str, Any], seen: dict[str, Verdict]) -> Verdict:
    if "error" in line:
        return Verdict("raises", line["error"])
    if line["strict"] is not True:
        return Verdict("not strict")
    key = f"{case.about}: {json.dumps(line['schema'], sort_keys=True)}"
    if key not in seen:
        seen[key] = judged(case, line["schema"])
    return seen[key]


def _of_presend(case: Case) -> Verdict:
    import presend

    try:
        made = presend.strict_schema(case.source)
    except presend.InvalidSchema as error:
        return Verdict("raises", "; ".join(f"{problem.pointer} {problem.message}" for problem in error.problems))
    if left := [problem.message for problem in presend.check_schema(made) if problem.severity != "note"]:
        return Verdict("refused", f"by presend itself: {'; '.join(left)}", dict(made))
    verdict = judged(case, dict(made), made.restore)
    wider = any(change.severity == "warning" for change in made.changes)
    return verdict._replace(kind="told") if wider and verdict.why.startswith("allows") else verdict


def judged(case: Case, schema: dict[str, Any], restore: Callable[[Any], Any] | None = None) -> Verdict:
    """Return the verdict on a schema that was sent as strict."""
    if rules := refusals(schema):
        return Verdict("refused", ", ".join(rules), schema)
    if shown := change(case, schema, restore):
        return Verdict("changed", shown, schema)
    return Verdict("right", "", schema)
