"""Read the parts of a payload that rules need, in any shape."""

from __future__ import annotations

from typing import Any


def type_of(value: Any) -> str | None:
    """Return the `type` of a tagged object, if it is one."""
    tag = value.get("type") if isinstance(value, dict) else None
    return tag if isinstance(tag, str) else None


def model_of(run: dict[str, Any]) -> str | None:
    """Return the run's model where it is given; otherwise the assistant decides, and rules stay silent."""
    model = run.get("model")
    return model if isinstance(model, str) else None


def items(value: Any) -> list[Any]:
    """Return a list unchanged, and nothing for anything else."""
    return value if isinstance(value, list) else []
