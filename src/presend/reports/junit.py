"""Results as JUnit's XML: a suite for each file, a test case for each payload with problems and one for the others.

Decided 2026-11-22: a case fails if its problems fail the command, so the report and the exit code always agree. Other
problems become the output of the case.
"""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import click

from presend.problems import printable
from presend.reports.spool import Spool
from presend.reports.text import line_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from presend.reports.text import Result


COUNTED = {"failures": "failure", "errors": "error"}  # what is counted → the element that a case has for it


def as_junit(results: Iterable[Result]) -> Iterator[str]:
    """Yield one XML document."""
    total = Counter[str]()
    with Spool() as suites:
        for (file, _), of_file in groupby(results, key=lambda result: (result.file, result.target)):
            for piece in _suite(printable(file), of_file, total):
                suites.add(piece)
                yield ""
        yield '<?xml version="1.0" encoding="UTF-8"?>'
        yield from _element("testsuites", "presend", total, suites, "\n")
        yield "\n"


def _suite(name: str, results: Iterable[Result], total: Counter[str]) -> Iterator[str]:
    """Yield the element of one file, and count its cases."""
    counted = Counter[str]()
    with Spool() as cases:
        for result in results:
            for case in _cases(result):
                counted.update(["tests", *(name for name, tag in COUNTED.items() if case.find(tag) is not None)])
                ET.indent(case, level=2)
                cases.add(f"\n    {ET.tostring(case, encoding='unicode')}")
            yield ""
        yield from _element("testsuite", name, counted, cases, "\n  ")
    total.update(counted)


def _element(tag: str, name: str, counted: Counter[str], parts: Spool, margin: str) -> Iterator[str]:
    """Yield an element with its counts and its parts, on separate lines."""
    numbers = {key: str(counted[key]) for key in ("tests", *COUNTED, "skipped")}
    alone = ET.tostring(ET.Element(tag, {"name": name, **numbers}), encoding="unicode")
    if parts.is_empty:
        yield f"{margin}{alone}"
        return
    yield f"{margin}{alone.removesuffix(' />')}>"
    yield from parts.pieces()
    yield f"{margin}</{tag}>"


def _cases(result: Result) -> Iterator[ET.Element]:
    file = printable(result.file)
    if result.problems:
        name = "payload" if result.payloads else "file"
        unlisted = tuple(first for first, _ in result.more if first.severity in result.failing)
        first = (result.failures or unlisted or result.problems)[0]
        case = ET.Element("testcase", classname=file, name=f"line {first.line}" if first.line else name)
        lines = "\n".join(click.unstyle(line_of(result.file, problem)) for problem in result.listed)
        if result.fails:
            said = ET.SubElement(case, "failure", type=first.rule, message=printable(first.message))
        else:
            said = ET.SubElement(case, "system-out")
        said.text = lines
        yield case
    elif result.payloads:
        name = "payloads without problems" if result.payloads > 1 else "payload"
        yield ET.Element("testcase", classname=file, name=f"{name} ({result.payloads:,})")
    if result.unreadable is not None:
        case = ET.Element("testcase", classname=file, name="reading")
        ET.SubElement(case, "error", type="unreadable", message=printable(result.unreadable))
        yield case
