"""Write differences as text, markdown or JSON; one function for each format.

These reports quote payloads, since the witnesses are made up and nobody's data. All other text from a spec is escaped:
it stays on its line, and cannot become a command of CI, a link, a mention or markup.
"""

from __future__ import annotations

import dataclasses
import json
import re
from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

import presend
from presend_codegen.comparing.difference import CLASSES, TEXT, UNPROVEN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from presend_codegen.comparing.difference import Difference, Witness
    from presend_codegen.source.load import Json, Object

    Written = Callable[[str], str]
    Formatter = Callable[[str, str, list[Difference], str], Iterator[str]]

LISTED = 6  # names to list; if there are more, they are counted
LONG = 40  # code points; longer strings of a payload are cut in text
WIDE = 240  # characters of a payload in text
PLAIN = re.compile(
    r"""(?!.*(?:://|www\.))(?=[A-Za-z"])[\w .,:;"'()/+=%-]*""", re.ASCII
)  # markdown leaves these characters alone
UNDERLINED = re.compile(r"(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])")  # may start or end emphasis
WHOLE = ("operation", "schema")  # can come or go as a whole


def as_text(old: str, new: str, differences: list[Difference], note: str = "") -> Iterator[str]:
    """Yield a line for each difference, a line for each witness below it, and a summary as the last line.

    `note` is a line on how the sides were compared.
    """
    del old, new
    for kind, those in groupby(_by_kind(differences), key=lambda difference: difference.kind):
        for heads, witnesses in _with_witnesses(list(those), on_one_line):
            yield f"{kind}: {heads}\n"
            for witness in witnesses:
                yield f"    {_sentence(witness)}: {on_one_line(quoted(witness.payload))}\n"
    if note:
        yield f"{on_one_line(note)}\n"
    yield f"{summary(differences)}\n"


def as_markdown(old: str, new: str, differences: list[Difference], note: str = "") -> Iterator[str]:
    """Yield a section for each kind of difference, with witnesses as code."""
    yield f"# From {in_markdown(old)} to {in_markdown(new)}\n\n{summary(differences)}\n"
    if note:
        yield f"\n{in_markdown(note)}\n"
    for kind, those in groupby(_by_kind(differences), key=lambda difference: difference.kind):
        yield f"\n## {kind.capitalize()}\n\n"
        for heads, witnesses in _with_witnesses(list(those), in_markdown):
            yield f"- {heads}\n"
            for witness in witnesses:
                yield f"  - {_sentence(witness)}: {as_code(quoted(witness.payload))}\n"


def as_json(old: str, new: str, differences: list[Difference], note: str = "") -> Iterator[str]:
    """Yield one JSON document: the differences with all their attributes and whole payloads."""
    counts = Counter(difference.kind for difference in differences)
    found = [dataclasses.asdict(difference) for difference in _by_kind(differences)]
    total = {kind.replace(" ", "_"): counts[kind] for kind in CLASSES}
    told: Object = {"note": note} if note else {}
    document = {"presend": presend.__version__, "old": old, "new": new, **told, "differences": found, "summary": total}
    yield json.dumps(document, indent=2) + "\n"


REPORTS: dict[str, Formatter] = {"text": as_text, "json": as_json, "markdown": as_markdown}


def summary(differences: list[Difference]) -> str:
    """Return the number of differences of each kind.

    >>> summary([])
    'no differences'
    """
    counts = Counter(difference.kind for difference in differences)
    return ", ".join(f"{counts[kind]:,} {kind}" for kind in CLASSES if counts[kind]) or "no differences"


def _by_kind(differences: Iterable[Difference]) -> list[Difference]:
    return sorted(differences, key=lambda difference: CLASSES.index(difference.kind))


def _with_witnesses(differences: list[Difference], written: Written) -> Iterator[tuple[str, tuple[Witness, ...]]]:
    """Yield each difference of one kind as a line with its witnesses; many of the same sort become one line."""
    is_text = bool(differences) and differences[0].kind == TEXT
    sorts = Counter(map(_sort, differences))
    many = {sort for sort, number in sorts.items() if number > LISTED and (is_text or sort[0] in WHOLE)}
    for difference in differences:
        if _sort(difference) not in many:
            yield _line(difference, written), difference.witnesses
    for keyword, said in sorted(many):
        subjects = len({difference.subject for difference in differences if _sort(difference) == (keyword, said)})
        where = "" if keyword in WHOLE else f" in {subjects:,} schemas"
        yield f"{sorts[keyword, said]:,} times {keyword} {written(said.removeprefix(f'{keyword} '))}{where}", ()


def _sort(difference: Difference) -> tuple[str, str]:
    return difference.keyword, difference.said


def _line(difference: Difference, written: Written) -> str:
    subject = written(f"{difference.subject or json.dumps('')} {difference.place}".strip())
    word = f"{difference.keyword} " if difference.kind == TEXT and difference.keyword not in WHOLE else ""
    directions = "" if difference.kind == TEXT else f" ({' and '.join(difference.directions) or 'only suggested'})"
    doubt = "; presend found neither a payload that shows an effect nor a proof that there is none"
    return f"{subject}: {word}{written(difference.said)}{directions}{doubt * (difference.kind == UNPROVEN)}"


def on_one_line(text: str) -> str:
    r"""Escape the characters of a text that would break its line or be invisible.

    >>> on_one_line("a\n::error::x")
    'a\\n::error::x'
    """
    return "".join(char if char.isprintable() else ascii(char)[1:-1] for char in text)


def in_markdown(text: str) -> str:
    """Return markdown that displays a text literally; as code if markdown would interpret it.

    >>> in_markdown("__init__")
    '`__init__`'
    """
    line = on_one_line(text)
    return line if PLAIN.fullmatch(line) and not UNDERLINED.search(line) else as_code(line)


def as_code(text: str) -> str:
    """Return a text as code in markdown, with more backticks around it than it contains in a row.

    >>> as_code("a`b")
    '``a`b``'
    """
    line = on_one_line(text)
    fence = "`" * (max(map(len, re.findall("`+", line)), default=0) + 1)
    space = " " if line.startswith("`") or line.endswith("`") else ""
    return f"{fence}{space}{line}{space}{fence}"


def _sentence(witness: Witness) -> str:
    return f"{witness.accepted_by} accepts, {witness.rejected_by} refuses"


def quoted(payload: Json) -> str:
    """Return a payload as JSON on one line, long strings and long payloads cut.

    >>> quoted({"key": "a" * 65})
    '{"key": "aaaaaaaa… (65 characters)"}'
    """
    text = json.dumps(_cut(payload), ensure_ascii=False)
    return text if len(text) <= WIDE else f"{text[:WIDE]}… ({len(json.dumps(payload)):,} characters)"


def _cut(value: Json) -> Json:
    if isinstance(value, dict):
        return {_cut(name): _cut(member) for name, member in value.items()}
    if isinstance(value, list):
        return [_cut(item) for item in value]
    return f"{value[:8]}… ({len(value):,} characters)" if isinstance(value, str) and len(value) > LONG else value
