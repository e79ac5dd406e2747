"""Find out which members of an object a rule needs, by running it on an object without members.

A rule sees only its target. Suppose that it reports nothing about an empty object and has only looked up some members
by name. Then it sees the same in every object without these members, and reports nothing there either. Nothing is known
of a rule that looks at an object in another way (its length, all of its members).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from presend.rule import Rule


class _LookedAtError(Exception):
    """A rule has looked at an object in another way than by the names of members."""


class _Asked(dict[str, Any]):
    """An empty object that records the names of the members that were looked up."""

    def __init__(self) -> None:
        super().__init__()
        self.names: dict[str, None] = {}

    def get(self, name: str, default: Any = None) -> Any:
        """Record a name."""
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
    """Return member names: a rule reports nothing about an object without all of these. Empty if that is not known."""
    asked = _Asked()
    try:
        is_silent = rule.check is not None and not any(True for _ in rule.check(asked))
    except (_LookedAtError, KeyError):
        return ()
    return tuple(asked.names) if is_silent else ()
