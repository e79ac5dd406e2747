"""Rules: requirements that the spec states in words, with id, source and, usually, a function.

A rule's function takes its target (an object, or one member of it), guards the target's shape, yields findings, and
never raises. It does not know the path of its target. Limits that a schema keyword enforces have a rule without a
function: spec/overlay.yaml holds the keyword, and the rule holds the id and the texts.
"""

from __future__ import annotations

import dataclasses
import itertools
from typing import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from presend.problems import Basis, Finding, Severity

    Check = Callable[[Any], Iterator[Finding]]
    Look = Callable[[Any], bool]

REGENERATE = "Regenerate the pack with `presend generate`, or install its project again."


class PackFault(RuntimeError):  # a fault of what is on disk
    """Raised if a file of a pack is damaged or missing; the text says how to repair it."""

    def __str__(self) -> str:
        return str(self.args[-1])


def failure(error: BaseException) -> str:
    """Return the name of the error that a module raised; for null bytes, Python before 3.11.4 raises ValueError."""
    is_syntax = type(error) is ValueError and "null bytes" in str(error)
    return SyntaxError.__name__ if is_syntax else type(error).__name__


def damaged(pack: str, what: str, error: BaseException | None = None) -> NoReturn:
    """Raise `PackFault` for a damaged pack.

    Args:
        pack: Import name of the pack.
        what: The file, and its fault.
        error: The original error, if any.
    """
    raise PackFault(f"Pack '{pack}': {what}. {REGENERATE}") from error


class RuleFault(PackFault):
    """Raised if a rule of a pack cannot be applied, or failed; `.rule` is its id, which the text contains too."""

    def __init__(self, rule: str, text: str) -> None:
        self.rule = rule
        super().__init__(rule, text)


@dataclasses.dataclass(frozen=True, slots=True)
class Rule:
    """One requirement on a payload.

    Attributes:
        id: Stable name, `<schema>.<member>.<requirement>`.
        severity: Severity of its problems, unless a finding sets another.
        basis: The reason for the rule: `schema`, `prose`, `observed` or `inferred`.
        summary: The requirement as one sentence.
        fix: How to fix a problem, as one sentence.
        sources: Pointers into the upstream spec (`#/components/schemas/…`) to the sentences that state the rule.
        at: Targets: `Schema` for a whole object, `Schema.member` for one member of it.
        check: The function; `None` if a keyword in spec/overlay.yaml enforces the rule, or the function of another rule
            reports it too (so that an image is read once).
        digests: For each source, the sha256 of the upstream text (runs of whitespace as one space), if known.
        opt_in: Whether the rule applies only if it is enabled by id.
        behind: Id of a rule that requires the same and more; this one is reported only if that one is ignored.
        as_of: Date (ISO 8601) of the model list or the observation that the rule depends on, if any.
        needs: Names of members. The rule finds nothing in an object that has none of them, so it does not run there.
            Empty if unknown. codegen determines them for the built-in rules.
        look: A quick test that returns true if the rule certainly finds nothing; rules can share one, and then none of
            them runs. It has to accept any value, as the rule does.
        is_known: Whether the function reads only its target, not even the date, so that a result without findings can
            be cached.
    """

    id: str
    severity: Severity
    basis: Basis
    summary: str
    fix: str
    sources: tuple[str, ...] = ()
    at: tuple[str, ...] = ()
    check: Check | None = None
    digests: tuple[str, ...] = ()
    opt_in: bool = False
    as_of: str | None = None
    behind: str | None = None
    needs: frozenset[str] = frozenset()
    look: Look | None = None
    is_known: bool = False

    @property
    def statements(self) -> tuple[tuple[str, str], ...]:
        """Each source with its digest; the empty string if that is unknown."""
        return tuple(itertools.zip_longest(self.sources, self.digests, fillvalue=""))

    @property
    def targets(self) -> tuple[str, ...]:
        """Names of the schemas that the rule applies to."""
        return tuple(dict.fromkeys(place.partition(".")[0] for place in self.at))


def rule(  # noqa: PLR0913 - the parts of a rule
    id: str,  # noqa: A002 - the field's own name
    severity: Severity,
    basis: Basis,
    summary: str,
    fix: str,
    *,
    at: str | tuple[str, ...],
    sources: tuple[str, ...] = (),
    opt_in: bool = False,
    as_of: str | None = None,
    behind: str | None = None,
    look: Look | None = None,
) -> Callable[[Check], Rule]:
    """Make a decorator that turns a function into a rule; the arguments are the attributes of the rule."""
    places = (at,) if isinstance(at, str) else at
    return lambda check: Rule(
        id,
        severity,
        basis,
        summary,
        fix,
        sources,
        places,
        check=check,
        opt_in=opt_in,
        as_of=as_of,
        behind=behind,
        look=look,
    )


def said(*places: str) -> tuple[str, ...]:
    """Return pointers to the descriptions of schemas or members: `Metadata`, `CreateRunRequest/properties/top_p`."""
    return tuple(f"#/components/schemas/{place}/description" for place in places)
