"""Turn a configuration into work: the files to check, their targets, rules and severities."""

from __future__ import annotations

import dataclasses
import datetime as dt
import glob
import os
from typing import TYPE_CHECKING, Any

from presend.bulk.check import Check
from presend.inputs.jobs import Job
from presend.json_schemas.targets import PACK, TARGETS
from presend.packs.find import as_pack, as_packs
from presend.packs.rule_groups import is_group
from presend.packs.switches import Switches
from presend.problems import Problem, param_of, pointer_of
from presend.reports.text import Result
from presend.schema.catalogue import require_rules
from presend.settings.configuration import FORMAT, ConfigFault
from presend.settings.rules import EXPIRED, NO_FILES

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from presend.inputs.jobs import Options
    from presend.problems import Path, Severity
    from presend.rule import Rule
    from presend.settings.configuration import Settings

TARGET = "[tool.presend]"  # the target of a configuration, in reports
NOTHING = "list files with their target in [[check]], or schemas in [[schema]]."
TOLD = ("json.", "yaml.")  # errors of reading cannot be ignored, and their severity is fixed


@dataclasses.dataclass(frozen=True, slots=True)
class Work:
    """The work that a configuration asks for, and the problems of the configuration itself.

    Attributes:
        files: Files, each with its job.
        objects: Python types and functions to make schemas of, each with its job and whether it is strict.
        remarks: Results for the configuration itself.
    """

    files: tuple[tuple[Job, str], ...]
    objects: tuple[tuple[Job, str, bool | None], ...]
    remarks: list[Result]


def plan(settings: Settings, options: Options, today: dt.date) -> Work:
    """Return the work of a configuration.

    Args:
        settings: The configuration.
        options: Options of the command line.
        today: The date (UTC) that decides whether an ignore has expired.

    Raises:
        ConfigFault: A target, pack or rule is unknown, or there is nothing to check.
    """
    remarks: list[Problem] = []
    ignores = list(_ignores(settings, today, remarks))
    files: list[tuple[Job, str]] = []
    objects: list[tuple[Job, str, bool | None]] = []
    known: set[str] = set()
    for where, entry, pack in _entries(settings, options):
        rules = _rules(settings, where, entry, pack)
        known |= rules.keys()
        for name in _matching(settings, where, entry, remarks):
            silent = {
                rule
                for rule, names in ignores
                if (rule in rules or is_group(rule)) and (names is None or name in names)
            }
            job = _job(settings, entry, pack, options, rules, silent)
            files.append((job, os.path.relpath(settings.file.parent / name)))
        for name in entry.get("objects", ()):
            silent = {rule for rule, names in ignores if names is None}
            objects.append((_job(settings, entry, pack, options, rules, silent), name, entry["asked"]))
    for index, entry in enumerate(settings.data.get("ignore", ())):
        _require_rule(settings, ("ignore", index, "rule"), entry["rule"], known)
    if not (files or objects):
        reason = "no glob matches a file." if "check" in settings.data or "schema" in settings.data else NOTHING
        raise ConfigFault(f"{settings.name}: Nothing to check: {reason}")
    results = [Result(settings.name, TARGET, tuple(remarks), payloads=0, rules=FORMAT.rules)] if remarks else []
    return Work(tuple(files), tuple(objects), results)


def _entries(settings: Settings, options: Options) -> Iterator[tuple[Path, Mapping[str, Any], str | None]]:
    """Yield each entry: its path, the entry in the form of `[[check]]`, and its pack."""
    for index, entry in enumerate(settings.data.get("check", ())):
        yield ("check", index), entry, options.pack or entry.get("pack") or settings.data.get("pack")
    for index, entry in enumerate(settings.data.get("schema", ())):
        asked = entry.get("strict")  # strict mode, not the switch `strict` for payloads
        as_check = {"files": (), **entry, "target": TARGETS[asked], "asked": asked, "strict": False}
        yield ("schema", index), as_check, PACK


def _ignores(settings: Settings, today: dt.date, remarks: list[Problem]) -> Iterator[tuple[str, frozenset[str] | None]]:
    """Yield the ignored rules, each with its files; report the ignores that have expired."""
    for index, entry in enumerate(settings.data.get("ignore", ())):
        until = entry.get("until")
        if until is not None and dt.date.fromisoformat(until) < today:
            text = (
                f"The ignore of '{entry['rule']}' expired on {until}, so presend reports the rule again. {EXPIRED.fix}"
            )
            remarks.append(_remark(settings, EXPIRED, ("ignore", index, "until"), text))
            continue
        globs = entry.get("files")
        yield entry["rule"], None if globs is None else frozenset(_globbed(settings, globs))


def _matching(settings: Settings, where: Path, entry: Mapping[str, Any], remarks: list[Problem]) -> list[str]:
    """Return the files of an entry, sorted, relative to the configuration; report globs that match no file."""
    excluded = _globbed(settings, entry.get("exclude", ()))
    names: set[str] = set()
    for number, pattern in enumerate(entry["files"]):
        found = _globbed(settings, [pattern])
        names |= found
        if not found:
            text = f"No file matches '{pattern}'. {NO_FILES.fix}"
            remarks.append(_remark(settings, NO_FILES, (*where, "files", number), text))
    return sorted(names - excluded)


def _globbed(settings: Settings, patterns: Collection[str]) -> set[str]:
    root = settings.file.parent
    found = (name for pattern in patterns for name in glob.glob(pattern, root_dir=root, recursive=True))  # noqa: PTH207 - as a shell has it
    return {os.path.normpath(name) for name in found if (root / name).is_file()}


def _rules(settings: Settings, where: Path, entry: Mapping[str, Any], pack_name: str | None) -> Mapping[str, Rule]:
    """Return the rules of an entry's pack after checking that every name in the entry is known."""
    try:
        found = as_packs(pack_name)
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
                text = f"The severity of '{rule}' is fixed: presend cannot check a payload that it cannot read."
                raise settings.fault((*base, "severity", rule), text)
    return pack.rules


def _require_rule(settings: Settings, path: Path, rule: str, known: Collection[str]) -> None:
    try:
        if path[0] == "ignore":
            Switches(ignore=[rule]).require_known(known)
        else:
            require_rules([rule], known)
    except LookupError as error:
        raise settings.fault(path, str(error)) from None


def _job(  # noqa: PLR0913, PLR0917 - what the configuration and the command line say
    settings: Settings,
    entry: Mapping[str, Any],
    pack: str | None,
    options: Options,
    rules: Mapping[str, Rule],
    silent: set[str],
) -> Job:
    severities: dict[str, Severity] = {**settings.data.get("severity", {}), **entry.get("severity", {})}
    switches = options.switches
    find = Check(
        entry["target"],
        pack=pack,
        switches=Switches(
            strict=switches.strict or entry.get("strict", settings.data.get("strict", False)),
            enable={*settings.data.get("enable", ()), *entry.get("enable", ()), *switches.enable},
            ignore={*silent, *switches.ignore},
        ),
        errors_only=options.errors_only and "error" not in severities.values(),  # or a warning may be one here
        with_text=options.show_values,
        most=options.most,
        softened=frozenset(rule for rule, severity in severities.items() if severity != "error"),
    )
    return Job(
        entry["target"],
        find,
        options.input_format or entry.get("input-format"),
        severities,
        rules,
        options.show_values,
        options.errors_only,
        options.engine,
        options.jobs,
    )


def _remark(settings: Settings, rule: Rule, path: Path, message: str) -> Problem:
    pointer, param = pointer_of(path), param_of(path)
    return Problem(
        pointer, param, rule.id, rule.severity, rule.basis, message, "invalid_value", "", settings.line(path), 1
    )
