"""Draw the plot in docs/performance.md: bars on a logarithmic scale, legible on light and on dark pages."""

from __future__ import annotations

import math
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from bench.figures import number

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bench.figures import Spread

WIDTH, LEFT, RIGHT = 820, 230, 70  # pixels; the bars stand between the margins
ROW, BAR, TITLE, AXIS, GAP = 24, 14, 34, 40, 18
STYLE = """
  text { font: 13px system-ui, -apple-system, "Segoe UI", Helvetica, Arial, sans-serif; fill: #1f2328; }
  .title { font-weight: 600; font-size: 15px; }
  .quiet { fill: #59636e; font-size: 12px; }
  .grid { stroke: #d1d9e0; } .one { stroke: #59636e; } .spread { stroke: #1f2328; stroke-opacity: .65; }
  .ours { fill: #1a7f64; } .peer { fill: #8c959f; }
  @media (prefers-color-scheme: dark) {
    text { fill: #f0f6fc; } .quiet { fill: #9198a1; }
    .grid { stroke: #3d444d; } .one { stroke: #9198a1; } .spread { stroke: #f0f6fc; }
    .ours { fill: #3fb28f; } .peer { fill: #656c76; }
  }
"""


@dataclass(frozen=True, slots=True)
class Panel:
    """One group of bars, with the quantity that its axis shows."""

    title: str
    axis: str
    bars: Sequence[tuple[str, Spread, bool]]  # name, ratio, is it presend's


def svg(panels: Sequence[Panel]) -> str:
    """Return the panels below each other, as an SVG document."""
    parts, top = [], 0
    for panel in panels:
        parts += _panel(panel, top)
        top += TITLE + ROW * len(panel.bars) + AXIS + GAP
    label = escape("; ".join(f"{panel.title}: {panel.axis}" for panel in panels))
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {top}" role="img" aria-label="{label}">'
    return "\n".join([head, f"<style>{STYLE}</style>", *parts, "</svg>"]) + "\n"


def _panel(panel: Panel, top: int) -> list[str]:
    ratios = [ratio.median for _, ratio, _ in panel.bars]
    low = math.floor(math.log10(min([*ratios, 1])))
    high = max(math.ceil(math.log10(max(ratios))), low + 1)

    def x(value: float) -> float:
        share = (math.log10(value) - low) / (high - low)
        return LEFT + min(max(share, 0), 1) * (WIDTH - LEFT - RIGHT)

    start, end = top + TITLE, top + TITLE + ROW * len(panel.bars)
    parts = [f'<text class="title" x="8" y="{top + 20}">{escape(panel.title)}</text>']
    for power in range(low, high + 1):
        at = x(10.0**power)
        kind = "one" if power == 0 else "grid"
        parts.append(f'<line class="{kind}" x1="{at:.1f}" x2="{at:.1f}" y1="{start}" y2="{end}"/>')
        parts.append(f'<text class="quiet" x="{at:.1f}" y="{end + 16}" text-anchor="middle">{10.0**power:,g}</text>')
    middle = (LEFT + WIDTH - RIGHT) / 2
    parts.append(f'<text class="quiet" x="{middle}" y="{end + 33}" text-anchor="middle">{escape(panel.axis)}</text>')
    for row, bar in enumerate(panel.bars):
        parts += _bar(bar, start + row * ROW, x)
    return parts


def _bar(bar: tuple[str, Spread, bool], top: int, x: Callable[[float], float]) -> list[str]:
    name, ratio, is_ours = bar
    end, middle = x(ratio.median), top + ROW / 2
    kind, width = "ours" if is_ours else "peer", max(end - LEFT, 1)
    after = max(end, x(ratio.high)) + 6
    return [
        f'<text x="{LEFT - 8}" y="{middle + 4}" text-anchor="end">{escape(name)}</text>',
        f'<rect class="{kind}" x="{LEFT}" y="{middle - BAR / 2}" rx="2" width="{width:.1f}" height="{BAR}"/>',
        f'<line class="spread" x1="{x(ratio.low):.1f}" x2="{x(ratio.high):.1f}" y1="{middle}" y2="{middle}"/>',
        f'<text x="{after:.1f}" y="{middle + 4}">{number(ratio.median)}</text>',
    ]
