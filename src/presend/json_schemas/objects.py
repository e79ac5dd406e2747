"""Python objects by name, `package.module:Name`, as the command line and the configuration give them."""

from __future__ import annotations

import contextlib
import importlib
import re
import sys
from typing import Any

NAME = re.compile(r"[^\W\d]\w*(\.[^\W\d]\w*)*:[^\W\d]\w*(\.[^\W\d]\w*)*")


class ObjectFault(ValueError):  # the user's mistake, not an error of presend
    """Error with the reason why there is no object with a name."""


def is_name(text: str) -> bool:
    """Say whether a text names a Python object.

    >>> is_name("app.models:Order"), is_name("order.json"), is_name("C:order.json")
    (True, False, False)
    """
    return NAME.fullmatch(text) is not None and not text.endswith(".json")


def load(name: str) -> Any:
    """Import a module and return the object in it.

    Raises:
        ObjectFault: The module cannot be imported, or does not have the object.
    """
    module, _, path = name.partition(":")
    try:
        with contextlib.redirect_stdout(sys.stderr):  # output of the module must not get into the report
            found: Any = importlib.import_module(module)
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # a user's module may raise anything, even SystemExit
        missing = isinstance(error, ModuleNotFoundError) and error.name is not None and module.startswith(error.name)
        advice = " Run presend where it can be imported, or install it." if missing else ""
        raise ObjectFault(f"Cannot import {module} for {name}: {_told(error)}.{advice}") from error
    for step in path.split("."):
        try:
            found = getattr(found, step)
        except AttributeError:
            raise ObjectFault(f"{module} has no {path}, which {name} asks for.") from None
        except Exception as error:
            raise ObjectFault(f"{module} cannot give {path} for {name}: {_told(error)}.") from error
    return found


def _told(error: BaseException) -> str:
    try:
        return f"{type(error).__name__}: {error}".rstrip(".: ")
    except Exception:  # noqa: BLE001 - of an exception that cannot say what it is
        return type(error).__name__
