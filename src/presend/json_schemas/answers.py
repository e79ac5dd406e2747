"""`check_output`: check an answer against the schemas of its request.

`response_format` or `text.format` has the schema of structured text, and each function that of its arguments. In strict
mode the API guarantees a match, otherwise it does not. A model may also refuse, or stop before the end.
"""

from __future__ import annotations

import functools
import json
from typing import TYPE_CHECKING, Any, NamedTuple

from presend.json_schemas.rules import FITS, INCOMPLETE, IS_JSON, KNOWN, REFUSED
from presend.openai.rules.parts import items
from presend.problems import Problem, param_of, pointer_of
from presend.reading.json_faults import JsonFault
from presend.reading.json_text import parse
from presend.reading.python_values import NotPlain, plain
from presend.schema.keywords import did_you_mean, listed
from presend.structured.meta_schema import DIALECTS, dialect_of, retrieve_nothing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from presend.problems import Path
    from presend.rule import Rule

STRUCTURED = {"json_schema", "json_object"}  # formats with JSON text
MOST = 20  # most problems to report for one text
COMMENTARY = "commentary"  # phase of a message that is not an answer
UNFINISHED = {"length", "content_filter"}  # values of finish_reason after which the text may be incomplete


class Said(NamedTuple):
    """A text of an answer, and the schema for it.

    Attributes:
        path: Its path in the answer.
        text: The text.
        schema: The JSON Schema from the request; `None` if any JSON object is valid.
        is_whole: Whether the model finished it.
    """

    path: Path
    text: str
    schema: Any
    is_whole: bool


def check_output(request: Any, response: Any) -> tuple[Problem, ...]:
    """Check an answer against the schemas of its request.

    The text of a structured answer must match `response_format` (chat completions) or `text.format` (responses), and
    the arguments of a function call must match the function's parameters. A refusal is a note, and an answer that was
    cut off is a warning; presend checks neither against a schema.

    Args:
        request: The body sent to POST /chat/completions or POST /responses: a mapping, or JSON text.
        response: The body received: a mapping, an object of the openai SDK, or JSON text.

    Returns:
        The problems. `pointer` leads to the text in the answer, and the message gives the place in it. `()` also for a
        response with nothing to check, such as an error body.

    Raises:
        ValueError: The request or the response is not JSON.

    >>> import presend
    >>> schema = {"type": "object", "properties": {"a": {"type": "string"}}, "required": ["a"]}
    >>> request = {"text": {"format": {"type": "json_schema", "name": "f", "schema": schema}}}
    >>> part = {"type": "output_text", "text": '{"a": 1}'}
    >>> response = {"output": [{"type": "message", "content": [part]}]}
    >>> for problem in presend.check_output(request, response):
    ...     print(problem.pointer, problem.message)
    /output/0/content/0/text Invalid type for 'a' in the text: expected string.
    """
    sent, came = _data(request), _data(response)
    if not isinstance(sent, dict) or not isinstance(came, dict):
        return ()
    found = _of_response(sent, came) if isinstance(came.get("output"), list) else _of_chat(sent, came)
    return tuple(problem for one in found for problem in (_problems(one) if isinstance(one, Said) else [one]))


def _data(value: Any) -> Any:
    try:
        return parse(value) if isinstance(value, str | bytes | bytearray) else plain(value)
    except (JsonFault, NotPlain) as fault:
        raise ValueError(str(fault)) from None


def _of_chat(request: dict[str, Any], response: dict[str, Any]) -> Iterator[Said | Problem]:
    form = _objects(request.get("response_format"))
    inner = _objects(form.get("json_schema"))
    functions = Functions(request)
    for index, choice in enumerate(items(response.get("choices"))):
        path: Path = ("choices", index)
        message = _objects(_objects(choice).get("message"))
        is_whole = _objects(choice).get("finish_reason") not in UNFINISHED
        if not is_whole:
            yield _told(
                INCOMPLETE,
                (*path, "finish_reason"),
                "The answer was cut off, so presend does not check it against its schema.",
            )
        is_text = isinstance(message.get("content"), str) and not message.get("tool_calls")
        if message.get("refusal") and isinstance(message["refusal"], str):
            yield _told(REFUSED, (*path, "message", "refusal"), "The model refused to answer.")
        elif is_text and form.get("type") in STRUCTURED:
            yield Said((*path, "message", "content"), message["content"], inner.get("schema"), is_whole)
        calls = [
            *(
                ((*path, "message", "tool_calls", at, "function"), _objects(call).get("function"))
                for at, call in enumerate(items(message.get("tool_calls")))
            ),
            ((*path, "message", "function_call"), message.get("function_call")),
        ]
        for where, call in calls:
            yield from _of_call(where, call, functions, is_whole=is_whole)


def _of_response(request: dict[str, Any], response: dict[str, Any]) -> Iterator[Said | Problem]:
    form = _objects(_objects(request.get("text")).get("format"))
    functions = Functions(request)
    if response.get("status") == "incomplete":
        yield _told(INCOMPLETE, ("status",), "The answer was cut off, so presend does not check its unfinished parts.")
    output = [*map(_objects, items(response.get("output")))]
    is_last = response.get("status") in {None, "completed", "incomplete"}  # otherwise its text is not a complete answer
    is_last = is_last and not any(item.get("type") == "function_call" for item in output)
    for index, item in enumerate(output):
        path: Path = ("output", index)
        is_whole = item.get("status") in {None, "completed"} and response.get("status") != "incomplete"
        if item.get("type") == "function_call":
            yield from _of_call(path, item, functions, is_whole=is_whole)
        is_answer = item.get("type") == "message" and item.get("phase") != COMMENTARY
        parts = items(item.get("content")) if is_answer else []
        for at, part in enumerate(map(_objects, parts)):
            where = (*path, "content", at)
            if part.get("type") == "refusal":
                yield _told(REFUSED, (*where, "refusal"), "The model refused to answer.")
            elif is_last and isinstance(part.get("text"), str) and form.get("type") in STRUCTURED:
                yield Said((*where, "text"), part["text"], form.get("schema"), is_whole)


def _of_call(path: Path, call: Any, functions: Functions, *, is_whole: bool) -> Iterator[Said | Problem]:
    name, arguments = _objects(call).get("name"), _objects(call).get("arguments")
    if not isinstance(name, str) or not isinstance(arguments, str):
        return
    if name in functions.parameters:
        yield Said((*path, "arguments"), arguments, functions.parameters[name], is_whole)
    elif not functions.may_be_more:
        hint = did_you_mean(name, functions.parameters)
        yield _told(KNOWN, (*path, "name"), f"The request does not define the called function.{hint}")


class Functions:
    """The functions that a request defines.

    Attributes:
        parameters: The name of each → its parameters.
        may_be_more: Whether there may be others, from a stored prompt or a tool search.
    """

    def __init__(self, request: dict[str, Any]) -> None:
        self.parameters: dict[str, Any] = {}
        self.may_be_more = request.get("prompt") is not None
        self._add(request.get("tools"))
        for function in items(request.get("functions")):
            self._add([{"type": "function", "function": function}])
        for item in map(_objects, items(request.get("input"))):
            self._add(item.get("tools"))  # found by a tool search

    def _add(self, tools: Any) -> None:
        for tool in map(_objects, items(tools)):
            self.may_be_more = self.may_be_more or tool.get("type") == "tool_search"
            self._add(tool.get("tools"))  # of a namespace
            function = tool["function"] if isinstance(tool.get("function"), dict) else tool
            if tool.get("type", "function") == "function" and isinstance(function.get("name"), str):
                self.parameters[function["name"]] = function.get("parameters") or {}


def _problems(said: Said) -> Iterator[Problem]:
    """Yield the problems of one text."""
    if not said.is_whole:
        return
    try:
        value = parse(said.text or "{}" if said.path[-1] == "arguments" else said.text)
    except JsonFault as fault:
        yield _told(IS_JSON, said.path, f"The text is not JSON (line {fault.line}, column {fault.column} of it).")
        return
    if said.schema is None:
        if not isinstance(value, dict):
            yield _told(IS_JSON, said.path, "The text is JSON, but not an object.")
        return
    for message in _misfits(said.schema, value):
        yield _told(FITS, said.path, message)


def _misfits(schema: Any, value: Any) -> list[str]:
    """Return a sentence for each error of a value against a schema; none if the schema is invalid."""
    validator = _validator(json.dumps(schema, sort_keys=True))
    if validator is None:
        return []
    found = {(tuple(steps), text) for error in validator.iter_errors(value) for steps, text in _sentences(error)}
    return [text for _, text in sorted(found)][:MOST]


def _sentences(error: Any) -> Iterator[tuple[list[str], str]]:
    """Yield the place and a sentence for each error, with names and types only, since a text may contain secrets."""
    path = tuple(error.instance_path)
    steps, place = [str(step) for step in path], param_of(path)
    where = f"'{place}'" if place else "the value"
    missing, unknown = getattr(error.kind, "property", None), getattr(error.kind, "unexpected", None)
    types = getattr(error.kind, "types", None)
    if isinstance(missing, str):
        yield steps, f"Missing required property '{param_of((*path, missing))}' in the text."
    elif isinstance(unknown, list):
        for name in unknown:
            yield steps, f"Unknown property '{param_of((*path, name))}' in the text."
    elif types:
        kinds = listed(sorted(str(kind) for kind in types), "or")
        yield steps, f"Invalid type for {where} in the text: expected {kinds}."
    else:
        keyword = str(error.schema_path[-1] if error.schema_path else "")
        yield steps, f"Invalid {where} in the text: the schema's '{keyword}' does not allow it."


@functools.lru_cache(maxsize=128)
def _validator(schema: str) -> Any:
    import jsonschema_rs  # imported only for answers

    data = json.loads(schema)
    try:
        return getattr(jsonschema_rs, DIALECTS[dialect_of(data)])(data, retriever=retrieve_nothing)
    except (ValueError, jsonschema_rs.ReferencingError):
        return None  # an invalid schema, or one with external references: `check` reports it for the request


def _objects(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _told(rule: Rule, path: Path, message: str) -> Problem:
    return Problem(pointer_of(path), param_of(path), rule.id, rule.severity, rule.basis, message, "", "")
