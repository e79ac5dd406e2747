"""Inputs to results: read each payload, find its problems, and say what could not be read."""

from __future__ import annotations

import contextlib
import dataclasses
import errno
import itertools
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from presend.bulk.ranges import parts_of
from presend.checking.forms import folded
from presend.inputs.form_fields import fields
from presend.packs.pack import as_pack
from presend.problems import More, Problem, Told, printable
from presend.reading.documents import (
    STANDARD_INPUT,
    documents,
    format_meant,
    format_of,
    label_of,
    lines_of_one,
    require_unpacked,
)
from presend.reports.text import Result
from presend.rule import PackFault
from presend.words.pointers import MISSING, displayed, follow
from presend.words.system_errors import reason_and_advice

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

    from presend.bulk.check import Check
    from presend.bulk.parts import Part
    from presend.problems import Severity
    from presend.reading.documents import Document
    from presend.rule import Rule

    Advance = Callable[[int], object]

MANY_FILES, MANY_BYTES = 50, 2_000_000  # from either on, checking takes long enough for a progress bar

MOST_OF_A_RULE = 1_000  # problems of one rule in one payload that are listed; nobody reads more of them
MOST_WAITING = 10_000  # results that wait for the end of a progress bar

PARQUET = ".parquet"  # a format that presend.ray alone reads


@dataclasses.dataclass(frozen=True, slots=True)
class Switches:
    """What the command line says of a check: the switches of `presend.check`, and those of `Job`."""

    pack: str | None = None
    strict: bool = False
    enable: Collection[str] = ()
    ignore: Collection[str] = ()
    input_format: str | None = None
    show_values: bool = False
    errors_only: bool = False
    engine: str = "local"
    jobs: int | None = None
    most: int = MOST_OF_A_RULE


@dataclasses.dataclass(frozen=True, slots=True)
class Job:
    """What to do with each payload.

    Attributes:
        target: What payloads are checked against, as given.
        find: `presend.check` with that target and all switches.
        ignore: Ids of rules not to hear.
        input_format: Format of files; `None` to go by their extensions.
        severities: Rule → the severity of its problems, where that is another than presend's.
        rules: The rules of the pack by id, for reports.
        show_values: Whether messages end with what stands at their place in the payload.
        errors_only: Whether warnings and notes are left out.
        engine: What checks long files: a key of `ENGINES`.
        jobs: How many processes may do so; `None` for one on each core.
    """

    target: str
    find: Check
    ignore: Collection[str] = ()
    input_format: str | None = None
    severities: Mapping[str, Severity] = dataclasses.field(default_factory=dict)
    rules: Mapping[str, Rule] = dataclasses.field(default_factory=dict)
    show_values: bool = False
    errors_only: bool = False
    engine: str = "local"
    jobs: int | None = None

    def told(self, told: Told, payload: object) -> Told:
        """Return what is wrong with a payload with the severities, and the values, that are asked for."""
        if self.severities:
            told = told.each(lambda p: dataclasses.replace(p, severity=self.severities.get(p.rule, p.severity)))
        if self.errors_only:
            told = told.only(lambda problem: problem.severity == "error")
        return told._replace(problems=with_values(told.problems, payload)) if self.show_values else told


def with_values(problems: Iterable[Problem], payload: object) -> tuple[Problem, ...]:
    """Return problems whose messages end with the value at their place, where there is one."""
    if isinstance(payload, bytes):
        from presend.reading.json_text import JsonFault, parse  # noqa: PLC0415 - pydantic_core, only for this

        try:
            payload = parse(payload)
        except JsonFault:
            return tuple(problems)  # no value, and what stands there is text that is no JSON
    return tuple(_with_value(problem, follow(payload, problem.pointer)[1]) for problem in problems)


def _with_value(problem: Problem, value: object) -> Problem:
    if value is MISSING:
        return problem
    return dataclasses.replace(problem, message=f"{problem.message} Got: {displayed(value)}")


def of_form(job: Job, items: tuple[str, ...]) -> Result:
    """Return the result for curl's `-F` fields.

    Raises:
        FieldFault: A field is not written as curl has it.
    """
    try:
        pack = as_pack(job.find.pack, job.target)
        node = pack.node(pack.resolve(job.target, form=True))
        form = folded(node, fields(items, node.files))
        told = job.told(job.find.told(form, form=True), form)
        return Result("<form>", job.target, told.problems, rules=job.rules, more=told.more)
    except OSError as error:
        unreadable = not_checked(str(error.filename), error)
    except PackFault as fault:
        unreadable = not_checked("<form>", fault)
    return Result("<form>", job.target, payloads=0, unreadable=unreadable)


def of_files(work: Sequence[tuple[Job, str]], stop: Stop) -> Iterator[Result]:
    """Yield the results for files, each with its job."""
    names = [name for _, name in work]
    jobs = iter([job for job, _ in work])
    return with_progress(names, lambda name, advance: _of_file(next(jobs), name, advance), stop)


def with_progress(
    names: Sequence[str], check: Callable[[str, Advance], Iterable[Result]], stop: Stop
) -> Iterator[Result]:
    """Yield the results of files; on a terminal, with a progress bar where it takes long.

    Args:
        names: The files.
        check: Makes the results of one, and tells of each payload how many bytes it was.
        stop: When to stop before the end.
    """

    def results(advance: Advance) -> Iterator[Result]:
        return stop.cut(result for name in names for result in check(name, advance))

    total = sum(map(_size, names))
    is_long = len(names) >= MANY_FILES or total >= MANY_BYTES
    if not (is_long and sys.stderr.isatty()):
        yield from results(bool)
        return
    with click.progressbar(length=total, label="Checking", file=sys.stderr) as bar:
        bar.update_min_steps = total // 100  # drawing costs more than checking
        every = results(bar.update)
        kept = list(itertools.islice(every, MOST_WAITING))  # the report may go to the same terminal, so it waits
        bar.update_min_steps = 1
        bar.update(0)  # before 8.5 click draws no steps that are fewer than the least
    yield from kept
    yield from every


@dataclasses.dataclass(frozen=True, slots=True)
class Stop:
    """When to stop before the end.

    Attributes:
        severities: Stop after a payload with a problem of one of these.
        most: Stop after so many problems; `None` for no limit.
    """

    severities: frozenset[Severity] = frozenset()
    most: int | None = None

    def cut(self, results: Iterable[Result]) -> Iterator[Result]:
        """Yield results as far as wanted; where that is not to the end, say so on standard error."""
        left = self.most
        for result in results:
            problems = result.problems[:left]
            cut = result.problems[len(problems) :]
            more = result.more
            if cut and more:  # a payload with very many: the line that says so speaks of all of them
                more = (*more, *(More(problem, 1) for problem in cut))
            severities = frozenset(problem.severity for problem in cut)
            yield dataclasses.replace(result, problems=problems, more=more, cut=severities)
            if left is not None:
                left -= len(problems)
            reason = ""
            if any(problem.severity in self.severities for problem in problems):
                reason = "--no-keep-going"
            elif left == 0:
                reason = f"--max-problems {self.most}"
            if reason:
                line = next((f", line {problem.line}" for problem in reversed(problems) if problem.line), "")
                place = f"{printable(result.file)}{line}"
                click.echo(f"presend: stopped after {place}, as {reason} asks; the rest was not checked.", err=True)
                return


def _size(name: str) -> int:
    with contextlib.suppress(OSError):  # told when the file's turn comes
        return Path(name).stat().st_size
    return 0


def _of_file(job: Job, name: str, advance: Advance) -> Iterator[Result]:
    """Yield a result for each payload with problems, one for those between them, and one for the rest."""
    good, unreadable, is_empty = 0, None, True
    try:
        if one := _one_document(job, name):
            yield Result(label_of(name), job.target, one, rules=job.rules)
            return
        parts = _parts(job, name)
        for before, told in _of_documents(job, name, advance) if parts is None else _of_parts(job, parts, advance):
            good += before
            is_empty = is_empty and not (before or told.problems)
            if told.problems:
                yield from [Result(label_of(name), job.target, payloads=good, rules=job.rules)] if good else []
                yield Result(label_of(name), job.target, told.problems, rules=job.rules, more=told.more)
                good = 0
    except (OSError, PackFault) as error:
        unreadable = not_checked(name, error)
    if is_empty and unreadable is None:
        click.echo(f"presend: {printable(label_of(name))} holds no payload, so nothing was checked.", err=True)
    yield Result(label_of(name), job.target, payloads=good, unreadable=unreadable)


def _one_document(job: Job, name: str) -> tuple[Problem, ...]:
    """Return the problem of a file that is to hold JSON lines and is one JSON document; nothing for other files."""
    if format_of(name, job.input_format) != "jsonl" or name == STANDARD_INPUT or not Path(name).is_file():
        return ()
    require_unpacked(name)
    lines = lines_of_one(name)
    if not lines:
        return ()
    text = f"Expected a payload on each line, but the file is one JSON document of {lines:,} lines."
    advice = "Write it on one line; or call it *.json, or give --input-format json."
    return (Problem("", None, "json.malformed", "error", "schema", f"{text} {advice}", "invalid_json", "", 1, 1),)


def _of_documents(job: Job, name: str, advance: Advance) -> Iterator[tuple[int, Told]]:
    """Yield how many payloads without problems came, and what is wrong with the one behind them, if it is."""
    for document in documents(name, job.input_format):
        told, size = _of_document(job, name, document), document.size
        del document  # before the next one is read: both may be long
        yield 0 if told.problems else 1, told
        advance(size)


def _of_document(job: Job, name: str, document: Document) -> Told:
    found = Told() if document.is_broken else job.find.told(document.payload)
    if found.problems and job.input_format is None and format_of(name) == "json":
        found = _hinted(found, document.payload)
    read = (p for p in document.problems if document.is_broken or p.rule not in job.ignore)
    placed = found.each(document.place)
    return job.told(Told(tuple(sorted([*read, *placed.problems], key=_place)), placed.more), document.payload)


def _hinted(told: Told, text: object) -> Told:
    """Return what is wrong with a text that was read as JSON; one that looks like another format is told so."""
    meant = format_meant(text) if isinstance(text, bytes) else None
    if meant is None:
        return told
    hint = f" If it is {meant.upper()}, give --input-format {meant}."
    return told.each(lambda p: dataclasses.replace(p, message=p.message + hint) if p.rule == "json.malformed" else p)


def _of_parts(job: Job, parts: Iterable[Part], advance: Advance) -> Iterator[tuple[int, Told]]:
    """Yield the same of the parts of a file."""
    lines = 0
    for part in parts:
        payloads = 0
        for found in part.found:
            placed = found.told(lines)
            told = job.told(placed._replace(problems=tuple(sorted(placed.problems, key=_place))), found.text)
            if told.problems:
                yield found.payloads - payloads - 1, told
                payloads = found.payloads
        yield part.payloads - payloads, Told()
        lines += part.lines
        advance(part.size)


def _parts(job: Job, name: str) -> Iterable[Part] | None:
    """Return the parts of a file that is not checked payload by payload, right here; `None` for one that is."""
    is_parquet = job.input_format is None and Path(name).suffix == PARQUET
    return ENGINES[job.engine](job, name, "parquet" if is_parquet else format_of(name, job.input_format))


def _on_this_machine(job: Job, name: str, input_format: str) -> Iterable[Part] | None:
    if input_format == "parquet":
        raise OSError(errno.EINVAL, "Parquet files need --engine ray", name)
    if input_format != "jsonl" or name == STANDARD_INPUT or not Path(name).is_file():
        return None  # line by line, as they come
    return parts_of(job.find, name, job.jobs)


def _on_ray(job: Job, name: str, input_format: str) -> Iterable[Part] | None:
    from presend.bulk.ray_readers import READERS  # noqa: PLC0415
    from presend.ray import parts_of  # noqa: PLC0415 - an extra

    return parts_of(job.find, name, input_format) if input_format in READERS and name != STANDARD_INPUT else None


ENGINES: dict[str, Callable[[Job, str, str], Iterable[Part] | None]] = {
    "local": _on_this_machine,
    "ray": _on_ray,
}


def _place(problem: Problem) -> tuple[int, int]:
    return problem.line or 0, problem.column or 0


def not_checked(name: str, error: OSError | PackFault) -> str:
    """Tell on standard error why an input cannot be checked and what to do; return why."""
    if isinstance(error, PackFault):
        click.echo(f"presend: cannot check {printable(name)}: {error}", err=True)
        return str(error)
    click.echo(f"presend: cannot read {printable(name)}: {reason_and_advice(error)}", err=True)
    return error.strerror or type(error).__name__
