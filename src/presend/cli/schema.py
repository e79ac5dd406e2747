"""The command `presend schema`: check the schemas of functions and response formats, and fix them for strict mode."""

from __future__ import annotations

import dataclasses
import itertools
import json
import shutil
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from presend.bulk.check import Check
from presend.cli.console import DataFault, import_packs_from, usage, write
from presend.cli.help import EXAMPLES
from presend.cli.outputs import report_options, rule_options, standard_input, stopping, write_reports
from presend.inputs.jobs import MOST_OF_A_RULE, Job
from presend.inputs.results import not_checked, of_files
from presend.json_schemas.targets import PACK, TARGETS
from presend.packs.switches import Switches
from presend.problems import FoundProblems, InvalidPayload, param_of, printable
from presend.reading.documents import FORMATS, STANDARD_INPUT, documents, format_of, label_of
from presend.reports.formats import REPORTS
from presend.reports.text import Result, line_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from presend.problems import Severity
    from presend.rule import Rule


def _ids() -> Iterator[str]:
    from presend.json_schemas.rules import RULES  # `presend --help` need not wait for it

    return (rule.id for rule in RULES)


def rules_of_schemas() -> tuple[Rule, ...]:
    """Return the rules that apply only to schemas and to answers, not to payloads."""
    from presend.json_schemas.rules import OWN  # as above

    return OWN


@click.command(epilog=EXAMPLES["schema"])
@click.argument("sources", metavar="[FILE|MODULE:NAME]...", nargs=-1, type=click.Path())
@click.option(
    "--strict/--no-strict", default=None, help="Check for strict mode, or not (default: as the tool says, else strict)."
)
@click.option("--fix", is_flag=True, help="Write the strict equivalent, and list the changes on standard error.")
@click.option("--in-place", is_flag=True, help="With --fix, change each FILE in place.")
@report_options(REPORTS)
@rule_options(_ids, with_strict=False)
@click.option("--input-format", type=click.Choice([*FORMATS]), help="Format of FILE (default: from its extension).")
def schema(  # noqa: PLR0913 - one parameter for each option
    *,
    sources: tuple[str, ...],
    strict: bool | None,
    fix: bool,
    in_place: bool,
    formats: tuple[str, ...],
    fail_on: Severity | None,
    keep_going: bool,
    max_problems: int | None,
    **switches: Any,
) -> None:
    """Check schemas of functions, tools and response formats.

    FILE has a JSON Schema, a tool or response format with one, or a list of these. MODULE:NAME is a Python type or
    function to import, such as app.models:Order. A tool has its own `strict`; everything else is checked for strict
    mode.
    """
    if not sources and (sys.stdin is None or sys.stdin.isatty()):
        raise usage("Give a FILE, MODULE:NAME, or a schema on standard input.")
    sources = sources or standard_input()
    if in_place and not fix:
        raise usage("--in-place needs --fix.")
    if fix and (switches["ignore"] or switches["enable"]):
        raise usage("--fix accepts neither --ignore nor --enable.")
    if fix:
        click.get_current_context().exit(_fix(sources, switches["input_format"], in_place=in_place))
    job = _job(strict, switches, max_problems or MOST_OF_A_RULE)
    objects, files = _sorted(sources)
    checked = (of_object(name, strict, job) for name in objects)
    stop = stopping(fail_on, max_problems, keep_going=keep_going)
    results = itertools.chain(stop.cut(checked), of_files([(job, name) for name in files], stop))
    write_reports(results, formats, REPORTS, fail_on or "error")


def _sorted(sources: Sequence[str]) -> tuple[list[str], list[str]]:
    """Split the sources into names of Python objects and names of files."""
    from presend.json_schemas.objects import is_name  # as above

    objects = [name for name in sources if is_name(name) and not Path(name).is_file()]
    return objects, [name for name in sources if name not in objects]


def _job(strict: bool | None, switches: dict[str, Any], most: int) -> Job:
    from presend.packs.find import as_pack  # as above

    pack = as_pack(PACK, TARGETS[strict])
    names = Switches(enable=switches["enable"], ignore=switches["ignore"])
    try:
        names.require_known(pack.known_rules)
    except LookupError as error:
        raise DataFault(str(error)) from None
    find = Check(
        TARGETS[strict],
        PACK,
        names,
        with_text=switches["show_values"],
        most=most,
    )
    return Job(
        TARGETS[strict],
        find,
        switches["input_format"],
        rules=pack.rules,
        show_values=switches["show_values"],
    )


def of_object(name: str, strict: bool | None, job: Job) -> Result:
    """Return the result for a Python object.

    Raises:
        DataFault: The object does not exist, or presend cannot make a schema of it.
    """
    from presend.json_schemas.check import check_schema  # as above

    problems = check_schema(
        _loaded(name), strict=strict, enable=job.find.switches.enable, ignore=job.find.switches.ignore
    )
    return Result(name, job.target, job.adjusted(FoundProblems(problems), None).problems, rules=job.rules)


def _loaded(name: str) -> Any:
    from presend.json_schemas.objects import ObjectFault, load  # as above
    from presend.reading.python_types import is_python

    import_packs_from()
    try:
        found = load(name)
    except ObjectFault as fault:
        raise DataFault(str(fault)) from None
    if not (is_python(found) or isinstance(found, Mapping | list | tuple)):
        kind = type(found).__name__
        raise DataFault(f"{name}: Expected a type, a function, or a dict or list with schemas; got {kind}.")
    return found


def _fix(sources: Sequence[str], input_format: str | None, *, in_place: bool) -> int:
    """Write the strict equivalent of each source, and return the exit code."""
    objects, files = _sorted(sources)
    if in_place and (objects or STANDARD_INPUT in files):
        raise usage("--in-place changes files only. Leave it out for MODULE:NAME and standard input.")
    if in_place and any(format_of(name, input_format) != "json" for name in files):
        raise usage("--in-place writes JSON, without comments. Leave it out for JSONL and YAML.")
    if len(sources) > 1 and not in_place:
        raise usage("--fix writes one schema to standard output. Give one source, or --in-place.")
    code = 0
    for name in sources:
        try:
            result = _mended(name, _loaded(name) if name in objects else _read(name, input_format))
        except OSError as error:
            not_checked(name, error)
            code = 2
        else:
            code = code or int(result is None)
            if result is not None:
                text = json.dumps(result, indent=2, ensure_ascii=False) + "\n"
                _write_file(name, text) if in_place else write([text])
    return code


def _write_file(name: str, text: str) -> None:
    """Replace the text of a file, or of a link's target, in one step."""
    place = Path(name).resolve()
    with tempfile.NamedTemporaryFile("w", dir=place.parent, prefix=".presend-", encoding="utf-8", delete=False) as file:
        file.write(text)
    shutil.copymode(place, file.name)
    Path(file.name).replace(place)


def _read(name: str, input_format: str | None) -> Any:
    from presend.reading.duplicate_names import duplicate_keys  # as above
    from presend.reading.json_faults import JsonFault
    from presend.reading.json_text import parse

    held = [*documents(name, input_format)]
    if len(held) != 1 or held[0].is_broken:
        raise DataFault(f"{printable(label_of(name))}: --fix accepts a file with one schema, or one list of them.")
    payload = held[0].payload
    try:
        value = parse(payload) if isinstance(payload, bytes) else payload
    except JsonFault as fault:
        raise DataFault(f"{printable(label_of(name))}: {fault.message}") from None
    twice = duplicate_keys(payload) if isinstance(payload, bytes) else []
    if twice:
        raise DataFault(f"{printable(label_of(name))}: '{param_of(twice[0])}' appears twice. Remove one of them.")
    return value


def _has_no_schema(tool: Any) -> bool:
    from presend.json_schemas.rules import held  # as above

    return isinstance(tool, dict) and held(tool) is None


def _mended(name: str, source: Any) -> Any:
    """Return the strict equivalent of a schema, or of each in a list; report changes and failures on standard error."""
    from presend.json_schemas.strict_schema import StrictSchema, strict_schema  # as above

    try:
        if not isinstance(source, list):
            found = [strict_schema(source)]
        else:  # a tool without a schema is not changed
            found = [one if _has_no_schema(one) else strict_schema(one) for one in source]
    except InvalidPayload as fault:
        for problem in fault.problems:
            click.echo(line_of(label_of(name), problem), err=True)
        return None
    except TypeError as error:
        raise DataFault(f"{printable(label_of(name))}: {error}") from None
    for index, one in enumerate(found):
        for change in one.changes if isinstance(one, StrictSchema) else ():
            place = f"[{index}] " if isinstance(source, list) else ""
            placed = dataclasses.replace(change, message=f"{place}{change.message}")
            click.echo(line_of(label_of(name), placed), err=True)
    return found if isinstance(source, list) else found[0]
