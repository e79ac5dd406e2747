"""Draw payloads near the good examples, with one or a few places replaced by any JSON."""

from __future__ import annotations

import copy
import itertools
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Sequence

EXAMPLES = Path(__file__).parent.parent / "examples" / "good"
SEEDS: dict[str, list[Any]] = {
    "CreateMessageRequest": [
        json.loads((EXAMPLES / name).read_text()) for name in ("message.json", "message-parts.json")
    ],
    "CreateModerationRequest": [
        json.loads((EXAMPLES / name).read_text())
        for name in ("moderation.json", "moderation-texts.json", "moderation-image.json")
    ],
    "CreateModerationResponse": [json.loads((EXAMPLES / "moderation-response.json").read_text())],
    "CreateRunRequest": [
        json.loads((EXAMPLES / "run.json").read_text()),
        {"assistant_id": "a", "tool_choice": {"type": "function"}, "truncation_strategy": {"type": "auto"}},
        {"assistant_id": "a", "response_format": {"type": "json_object"}, "tools": [{"type": "code_interpreter"}]},
        {"assistant_id": "a", "response_format": "auto", "tool_choice": "none", "metadata": None, "model": None},
    ],
}

numbers = st.one_of(
    st.sampled_from(
        [0, 1, 2, 10, 11, 20, 21, 50, 51, 255, 256, 1.0, 256.0, 255.5, -1, 2.0000001, 1e300, 10**400, -0.0]
    ),
    st.integers(),
    st.floats(allow_nan=False, allow_infinity=False),
)
texts = st.one_of(
    st.text(max_size=20),
    st.sampled_from(
        ["", "a" * 64, "a" * 65, "😀" * 64, "😀" * 65, "v" * 512, "v" * 513, "name\n", "é", "\x00", "auto", "text"]
    ),
    st.sampled_from(
        ["https://a.b/c.png", "HTTP://x", "data:image/png;base64,iVBORw0KGgo=", "abcd", "user", "function"]
    ),
)
scalars = st.one_of(st.none(), st.booleans(), numbers, texts)
names = st.sampled_from(
    ["type", "text", "image_url", "url", "function", "name", "metadata", "n", "x", "role", "content", "strict"]
)
anything = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(names | st.text(max_size=5), inner, max_size=18),
    max_leaves=20,
)


@st.composite
def changed(draw: st.DrawFn, seeds: Sequence[Any]) -> Any:
    """Return one of some payloads with up to three changes."""
    # Ranges of numbers are sampled from: hypothesis hashes what it is given, which takes long for large payloads.
    root = [copy.deepcopy(seeds[draw(st.sampled_from(range(len(seeds))))])]
    for _ in range(draw(st.integers(0, 3))):
        places = _places(root)
        holder, key = places[draw(st.sampled_from(range(len(places))))]
        change = draw(st.sampled_from(["replace", "remove", "add", "repeat"]))
        if change == "remove" and holder is not root:
            del holder[key]
        elif change == "add" and isinstance(holder[key], dict):
            holder[key][draw(names | st.text(max_size=5))] = draw(anything)
        elif change == "repeat" and isinstance(holder[key], list):
            holder[key] *= draw(st.integers(0, 8))
        elif change == "repeat" and isinstance(holder[key], dict):
            holder[key].update({f"k{number}": "v" for number in range(draw(st.integers(0, 18)))})
        else:
            holder[key] = draw(anything)
    return root[0]


def near(target: str) -> st.SearchStrategy[Any]:
    """Return a good payload of `target` with up to three changes."""
    return changed(SEEDS[target])


def _places(root: list[Any]) -> list[tuple[Any, Any]]:
    places: list[tuple[Any, Any]] = []
    waiting: list[tuple[Any, Any]] = [(root, 0)]
    while waiting:
        place = waiting.pop()
        places.append(place)
        value = place[0][place[1]]
        if isinstance(value, list | dict):
            waiting.extend(zip(itertools.repeat(value), range(len(value)) if isinstance(value, list) else value))
    return places
