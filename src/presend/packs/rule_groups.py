"""The names that `ignore` accepts: rule ids, and groups of observed rules.

Decided 2026-11-30: groups are named like rules, so that they work wherever an id works (Python, the command line, the
configuration) and no other code has to know them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from presend.rule import Rule

OBSERVED = "observed"
BEFORE = f"{OBSERVED}-before-"  # and a date
FIRST_DAY = "0000-01-01"  # what is added to a month or a year
REPORT = re.compile(r"([\w.-]+(?:/[\w.-]+)?)((?:#\d+ ?)+)")


def is_group(name: str) -> bool:
    """Say whether a name for `ignore` is the name of a group.

    >>> is_group("observed"), is_group("observed-before-2026-01-01"), is_group("observed.chat.tools.not-empty")
    (True, True, False)
    """
    return name == OBSERVED or name.startswith(BEFORE)


def ignored(names: Collection[str], rules: Mapping[str, Rule]) -> frozenset[str]:
    """Return the ids of the rules to turn off: named rules, and the rules of named groups.

    A group has only rules that are not opt-in. A rule without a date counts as older than any date.
    """
    groups = [name for name in names if is_group(name)]
    if not groups:
        return frozenset(names)
    dates = [date_of(name) for name in groups]
    latest = None if None in dates else max(date for date in dates if date)
    seen = (rule for rule in rules.values() if rule.basis == OBSERVED and not rule.opt_in)
    return frozenset((*names, *(rule.id for rule in seen if latest is None or _day(rule) < latest)))


def reports_of(rule: Rule) -> list[str]:
    """Return the public reports in the summary of an observed rule, as owner/repo#number.

    >>> from presend.rule import Rule
    >>> reports_of(Rule("a", "error", "observed", "Seen (can1357/oh-my-pi#206 #209, zed#1).", ""))
    ['can1357/oh-my-pi#206', 'can1357/oh-my-pi#209', 'zed#1']
    """
    found: list[str] = []
    for name, numbers in REPORT.findall(rule.summary if rule.basis == OBSERVED else ""):
        found += [f"{name}{number}" for number in numbers.split()]
    return found


def _day(rule: Rule) -> str:
    """Return the first day of the date when a rule was last observed: for 2024-09, 2024-09-01."""
    date = rule.as_of or ""
    return date + FIRST_DAY[len(date) :]


def date_of(group: str) -> str | None:
    """Return the date of a group, in ISO 8601; `None` for `observed`, which has no date.

    Raises:
        LookupError: The name does not end with a date.
    """
    if group == OBSERVED:
        return None
    try:
        import datetime as dt  # slow to import, and few name a date

        return dt.date.fromisoformat(group.removeprefix(BEFORE)).isoformat()
    except ValueError:
        raise LookupError(f"Expected a date in '{group}', such as {BEFORE}2026-01-01.") from None
