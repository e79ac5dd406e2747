"""Check payloads on many machines with Ray Data (extra `ray`).

A file is cut into portions (bytes of JSON lines, row groups of Parquet). Each portion is a row of a dataset, and Ray
spreads the rows out. Ray runs a task again if its worker is lost, and only the results of finished tasks are counted,
so no payload is lost or counted twice. Payloads are texts in one column: a column of structs has a null for each absent
member, and absent is not null.
"""

from __future__ import annotations

import collections
import dataclasses
import pickle
from typing import TYPE_CHECKING

from presend.bulk.check import Check
from presend.bulk.ray_readers import COLUMN, READERS
from presend.bulk.ray_tables import counted, rows_of_batch, rows_of_parts
from presend.bulk.ray_tasks import dataset_of_parts, raising_causes, ray_data
from presend.packs.switches import Switches

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    import pyarrow as pa
    import ray.data
    from pydantic import BaseModel

    from presend.bulk.parts import FilePart
    from presend.packs.pack import Pack


@dataclasses.dataclass(frozen=True, slots=True)
class Checked:
    """The results of checking some files.

    Attributes:
        problems: A dataset with a row for each problem: `file`, the members of `presend.Problem`, and as `line` the
            line in a file of JSON lines, or the row in a Parquet file, both from 1.
        rules: How many problems each rule has.
        payloads: How many payloads the files have.
    """

    problems: ray.data.Dataset
    rules: Mapping[str, int]
    payloads: int


def check_files(  # noqa: PLR0913 - the switches of a validator
    target: str | type[BaseModel],
    paths: Sequence[str],
    *,
    filesystem: pa.fs.FileSystem | None = None,
    column: str | None = None,
    pack: str | Pack | None = None,
    errors_only: bool = False,
    strict: bool = False,
    enable: Collection[str] = (),
    ignore: Collection[str] = (),
) -> Checked:
    """Check the payloads in files of JSON lines and Parquet files on the current Ray cluster.

    Args:
        target: As for `presend.check`.
        paths: Files or URIs, such as `s3://bucket/requests.jsonl`; `.parquet` is Parquet, all else JSON lines.
        filesystem: File system of the paths; default: that of the URIs.
        column: Column of Parquet files that holds the payloads as text; default: `payload`, or the only text.
        pack: As for `presend.check`; the cluster must have it installed.
        errors_only: Report errors only (much faster).
        strict: As for `presend.check`.
        enable: As for `presend.check`.
        ignore: As for `presend.check`.

    Raises:
        ImportError: The extra `ray` is not installed.
        LookupError: The target, the pack or a rule is unknown; the text names the nearest ones.
        OSError: A file cannot be read.

    >>> from presend.ray import check_files
    >>> checked = check_files("CreateModerationRequest", ["examples/bad/moderations.jsonl"])
    >>> dict(checked.rules), checked.payloads
    ({'moderation.input.empty': 1}, 3)
    """
    search = Check(target, pack, Switches(strict, enable, ignore), errors_only)
    search({})  # raises for an unknown name
    kinds = ["parquet" if path.endswith(".parquet") else "jsonl" for path in paths]
    ray_data()
    portions = [
        p for path, kind in zip(paths, kinds, strict=True) for p in READERS[kind].portions(path, filesystem, column)
    ]
    files = [portion["file"] for portion in portions]
    with raising_causes():
        parts = dataset_of_parts(search, portions, filesystem).materialize()
        before, rules, payloads = _counts(parts, files)
    problems = parts.map_batches(
        rows_of_parts, batch_size=None, batch_format="pyarrow", fn_kwargs={"files": files, "before": before}
    )
    return Checked(problems, rules, payloads)


def _counts(parts: ray.data.Dataset, files: Sequence[str]) -> tuple[list[int], Mapping[str, int], int]:
    """Return the lines of the same file before each part, the problems of each rule, and the number of payloads."""
    before: list[int] = []
    lines: collections.Counter[str] = collections.Counter()
    rules: collections.Counter[str] = collections.Counter()
    payloads = 0
    for row in parts.iter_rows():
        part: FilePart = pickle.loads(row["part"])  # noqa: S301 - from our own task
        file = files[row["number"]]
        before.append(lines[file])
        lines[file] += part.lines
        payloads += part.payloads
        rules.update(problem.rule for found in part.found for problem in found.problems)
    return before, rules, payloads


def check_dataset(  # noqa: PLR0913 - the switches of a validator
    target: str | type[BaseModel],
    dataset: ray.data.Dataset,
    *,
    column: str = COLUMN,
    keep: Sequence[str] = (),
    pack: str | Pack | None = None,
    errors_only: bool = False,
    strict: bool = False,
    enable: Collection[str] = (),
    ignore: Collection[str] = (),
) -> ray.data.Dataset:
    """Return a dataset with a row for each problem of the payloads in a dataset; it runs when it is read.

    Args:
        target: As for `presend.check`.
        dataset: Payloads, one a row.
        column: The column that holds them: JSON as text or bytes.
        keep: Columns to copy beside the problems, such as an id.
        pack: As for `presend.check`; the cluster must have it installed.
        errors_only: Report errors only (much faster).
        strict: As for `presend.check`.
        enable: As for `presend.check`.
        ignore: As for `presend.check`.

    Raises:
        ImportError: The extra `ray` is not installed.
        LookupError: The target, the pack or a rule is unknown; the text names the nearest ones.

    >>> import ray
    >>> from presend.ray import check_dataset, count_rules
    >>> rows = [{"id": "a", "payload": '{"input": []}'}, {"id": "b", "payload": '{"input": "Hi"}'}]
    >>> problems = check_dataset("CreateModerationRequest", ray.data.from_items(rows), keep=["id"])
    >>> [(row["id"], row["pointer"]) for row in problems.iter_rows()]
    [('a', '/input')]
    >>> count_rules(problems)
    {'moderation.input.empty': 1}
    """
    ray_data()
    search = Check(target, pack, Switches(strict, enable, ignore), errors_only)
    search({})
    arguments = {"check": search, "column": column, "keep": list(keep)}
    return dataset.map_batches(rows_of_batch, batch_format="pyarrow", fn_kwargs=arguments)


def count_rules(problems: ray.data.Dataset) -> dict[str, int]:
    """Count the rows of a dataset of problems by rule, the most frequent rule first.

    >>> import ray
    >>> from presend.ray import count_rules
    >>> count_rules(ray.data.from_items([{"rule": "unknown-key"}, {"rule": "unknown-key"}]))
    {'unknown-key': 2}
    """
    counts: collections.Counter[str] = collections.Counter()
    for row in problems.map_batches(counted, batch_format="pyarrow").iter_rows():
        counts[row["rule"]] += row["count"]
    return dict(counts.most_common())


def parts_of(check: Check, path: str, kind: str) -> Iterator[FilePart]:
    """Yield the results of each portion of a file, in order; memory holds only what Ray has in progress.

    Raises:
        OSError: The file cannot be read.
    """
    ray_data()
    with raising_causes():
        portions = list(READERS[kind].portions(path, None, None))
        for row in dataset_of_parts(check, portions, None).iter_rows():
            part: FilePart = pickle.loads(row["part"])  # noqa: S301 - from our own task
            yield part
