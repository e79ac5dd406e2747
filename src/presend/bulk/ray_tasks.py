"""The Ray tasks of `presend.ray`, one for each portion of a file (extra `ray`)."""

from __future__ import annotations

import contextlib
import pickle
from typing import TYPE_CHECKING, Any

from presend.bulk.ray_readers import READERS
from presend.rule import PackFault

if TYPE_CHECKING:
    from collections.abc import Iterator

    import ray.data

    from presend.bulk.check import Check


def dataset_of_parts(check: Check, portions: list[dict[str, Any]], filesystem: Any) -> ray.data.Dataset:
    """Return a dataset with the results of each portion, in order."""
    data = ray_data()
    rows = [{"number": number, **portion} for number, portion in enumerate(portions)]
    tasks = max(1, len(rows))  # one for each portion, so that little is done again
    dataset = data.from_items(rows, override_num_blocks=tasks)
    dataset.context.execution_options.preserve_order = True
    dataset.context.enable_progress_bars = False
    dataset.context.raise_original_map_exception = True  # otherwise the exception is only text
    return dataset.map(_part, fn_kwargs={"check": check, "filesystem": filesystem})


def _part(row: dict[str, Any], *, check: Check, filesystem: Any) -> dict[str, Any]:
    """Check one portion; runs in a Ray task."""
    part = READERS[row["kind"]].judge(row, check, filesystem)
    return {"number": row["number"], "part": pickle.dumps(part)}


def ray_data() -> Any:
    """Return `ray.data`, connected to the current cluster; without one, start one on this machine."""
    try:
        import ray  # an extra
        import ray.data
    except ImportError:
        raise ImportError(
            "presend.ray needs Ray Data. Install presend with the extra 'ray': pip install 'presend[ray]', "
            "or in a clone of it pip install '.[ray]'."
        ) from None
    if not ray.is_initialized():
        ray.init(log_to_driver=False, logging_level="ERROR")
    return ray.data


@contextlib.contextmanager
def raising_causes() -> Iterator[None]:
    """Raise the error that a task met when it could not read its portion."""
    from ray.exceptions import RayTaskError

    try:
        yield
    except RayTaskError as error:
        if isinstance(error.cause, OSError | LookupError | TypeError | PackFault):
            raise error.cause from None
        raise
