"""Turn a batch file into results: check the envelope and the body of each line, and the file as a whole."""

from __future__ import annotations

import dataclasses
import functools
import itertools
from collections import Counter
from typing import TYPE_CHECKING, Any

from presend.batch.across import Seen
from presend.batch.check import FORMAT, Batch
from presend.batch.files import file_faults
from presend.batch.requests import body_faults, url_faults
from presend.batch.rules import BLANK_LINE, BODY_UNCHECKED, ENDPOINTS, INVALID_LINE, NO_FORMAT
from presend.batch.wording import at_line, placed_in_body, worded_as_by_the_api, worded_if_missing
from presend.checking.collector import Report
from presend.inputs.jobs import with_values
from presend.inputs.results import not_checked
from presend.packs.names import BUILT_INS
from presend.packs.rule_groups import ignored
from presend.problems import Finding, Problem
from presend.reading.documents import documents, label_of
from presend.reading.json_faults import JsonFault
from presend.reading.json_places import locate
from presend.reading.json_text import decoded, parse, parse_leniently
from presend.reports.text import Result
from presend.rule import PackFault
from presend.words.pointers import follow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from presend.reading.documents import Document
    from presend.rule import Rule

LINE = "BatchRequestInput"
FIRST = 3  # lines; if none of them is JSON, the file is not JSONL, but for example one JSON text over several lines


def of_batch(name: str, batch: Batch, advance: Callable[[int], object]) -> Iterator[Result]:
    """Yield a result for each line with problems, one for the lines between, and one for the file as a whole."""
    walk = _Walk(batch)
    result = functools.partial(Result, label_of(name), LINE, rules=batch.rules)
    good, size, last = 0, 0, 0
    try:
        every = documents(name, "jsonl")
        first = list(itertools.islice(every, FIRST))
        if len(first) == FIRST and not any(_is_json(_text(document)) for document in first):
            yield result(walk.no_jsonl(_text(first[0]), first[0].first_line))
            return
        for document in itertools.chain(first, every):
            text, line = _text(document), document.first_line
            problems = walk.check(text, line, after_blank=line > last + 1)
            if problems:
                yield from [result((), good)] if good else []
                yield result(problems)
            good = 0 if problems else good + 1
            size, last = size + document.size, line
            advance(document.size)
    except (OSError, PackFault) as error:
        yield result((), good, not_checked(name, error))
        return
    yield result((), good)
    if remarks := walk.remarks(name, size):
        yield result(remarks, 0)
    if walk.unchecked and not walk.judged and BODY_UNCHECKED.id not in batch.switches.ignore:
        fault = PackFault(f"{batch.pack.name} holds none of its operations. {BODY_UNCHECKED.fix}")
        yield result((), 0, not_checked(name, fault))  # a file without a checked body must not look valid


class _Walk:
    """Check the lines of one file; record facts about them in `seen`, and count the bodies that were not checked."""

    def __init__(self, batch: Batch) -> None:
        self.batch = batch
        self.seen = Seen(batch.endpoint)
        self.silent = ignored(batch.switches.ignore, FORMAT.rules)
        self.is_first = True
        self.unchecked: Counter[str] = Counter()
        self.judged = 0
        self.schema_of = functools.lru_cache(maxsize=64)(batch.schema_of)  # a bad file may have many urls

    def check(self, text: bytes, line: int, *, after_blank: bool) -> tuple[Problem, ...]:
        """Return the problems of one line, in order."""
        is_first, self.is_first = self.is_first, False
        found = [worded_as_by_the_api(problem, is_first=is_first) for problem in self.batch.find(LINE, text, FORMAT)]
        try:
            request = _parsed(text)
        except JsonFault:  # it is in `found` already
            self.seen.requests += 1
            return at_line(found, line)
        report = Report(FORMAT.rules)
        if after_blank:
            self._add(report, BLANK_LINE, Finding("Expected a request on each line; the line before is blank."))
        if isinstance(request, dict):
            for rule, finding in (
                *url_faults(request.get("url"), self.schema_of, is_built_in=self.batch.pack.name in BUILT_INS),
                *self.seen.add(request, line),
                *body_faults(request),
            ):
                self._add(report, rule, finding)
            placed = [*(problem for _, problem in report.found), *self._of_body(request)]
        else:
            placed = [problem for _, problem in report.found]
        if placed:
            paths = {problem.pointer: follow(request, problem.pointer)[0] for problem in placed}
            places = locate(decoded(text), paths.values())
            found += [dataclasses.replace(p, column=places[paths[p.pointer]][1]) for p in placed]
        if self.batch.show_values:
            found = list(with_values(found, request))
        return at_line(sorted(found, key=lambda problem: problem.column or 0), line)

    def no_jsonl(self, text: bytes, line: int) -> tuple[Problem, ...]:
        """Return the problem of a file that is not JSONL, at its first line."""
        problem = self.batch.find(LINE, text, FORMAT)[0]
        told = f"{NO_FORMAT}. Expected JSONL, a request on each line, but none of the first {FIRST} lines is JSON."
        message = f"{told} Write each request on one line. The rest was not checked."
        return at_line([dataclasses.replace(problem, message=message, code=INVALID_LINE)], line)

    def remarks(self, name: str, size: int) -> tuple[Problem, ...]:
        """Return the problems of the file `name` as a whole, `size` bytes long."""
        report = Report(FORMAT.rules)
        for rule, finding in file_faults(name, size, self.seen.requests, self.unchecked, self.batch.pack.name):
            self._add(report, rule, finding)
        return tuple(problem for _, problem in report.found)

    def _add(self, report: Report, rule: Rule, finding: Finding) -> None:
        if rule.id not in self.silent:
            report.add(finding, (), next(iter(rule.sources), ""), rule.id, rule.severity, rule.basis)

    def _of_body(self, request: dict[str, Any]) -> list[Problem]:
        url, body = request.get("url"), request.get("body")
        if not isinstance(url, str) or not isinstance(body, dict):
            return []  # which was already reported
        schema = self.schema_of(url)
        if schema is None:
            self.unchecked[url if url in ENDPOINTS else "another url"] += 1
            return []
        self.judged += 1
        return [
            placed_in_body(worded_if_missing(problem)) for problem in self.batch.find(schema, body, self.batch.pack)
        ]


def _parsed(text: bytes) -> Any:
    """Return the value of a line, even if it has values that are not valid in JSON."""
    try:
        return parse(text)
    except JsonFault as fault:
        return parse_leniently(decoded(text), fault)


def _text(document: Document) -> bytes:
    assert isinstance(document.payload, bytes)  # noqa: S101 - a line of JSONL is read as bytes
    return document.payload


def _is_json(text: bytes) -> bool:
    try:
        _parsed(text)
    except JsonFault:
        return False
    return True
