"""Rules: requirements that the spec states in words, with id, source and, usually, a function.

A rule's function takes its target (an object, or one member of it), guards the target's shape, yields findings, and
never raises. It does not know where its target stands. Limits that a schema keyword enforces have a rule without a
function: spec/overlay.yaml holds the keyword, and the rule holds the id and the words.
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

ANEW = "Make the pack anew with `presend generate`, or install its project anew."


class PackFault(RuntimeError):  # a fault of what is on disk
    """Say that a file of a pack is damaged or missing, and what to do about it."""

    def __str__(self) -> str:
        return str(self.args[-1])


def failure(error: BaseException) -> str:
    """Return what kind of error a module ended in; Python before 3.11.4 says ValueError of source with null bytes."""
    is_syntax = type(error) is ValueError and "null bytes" in str(error)
    return SyntaxError.__name__ if is_syntax else type(error).__name__


def damaged(pack: str, what: str, error: BaseException | None = None) -> NoReturn:
    """Raise what says that a pack is damaged.

    Args:
        pack: Its import name.
        what: The file, and what is wrong with it.
        error: What was met, if anything.
    """
    raise PackFault(f"Pack '{pack}': {what}. {ANEW}") from error


class RuleFault(PackFault):
    """Say that a rule of a pack cannot be applied, or failed; `.rule` is its id, and the text names it too."""

    def __init__(self, rule: str, text: str) -> None:
        self.rule = rule
        super().__init__(rule, text)


@dataclasses.dataclass(frozen=True, slots=True)
class Rule:
    """One requirement on a payload.

    Attributes:
        id: Stable name, `<schema>.<member>.<requirement>`.
        severity: Of its problems, where a finding does not say otherwise.
        basis: What the rule rests on: `schema`, `prose`, `observed` or `inferred`.
        summary: The requirement as one sentence.
        fix: What to do about a problem, as one sentence.
        sources: Pointers into the upstream spec (`#/components/schemas/…`) of the sentences that state it.
        at: Targets: `Schema` for a whole object, `Schema.member` for one member of it.
        check: The function; `None` where a keyword in spec/overlay.yaml enforces the rule, or where the function of
            another rule reports it too (the image is read once).
        digests: For each source, the sha256 of the upstream text there (whitespace runs as one space), if known.
        opt_in: Whether the rule speaks only when it is enabled by id.
        behind: Id of a rule that says the same and more; this one is heard only where that one is ignored.
        as_of: Date (ISO 8601) of the model list or the observation that the rule depends on, if any.
        needs: Names of members, without any of which the rule is silent about an object, so that it need not be asked;
            none where that is not known. codegen learns them of the built-in rules.
        look: What says, at one look at the target, that the rule is surely silent; rules that share it are asked for
            none of their own where it says yes. It may be shown anything, as the rule is.
        is_known: Whether the function is known to look at nothing but its target, not even at the date, so that what it
            was silent of can be known again.
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
        """Each source with its digest, the empty string where that is not known."""
        return tuple(itertools.zip_longest(self.sources, self.digests, fillvalue=""))

    @property
    def targets(self) -> tuple[str, ...]:
        """Names of the schemas that the rule looks at."""
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
    """Make the function below into a rule; the arguments are the rule's attributes."""
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
