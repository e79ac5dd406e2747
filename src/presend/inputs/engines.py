"""Check a long file in parts, in several processes or on Ray."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

from presend.reading.documents import STANDARD_INPUT, extension_of, format_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from presend.bulk.parts import FilePart
    from presend.inputs.jobs import Job

    Advance = Callable[[int], object]

PARQUET = ".parquet"  # a format that only presend.ray reads


def parts_by_engine(job: Job, name: str) -> Iterable[FilePart] | None:
    """Return the parts of a file that an engine checks, or `None` if the file must be checked payload by payload."""
    is_parquet = job.input_format is None and extension_of(name) == PARQUET
    return ENGINES[job.engine](job, name, "parquet" if is_parquet else format_of(name, job.input_format))


def _on_this_machine(job: Job, name: str, input_format: str) -> Iterable[FilePart] | None:
    if input_format == "parquet":
        raise OSError(errno.EINVAL, "Parquet files need --engine ray", name)
    if input_format != "jsonl" or name == STANDARD_INPUT or not os.path.isfile(name):  # noqa: PTH113 - see documents.py
        return None  # line by line, as they arrive
    from presend.bulk.ranges import parts_of  # for JSON lines alone

    return parts_of(job.find, name, job.jobs)


def _on_ray(job: Job, name: str, input_format: str) -> Iterable[FilePart] | None:
    from presend.bulk.ray_readers import READERS
    from presend.ray import parts_of  # an extra

    return parts_of(job.find, name, input_format) if input_format in READERS and name != STANDARD_INPUT else None


ENGINES: dict[str, Callable[[Job, str, str], Iterable[FilePart] | None]] = {
    "local": _on_this_machine,
    "ray": _on_ray,
}
