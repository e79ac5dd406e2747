"""The lock files in requirements/ match pyproject.toml; `lowest` has the lowest versions."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).parent.parent
LOCKS = {path.stem: path.read_text("utf-8") for path in sorted((ROOT / "requirements").glob("*.txt"))}
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
PROJECT, GROUPS = PYPROJECT["project"], PYPROJECT["dependency-groups"]
EXTRAS = PROJECT["optional-dependencies"]
OURS = {"dev": ("codegen", "httpx", "httpx2", "hypothesis"), "ray": ("hypothesis", "ray"), "bench": ("codegen",)}
PYTHONS = [version for one in PROJECT["classifiers"] for version in re.findall(r"Python :: (3\.\d+)$", one)]
SYSTEMS = ("linux", "darwin")


def wanted(lock: str) -> list[Requirement]:
    """Return what has to be in a lock: of its group, of the extras beside it and, with these, of presend itself."""
    group = "dev" if lock == "lowest" else lock
    extras = OURS.get(group, ())
    ours = [*PROJECT["dependencies"], *(one for extra in extras for one in EXTRAS[extra])] if extras else []
    return [Requirement(one) for one in (*GROUPS[group], *ours)]


def pinned(lock: str, python: str, system: str) -> dict[str, Version]:
    """Return the versions that pip would install from a lock."""
    here = {"python_version": python, "python_full_version": f"{python}.0", "sys_platform": system}
    lines = [Requirement(line) for line in LOCKS[lock].splitlines() if line and line.strip()[0] != "#"]
    taken = [one for one in lines if one.marker is None or one.marker.evaluate(here)]
    versions: dict[str, Version] = {}
    for one in taken:
        versions[canonicalize_name(one.name)] = Version(str(one.specifier).removeprefix("=="))
    assert len(versions) == len(taken)  # none twice
    return versions


@pytest.mark.parametrize("system", SYSTEMS)
@pytest.mark.parametrize("python", PYTHONS)
@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_has_every_required_package(lock: str, python: str, system: str) -> None:
    versions = pinned(lock, python, system)
    here = {"sys_platform": system}
    for requirement in wanted(lock):
        if requirement.marker is None or requirement.marker.evaluate(here):
            assert versions[canonicalize_name(requirement.name)] in requirement.specifier, str(requirement)


def test_the_lowest_versions_are_the_lower_ends_of_what_users_install() -> None:
    versions = pinned("lowest", "3.11", "linux")
    for extra in ("", *OURS["dev"]):
        for requirement in map(Requirement, EXTRAS[extra] if extra else PROJECT["dependencies"]):
            (limit,) = requirement.specifier
            assert versions[canonicalize_name(requirement.name)] == Version(limit.version), str(requirement)


def test_what_builds_presend_is_locked_and_is_what_it_asks_for() -> None:
    (requirement,) = map(Requirement, PYPROJECT["build-system"]["requires"])
    for lock in ("dev", "lowest", "ray", "bench"):
        assert pinned(lock, "3.11", "linux")[requirement.name] in requirement.specifier


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_registry(lock: str) -> None:
    assert "://" not in LOCKS[lock]
    assert "--" not in LOCKS[lock]


def test_every_group_has_a_lock() -> None:
    assert LOCKS.keys() - {"lowest"} == GROUPS.keys()
    source = (ROOT / "noxfile.py").read_text("utf-8")
    assert all(f'"{name}": (' in source for name in LOCKS)
