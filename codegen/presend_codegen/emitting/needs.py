"""Which members of an object a rule needs to have anything to say: learnt by asking it about an object that has none.

A rule sees nothing but its target. If it is silent about an empty object, and has asked that for some members alone, it
sees the same in every object that has none of these, and is silent there too. Of a rule that looks at an object in any
other way (its length, all of its members) nothing is known.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from presend.rule import Rule


class _LookedAtError(Exception):
    """Say that a rule has looked at more than members by their names."""


class _Asked(dict[str, Any]):
    """An empty object that remembers for which members it was asked."""

    def __init__(self) -> None:
        super().__init__()
        self.names: dict[str, None] = {}

    def get(self, name: str, default: Any = None) -> Any:
        """Remember a name."""
        self.names[name] = None
        return default

    def __contains__(self, name: object) -> bool:
        self.names[str(name)] = None
        return False

    def __getitem__(self, name: str) -> Any:
        self.names[name] = None
        raise KeyError(name)

    def _refuse(self, *_: Any, **__: Any) -> Any:
        raise _LookedAtError

    __iter__ = __len__ = __eq__ = __ne__ = __or__ = __ror__ = __reversed__ = _refuse
    keys = values = items = copy = pop = popitem = setdefault = update = _refuse
    __hash__ = None

    def __bool__(self) -> bool:
        raise _LookedAtError


def needs_of(rule: Rule) -> tuple[str, ...]:
    """Return names of members without any of which a rule is silent about an object; none where that is not known."""
    asked = _Asked()
    try:
        is_silent = rule.check is not None and not any(True for _ in rule.check(asked))
    except (_LookedAtError, KeyError):
        return ()
    return tuple(asked.names) if is_silent else ()
