"""Load the rules that a user wrote for a pack, check them against its schemas, and report rules that fail.

A mistake in a rule is reported when the rules are loaded: a rule for a place that does not exist would never run. An
exception in a rule is reported by its type and its place in the code, since its text may quote the payload.
"""

from __future__ import annotations

import dataclasses
import importlib
from typing import TYPE_CHECKING, Any, get_args

from presend.problems import SEVERITIES, Basis, Finding, Severity
from presend.rule import Rule, RuleFault, failure
from presend.schema.catalogue import UNIVERSAL
from presend.schema.keywords import did_you_mean, first_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from presend.rule import Check

ADVICE = "A rule must check the type of its value first, yield a Finding for each problem, and never raise."
CHOICES = {"severity": get_args(Severity), "basis": get_args(Basis)}
TEXTS = ("id", "summary", "fix")  # attributes of a rule that are a str


def own_rules(package: str, schemas: Mapping[str, Any]) -> tuple[Rule, ...]:
    """Return the rules in the module `rules` of a pack; none if it has no such module.

    Raises:
        RuleFault: The module cannot be imported or has no RULES, or one of them cannot be applied.
    """
    module = f"{package}.rules"
    try:
        rules: Any = getattr(importlib.import_module(module), "RULES", None)
    except Exception as error:
        if isinstance(error, ModuleNotFoundError) and error.name == module:
            return ()
        raise RuleFault("", f"{module} cannot be imported: {failure(error)}: {error}") from error
    if not isinstance(rules, tuple | list):
        raise RuleFault("", f"{module}: expected a tuple RULES, such as RULES = (order_has_lines,), found none.")
    seen: set[str] = set()
    for rule in rules:
        for fault in _faults(rule, seen, schemas):
            raise RuleFault(getattr(rule, "id", ""), f"{module}: {fault}")
    return tuple(dataclasses.replace(rule, check=_guarded(rule)) if rule.check else rule for rule in rules)


def rules_of_limits(limits: Mapping[str, Any]) -> Iterator[Rule]:
    """Yield the rules that overlays name at limits of a pack; a rule in `RULES` may replace one.

    Args:
        limits: Codegen's record of them: rule → `keywords`, `at`, and `summary` if the overlay has one.
    """
    texts = {rule.id: rule for rule in UNIVERSAL}
    for rule, limit in limits.items():
        of_keywords = [texts[f"schema.{word}"] for word in limit["keywords"]]
        summary = limit.get("summary") or " ".join(text.summary for text in of_keywords)
        summary = summary if summary.endswith(".") else f"{summary}."
        fix = limit.get("fix") or " ".join(dict.fromkeys(text.fix for text in of_keywords))
        basis: Basis = limit["basis"] if limit.get("basis") in CHOICES["basis"] else of_keywords[0].basis
        yield Rule(rule, "error", basis, summary, fix, at=tuple(limit["at"]), as_of=limit.get("as_of"))


def _faults(rule: object, seen: set[str], schemas: Mapping[str, Any]) -> Iterator[str]:
    """Yield the errors of a rule, and add its id to `seen`."""
    if not isinstance(rule, Rule):
        yield f"expected rules in RULES, got {type(rule).__name__}. Put @rule(…) of presend.rule before the function."
        return
    label = f"rule '{rule.id}'"
    for name in TEXTS:
        if not isinstance(given := getattr(rule, name), str):
            yield f"{label}: expected a str as {name}, got {type(given).__name__}."
    if rule.id in seen:
        yield f"{label} is defined twice. Change the id of one."
    seen.add(rule.id)
    if not (rule.check is None or callable(rule.check)):
        yield f"{label}: expected a function, got {type(rule.check).__name__}."
    if not (isinstance(rule.at, tuple | list) and all(isinstance(place, str) for place in rule.at)):
        yield f"{label}: expected a str, or a tuple of them, as at, got {type(rule.at).__name__}."
    for name, known in CHOICES.items():
        if (given := getattr(rule, name)) not in known:
            yield f"{label}: expected one of {', '.join(known)} as {name}, got '{given}'."
    if rule.check and not rule.at:
        yield f"{label} has no place. Give at='Schema' or at='Schema.member'."
    for place in rule.at:
        name, dot, member = place.partition(".")
        members = schemas[name].get("properties", {}) if name in schemas else {}
        if name not in schemas:
            yield f"{label} is at '{place}', and there is no schema '{name}'.{_near(name, schemas)}"
        elif dot and member not in members:
            yield f"{label} is at '{place}', and {name} has no member '{member}' of its own.{_near(member, members)}"


def _near(name: str, names: Mapping[str, Any]) -> str:
    """Return the names nearest to one, or the first of all."""
    return did_you_mean(name, names) or (f" Known are {first_of(names)}." if names else " It has none.")


def _guarded(rule: Rule) -> Check:
    """Wrap the function of a rule so that a failure names the rule."""
    check = rule.check

    def guarded(value: Any) -> Iterator[Finding]:
        try:
            for finding in check(value):  # type: ignore[misc]  # asked of rules with a function alone
                if fault := _fault_of(finding):
                    raise _FindingError(fault)  # noqa: TRY301 - reported as any other
                yield finding
        except RecursionError:  # from a value that is nested too deep, which is reported as a problem
            raise
        except Exception as error:
            slip = f" {error}" if isinstance(error, _FindingError) else ""
            name = TypeError.__name__ if slip else type(error).__name__
            what = f"{name} in {_line(error, getattr(check, '__module__', ''))}.{slip}"
            raise RuleFault(rule.id, f"Rule '{rule.id}' failed: {what} {ADVICE}") from error

    return guarded


class _FindingError(TypeError):
    """Error for an invalid finding; its text does not quote the payload."""


def _fault_of(finding: object) -> str:
    """Return the error in a value that a rule yielded, if any.

    The text does not quote the value, because the rule may have made it from the payload.
    """
    if not isinstance(finding, Finding):
        return f"Expected a Finding, got {type(finding).__name__}."
    for name, (expected, is_right) in _PARTS.items():
        if not is_right(given := getattr(finding, name)):
            got = "another str" if name == "severity" and isinstance(given, str) else type(given).__name__
            return f"Expected {expected} as {name} of a Finding, got {got}."
    return ""


def _is_member(given: object) -> bool:
    return isinstance(given, tuple) and all(isinstance(step, str) or type(step) is int for step in given)


def _is_text(given: object) -> bool:
    return isinstance(given, str)


_PARTS: dict[str, tuple[str, Callable[[Any], bool]]] = {  # attribute of a finding → its expected type
    "message": ("a str", _is_text),
    "code": ("a str", _is_text),
    "member": ("a tuple of names and indices", _is_member),
    "rule": ("a str or None", lambda given: given is None or _is_text(given)),
    "severity": (f"{', '.join(SEVERITIES)} or None", lambda given: given is None or given in SEVERITIES),
    "named": ("a tuple of names and indices or None", lambda given: given is None or _is_member(given)),
}


def _line(error: Exception, module: str) -> str:
    """Return the innermost line of a module in the traceback of an error."""
    trace, place = error.__traceback__, module
    while trace:
        if trace.tb_frame.f_globals.get("__name__") == module:
            place = f"{module}:{trace.tb_lineno}"
        trace = trace.tb_next
    return place
