"""Results as JUnit's XML: a suite for each file, a test case for each payload with problems and one for the others.

Decided 2026-11-22: a case fails where the command would, so that a server that reads the report and the exit code
never disagree. Warnings that fail nothing are the case's output.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import click

from presend.reports import line_of, printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from presend.reports import Result


def as_junit(results: Iterable[Result]) -> Iterator[str]:
    """Yield one XML document."""
    suites = ET.Element("testsuites", name="presend")
    for (file, _), of_file in groupby(results, key=lambda result: (result.file, result.target)):
        cases = [case for result in of_file for case in _cases(result)]
        suite = ET.SubElement(suites, "testsuite", {"name": printable(file), **_counts(cases)})
        suite.extend(cases)
    suites.attrib |= _counts(suites.findall("testsuite/testcase"))
    ET.indent(suites)
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield ET.tostring(suites, encoding="unicode") + "\n"


def _cases(result: Result) -> Iterator[ET.Element]:
    file = printable(result.file)
    if result.problems:
        name = "payload" if result.payloads else "file"
        first = (result.failures or result.problems)[0]
        case = ET.Element("testcase", classname=file, name=f"line {first.line}" if first.line else name)
        lines = "\n".join(click.unstyle(line_of(result.file, problem)) for problem in result.problems)
        if result.failures:
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


def _counts(cases: list[ET.Element]) -> dict[str, str]:
    counted = {"failures": "failure", "errors": "error"}
    numbers = {name: sum(case.find(tag) is not None for case in cases) for name, tag in counted.items()}
    return {name: str(number) for name, number in {"tests": len(cases), **numbers, "skipped": 0}.items()}
