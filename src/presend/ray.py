"""Payloads checked on many machines, by Ray Data (extra `ray`).

A file is cut into portions (bytes of JSON lines, row groups of Parquet), and each is a row of a dataset that Ray
spreads out. A task that is lost with its worker is run again by Ray, and only what a finished task returned is counted,
so nothing is lost and nothing counts twice. Payloads are texts in one column: a column of structs has a null for each
absent member, and absent is not null.
"""

from __future__ import annotations

import collections
import contextlib
import dataclasses
import pickle
from typing import TYPE_CHECKING, Any

from presend.bulk.check import Check
from presend.bulk.ray_readers import COLUMN, READERS, texts_of
from presend.rule import PackFault

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    import pyarrow as pa
    import ray.data
    from pydantic import BaseModel

    from presend.bulk.parts import Part
    from presend.packs.pack import Pack
    from presend.problems import Problem

_NUMBERS = {"line", "column"}  # members of a problem; the others are texts


@dataclasses.dataclass(frozen=True, slots=True)
class Checked:
    """What came of some files.

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
    """Check the payloads in files of JSON lines and in Parquet files, on the Ray cluster at hand.

    Args:
        target: As for `presend.check`.
        paths: Names of files, or URIs such as `s3://bucket/requests.jsonl`; `.parquet` is Parquet, all else JSON lines.
        filesystem: Where the paths are; without it the URIs say so.
        column: Column of Parquet files that holds the payloads, as text; without it `payload`, or the only text.
        pack: As for `presend.check`; it is installed on the cluster.
        errors_only: Leave out warnings and notes, which is quicker by far.
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
    search = Check(target, pack, strict, enable, ignore, errors_only)
    search({})  # hears of an unknown name
    kinds = ["parquet" if path.endswith(".parquet") else "jsonl" for path in paths]
    _ready()
    portions = [
        p for path, kind in zip(paths, kinds, strict=True) for p in READERS[kind].portions(path, filesystem, column)
    ]
    before: list[int] = []
    lines: collections.Counter[str] = collections.Counter()
    rules: collections.Counter[str] = collections.Counter()
    payloads = 0
    with _causes():
        parts = _parts(search, portions, filesystem).materialize()
        for row in parts.iter_rows():
            part: Part = pickle.loads(row["part"])  # noqa: S301 - from our own task
            file = portions[row["number"]]["file"]
            before.append(lines[file])
            lines[file] += part.lines
            payloads += part.payloads
            rules.update(problem.rule for found in part.found for problem in found.problems)
    files = [portion["file"] for portion in portions]
    problems = parts.map_batches(
        _rows_of_parts, batch_size=None, batch_format="pyarrow", fn_kwargs={"files": files, "before": before}
    )
    return Checked(problems, rules, payloads)


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
    """Return a dataset with a row for each problem of the payloads in a dataset; nothing runs before it is asked for.

    Args:
        target: As for `presend.check`.
        dataset: Payloads, one a row.
        column: The column that holds them: JSON as text or bytes.
        keep: Columns to copy beside the problems, such as an id.
        pack: As for `presend.check`; it is installed on the cluster.
        errors_only: Leave out warnings and notes, which is quicker by far.
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
    _ready()
    search = Check(target, pack, strict, enable, ignore, errors_only)
    search({})
    arguments = {"check": search, "column": column, "keep": list(keep)}
    return dataset.map_batches(_rows_of_batch, batch_format="pyarrow", fn_kwargs=arguments)


def count_rules(problems: ray.data.Dataset) -> dict[str, int]:
    """Return how many rows of a dataset of problems each rule has, the most frequent first.

    >>> import ray
    >>> from presend.ray import count_rules
    >>> count_rules(ray.data.from_items([{"rule": "unknown-key"}, {"rule": "unknown-key"}]))
    {'unknown-key': 2}
    """
    counts: collections.Counter[str] = collections.Counter()
    for row in problems.map_batches(_counted, batch_format="pyarrow").iter_rows():
        counts[row["rule"]] += row["count"]
    return dict(counts.most_common())


def parts_of(check: Check, path: str, kind: str) -> Iterator[Part]:
    """Yield what comes of each portion of a file, in order; no more is kept than Ray has under way.

    Raises:
        OSError: The file cannot be read.
    """
    _ready()
    with _causes():
        portions = list(READERS[kind].portions(path, None, None))
        for row in _parts(check, portions, None).iter_rows():
            part: Part = pickle.loads(row["part"])  # noqa: S301 - from our own task
            yield part


def _parts(check: Check, portions: list[dict[str, Any]], filesystem: Any) -> ray.data.Dataset:
    """Return a dataset with what came of each portion, in order."""
    data = _ready()
    rows = [{"number": number, **portion} for number, portion in enumerate(portions)]
    dataset = data.from_items(rows, override_num_blocks=max(1, len(rows)))  # a task each, so that little is done again
    dataset.context.execution_options.preserve_order = True
    dataset.context.enable_progress_bars = False
    dataset.context.raise_original_map_exception = True  # or it is told in words alone
    return dataset.map(_part, fn_kwargs={"check": check, "filesystem": filesystem})


def _part(row: dict[str, Any], *, check: Check, filesystem: Any) -> dict[str, Any]:
    """Check one portion: what a Ray task does."""
    part = READERS[row["kind"]].judge(row, check, filesystem)
    return {"number": row["number"], "part": pickle.dumps(part)}


def _ready() -> Any:
    """Return `ray.data`, connected to the cluster at hand; with none, to one on this machine."""
    try:
        import ray  # noqa: PLC0415 - an extra
        import ray.data  # noqa: PLC0415
    except ImportError:
        raise ImportError(
            "presend.ray needs Ray Data. Install presend with the extra 'ray': pip install 'presend[ray]', "
            "or in a clone of it pip install '.[ray]'."
        ) from None
    if not ray.is_initialized():
        ray.init(log_to_driver=False, logging_level="ERROR")
    return ray.data


@contextlib.contextmanager
def _causes() -> Iterator[None]:
    """Raise what a task could not read as the error that it met there."""
    from ray.exceptions import RayTaskError  # noqa: PLC0415

    try:
        yield
    except RayTaskError as error:
        if isinstance(error.cause, OSError | LookupError | TypeError | PackFault):
            raise error.cause from None
        raise


def _rows_of_batch(batch: Any, *, check: Check, column: str, keep: list[str]) -> Any:
    """Return the problems of a batch of payloads as a table."""
    import pyarrow as pa  # noqa: PLC0415

    found = [
        (row, problem) for row, text in enumerate(texts_of(batch.column(column), column)) for problem in check(text)
    ]
    kept = batch.select(keep).take(pa.array([row for row, _ in found], pa.int64()))
    table = _table([problem for _, problem in found])
    for name in keep:
        table = table.append_column(name, kept.column(name))
    return table


def _rows_of_parts(batch: Any, *, files: list[str], before: list[int]) -> Any:
    """Return the problems of portions as a table."""
    import pyarrow as pa  # noqa: PLC0415

    names: list[str] = []
    problems: list[Problem] = []
    for number, raw in zip(batch["number"].to_pylist(), batch["part"].to_pylist(), strict=True):
        for found in pickle.loads(raw).found:  # noqa: S301 - from our own task
            placed = found.placed(before[number])
            problems += placed
            names += [files[number]] * len(placed)
    return _table(problems).append_column("file", pa.array(names, pa.string()))


def _table(problems: Iterable[Problem]) -> Any:
    """Return problems as a table whose columns do not depend on which there are."""
    import pyarrow as pa  # noqa: PLC0415

    from presend.problems import Problem as Row  # noqa: PLC0415

    fields = [(field.name, pa.int64() if field.name in _NUMBERS else pa.string()) for field in dataclasses.fields(Row)]
    return pa.Table.from_pylist([dataclasses.asdict(problem) for problem in problems], schema=pa.schema(fields))


def _counted(batch: Any) -> Any:
    import pyarrow as pa  # noqa: PLC0415

    counts = collections.Counter(batch["rule"].to_pylist())
    return pa.table({"rule": pa.array([*counts], pa.string()), "count": pa.array(counts.values(), pa.int64())})
