"""A fault of a JSON Schema in a payload."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from presend.problems import Path


class Fault(NamedTuple):
    """One place where a schema breaks a requirement.

    Attributes:
        requirement: A key of `REQUIREMENTS`.
        path: Path from the schema's root to the wrong or missing member.
        message: The sentence; `{param}` in it becomes the quoted place.
    """

    requirement: str
    path: Path
    message: str
