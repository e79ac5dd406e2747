"""Turn the names of a spec into Python names for classes and members. Names are never numbered.

A name that Python or the generated code needs gets an underscore at its end. Where two names would become the same, the
second gets six digits of its place's sha256. So it is the same in every run, whatever else the spec contains.
"""

from __future__ import annotations

import builtins
import hashlib
import keyword
import re
from typing import TYPE_CHECKING

from presend.model.base import Model

if TYPE_CHECKING:
    from collections.abc import Iterable

DIGITS = 6  # of a digest
LONGEST = 120  # code points of a name that is made from a place
IMPORTED = frozenset(  # the names that generated modules import
    "Annotated Any BaseModel ConfigDict Exact Field FileContent JsonObject JsonValue Literal Model Omittable Optional "
    "RootModel StringConstraints TYPE_CHECKING TypeAliasType Union annotations".split()
)
PYTHON = frozenset([*keyword.kwlist, *keyword.softkwlist, *dir(builtins)])
# Attributes of every model.
MEMBERS = frozenset(name for name in (*dir(Model), *dir(type(Model))) if not name.startswith("_"))
TYPES = frozenset("bool bytes bytearray dict float int list memoryview object set str tuple type os".split())
# Members are often called `type` and `object`, and no annotation uses these names.
ANNOTATING = TYPES - {"type", "object"}


def pascal(text: str) -> str:
    """Return `text` in PascalCase: `hate/threatening` is `HateThreatening`."""
    return "".join(word[:1].upper() + word[1:] for word in re.split(r"[^A-Za-z0-9]+", text))


def class_names(names: Iterable[str]) -> dict[str, str]:
    """Return the class name of each schema: the schema's own name where that is possible.

    >>> class_names(["Error", "Error-2", "Model", "chatTool"])
    {'Error': 'Error', 'Error-2': 'Error_2', 'Model': 'Model_', 'chatTool': 'ChatTool'}
    """
    names = [str(name) for name in names]
    spelt = {name: _class(name) for name in names}
    taken = {name for name in names if spelt[name] == name}
    return {name: name if spelt[name] == name else free_name(spelt[name], taken, name) for name in names}


def _class(name: str) -> str:
    word = re.sub(r"[^A-Za-z0-9_]", "_", name).lstrip("_")[:LONGEST]
    word = word[:1].upper() + word[1:]
    if not word[:1].isalpha():
        word = f"Schema{word}"
    return f"{word}_" if word in PYTHON or word in IMPORTED else word


def free_name(wanted: str, taken: set[str], place: str) -> str:
    """Return `wanted` as a class name, or a variant of it that is not taken, and mark it as taken."""
    name = _class(wanted)
    if name in taken:
        name = f"{name}_{_digest(place)}"
    taken.add(name)
    return name


def member_names(names: Iterable[str], classes: Iterable[str]) -> dict[str, str]:
    """Return the Python name of each member of an object. Where it differs, the member's own name becomes the alias.

    >>> member_names(["type", "from", "hate/threatening", "copy", "2fa", "a-b", "a_b"], [])
    {'type': 'type', 'from': 'from_', 'hate/threatening': 'hate_threatening', 'copy': 'copy_', '2fa': 'member_2fa', \
'a-b': 'a_b_d44362', 'a_b': 'a_b'}
    """
    names, classes = list(names), frozenset(classes)
    spelt = {name: _member(name, classes) for name in names}
    taken = {name for name in names if spelt[name] == name}
    for name in names:
        if spelt[name] != name:
            if spelt[name] in taken:
                spelt[name] = f"{spelt[name]}_{_digest(name)}"
            taken.add(spelt[name])
    return spelt


def _member(name: str, classes: frozenset[str]) -> str:
    word = re.sub(r"[^A-Za-z0-9_]", "_", name).lstrip("_")[:LONGEST]
    if not word[:1].isalpha():
        word = f"member_{word or _digest(name)}"
    while word in MEMBERS or word in ANNOTATING or word in IMPORTED or word in classes or keyword.iskeyword(word):
        word += "_"
    return word


def module_name(name: str) -> str:
    """Return the module that holds a class; the leading underscore keeps it distinct from classes and keywords.

    >>> module_name("CreateChatCompletionRequest")
    '_create_chat_completion_request'
    """
    snake = re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", name).lower()
    return f"_{snake}" if len(snake) <= LONGEST else f"_{snake[:LONGEST]}_{_digest(name)}"


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:DIGITS]
