"""Find a pack: by its import name, by an entry point, by a model class, or by the target."""

from __future__ import annotations

import contextlib
import functools
from types import ModuleType

from presend.packs.built_in import BuiltIn, built_in
from presend.packs.names import BUILT_INS, FRAGMENT
from presend.packs.pack import Pack, pack_called, package_of

ENTRY_POINTS = "presend.packs"


def as_pack(pack: str | Pack | BuiltIn | None, target: object) -> Pack:
    """Return the pack for an argument: the pack itself, the pack with this name, or the pack of the target.

    Args:
        pack: The caller's argument `pack`.
        target: The target to look up. A model class knows its own pack; otherwise the first built-in pack that has the
            target is used.

    Raises:
        LookupError: There is none of that name, or no built-in pack has the target.
        TypeError: It is neither a pack nor a name.
    """
    if isinstance(pack, Pack):
        return pack
    if isinstance(target, type) and not isinstance(pack, str):
        return _pack_of(target)
    found = as_packs(pack)
    return found if isinstance(found, Pack) else found.pack_of(target)


def as_packs(pack: str | Pack | BuiltIn | None) -> Pack | BuiltIn:
    """Return the pack for an argument without a target; by default, all built-in packs.

    Raises:
        LookupError: There is none of that name.
        TypeError: It is neither a pack nor a name.
    """
    if isinstance(pack, Pack | BuiltIn):
        return pack
    if pack is None:
        return built_in()
    if not isinstance(pack, str):
        hint = f" Give '{pack.__name__}'." if isinstance(pack, ModuleType) else ""
        raise TypeError(f"Expected pack as a str, such as 'shop_api', or a Pack, got {type(pack).__name__}.{hint}")
    return find_pack(pack)


@functools.lru_cache(maxsize=1024)
def _pack_of(model: type) -> Pack:
    """Return the pack of a model or of its base classes; the built-in one for other classes."""
    for base in model.__mro__:
        package = package_of(base.__module__)
        with contextlib.suppress(LookupError):  # a module `models` that does not belong to a pack
            if package:
                return find_pack(package)
    return find_pack()


@functools.cache
def find_pack(name: str | None = None) -> Pack:
    """Return the pack with this import name or entry point; default: the built-in fragment.

    Raises:
        LookupError: There is none.
    """
    if name is None or name in BUILT_INS:
        return pack_called(name or FRAGMENT)
    from presend.packs.packages import place_of, unknown_pack  # needed for packs of others alone

    if place_of(name):
        return pack_called(name)
    from importlib import metadata  # slow to import, needed only for other names

    points = {point.name: point.value for point in metadata.entry_points(group=ENTRY_POINTS)}
    if name in points and place_of(points[name]):
        return pack_called(points[name])
    raise LookupError(unknown_pack(name, points, FRAGMENT))
