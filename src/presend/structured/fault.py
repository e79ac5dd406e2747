"""A fault of a JSON Schema that a payload carries."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from presend.problems import Path


class Fault(NamedTuple):
    """One place where a schema breaks a requirement.

    Attributes:
        requirement: Which one: a key of `REQUIREMENTS`.
        path: Path from the schema's root to the offending member, a missing one included.
        message: The sentence; `{param}` in it becomes the quoted place.
    """

    requirement: str
    path: Path
    message: str
