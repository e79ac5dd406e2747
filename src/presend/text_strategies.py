"""Strategies for JSON text of payloads in every spelling, and for text that is not valid JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from hypothesis import assume
from hypothesis import strategies as st

from presend.drawing.leaves import json_values
from presend.problems import pointer_of
from presend.reading.json_data import DEEPEST
from presend.strategies import Invalid, payloads

if TYPE_CHECKING:
    from pydantic import BaseModel

    from presend.packs.pack import Pack

SPACES = st.sampled_from(["", " ", "\n", "\r\n", "\t \n"])
TWICE = 2  # most duplicate names in one object
# Text in place of a value → the rule that must report it at the pointer of the value.
UNREADABLE = {
    "NaN": "json.non-finite-number",
    "-Infinity": "json.non-finite-number",
    "1e999": "json.non-finite-number",
    r'"\ud800"': "json.lone-surrogate",
    r'"a\udfff\ud800"': "json.lone-surrogate",
    f"[{'9' * 5000}]": "json.number-too-long",
}
# The same for text that makes the whole payload unreadable, so that the pointer is that of the root.
UNREAD = {
    "[" * DEEPEST + "]" * DEEPEST: "json.too-deep",
    '{"a":' * DEEPEST + "1" + "}" * DEEPEST: "json.too-deep",
    "True": "json.malformed",
    "'a'": "json.malformed",
    "01": "json.malformed",
    '"\n"': "json.malformed",
    "[1,]": "json.malformed",
}
MARK = "8c1f"  # stands for the value while the rest is written


def texts(target: str | type[BaseModel], *, pack: str | Pack | None = None) -> st.SearchStrategy[str]:
    """Return a strategy of JSON texts of payloads of `target` without errors; a name may occur twice.

    >>> from hypothesis import given
    >>> import presend
    >>> @given(texts("CreateModerationRequest"))
    ... def test(text):
    ...     assert presend.is_valid("CreateModerationRequest", text)
    >>> test()
    """
    return payloads(target, pack=pack).flatmap(spellings)


def invalid_texts(target: str | type[BaseModel], *, pack: str | Pack | None = None) -> st.SearchStrategy[Invalid]:
    """Return a strategy of JSON texts with one unreadable value, each with the rule and the pointer of the error.

    >>> from hypothesis import given
    >>> import presend
    >>> @given(invalid_texts("CreateModerationRequest"))
    ... def test(invalid):
    ...     problems = presend.check("CreateModerationRequest", invalid.payload)
    ...     assert (invalid.rule, invalid.pointer) in [(problem.rule, problem.pointer) for problem in problems]
    >>> test()
    """
    valid = payloads(target, pack=pack)

    @st.composite
    def broken(draw: st.DrawFn) -> Invalid:
        payload = draw(valid)
        assume(isinstance(payload, dict) and payload)
        name = draw(st.sampled_from(sorted(payload)))
        literal, rule = draw(st.sampled_from(sorted((UNREADABLE | UNREAD).items())))
        text = json.dumps({**payload, name: MARK}).replace(f'"{MARK}"', literal, 1)
        pointer = pointer_of((name, 0) if literal[0] == "[" else (name,)) if literal in UNREADABLE else ""
        return Invalid(text, rule, pointer)

    return broken()


@st.composite
def spellings(draw: st.DrawFn, value: Any) -> str:
    """Draw one of the many JSON texts for `value`, with varied spacing, escapes and duplicate names."""
    space = draw(SPACES)

    def write(value: Any) -> str:
        if isinstance(value, dict):
            twice = draw(st.lists(st.sampled_from(sorted(value)), max_size=TWICE)) if value else []
            members = [*((name, draw(json_values)) for name in twice), *value.items()]  # the last one counts
            written = [f"{write(name)}{space}:{space}{write(member)}" for name, member in members]
            return "{" + space + f"{space},".join(written) + space + "}"
        if isinstance(value, list):
            return "[" + f",{space}".join(map(write, value)) + space + "]"
        return json.dumps(value, ensure_ascii=draw(st.booleans()))

    return space + write(value) + space
