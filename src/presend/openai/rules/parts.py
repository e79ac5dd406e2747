"""Read parts of a payload for rules; a part may have any shape."""

from __future__ import annotations

from typing import Any


def type_of(value: Any) -> str | None:
    """Return the `type` of a tagged object, if it is one."""
    tag = value.get("type") if isinstance(value, dict) else None
    return tag if isinstance(tag, str) else None


def model_of(run: dict[str, Any]) -> str | None:
    """Return the run's model if it is given. Otherwise the assistant decides, and rules for models do not apply."""
    model = run.get("model")
    return model if isinstance(model, str) else None


def items(value: Any) -> list[Any]:
    """Return a list unchanged, and an empty one for any other value."""
    return value if isinstance(value, list) else []
