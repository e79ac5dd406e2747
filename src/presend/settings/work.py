"""What a configuration asks for: which files, against what, with which rules and severities."""

from __future__ import annotations

import dataclasses
import datetime as dt
import glob
import os
from typing import TYPE_CHECKING, Any

from presend.bulk import Check
from presend.catalogue import require_rules
from presend.pack import as_pack, as_packs
from presend.problems import Problem, param_of, pointer_of
from presend.reports import Result
from presend.results import Job
from presend.settings.configuration import FORMAT, ConfigFault
from presend.settings.rules import EXPIRED, NO_FILES
from presend.switches import is_group, require_switches

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from presend.problems import Path, Severity
    from presend.results import Switches
    from presend.rule import Rule
    from presend.settings.configuration import Settings

TARGET = "[tool.presend]"  # what reports say that a configuration was checked against
TOLD = ("json.", "yaml.")  # errors of reading are told whatever is ignored, so their severity is fixed


@dataclasses.dataclass(frozen=True, slots=True)
class Work:
    """What a configuration asks for: files with their jobs, and what is to be said of the configuration itself."""

    files: tuple[tuple[Job, str], ...]
    remarks: list[Result]


def plan(settings: Settings, switches: Switches, today: dt.date) -> Work:
    """Return what is to be done.

    Args:
        settings: The configuration.
        switches: What the command line adds.
        today: The date (UTC) at which ignores are held.

    Raises:
        ConfigFault: A target, pack or rule is unknown, or no file matches at all.
    """
    remarks: list[Problem] = []
    ignores = list(_ignores(settings, today, remarks))
    files: list[tuple[Job, str]] = []
    known: set[str] = set()
    for index, entry in enumerate(settings.data["check"]):
        rules = _rules(settings, index, entry, switches)
        known |= rules.keys()
        for name in _matching(settings, index, entry, remarks):
            silent = {
                rule
                for rule, names in ignores
                if (rule in rules or is_group(rule)) and (names is None or name in names)
            }
            files.append((_job(settings, entry, switches, rules, silent), os.path.relpath(settings.file.parent / name)))
    for index, entry in enumerate(settings.data.get("ignore", ())):
        _require_rule(settings, ("ignore", index, "rule"), entry["rule"], known)
    if not files:
        raise ConfigFault(f"{settings.name}: Nothing to check: no glob matches a file.")
    told = [Result(settings.name, TARGET, tuple(remarks), payloads=0, rules=FORMAT.rules)] if remarks else []
    return Work(tuple(files), told)


def _ignores(settings: Settings, today: dt.date, remarks: list[Problem]) -> Iterator[tuple[str, frozenset[str] | None]]:
    """Yield the rules that are not heard, each with its files; tell of those whose time is over."""
    for index, entry in enumerate(settings.data.get("ignore", ())):
        until = entry.get("until")
        if until is not None and dt.date.fromisoformat(until) < today:
            text = f"The ignore of '{entry['rule']}' ended on {until}, so the rule is heard again. {EXPIRED.fix}"
            remarks.append(_remark(settings, EXPIRED, ("ignore", index, "until"), text))
            continue
        globs = entry.get("files")
        yield entry["rule"], None if globs is None else frozenset(_globbed(settings, globs))


def _matching(settings: Settings, index: int, entry: Mapping[str, Any], remarks: list[Problem]) -> list[str]:
    """Return the files of an entry, sorted, relative to the configuration; tell of globs that match none."""
    excluded = _globbed(settings, entry.get("exclude", ()))
    names: set[str] = set()
    for number, pattern in enumerate(entry["files"]):
        found = _globbed(settings, [pattern])
        names |= found
        if not found:
            text = f"No file matches '{pattern}'. {NO_FILES.fix}"
            remarks.append(_remark(settings, NO_FILES, ("check", index, "files", number), text))
    return sorted(names - excluded)


def _globbed(settings: Settings, patterns: Collection[str]) -> set[str]:
    root = settings.file.parent
    found = (name for pattern in patterns for name in glob.glob(pattern, root_dir=root, recursive=True))  # noqa: PTH207 - as a shell has it
    return {os.path.normpath(name) for name in found if (root / name).is_file()}


def _rules(settings: Settings, index: int, entry: Mapping[str, Any], switches: Switches) -> Mapping[str, Rule]:
    """Return the rules of an entry's pack; every name that the entry holds is a known one."""
    where: Path = ("check", index)
    try:
        found = as_packs(_pack_of(settings, entry, switches))
    except LookupError as error:
        raise settings.fault((*where, "pack") if "pack" in entry else ("pack",), str(error)) from None
    try:
        pack = as_pack(found, entry["target"])
        pack.resolve(entry["target"])
    except LookupError as error:
        raise settings.fault((*where, "target"), str(error)) from None
    for base, table in ((where, entry), ((), settings.data)):
        for number, rule in enumerate(table.get("enable", ())):
            _require_rule(settings, (*base, "enable", number), rule, pack.rules)
        for rule in table.get("severity", ()):
            _require_rule(settings, (*base, "severity", rule), rule, pack.rules)
            if rule.startswith(TOLD) and pack.rules[rule].severity == "error":
                text = f"The severity of '{rule}' is fixed: what cannot be read is not known to be right."
                raise settings.fault((*base, "severity", rule), text)
    return pack.rules


def _pack_of(settings: Settings, entry: Mapping[str, Any], switches: Switches) -> str | None:
    return switches.pack or entry.get("pack") or settings.data.get("pack")


def _require_rule(settings: Settings, path: Path, rule: str, known: Collection[str]) -> None:
    try:
        if path[0] == "ignore":
            require_switches((), [rule], known)
        else:
            require_rules([rule], known)
    except LookupError as error:
        raise settings.fault(path, str(error)) from None


def _job(
    settings: Settings, entry: Mapping[str, Any], switches: Switches, rules: Mapping[str, Rule], silent: set[str]
) -> Job:
    severities: dict[str, Severity] = {**settings.data.get("severity", {}), **entry.get("severity", {})}
    ignore = {*silent, *switches.ignore}
    find = Check(
        entry["target"],
        pack=_pack_of(settings, entry, switches),
        strict=switches.strict or entry.get("strict", settings.data.get("strict", False)),
        enable={*settings.data.get("enable", ()), *entry.get("enable", ()), *switches.enable},
        ignore=ignore,
        errors_only=switches.errors_only and "error" not in severities.values(),  # or a warning may be one here
        with_text=switches.show_values,
        most=switches.most,
        softened=frozenset(rule for rule, severity in severities.items() if severity != "error"),
    )
    return Job(
        entry["target"],
        find,
        ignore,
        switches.input_format or entry.get("input-format"),
        severities,
        rules,
        switches.show_values,
        switches.errors_only,
        switches.engine,
        switches.jobs,
    )


def _remark(settings: Settings, rule: Rule, path: Path, message: str) -> Problem:
    pointer, param = pointer_of(path), param_of(path)
    return Problem(
        pointer, param, rule.id, rule.severity, rule.basis, message, "invalid_value", "", settings.line(path), 1
    )
