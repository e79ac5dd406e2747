"""The record for one keyword of a node."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from presend.schema.keywords import Keyword


class Constraint(NamedTuple):
    """One keyword of a schema, with its limit.

    Attributes:
        check: The keyword's function. It takes the limit and a value, and yields findings.
        limit: The value of the keyword in the schema.
        keyword: Name of the keyword.
        rule: Id of the rule that the keyword enforces; `None` for the default, `schema.<keyword>`.
    """

    check: Keyword
    limit: Any
    keyword: str
    rule: str | None

    @property
    def rule_id(self) -> str:
        """The id of the rule that its problems are reported under."""
        return self.rule or f"schema.{self.keyword}"
