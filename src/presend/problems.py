"""The records of a result: `Problem`, and the error `InvalidPayload`."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

Severity = Literal["error", "warning", "note"]
Basis = Literal["schema", "prose", "observed", "inferred"]
Path = tuple[str | int, ...]

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")  # most severe first


class Finding(NamedTuple):
    """What a keyword or a rule reports about its target; it does not know the path of the target.

    Attributes:
        message: The sentence; `{param}` is replaced by the quoted path.
        code: The API's own error code.
        member: Path from the target to the offending member; empty for the target itself.
        rule: Id of the rule to report, if it is not the keyword or rule that made the finding.
        severity: Severity, if it differs from the rule's.
        named: Path from the target to the place that the API names as `param`, if that differs from `member`: for a
            fault deep in a function's schema, the whole schema. An index in brackets, `("messages", "[1]")`, is
            `messages.[1]`.
    """

    message: str
    code: str = "invalid_value"
    member: Path = ()
    rule: str | None = None
    severity: Severity | None = None
    named: Path | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, or probably wrong, with a payload.

    Attributes:
        pointer: JSON Pointer (RFC 6901) of the offending member, also of a missing or unknown one.
        param: The same place as the API writes it (`tools[0].function.name`), or the enclosing member that the API
            names instead; `None` for the whole payload.
        rule: Id of the rule (`metadata.max-pairs`); plain schema keywords are `schema.maximum` and the like.
        severity: `error` (the API refuses it), `warning` (likely a mistake) or `note` (worth knowing).
        basis: The reason for the rule: a `schema` keyword, the spec's `prose`, `observed` API behaviour, or
            `inferred` from other statements.
        message: One or two sentences in the style of the API. They describe the payload, and quote only numbers, member
            names, and short values that were compared with a closed list.
        code: The API's own error code if there is one, such as `integer_below_min_value`; `invalid_json`
            or `invalid_yaml` if the payload cannot be read; empty for a note.
        source: Pointer into the spec (`#/components/schemas/…`) of the statement that the payload breaks.
        line: Line in the payload's text, from 1; `None` if the payload was an object.
        column: Column in that line in code points, from 1; `None` if the payload was an object.
        field: The field (`Order.lines[].price`) if the schema was generated from a Python type; else `None`.
    """

    pointer: str
    param: str | None
    rule: str
    severity: Severity
    basis: Basis
    message: str
    code: str
    source: str
    line: int | None = None
    column: int | None = None
    field: str | None = None

    def at(self, line: int, column: int) -> Problem:
        """Return the problem with its place in the payload's text."""
        return Problem(  # a third of the time of dataclasses.replace
            self.pointer,
            self.param,
            self.rule,
            self.severity,
            self.basis,
            self.message,
            self.code,
            self.source,
            line,
            column,
            self.field,
        )

    def as_openai_error(self) -> dict[str, Any]:
        """Return the problem as the body that the API sends with status 400.

        >>> import presend
        >>> problem, = presend.check("CreateRunRequest", {"assistant_id": "asst_1", "top_p": 2})
        >>> problem.as_openai_error()["error"]["code"]
        'decimal_above_max_value'
        """
        return {
            "error": {
                "message": self.message,
                "type": "invalid_request_error",
                "param": self.param,
                "code": self.code,
            }
        }


class More(NamedTuple):
    """Problems of one rule and severity that are counted, not listed.

    Attributes:
        first: The first of these problems.
        times: Number of these problems.
    """

    first: Problem
    times: int


class FoundProblems(NamedTuple):
    """The result of a check: the listed problems, in order, and the counted ones."""

    problems: tuple[Problem, ...] = ()
    more: tuple[More, ...] = ()

    def each(self, change: Callable[[Problem], Problem]) -> FoundProblems:
        """Return the result with `change` applied to every problem."""
        more = tuple(More(change(first), times) for first, times in self.more)
        return FoundProblems(tuple(map(change, self.problems)), more)

    def only(self, is_wanted: Callable[[Problem], bool]) -> FoundProblems:
        """Return the result with only the wanted problems."""
        more = tuple(one for one in self.more if is_wanted(one.first))
        return FoundProblems(tuple(filter(is_wanted, self.problems)), more)


class InvalidPayload(ValueError):  # the name is a promise of the public interface
    """Raised if a payload has errors; `.problems` holds all of them."""

    def __init__(self, target: str, problems: Iterable[Problem]) -> None:
        self.target = target
        self.problems = tuple(problems)
        super().__init__(target, self.problems)

    def __str__(self) -> str:
        many = f"{len(self.problems)} problems" if len(self.problems) != 1 else "1 problem"
        return "\n".join([f"{self.target}: {many}", *(f"  {p.pointer or '/'}: {p.message}" for p in self.problems)])


class PayloadWarning(UserWarning):
    """Warn of a payload that was sent although it has problems, as `Gate("warn")` does."""


def pointer_of(path: Path) -> str:
    """Return `path` as a JSON Pointer (RFC 6901): `("a/b", 0)` is `/a~1b/0`."""
    return "".join([f"/{escaped(step)}" for step in path])


def escaped(step: object) -> str:
    """Return a name or an index as a step of a JSON Pointer."""
    return str(step).replace("~", "~0").replace("/", "~1")


def unescaped(step: str) -> str:
    """Return the member name that a step of a JSON Pointer encodes."""
    return step.replace("~1", "/").replace("~0", "~")


def param_of(path: Path) -> str | None:
    """Return `path` in the API's own form, `tools[0].function.name`; `None` for the whole payload."""
    if not path:
        return None
    return "".join([f"[{step}]" if isinstance(step, int) else f".{step}" for step in path]).removeprefix(".")


def printable(text: str) -> str:
    r"""Return `text` with escapes for characters that control a terminal or cannot be encoded.

    Names of files and members can come from untrusted input.

    >>> print(printable("a\x1b[2Jb"))
    a\x1b[2Jb
    """
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in text)
