"""`python -m tools.architecture [--check]`: draw docs/architecture.svg and write the tables of docs/architecture.md.

It prints the circles and the imports that go against the order. `make generate` runs it; `make generate-check` runs it
with `--check`.
"""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from tools.picture import svg
from tools.rooms import ROOT, houses

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tools.rooms import House

PAGE, PICTURE = ROOT / "docs/architecture.md", ROOT / "docs/architecture.svg"
BEGIN, END = "<!-- rooms: begin; written by `make generate` -->", "<!-- rooms: end -->"


def files() -> dict[str, str]:
    """Return the text of each file, by its name in docs."""
    found = houses()
    page = PAGE.read_text("utf-8")
    before, begin, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        raise SystemExit(f"{PAGE} has lost the marks between which its tables stand: {BEGIN} and {END}")
    tables = "\n".join(line for house in found for line in _section(house))
    return {PAGE.name: f"{before}{BEGIN}\n\n{tables}\n{END}{after}", PICTURE.name: svg(found)}


def counts(found: Sequence[House]) -> Iterator[str]:
    """Yield, for each package, how many circles and imports against the order there are, and each of them."""
    for house in found:
        circles, back = house.circles(), house.back()
        numbers = f"{len(house.rooms)} rooms, {len(circles)} circles, {len(back)} imports against the order"
        yield f"{house.package}: {numbers}"
        yield from (f"  circle: {', '.join(names)}" for names in circles)
        yield from (f"  against the order: {one.importer} -> {one.imported}" for one in back)


def _section(house: House) -> Iterator[str]:
    yield f"### {house.package}"
    yield ""
    yield "| room | what it is for | modules | imports from |"
    yield "| --- | --- | --- | --- |"
    for room in house.rooms:
        shown = {_shown(house, module) for module in _modules(house) if house.room(module) is room} - {""}
        modules = sorted(name for name in shown if f"{name.removesuffix('.py')}/" not in shown or name.endswith("/"))
        used = [to.name for to in house.rooms if (room, to) in house.between()]
        cells = room.name, room.purpose, ", ".join(f"`{name}`" for name in modules), ", ".join(used)
        yield f"| {' | '.join(cell or '-' for cell in cells)} |"
    circles, back = house.circles(), house.back()
    yield ""
    yield f"Circles: {len(circles)}. Imports against the order: {len(back)}."
    yield ""
    yield from (f"- circle: {', '.join(f'`{name}`' for name in names)}" for names in circles)
    yield from (f"- against the order: `{one.importer}` imports `{one.imported}`" for one in back)
    yield ""


def _modules(house: House) -> set[str]:
    return {end for one in house.imports for end in (one.importer, one.imported)}


def _shown(house: House, module: str) -> str:
    """Return how the table shows a module: its file in the room, or the folder there; nothing for the room itself."""
    room = house.room(module)
    inner = module.removeprefix(f"{house.package}.").removeprefix(f"{room.name}." if room else "")
    is_room = room is not None and inner == room.name and any(one.startswith(f"{module}.") for one in _modules(house))
    return "" if is_room else f"{inner.partition('.')[0]}/" if "." in inner else f"{inner}.py"


def main(arguments: list[str] | None = None) -> int:
    """Run the command; return its exit code: 1 if `--check` finds a file stale."""
    parser = argparse.ArgumentParser(prog="python -m tools.architecture", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if a file is stale")
    options = parser.parse_args(arguments)
    print("\n".join(counts(houses())))
    stale = [name for name, text in files().items() if not _has(name, text)]
    if options.check:
        if stale:
            print(f"Stale in docs: {', '.join(stale)}. Run `make generate` and commit the result.", file=sys.stderr)
        return 1 if stale else 0
    for name, text in files().items():
        (ROOT / "docs" / name).write_text(text, encoding="utf-8", newline="\n")
    return 0


def _has(name: str, text: str) -> bool:
    path = ROOT / "docs" / name
    return path.is_file() and path.read_text("utf-8") == text


if __name__ == "__main__":
    sys.exit(main())
