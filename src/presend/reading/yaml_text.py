"""Read YAML payloads by YAML 1.2's core schema, so that they mean what JSON would.

PyYAML follows YAML 1.1, where `no` is false, `010` is 8, `1:30` is 90 and `2026-11-22` is a date. Here only
true and false are booleans, and what is neither null nor a number is a string. Only PyYAML's events are used:
its loaders recurse, expand aliases without a bound, and keep the last of equal keys silently (2026-11).
"""

from __future__ import annotations

import contextlib
import dataclasses
import re
from typing import TYPE_CHECKING

import yaml

from presend.reading.yaml_breaks import OCCUPIED, end_of, with_breaks_of_1_2
from presend.words.pointers import steps_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from yaml._yaml import Mark as CMark
    from yaml.error import Mark

    from presend.problems import Path

MAX_DEPTH = 500  # levels; far beyond any payload, and libyaml's time is quadratic in the depth of brackets
MAX_ALIASED = 1_000_000  # nodes and characters that the aliases of one document may add

# CSafeLoader is absent where PyYAML was built without libyaml.
LOADER: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# https://yaml.org/spec/1.2.2/#51-character-set; ReaderError counts in bytes or characters, as the loader goes.
_UNPRINTABLE = re.compile("[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TAG = "tag:yaml.org,2002:"
_CONTAINERS = {yaml.MappingStartEvent: f"{_TAG}map", yaml.SequenceStartEvent: f"{_TAG}seq"}
# The core schema (https://yaml.org/spec/1.2.2/#103-core-schema): tag, look of a plain scalar, its reader.
_CORE: tuple[tuple[str, str, Callable[[str], object]], ...] = (
    ("null", r"null|Null|NULL|~|", lambda _: None),
    ("bool", r"true|True|TRUE|false|False|FALSE", lambda text: text[0] in "tT"),
    ("int", r"[-+]?[0-9]+", int),
    ("int", r"0o[0-7]+|0x[0-9a-fA-F]+", lambda text: int(text, 0)),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", float),
    ("float", r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)", lambda text: float(text.replace(".", "").lower())),
    ("str", r"(?s:.*)", str),
)
_LOOKS = tuple((_TAG + name, re.compile(pattern).fullmatch, read) for name, pattern, read in _CORE)
_OTHER_THAN_TEXT = frozenset("~nNtTfF+-.0123456789")  # first letters of plain scalars that may not be strings


class YamlFault(ValueError):  # an error of the text, reported as a problem
    """Error in a YAML text; `.place` is line and column, from 1."""

    def __init__(self, rule: str, message: str, line: int, column: int) -> None:
        self.rule, self.message, self.place = rule, message, (line, column)
        super().__init__(rule, message, line, column)


@dataclasses.dataclass(slots=True)
class Node:
    """A value with its place (line and column from 1), and what is below it by pointer token, with places."""

    value: object
    place: tuple[int, int]
    size: int = 1  # nodes and characters, aliases expanded
    below: dict[str, tuple[tuple[int, int], Node]] = dataclasses.field(default_factory=dict)
    key: tuple[str, tuple[int, int]] | None = None  # of the member to come, while a mapping is open


_NOTHING: dict[str, tuple[tuple[int, int], Node]] = {}  # below a scalar; a dictionary for each takes time and memory


class YamlDocument:
    """One document of a YAML stream: `.root`, and the path and place of each key that came before."""

    def __init__(self) -> None:
        self.root = Node(None, (1, 1))
        self.duplicates: list[tuple[Path, tuple[int, int]]] = []
        self._open: list[Node] = []  # from the root to the container at hand
        self._anchors: dict[str | None, Node] = {}
        self._aliased = 0

    @property
    def has_aliases(self) -> bool:
        """Whether a value may stand in several places of `.root`."""
        return self._aliased > 0

    def place(self, pointer: str) -> tuple[int, int]:
        """Return line and column of a JSON Pointer: of the key or item, or of the nearest ancestor."""
        place, node = self.root.place, self.root
        for step in steps_of(pointer):
            if step not in node.below:
                break
            place, node = node.below[step]
        return place

    def take(self, event: yaml.NodeEvent) -> None:
        """Take the event that begins a value, or that is one, in the order of the text."""
        place = _place(event.start_mark)
        parent = self._open[-1] if self._open else None
        if parent and isinstance(parent.value, dict) and not parent.key:
            self._take_key(event, parent, place)
        elif isinstance(event, yaml.AliasEvent):
            self._attach(self._resolve(event, place), place)
        elif isinstance(event, yaml.ScalarEvent):
            node = Node(_scalar(event, place), place, len(event.value) + 1, _NOTHING)
            self._anchors[event.anchor] = node
            self._attach(node, place)
        elif isinstance(event, yaml.CollectionStartEvent):
            if event.tag not in (None, "!", _CONTAINERS[type(event)]):
                raise _unsupported("no tag on this value", "one that JSON has no type for", place)
            if len(self._open) == MAX_DEPTH:
                raise YamlFault("yaml.too-large", f"Expected at most {MAX_DEPTH} levels, got more.", *place)
            self._open.append(Node({} if isinstance(event, yaml.MappingStartEvent) else [], place))
            self._anchors[event.anchor] = self._open[-1]

    def close(self) -> None:
        """Take the end of the mapping or sequence at hand."""
        node = self._open.pop()
        self._attach(node, node.place)

    def _attach(self, node: Node, place: tuple[int, int]) -> None:
        if not self._open:
            self.root = node
            return
        parent = self._open[-1]
        parent.size += node.size
        if isinstance(parent.value, list):
            parent.below[str(len(parent.value))] = (place, node)
            parent.value.append(node.value)
        elif isinstance(parent.value, dict) and parent.key:
            name, place = parent.key
            parent.below[name] = (place, node)
            parent.value[name] = node.value
            parent.key = None

    def _take_key(self, event: yaml.NodeEvent, parent: Node, place: tuple[int, int]) -> None:
        if not isinstance(event, yaml.ScalarEvent):
            raise _unsupported("a plain key", "a mapping, a sequence or an alias as the key", place)
        if event.value == "<<" and event.implicit[0]:
            raise _unsupported("a plain key", "a merge key, which YAML 1.2 does not have", place)
        self._anchors[event.anchor] = Node(event.value, place, len(event.value) + 1)
        parent.key = (event.value, place)
        if event.value in parent.below:
            steps = [node.key[0] if node.key else len(node.below) for node in self._open]
            self.duplicates.append((tuple(steps), place))

    def _resolve(self, event: yaml.AliasEvent, place: tuple[int, int]) -> Node:
        node = self._anchors.get(event.anchor)
        if node is None:
            raise YamlFault("yaml.malformed", "Expected an alias with an anchor before it, got none.", *place)
        if any(node is each for each in self._open):
            raise _unsupported("an alias of a finished value", "one inside its own anchor", place)
        self._aliased += node.size
        if self._aliased > MAX_ALIASED:
            message = f"Expected aliases that add at most {MAX_ALIASED:,} nodes and characters, got more."
            raise YamlFault("yaml.too-large", f"{message} Write the values out.", *place)
        return node


def documents(text: str) -> Iterator[YamlDocument]:
    """Yield each document of a YAML stream; there is at least one.

    Raises:
        YamlFault: The text is not YAML, says what JSON cannot, or says nothing.

    >>> [document.root.value for document in documents("{a: no, b: [0o10, 010, 2026-11-22]}")]
    [{'a': 'no', 'b': [8, 10, '2026-11-22']}]
    """
    written, back = with_breaks_of_1_2(text)
    if written is None:
        raise YamlFault("yaml.unsupported", OCCUPIED, 1, 1)
    is_empty = True
    try:
        for document in _documents(written, back):
            is_empty = False
            yield document
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        _require_bounded(written[: mark.index] if mark else "")
        message = f"Expected YAML, got text with a syntax error: {error.problem}. Fix it at or before this place."
        raise YamlFault("yaml.malformed", message, *_place(mark)) from None
    except yaml.reader.ReaderError:
        message = "Expected printable text, got a control character. Write it as an escape in double quotes."
        raise YamlFault("yaml.malformed", message, *end_of(_UNPRINTABLE.split(text, maxsplit=1)[0])) from None
    if is_empty:
        raise YamlFault("yaml.malformed", "Expected a YAML value, got an empty text. Write one.", 1, 1)


def _documents(text: str, back: dict[int, str]) -> Iterator[YamlDocument]:
    """Yield each document of a text; `back` says which characters in it stand for others."""
    document: YamlDocument | None = None
    for event in yaml.parse(text, Loader=LOADER):
        if isinstance(event, yaml.DocumentStartEvent):
            document = YamlDocument()
        elif document is None:
            continue  # the start of the stream
        elif isinstance(event, yaml.NodeEvent):
            if back and isinstance(event, yaml.ScalarEvent):
                event.value = event.value.translate(back)
            document.take(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            document.close()
        elif isinstance(event, yaml.DocumentEndEvent):
            yield document


def _require_bounded(before: str) -> None:
    """Raise the `YamlFault` of a text before a fault of PyYAML's that is nested deeper than we take.

    Scanners read ahead, and libyaml has a limit of its own since 2020: so ours comes first with any version.
    """
    if before.count("[") + before.count("{") >= MAX_DEPTH:
        with contextlib.suppress(yaml.YAMLError):  # it ends in the middle
            for _ in _documents(before, {}):
                pass


def decoded(raw: bytes) -> str:
    """Return the text of a YAML file, without a byte order mark.

    Raises:
        YamlFault: It is not UTF-8.
    """
    try:
        return str(raw, "utf-8-sig")
    except UnicodeDecodeError as error:
        message = "Expected UTF-8, got bytes in another encoding. Save the file as UTF-8."
        raise YamlFault("yaml.malformed", message, *end_of(str(raw[: error.start], "utf-8"))) from None


def _place(mark: Mark | CMark | None) -> tuple[int, int]:
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _unsupported(expected: str, got: str, place: tuple[int, int]) -> YamlFault:
    message = f"Expected {expected}, got {got}. Write it out as JSON would."
    return YamlFault("yaml.unsupported", message, *place)


def _scalar(event: yaml.ScalarEvent, place: tuple[int, int]) -> object:
    tag = event.tag or ("" if event.implicit[0] else "!")
    if tag == "!" or (not tag and event.value and event.value[0] not in _OTHER_THAN_TEXT):
        return event.value
    for name, looks, read in _LOOKS:
        if tag in ("", name) and looks(event.value):
            try:
                return read(event.value)
            except ValueError:  # from int(), beyond the interpreter's limit
                raise _unsupported("a number of at most 4,300 digits", "a longer one", place) from None
    raise _unsupported("a string, number, boolean or null", "a value with another tag", place)
