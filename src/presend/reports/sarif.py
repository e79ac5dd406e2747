"""Results as SARIF 2.1.0 (OASIS), which code scanning services read."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import presend
from presend.problems import printable
from presend.reports.checkout import path_in_checkout, root_of_checkout
from presend.reports.spool import Spool
from presend.reports.text import indented

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from presend.problems import Problem
    from presend.reports.text import Result
    from presend.rule import Rule

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
ROOT = "%SRCROOT%"  # the reader of the report knows the path of the repository
LEVELS = {"error": "error", "warning": "warning", "note": "note"}
# The name that GitHub's code scanning looks for, and our own; both stay the same when lines shift.
FINGERPRINTS = ("primaryLocationLineHash", "presend/v1")
DIGITS = 16  # hexadecimal ones of a fingerprint: 64 bits


def as_sarif(results: Iterable[Result]) -> Iterator[str]:
    """Yield one SARIF log with one run."""
    root = root_of_checkout()
    rules: dict[str, dict[str, Any]] = {}
    numbers: dict[str, int] = {}  # rule → its index
    seen: Counter[int] = Counter()  # by digest: there may be as many places as problems
    unread: list[dict[str, Any]] = []
    with Spool() as found:
        for result in results:
            place = _artifact(result.file, root)
            for problem in result.listed:
                if problem.rule not in rules:
                    rules[problem.rule] = _rule(problem, result.rules.get(problem.rule))
                    numbers[problem.rule] = len(numbers)
                name = printable(result.file) if place is None else place["uri"]
                digest = _digest(name, problem.rule, problem.pointer)
                seen[int(digest, 16)] += 1
                finding = _finding(problem, place, f"{digest}:{seen[int(digest, 16)]}")
                entry = {"ruleId": problem.rule, "ruleIndex": numbers[problem.rule], **finding}
                found.add(("" if found.is_empty else ",") + indented(entry, 4))
            if result.unreadable is not None:
                said = {"text": f"{printable(result.file)} was not checked: {printable(result.unreadable)}"}
                unread.append({"level": "error", "message": said})
            yield ""
        end = "]\n    }\n  ]\n}\n"
        yield _log(list(rules.values()), unread).removesuffix(end)
        yield from found.pieces()
        yield end if found.is_empty else f"\n      {end}"


def _log(rules: list[dict[str, Any]], unread: list[dict[str, Any]]) -> str:
    """Return a log that has no results yet."""
    run: dict[str, Any] = {
        "tool": {"driver": {"name": "presend", "version": presend.__version__, "rules": rules}},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {ROOT: {"description": {"text": "The root of the repository."}}},
        "invocations": [{"executionSuccessful": not unread, "toolExecutionNotifications": unread}],
        "results": [],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _artifact(file: str, root: Path) -> dict[str, str] | None:
    path = path_in_checkout(file, root)
    if path is None:
        return None
    if Path(path).is_absolute():
        return {"uri": f"file://{quote(path)}"}
    return {"uri": quote(path), "uriBaseId": ROOT}


def _finding(problem: Problem, place: dict[str, str] | None, fingerprint: str) -> dict[str, Any]:
    location: dict[str, Any] = {}
    if place is not None:
        location["physicalLocation"] = {"artifactLocation": place}
        if problem.line:
            region = {"startLine": problem.line, **({"startColumn": problem.column} if problem.column else {})}
            location["physicalLocation"]["region"] = region
    location["logicalLocations"] = [{"fullyQualifiedName": printable(problem.pointer) or "/", "kind": "member"}]
    return {
        "level": LEVELS[problem.severity],
        "message": {"text": printable(problem.message)},
        "locations": [location],
        "partialFingerprints": dict.fromkeys(FINGERPRINTS, fingerprint),
    }


def _digest(*key: str) -> str:
    """Return a fingerprint of a problem that stays the same when lines shift: from its file, rule and member."""
    return hashlib.sha256("\0".join(key).encode("utf-8", "backslashreplace")).hexdigest()[:DIGITS]


def _rule(problem: Problem, rule: Rule | None) -> dict[str, Any]:
    """Return the description of a rule for readers of the report."""
    if rule is None:
        return {"id": problem.rule, "defaultConfiguration": {"level": LEVELS[problem.severity]}}
    sources = ", ".join(rule.sources)
    rows = [rule.summary, rule.fix, f"Basis: {rule.basis}{f' ({sources})' if sources else ''}."]
    help_text = " ".join(rows)
    return {
        "id": rule.id,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": f"{rule.summary} {rule.fix}"},
        "help": {"text": help_text, "markdown": "\n\n".join([*rows, f"`presend explain {rule.id}` tells more."])},
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
        "properties": {"tags": [rule.basis]},
    }
