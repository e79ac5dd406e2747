"""A batch file to results: each line's envelope, its body against its operation, and the file as a whole."""

from __future__ import annotations

import dataclasses
import functools
import itertools
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import presend
from presend.batch.across import Seen
from presend.batch.rules import (
    BLANK_LINE,
    BODY_UNCHECKED,
    CHAT,
    CHAT_PREFIX,
    ENDPOINTS,
    FILE_NAME,
    INVALID_LINE,
    INVALID_REQUEST,
    INVALID_URL,
    MODEL_NAMED,
    MOST_BYTES,
    MOST_BYTES_AS_MIB,
    NEEDED,
    NO_FORMAT,
    NO_JSON,
    NO_STREAM,
    REQUESTS_SOME,
    RESPONSES,
    SIZE_MAX,
    STREAM_OFF,
    STREAMING,
    SUFFIX,
    TOO_LARGE,
    URL_KNOWN,
)
from presend.checking.collector import Report
from presend.inputs.jobs import with_values
from presend.inputs.results import not_checked
from presend.packs.pack import BUILT_INS, Pack
from presend.packs.rule_groups import ignored, is_group
from presend.problems import Finding, Problem
from presend.reading.documents import documents, label_of
from presend.reading.json_faults import JsonFault
from presend.reading.json_places import locate
from presend.reading.json_text import decoded, parse, parse_leniently
from presend.reports.text import Result
from presend.rule import PackFault
from presend.schema.keywords import did_you_mean, listed
from presend.words.pointers import follow

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from presend.packs.built_in import BuiltIn
    from presend.problems import Severity
    from presend.reading.documents import Document
    from presend.rule import Rule

FORMAT = Pack("presend.batch")
LINE = "BatchRequestInput"
VERSION = "/v1"
WHOLE = ("the payload", "payload")  # how a message calls a body that is wrong as a whole
FIRST = 3  # lines; where none of them is JSON, the file is something else, such as one JSON text laid out over lines


@dataclasses.dataclass(frozen=True, slots=True)
class Batch:
    """How to check a batch file.

    Attributes:
        pack: Holds the operations whose bodies are checked.
        strict: As for `presend.check`; `enable` and `ignore` too, which may name rules of batch files as well.
        show_values: Whether messages end with what stands at their place.
        endpoint: The one that the batch will be made for; without it, the url of the first request.
    """

    pack: Pack | BuiltIn
    strict: bool = False
    enable: Collection[str] = ()
    ignore: Collection[str] = ()
    show_values: bool = False
    endpoint: str | None = None

    @property
    def rules(self) -> dict[str, Rule]:
        """The rules by id: those of the bodies, and those of batch files."""
        return {**self.pack.rules, **FORMAT.rules}

    def serves(self, url: str) -> bool:
        """Say whether a batch can be made for an endpoint: one on the list, or one of a pack of the user's own."""
        return url in ENDPOINTS or (self.pack.name not in BUILT_INS and self.schema_of(url) is not None)

    def schema_of(self, url: str) -> str | None:
        """Return the schema of the bodies for an endpoint, where the pack holds it."""
        try:
            return self.pack.resolve(f"POST {url}")
        except LookupError:
            return None

    def find(self, target: str, payload: Any, pack: Pack | BuiltIn) -> tuple[Problem, ...]:
        """Return the problems of a payload, with the switches that the pack knows."""
        enable = [name for name in self.enable if name in pack.rules]
        ignore = [name for name in self.ignore if name in pack.rules or is_group(name)]
        return presend.check(target, payload, pack=pack, strict=self.strict, enable=enable, ignore=ignore)


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
    if walk.unchecked and not walk.judged and BODY_UNCHECKED.id not in batch.ignore:
        fault = PackFault(f"{batch.pack.name} holds none of its operations. {BODY_UNCHECKED.fix}")
        yield result((), 0, not_checked(name, fault))  # so that nobody takes it for right


class _Walk:
    """Go through the lines of one file; the state is what is `seen` of them, and how many bodies nobody checked."""

    def __init__(self, batch: Batch) -> None:
        self.batch = batch
        self.seen = Seen(batch.endpoint)
        self.silent = ignored(batch.ignore, FORMAT.rules)
        self.is_first = True
        self.unchecked: Counter[str] = Counter()
        self.judged = 0
        self.schema_of = functools.lru_cache(maxsize=64)(batch.schema_of)  # a bad file may have many urls

    def check(self, text: bytes, line: int, *, after_blank: bool) -> tuple[Problem, ...]:
        """Return the problems of one line, in their order."""
        is_first, self.is_first = self.is_first, False
        found = [_as_the_api_says(problem, is_first=is_first) for problem in self.batch.find(LINE, text, FORMAT)]
        try:
            request = _parsed(text)
        except JsonFault:  # which is among what was found
            self.seen.requests += 1
            return _at_line(found, line)
        report = Report(FORMAT.rules)
        if after_blank:
            self._add(report, BLANK_LINE, Finding("Expected a request on each line, got a blank line before this one."))
        if isinstance(request, dict):
            for rule, finding in (*self._of_url(request.get("url")), *self.seen.add(request, line), *_of_body(request)):
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
        return _at_line(sorted(found, key=lambda problem: problem.column or 0), line)

    def no_jsonl(self, text: bytes, line: int) -> tuple[Problem, ...]:
        """Return the problem of a file none of whose first lines is JSON, as one of the first."""
        problem = self.batch.find(LINE, text, FORMAT)[0]
        told = f"{NO_FORMAT}. Expected JSONL, a request on each line, but none of the first {FIRST} lines is JSON."
        message = f"{told} Write each request on one line. The rest was not checked."
        return _at_line([dataclasses.replace(problem, message=message, code=INVALID_LINE)], line)

    def remarks(self, name: str, size: int) -> tuple[Problem, ...]:
        """Return the problems of the file `name` as a whole, `size` bytes long."""
        report = Report(FORMAT.rules)
        if not self.seen.requests:
            text = f"{NO_FORMAT}. Expected a request, got none. {REQUESTS_SOME.fix}"
            self._add(report, REQUESTS_SOME, Finding(text, ""))
        if self.batch.pack.name in BUILT_INS and _is_misnamed(name):
            text = f"{NO_FORMAT}. Expected a name that ends in {SUFFIX}, got another. {FILE_NAME.fix}"
            self._add(report, FILE_NAME, Finding(text, ""))
        if size > MOST_BYTES:
            is_over = size > MOST_BYTES_AS_MIB
            hint = "" if is_over else " This is below 200 MiB, which may be what the API means."
            text = f"{TOO_LARGE} Expected at most 200 MB ({MOST_BYTES:,} bytes), got {size:,} bytes."
            self._add(
                report, SIZE_MAX, Finding(f"{text} {SIZE_MAX.fix}{hint}", "", severity=None if is_over else "warning")
            )
        for url, number in self.unchecked.items():
            bodies = f"{number:,} {'body' if number == 1 else 'bodies'}"
            text = f"Not checked: {bodies} for {url}, an operation that {self.batch.pack.name} does not hold."
            self._add(report, BODY_UNCHECKED, Finding(f"{text} {BODY_UNCHECKED.fix}", ""))
        return tuple(problem for _, problem in report.found)

    def _add(self, report: Report, rule: Rule, finding: Finding) -> None:
        if rule.id not in self.silent:
            report.add(finding, (), next(iter(rule.sources), ""), rule.id, rule.severity, rule.basis)

    def _of_url(self, url: object) -> Iterator[tuple[Rule, Finding]]:
        """Yield what is wrong with an endpoint; one that is newer than the list is only doubted."""
        if not isinstance(url, str) or not url.startswith("/") or url in ENDPOINTS:
            return
        is_held = self.schema_of(url) is not None
        if is_held and self.batch.pack.name not in BUILT_INS:
            return  # whoever generated the pack knows the server
        if VERSION + url in ENDPOINTS:
            hint = f" Did you mean '{VERSION}{url}'? Azure takes the path without {VERSION}."
        else:
            hint = did_you_mean(url, ENDPOINTS) or f" Known are {listed(ENDPOINTS)}."
        severity: Severity = "error" if is_held and VERSION + url not in ENDPOINTS else "warning"
        text = f"Invalid {{param}}: expected an endpoint that the Batch API serves.{hint}"
        yield URL_KNOWN, Finding(text, INVALID_URL, ("url",), severity=severity)

    def _of_body(self, request: dict[str, Any]) -> list[Problem]:
        url, body = request.get("url"), request.get("body")
        if not isinstance(url, str) or not isinstance(body, dict):
            return []  # which has been told
        schema = self.schema_of(url)
        if schema is None:
            self.unchecked[url if url in ENDPOINTS else "another url"] += 1
            return []
        self.judged += 1
        return [_in_body(_needed(problem)) for problem in self.batch.find(schema, body, self.batch.pack)]


def _of_body(request: dict[str, Any]) -> Iterator[tuple[Rule, Finding]]:
    """Yield what a batch does not take of a body that the operation would."""
    body = request.get("body")
    if not isinstance(body, dict):
        return
    if body.get("stream") is True:
        of_chat = CHAT_PREFIX if request.get("url") == CHAT else ""
        yield STREAM_OFF, Finding(f"{of_chat}{NO_STREAM} {STREAM_OFF.fix}", STREAMING, ("body", "stream"))
    if request.get("url") == RESPONSES and "model" not in body:
        yield MODEL_NAMED, Finding(f"{NEEDED['model']} {MODEL_NAMED.fix}", INVALID_REQUEST, ("body", "model"))


def _is_misnamed(name: str) -> bool:
    """Say whether POST /files would refuse the name of a file; a device or standard input has none."""
    return not name.lower().endswith(SUFFIX) and Path(name).is_file()


def _as_the_api_says(problem: Problem, *, is_first: bool) -> Problem:
    """Return a problem of a line that is no JSON in the API's words, with ours behind them; others as they are."""
    if problem.code != "invalid_json" or problem.severity != "error":
        return problem
    refused = f" {NO_FORMAT}: POST /files refuses a file whose first line is no JSON." if is_first else ""
    return dataclasses.replace(problem, message=f"{NO_JSON} {problem.message}{refused}", code=INVALID_LINE)


def _needed(problem: Problem) -> Problem:
    """Return a problem of a body in the API's words where a member is missing that every request needs."""
    name = problem.pointer[1:]
    if problem.rule != "schema.required" or name not in NEEDED:
        return problem
    return dataclasses.replace(problem, message=NEEDED[name], code=INVALID_REQUEST)


def _parsed(text: bytes) -> Any:
    """Return the value of a line, but for single values that no JSON body can carry."""
    try:
        return parse(text)
    except JsonFault as fault:
        return parse_leniently(decoded(text), fault)


def _text(document: Document) -> bytes:
    assert isinstance(document.payload, bytes)  # noqa: S101 - what a line of JSONL is read as
    return document.payload


def _is_json(text: bytes) -> bool:
    try:
        _parsed(text)
    except JsonFault:
        return False
    return True


def _in_body(problem: Problem) -> Problem:
    below = "" if problem.param is None else problem.param if problem.param.startswith("[") else f".{problem.param}"
    names = {f"'{problem.param}'": f"'body{below}'"} if problem.param is not None else dict.fromkeys(WHOLE, "'body'")
    name = next((name for name in (*names, WHOLE[0]) if name in problem.message), "")
    message = problem.message.replace(name, names.get(name, "'body'"), 1) if name else problem.message
    return dataclasses.replace(problem, pointer=f"/body{problem.pointer}", param=f"body{below}", message=message)


def _at_line(problems: list[Problem], line: int) -> tuple[Problem, ...]:
    return tuple(dataclasses.replace(problem, line=line) for problem in problems)
