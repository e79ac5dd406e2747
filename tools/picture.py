"""Draw the rooms of the code one above the other, with arcs for imports: on the right down, on the left up."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tools.rooms import House, Room

WIDTH, LEFT, BOX, ROW, TITLE, GAP = 860, 110, 430, 28, 40, 16  # pixels
REACH = 290  # how far the longest arc leaves the boxes
STYLE = """
  text { font: 13px system-ui, -apple-system, "Segoe UI", Helvetica, Arial, sans-serif; fill: #1f2328; }
  .title { font-weight: 600; font-size: 15px; } .name { font-weight: 600; } .quiet { fill: #59636e; font-size: 12px; }
  rect { fill: #f6f8fa; stroke: #d1d9e0; } .down, .up { fill: none; }
  .down { stroke: #8c959f; stroke-opacity: .55; } .up { stroke: #cf222e; stroke-width: 1.6; }
  @media (prefers-color-scheme: dark) {
    text { fill: #f0f6fc; } .quiet { fill: #9198a1; } rect { fill: #151b23; stroke: #3d444d; }
    .down { stroke: #656c76; } .up { stroke: #f85149; }
  }
"""


def svg(houses: Sequence[House]) -> str:
    """Return the picture of some packages, below each other, as an SVG document."""
    parts, top = [], 0
    for house in houses:
        parts += _house(house, top)
        top += TITLE + ROW * len(house.rooms) + GAP
    label = "The rooms of presend and presend_codegen; arcs on the right go down, arcs on the left go up"
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {top}" role="img" aria-label="{label}">'
    note = "<!-- Drawn by `make generate` from the imports. Do not edit. -->"
    return "\n".join([head, note, f"<style>{STYLE}</style>", *parts, "</svg>"]) + "\n"


def _house(house: House, top: int) -> list[str]:
    rows = {room.name: top + TITLE + ROW * number for number, room in enumerate(house.rooms)}
    parts = [f'<text class="title" x="{LEFT}" y="{top + 26}">{escape(house.package)}</text>']
    for importer, imported in sorted(house.between(), key=lambda ends: (ends[0].level, ends[1].level, ends[1].name)):
        parts.append(_arc(importer, imported, rows))
    for room in house.rooms:
        parts += _box(room, rows[room.name])
    return parts


def _arc(importer: Room, imported: Room, rows: dict[str, int]) -> str:
    start, end = (rows[room.name] + ROW / 2 - 2 for room in (importer, imported))
    is_up = imported.level <= importer.level
    span = abs(end - start) / ROW
    x, reach = (LEFT, -min(16 + 5 * span, LEFT)) if is_up else (LEFT + BOX, min(14 + 17 * span, REACH * 4 / 3))
    title = escape(f"{importer.name} imports {imported.name}")
    line = f"M{x} {start:g} C{x + reach:g} {start:g} {x + reach:g} {end:g} {x} {end:g}"
    return f'<path class="{"up" if is_up else "down"}" d="{line}"><title>{title}</title></path>'


def _box(room: Room, top: int) -> list[str]:
    return [
        f'<rect x="{LEFT}" y="{top}" width="{BOX}" height="{ROW - 4}" rx="3"/>',
        f'<text class="name" x="{LEFT + 10}" y="{top + 16}">{escape(room.name)}</text>',
        f'<text class="quiet" x="{LEFT + 120}" y="{top + 16}">{escape(room.purpose.replace("`", ""))}</text>',
    ]
