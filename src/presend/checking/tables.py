"""The tables of proofs: type of a value → the remaining test.

A type that is missing from a table is not proved. The other types have one of three tests: `True`, which accepts every
value; a set, which lists the valid texts; or a function, which returns whether a value is proved valid and keeps the
findings of rules.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from presend.reading.json_data import CONTAINERS
from presend.schema.keywords import KINDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from presend.checking.rule_findings import RuleFindings

    Proof = Callable[[Any, RuleFindings], bool]
    Test = bool | frozenset[str] | Proof


class Table(dict[type, "Test"]):
    """Type of a value → the remaining test; `is_made` tells whether the table is complete."""

    __slots__ = ("is_made",)

    def __init__(self, tests: Iterable[tuple[type, Test]] = (), *, is_made: bool = False) -> None:
        super().__init__(tests)
        self.is_made = is_made

    def proves(self, value: Any, findings: RuleFindings) -> bool:
        """Return whether a value is proved valid."""
        test = self.get(type(value))
        if test is True or not test:
            return test is True
        return value in test if type(test) is frozenset else test(value, findings)  # type: ignore[operator]

    def later(self, kind: type) -> Test | None:
        """Return the test for a type; an unfinished table returns its `proves` method, which reads it later."""
        return self.get(kind) if self.is_made else self.proves


def is_anything(value: Any, findings: RuleFindings) -> bool:  # noqa: ARG001 - a proof
    """Accept an object or array that any schema would accept, and record that nothing limits its depth."""
    findings.have_free_parts = True
    return True


ANYTHING = Table(((kind, is_anything if kind in CONTAINERS else True) for kind in KINDS), is_made=True)
NOTHING = Table(is_made=True)


def joined(tests: Iterable[Test | None]) -> Test | None:
    """Combine tests into one that requires all of them; `None` if one of them is `None`."""
    left: list[Test] = []
    for test in tests:
        if test is None:
            return None
        if test is not True:
            left.append(test)
    if len(left) < 2:  # noqa: PLR2004 - nothing to join
        return left[0] if left else True
    proofs = tuple(_of_texts(test) if isinstance(test, frozenset) else test for test in left)
    if len(proofs) == 2:  # noqa: PLR2004 - the most usual, a loop the quicker
        first, second = proofs
        return lambda value, findings: first(value, findings) and second(value, findings)  # type: ignore[operator]

    def prove(value: Any, findings: RuleFindings) -> bool:
        for proof in proofs:  # noqa: SIM110 - `all` takes twice as long
            if not proof(value, findings):  # type: ignore[operator]
                return False
        return True

    return prove


def _of_texts(texts: frozenset[str]) -> Proof:
    return lambda value, findings: value in texts  # noqa: ARG005
