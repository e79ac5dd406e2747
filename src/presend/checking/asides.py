"""Checks that look at one value and not below it: files, and what a response should have."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from presend.checking.collector import FILE_TYPE, UNKNOWN_KEY, UNKNOWN_PARAMETER
from presend.checking.messages import missing, wrong_type
from presend.problems import Finding
from presend.reading.python_values import FileNotAvailable
from presend.schema.keywords import KEYWORDS, KINDS
from presend.schema.nodes import ALL_KINDS
from presend.schema.patterns import searcher

if TYPE_CHECKING:
    from presend.checking.collector import Report
    from presend.problems import Path
    from presend.schema.nodes import Node

EXPECTABLE = {word: KEYWORDS[word] for word in ("enum", "const", "dependentRequired")}


def file_node(node: Node, value: Any) -> Node | None:
    """Return the node of a file field: the node itself, or its branch for files if the value is not JSON."""
    if node.is_file:
        return node
    return next((part for part in node.alike if part.is_file), None) if type(value) not in KINDS else None


def examine_file(node: Node, value: Any, path: Path, report: Report) -> None:
    """Add a problem if a value is not a file, or cannot be opened."""
    from presend.files.uploads import UploadFault, open_upload  # only files need it

    if value is None and "null" in node.kinds:
        return
    if isinstance(value, FileNotAvailable):
        text = "The file of {param} was not available, so nothing was checked but that it is there."
        report.add(Finding(text, "", severity="note"), path, f"{node.source}/format", FILE_TYPE)
        return
    fault = "Expected a file, got text. Pass a file object or path; on the command line, NAME=@FILE."
    if report.form and isinstance(value, list):
        fault = f"Expected one file, got {len(value)} of them. Send the field once, and not as name[]."
    elif not (report.form and isinstance(value, str)):
        try:
            with open_upload(value):
                return
        except UploadFault as refused:
            fault = str(refused)
    report.add(
        Finding(f"Invalid type for {{param}}. {fault}", "invalid_type"), path, f"{node.source}/format", FILE_TYPE
    )


def examine_expected(node: Node, value: Any, path: Path, report: Report) -> None:
    """Warn about what a response should have and, in practice, does not always have."""
    is_null = value is None and node.expected.get("nullable") is False
    if is_null and node.kinds != ALL_KINDS:
        finding = wrong_type(node.kinds, "null")
        report.add(finding, path, f"{node.source}/type", "schema.type", "warning")
    for word, check in EXPECTABLE.items() if value is not None or (is_null and node.kinds == ALL_KINDS) else ():
        for finding in check(node.expected[word], value) if word in node.expected else ():
            report.add(finding, path, f"{node.source}/{word}", f"schema.{word}", "warning")
    if not isinstance(value, dict):
        return
    for name in node.expected.get("required", ()):
        if name not in value:
            report.add(missing(name), path, f"{node.source}/required", "schema.required", "warning")
    if node.expected.get("additionalProperties") is False:
        for name in value.keys() - node.properties.keys():
            if any(searcher(pattern)(name) for pattern, _ in node.patterns):
                continue
            finding = Finding("Unknown member: {param}.", UNKNOWN_PARAMETER, (name,))
            report.add(finding, path, node.source, UNKNOWN_KEY, "warning", "inferred")
