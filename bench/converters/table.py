"""Write the section of docs/schemas.md between its markers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bench.converters.environments import PYDANTIC, ROOT
from bench.converters.models import CASES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bench.converters.verdicts import Column, Verdict

PAGE = ROOT / "docs" / "schemas.md"
BEGIN, END = "<!-- converters: begin -->", "<!-- converters: end -->"
NEW_PAGE = f"# Schemas\n\n{BEGIN}\n{END}\n"
WORDS = {"changed": "**changed**", "told": "changed, told"}
INTRODUCTION = """\
## Measured against other converters

`make converters` writes this section: {models} models of our own, each sent by each library as a user would send it, at
the versions shown, with {pydantic} for all. What left the machine is judged, not what a function returned.

| cell | meaning |
| --- | --- |
| right | strict mode takes the schema, and it means what the model means |
| refused | the library sends it, and the API refuses it for what stands beside it |
| raises | the library raises before anything is sent |
| **changed** | strict mode takes it, but it allows a value that the model refuses, or forbids a value of the model |
| changed, told | changed so, and told as a warning to whoever converts it |
| not strict | the schema is sent without `strict`, so answers are not held to it |

A judge of the script's own says what strict mode takes. It is made from OpenAI's guide to Structured Outputs and from
what the API was seen to answer until November 2026. A change of meaning is found by trying: {drawn} values drawn from
each schema are read by the model, and values of the model are held against the schema. Nulls that stand for absent
optional members count as absent. That each member is required and each object closed is strict mode's doing, and no
change; nor is what pydantic's own schema of the model already allows too much, such as any string for a `Decimal`.
"""
CAN = """
### What strict mode can say

"""
CANNOT = """
### What strict mode cannot say

Raising is the right answer here; sending it without `strict` is another, where the user is told.

"""
CHANGES = """
### Where the meaning changes

"""


def write(columns: Sequence[Column]) -> None:
    """Write the section, on a new page where there is none."""
    page = PAGE.read_text("utf-8") if PAGE.exists() else NEW_PAGE
    before, begin, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        raise SystemExit(f"{PAGE.name} has no line {BEGIN} with a line {END} below it.")
    PAGE.write_text(f"{before}{BEGIN}\n\n{section(columns)}\n{END}{after}", "utf-8")


def section(columns: Sequence[Column]) -> str:
    """Return the Markdown of the section."""
    from bench.converters.meaning import DRAWN

    head = INTRODUCTION.format(models=len(CASES), pydantic=PYDANTIC.replace("==", " "), drawn=DRAWN)
    can = _table(columns, [number for number, case in enumerate(CASES) if case.sayable], count=True)
    cannot = _table(columns, [number for number, case in enumerate(CASES) if not case.sayable], count=False)
    return "".join((head, CAN, can, CANNOT, cannot, CHANGES, _changes(columns)))


def _table(columns: Sequence[Column], rows: Sequence[int], *, count: bool) -> str:
    heads = [f"{column.library}<br>{', '.join(column.ways)}" for column in columns]
    lines = [["model", *heads], ["---"] * (len(columns) + 1)]
    lines.extend([CASES[row].about, *(_cell(column.verdicts[row]) for column in columns)] for row in rows)
    if count:
        rights = (sum(column.verdicts[row].kind == "right" for row in rows) for column in columns)
        lines.append([f"**right, of {len(rows)}**", *(f"**{number}**" for number in rights)])
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _cell(verdict: Verdict) -> str:
    shown = WORDS.get(verdict.kind, verdict.kind)
    return f"{shown}: {verdict.why.partition(', ')[0]}" if verdict.kind == "refused" else shown


def _changes(columns: Sequence[Column]) -> str:
    found: dict[tuple[str, str], list[str]] = {}
    for column in columns:
        for case, verdict in zip(CASES, column.verdicts, strict=True):
            if verdict.kind in ("changed", "told"):
                who = found.setdefault((case.about, verdict.why), [])
                who.extend([column.library.partition(" ")[0]] * (column.library.partition(" ")[0] not in who))
    lines = ["| model | by | what shows it |\n| --- | --- | --- |\n"]
    for (about, why), who in sorted(found.items(), key=lambda entry: [case.about for case in CASES].index(entry[0][0])):
        verb, _, value = why.partition(" ")
        lines.append(f"| {about} | {', '.join(who)} | {verb} `{value}` |\n")
    return "".join(lines)
