"""Turn inputs into results: read each payload, find its problems, and report what cannot be read."""

from __future__ import annotations

import dataclasses
import os
from typing import TYPE_CHECKING

import click

from presend.inputs.engines import parts_by_engine
from presend.inputs.progress import with_progress
from presend.packs.find import as_pack
from presend.problems import FoundProblems, Problem, printable
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
from presend.words.system_errors import reason_and_advice

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from presend.bulk.parts import FilePart
    from presend.inputs.jobs import Job
    from presend.inputs.progress import Advance
    from presend.inputs.stopping import Stop
    from presend.reading.documents import Document


def of_form(job: Job, items: tuple[str, ...]) -> Result:
    """Return the result for curl's `-F` fields.

    Raises:
        FieldFault: A field does not have curl's form.
    """
    from presend.checking.forms import folded  # both for forms alone
    from presend.inputs.form_fields import fields

    try:
        pack = as_pack(job.find.pack, job.target)
        node = pack.node(pack.resolve(job.target, form=True))
        form = folded(node, fields(items, node.files))
        problems_found = job.adjusted(job.find.found(form, form=True), form)
        return Result("<form>", job.target, problems_found.problems, rules=job.rules, more=problems_found.more)
    except OSError as error:
        unreadable = not_checked(str(error.filename), error)
    except PackFault as fault:
        unreadable = not_checked("<form>", fault)
    return Result("<form>", job.target, payloads=0, unreadable=unreadable)


def of_files(work: Sequence[tuple[Job, str]], stop: Stop) -> Iterator[Result]:
    """Yield the results of files, each with its own job."""
    names = [name for _, name in work]
    jobs = iter([job for job, _ in work])
    return with_progress(names, lambda name, advance: _of_file(next(jobs), name, advance), stop)


def _of_file(job: Job, name: str, advance: Advance) -> Iterator[Result]:
    """Yield a result for each payload with problems, and one for each run of payloads without."""
    good, unreadable, is_empty = 0, None, True
    try:
        if one := _one_document(job, name):
            yield Result(label_of(name), job.target, one, rules=job.rules)
            return
        parts = parts_by_engine(job, name)
        for before, problems_found in (
            _of_documents(job, name, advance) if parts is None else _of_parts(job, parts, advance)
        ):
            good += before
            is_empty = is_empty and not (before or problems_found.problems)
            if problems_found.problems:
                yield from [Result(label_of(name), job.target, payloads=good, rules=job.rules)] if good else []
                yield Result(
                    label_of(name), job.target, problems_found.problems, rules=job.rules, more=problems_found.more
                )
                good = 0
    except (OSError, PackFault) as error:
        unreadable = not_checked(name, error)
    if is_empty and unreadable is None:
        click.echo(f"presend: {printable(label_of(name))} has no payload, so nothing was checked.", err=True)
    yield Result(label_of(name), job.target, payloads=good, unreadable=unreadable)


def _one_document(job: Job, name: str) -> tuple[Problem, ...]:
    """Return the problem of a .jsonl file that is one JSON document instead; nothing for other files."""
    is_of_lines = format_of(name, job.input_format) == "jsonl" and name != STANDARD_INPUT
    if not is_of_lines or not os.path.isfile(name):  # noqa: PTH113 - see documents.py
        return ()
    require_unpacked(name)
    lines = lines_of_one(name)
    if not lines:
        return ()
    text = f"Expected a payload on each line, but the file is one JSON document of {lines:,} lines."
    advice = "Write it on one line, rename the file to *.json, or give --input-format json."
    return (Problem("", None, "json.malformed", "error", "schema", f"{text} {advice}", "invalid_json", "", 1, 1),)


def _of_documents(job: Job, name: str, advance: Advance) -> Iterator[tuple[int, FoundProblems]]:
    """Yield the number of payloads without problems, then the problems of the next payload, if it has any."""
    for document in documents(name, job.input_format):
        problems_found, size = _of_document(job, name, document), document.size
        del document  # free its memory before the next one is read, because both may be long
        yield 0 if problems_found.problems else 1, problems_found
        advance(size)


def _of_document(job: Job, name: str, document: Document) -> FoundProblems:
    found = FoundProblems() if document.is_broken else job.find.found(document.payload)
    if found.problems and job.input_format is None and format_of(name) == "json":
        found = _hinted(found, document.payload)
    read = (p for p in document.problems if document.is_broken or p.rule not in job.find.switches.ignore)
    placed = found.each(document.place)
    return job.adjusted(
        FoundProblems(tuple(sorted([*read, *placed.problems], key=_place)), placed.more), document.payload
    )


def _hinted(problems_found: FoundProblems, text: object) -> FoundProblems:
    """Return the problems of a text that was read as JSON, with a hint if it looks like another format."""
    meant = format_meant(text) if isinstance(text, bytes) else None
    if meant is None:
        return problems_found
    hint = f" If it is {meant.upper()}, give --input-format {meant}."
    return problems_found.each(
        lambda p: dataclasses.replace(p, message=p.message + hint) if p.rule == "json.malformed" else p
    )


def _of_parts(job: Job, parts: Iterable[FilePart], advance: Advance) -> Iterator[tuple[int, FoundProblems]]:
    """Yield the same as `_of_documents` from the parts of a file."""
    lines = 0
    for part in parts:
        payloads = 0
        for found in part.found:
            placed = found.at_lines(lines)
            problems_found = job.adjusted(
                placed._replace(problems=tuple(sorted(placed.problems, key=_place))), found.text
            )
            if problems_found.problems:
                yield found.payloads - payloads - 1, problems_found
                payloads = found.payloads
        yield part.payloads - payloads, FoundProblems()
        lines += part.lines
        advance(part.size)


def _place(problem: Problem) -> tuple[int, int]:
    return problem.line or 0, problem.column or 0


def not_checked(name: str, error: OSError | PackFault) -> str:
    """Report on standard error why an input cannot be checked, with advice; return the reason."""
    if isinstance(error, PackFault):
        click.echo(f"presend: cannot check {printable(name)}: {error}", err=True)
        return str(error)
    click.echo(f"presend: cannot read {printable(name)}: {reason_and_advice(error)}", err=True)
    return error.strerror or type(error).__name__
