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

`make converters` writes this section. It sends {models} models with each library as a user would, at the versions
shown, with {pydantic} for all. It judges what the library sends, not what a function returns.

| cell | meaning |
| --- | --- |
| right | strict mode accepts the schema, and the schema means what the model means |
| refused | the library sends the schema, and the API refuses it for the reason given |
| raises | the library raises before it sends anything |
| **changed** | strict mode accepts it, but it allows a value that the model refuses, or forbids a value of the model |
| changed, told | the same, but a warning tells the user |
| not strict | the library sends the schema without `strict`, so the API does not enforce it |

instructor's *tool* is `Mode.TOOLS_STRICT`, which sends no `strict`; its *format* is `Mode.RESPONSES_TOOLS`, which
also sends the schema as `text.format`. The script decides itself what strict mode accepts, by OpenAI's guide to
Structured Outputs and by the API's answers until November 2026. To find a change of meaning, it reads {drawn} values
drawn from each schema with the model, and checks values of the model with the schema. A null for an absent optional
member counts as absent. Strict mode requires each member and closes each object, so this is not a change. Nor is a
value that pydantic's own schema of the model allows too, such as any string for a `Decimal`.
"""
CAN = """
### What strict mode can say

"""
CANNOT = """
### What strict mode cannot say

The right answer here is to raise, or to send the schema without `strict` and tell the user.

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
