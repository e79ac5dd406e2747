"""The payloads that every contender gets: small, typical and large, valid and invalid, the same in each run.

Typical payloads are from examples/. A large payload has many copies of a typical one's parts. An invalid payload has
one fault, in its last part; "by words" means that the spec states the limit only in prose. This module imports only the
standard library, so that no contender pays for another.
"""

from __future__ import annotations

import copy
import functools
import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bench import images

if TYPE_CHECKING:
    from collections.abc import Callable

EXAMPLES = Path(__file__).parent.parent / "examples"
SIZES = ("small", "typical", "large")
VARIANTS = 512  # payloads with different function schemas: more than presend remembers at any place
IMAGE, MESSAGE, MODERATION, RESPONSE, RUN = (
    "CreateImageVariationRequest",
    "CreateMessageRequest",
    "CreateModerationRequest",
    "CreateModerationResponse",
    "CreateRunRequest",
)


@dataclass(frozen=True, slots=True)
class Case:
    """Name payloads to be judged; `make` makes their values, or their text."""

    schema: str
    size: str
    kind: str
    is_valid: bool
    make: Callable[[], list[Any]]

    @property
    def name(self) -> str:
        """Return the name that processes call it by."""
        return f"{self.schema} {self.size} {self.kind}"

    def texts(self) -> list[bytes]:
        """Return the payloads as JSON text: as an SDK sends it, where they are no text already."""
        return [value if isinstance(value, bytes) else _text(value) for value in self.make()]

    def values(self) -> list[Any]:
        """Return the payloads as Python objects; an image is bytes."""
        return [json.loads(text) for text in self.texts()] if self.schema != IMAGE else self.make()

    def size_in_bytes(self) -> int:
        """Return the mean length of the payloads, in bytes; of an image, that of the file."""
        if self.schema == IMAGE:
            return len(self.make()[0]["image"])
        texts = self.texts()
        return sum(map(len, texts)) // len(texts)


def _text(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def example(name: str) -> Any:
    """Return an example as new Python objects."""
    return json.loads((EXAMPLES / name).read_bytes())


def _file(name: str) -> bytes:
    """Return the very bytes of an example, with its line breaks."""
    return (EXAMPLES / name).read_bytes()


def _message(size: str) -> Any:
    value = example("good/message.json" if size == "small" else "good/message-parts.json")
    if size == "large":
        value["content"] = [_numbered(part, n) for n in range(100) for part in value["content"]]
        value["metadata"] = {f"key-{n}": f"value {n}" for n in range(16)}
    return value


def _moderation(size: str) -> Any:
    value = example("good/moderation.json" if size == "small" else "good/moderation-image.json")
    if size == "large":
        text, image = value["input"]  # of images the API takes one
        value["input"] = [*(_numbered(text, n) for n in range(199)), image]
    return value


def _response(size: str) -> Any:
    value = example("good/moderation-response.json")
    value["results"] = [
        copy.deepcopy(value["results"][0]) for _ in range({"small": 1, "typical": 8, "large": 64}[size])
    ]
    return value


def _run(size: str) -> Any:
    if size == "small":
        return {"assistant_id": "asst_T4kPz0yLmW8dRvUq2XsBgN1c"}
    value = example("good/run.json")
    if size == "large":
        value["additional_messages"] = [_numbered(part, n) for n in range(100) for part in value["additional_messages"]]
        function = value["tools"].pop()
        value["tools"] += [_renamed(function, n) for n in range(16)]
    return value


def _image(size: str) -> Any:
    if size == "small":
        return {"image": (EXAMPLES / "images" / "otter-256.png").read_bytes(), "n": 2}
    return {"image": images.photo(images.EDGE_64_KB if size == "typical" else images.EDGE_3900_KB), "n": 2}


def _numbered(part: Any, number: int) -> Any:
    """Return a copy of a part whose texts differ from those of other copies."""
    text = json.dumps(part, ensure_ascii=False)
    return json.loads(text.replace("4711", str(4711 + number)))


def _renamed(tool: Any, number: int) -> Any:
    tool = copy.deepcopy(tool)
    tool["function"]["name"] += f"_{number}"
    tool["function"]["parameters"]["properties"]["events"]["description"] = f"Which events, as of release {number}."
    return tool


def _with(make: Callable[[str], Any], fault: Callable[[Any], Any]) -> Callable[[str], Any]:
    """Return what makes the same payload with a fault."""

    def faulty(size: str) -> Any:
        value = make(size)
        fault(value)
        return value

    return faulty


def _last(value: Any, path: str, wrong: Any) -> None:
    """Set the member at a path of names; in a list on the way, take the last item."""
    *way, name = path.split("/")
    for step in way:
        value = value[step]
        value = value[-1] if isinstance(value, list) else value
    value[name] = wrong


def _not_strict(value: Any) -> None:
    del value["response_format"]["json_schema"]["schema"]["additionalProperties"]


def _different() -> list[Any]:
    """Return typical runs, each with function and answer schemas that no other has."""
    values = []
    for number in range(VARIANTS):
        value = example("good/run.json")
        value["tools"][-1] = _renamed(value["tools"][-1], number)
        value["response_format"]["json_schema"]["schema"]["description"] = f"Reply of release {number}."
        values.append(value)
    return values


ROOTS: tuple[tuple[str, Callable[[str], Any], str, Any], ...] = (  # schema, maker, where the fault is, the fault
    (IMAGE, _image, "n", 11),
    (MESSAGE, _message, "role", "system"),
    (MODERATION, _moderation, "input", 1),
    (RESPONSE, _response, "results/category_scores/violence", "high"),
    (RUN, _run, "temperature", 2.5),
)
AT_THE_END = {  # (schema, size) → a fault deeper inside, where the payload has such a place
    (MESSAGE, "typical"): ("content/image_url/detail", "medium"),
    (MESSAGE, "large"): ("content/image_url/detail", "medium"),
    (MODERATION, "typical"): ("input/image_url", {}),
    (MODERATION, "large"): ("input/image_url", {}),
    (RUN, "large"): ("additional_messages/attachments/file_id", 1),
}
BY_WORDS: tuple[tuple[str, Callable[[str], Any], Callable[[Any], None]], ...] = (
    (IMAGE, _image, lambda value: value.update(image=images.not_square(value["image"]))),
    (MESSAGE, _message, lambda value: _last(value, "content/image_url/url", "data:image/png;base64,iVBORw0KGgo=")),
    (MODERATION, _moderation, lambda value: _last(value, "input/image_url/url", "shell.png")),
    (RUN, _run, _not_strict),
)


@functools.cache
def cases() -> dict[str, Case]:
    """Return the payloads of the big table and of the tables about runs, by name."""
    made = [
        *_sized(),
        *(
            Case(schema, "typical", "by words", False, functools.partial(_one, _with(make, fault), "typical"))
            for schema, make, fault in BY_WORDS
        ),
    ]
    made += [
        Case(RUN, "typical", "all different", True, _different),
        Case(RUN, "typical", "eight faults", False, lambda: [_file("bad/run-eight-faults.json")]),
    ]
    return {case.name: case for case in made}


def _sized() -> list[Case]:
    made = []
    for schema, make, path, wrong in ROOTS:
        for size in SIZES:
            where, what = AT_THE_END.get((schema, size), (path, wrong))
            faulty = _with(make, functools.partial(_last, path=where, wrong=what))
            right = make if (schema, size) != (RUN, "typical") else lambda _: _file("good/run.json")
            made.append(Case(schema, size, "valid", True, functools.partial(_one, right, size)))
            made.append(Case(schema, size, "invalid", False, functools.partial(_one, faulty, size)))
    return made


def _one(make: Callable[[str], Any], size: str) -> list[Any]:
    return [make(size)]
