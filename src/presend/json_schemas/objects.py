"""Python objects by name, `package.module:Name`, as the command line and the configuration give them."""

from __future__ import annotations

import importlib
import re
from typing import Any

NAME = re.compile(r"[^\W\d]\w*(\.[^\W\d]\w*)*:[^\W\d]\w*(\.[^\W\d]\w*)*")


class ObjectFault(ValueError):  # noqa: N818 - a slip on the command line or in a configuration
    """Say why there is no object of that name."""


def is_name(text: str) -> bool:
    """Say whether a text names a Python object.

    >>> is_name("app.models:Order"), is_name("order.json"), is_name("C:order.json")
    (True, False, False)
    """
    return NAME.fullmatch(text) is not None and not text.endswith(".json")


def load(name: str) -> Any:
    """Import a module and return the object in it.

    Raises:
        ObjectFault: The module cannot be imported, or has no such object.
    """
    module, _, path = name.partition(":")
    try:
        found: Any = importlib.import_module(module)
    except Exception as error:  # whatever a user's module does
        missing = isinstance(error, ModuleNotFoundError) and error.name is not None and module.startswith(error.name)
        advice = " Run presend where it can be imported, or install it." if missing else ""
        raise ObjectFault(f"Cannot import {module} for {name}: {type(error).__name__}: {error}.{advice}") from error
    for step in path.split("."):
        if not hasattr(found, step):
            raise ObjectFault(f"{module} has no {path}, which {name} asks for.")
        found = getattr(found, step)
    return found
