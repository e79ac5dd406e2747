"""Problems as tables of Arrow, for the datasets of `presend.ray` (extra `ray`)."""

from __future__ import annotations

import collections
import dataclasses
import pickle
from typing import TYPE_CHECKING, Any

from presend.bulk.ray_readers import texts_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from presend.bulk.check import Check
    from presend.problems import Problem

NUMBERS = {"line", "column"}  # members of a problem that are numbers; the others are texts


def rows_of_batch(batch: Any, *, check: Check, column: str, keep: list[str]) -> Any:
    """Return the problems of a batch of payloads as a table."""
    import pyarrow as pa

    found = [
        (row, problem) for row, text in enumerate(texts_of(batch.column(column), column)) for problem in check(text)
    ]
    kept = batch.select(keep).take(pa.array([row for row, _ in found], pa.int64()))
    table = _table([problem for _, problem in found])
    for name in keep:
        table = table.append_column(name, kept.column(name))
    return table


def rows_of_parts(batch: Any, *, files: list[str], before: list[int]) -> Any:
    """Return the problems of portions as a table."""
    import pyarrow as pa

    names: list[str] = []
    problems: list[Problem] = []
    for number, raw in zip(batch["number"].to_pylist(), batch["part"].to_pylist(), strict=True):
        for found in pickle.loads(raw).found:  # noqa: S301 - from our own task
            placed = found.placed(before[number])
            problems += placed
            names += [files[number]] * len(placed)
    return _table(problems).append_column("file", pa.array(names, pa.string()))


def _table(problems: Iterable[Problem]) -> Any:
    """Return problems as a table that has the same columns whatever the problems."""
    import pyarrow as pa

    from presend.problems import Problem as Row

    fields = [(field.name, pa.int64() if field.name in NUMBERS else pa.string()) for field in dataclasses.fields(Row)]
    return pa.Table.from_pylist([dataclasses.asdict(problem) for problem in problems], schema=pa.schema(fields))


def counted(batch: Any) -> Any:
    """Return how many problems of a batch each rule has, as a table."""
    import pyarrow as pa

    counts = collections.Counter(batch["rule"].to_pylist())
    return pa.table({"rule": pa.array([*counts], pa.string()), "count": pa.array(counts.values(), pa.int64())})
