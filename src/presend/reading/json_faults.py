"""Errors for text that is not JSON, or has a value that JSON does not allow: the reason, the place, and advice."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING

from presend.reading.json_tokens import TOKEN, values
from presend.reading.python_values import NOT_FINITE, TOO_LONG

if TYPE_CHECKING:
    import json

    from presend.problems import Path

CONSTANT = "NaN|-?Infinity"
# Start of json's own message → what it expected; what it got, if that is certain; what to do.
EXPECTED = {
    "Expecting property name": ("a member's name in double quotes", "", "Put the name in double quotes."),
    "Expecting ':'": ("a colon after the member's name", "", "Write the colon and a value."),
    "Expecting ','": (
        "a comma, or the end of the object or array",
        "",
        "A comma may be missing before it, or a backslash before a quote.",
    ),
    "Expecting value": ("a value", "", "Write a value. Only numbers, true, false and null have no quotes."),
    "Extra data": ("nothing after the value", "", "Remove it, or write one value on each line of a .jsonl file."),
    "Invalid \\escape": ("a known escape after the backslash", "another one", "Write \\\\ for a backslash."),
    "Invalid \\u": ("four hexadecimal digits after \\u", "something else", "Write \\u like \\u00e9."),
    "Invalid control": ("no raw control character in a string", "one", "Escape it, a line break as \\n."),
    "Unterminated": ("a double quote that ends this string", "the end of the text", "Write the quote."),
    "Illegal trailing": ("no comma before the closing bracket", "one", "Remove the comma."),
    "Unexpected UTF-8 BOM": ("no byte order mark", "one", "Save the text as UTF-8 without a byte order mark."),
}
# Text at the fault → its name; what to do, if that is better advice than that of EXPECTED.
GOT = (
    (r"\Z", "the end of the text", "Close every object and array. The text may be cut off."),
    (r"['\u2018-\u201f]", "another kind of quote", "Put names and strings in double quotes."),
    (r"(True|False|None)\b", "a Python word", "Write true, false or null, as json.dumps does."),
    (r"//|/\*|#", "a comment", "Remove it: JSON has no comments."),
    (r'"', "a double quote", ""),
    (r"[}\]]", "a closing bracket", ""),
    (r"[{\[]", "an opening bracket", ""),
    (r",", "a comma", ""),
    (r":", "a colon", ""),
    (r"[-+.\d]", "a digit or a sign", ""),
    (r"\w", "a bare word", ""),
    (r"(?s:.)", "another character", ""),
)
BEYOND = "a number beyond the range of a double, about 1.8e308"
LEVELS = {"{": 1, "[": 1, "}": -1, "]": -1}
TOO_DEEP = "Expected fewer levels of nesting, got {:,}. Flatten the payload."


class JsonFault(ValueError):  # an error of the text, which becomes a problem
    """Error in a JSON text, with its `line` and `column`, from 1, and its `path` if it is known."""

    def __init__(self, rule: str, message: str, line: int, column: int, path: Path = ()) -> None:
        self.rule, self.message, self.line, self.column, self.path = rule, message, line, column, path
        super().__init__(rule, message, line, column, path)

    def __str__(self) -> str:
        return f"{self.message} (line {self.line}, column {self.column})"


def syntax_fault(text: str, error: json.JSONDecodeError) -> JsonFault:
    """Return the fault that `json` found in a text, in presend's words."""
    at, said = error.pos, error.msg
    before = at  # the end of the text before the fault, without spaces
    while before and text[before - 1] in " \t\n\r":
        before -= 1
    if text[at : at + 1] in ("}", "]") and text[max(before - 1, 0) : before] == ",":  # Python 3.13 reports this itself
        at, said = before - 1, "Illegal trailing"
    rows = (row for start, row in EXPECTED.items() if said.startswith(start))
    expected, got, fix = next(rows, ("JSON", "", "Fix the text here."))  # a message of a later Python
    if at == len(text) and not before:
        got, fix = "an empty text", "Give one JSON value."
    if not got:
        got, better = next((got, fix) for pattern, got, fix in GOT if re.compile(pattern).match(text, at))
        fix = better or fix
    return fault_at("json.malformed", f"Expected {expected}, got {got}. {fix}", text, at)


def depth_fault(text: str) -> JsonFault:
    """Return the fault of a text that is nested too deep, at its deepest bracket."""
    depth = deepest = at = 0
    for token in TOKEN.finditer(text):
        depth += LEVELS.get(token[0], 0)
        if depth > deepest:
            deepest, at = depth, token.start()
    return fault_at("json.too-deep", TOO_DEEP.format(deepest), text, at)


def constant_fault(text: str) -> JsonFault:
    """Return the fault of the first NaN or Infinity; the text before it is well-formed."""
    starts = ((value.start, re.compile(CONSTANT).match(text, value.start)) for value in values(text))
    start, constant = next((start, match[0]) for start, match in starts if match)
    return fault_at(*_number_rule(constant), text, start, path_at(text, start))


def number_fault(text: str, path: Path) -> JsonFault:
    """Return the fault of the number at `path` that cannot be held; the last member of a name counts."""
    here: list[str | int] = []
    literal, start = "", 0
    for value in values(text):
        del here[max(value.depth - 1, 0) :]
        here += [value.step] if value.depth else []
        if value.depth == len(path) and (not path or (value.step == path[-1] and tuple(here) == path)):
            literal, start = text[value.start : value.end], value.start
    return fault_at(*_number_rule(literal), text, start, path)


def _number_rule(literal: str) -> tuple[str, str]:
    """Return the rule and the message for a number that cannot be held."""
    if literal[-1] in "Ny":
        return "json.non-finite-number", NOT_FINITE.format(literal)
    if any(char in ".eE" for char in literal):
        return "json.non-finite-number", NOT_FINITE.format(BEYOND)
    return "json.number-too-long", TOO_LONG.format(sys.get_int_max_str_digits())


def path_at(text: str, offset: int) -> Path:
    """Return the path of the value at an offset; that of its parent if the offset is in a member's name."""
    path: list[str | int] = []
    for value in values(text):
        if value.at > offset:
            break
        del path[max(value.depth - 1, 0) :]
        if value.depth and value.start <= offset:
            path.append(value.step)
        if value.start == offset:
            break  # the text after it may not be well-formed
    return tuple(path)


def fault_at(rule: str, message: str, text: str, offset: int, path: Path = ()) -> JsonFault:
    """Return a fault with the line and column of an offset."""
    line, column = text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)
    return JsonFault(rule, message, line, column, path)
