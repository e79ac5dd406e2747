"""The page and the picture of the rooms are up to date, and each import upwards is a listed exception."""

from __future__ import annotations

import tomllib
import xml.etree.ElementTree as ET

import pytest

from tools.architecture import counts, files
from tools.picture import svg
from tools.rooms import ROOT, House, Import, houses, rooms

CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
LAYERED = {one["containers"][0]: one for one in CONTRACTS if one["type"] == "layers"}
CIRCLES = {"presend": 0, "presend_codegen": 0}  # as of 2026-12; a number may only fall


@pytest.fixture(scope="module")
def found() -> dict[str, House]:
    return {house.package: house for house in houses()}


@pytest.mark.parametrize("name", ["architecture.md", "architecture.svg"])
def test_what_is_drawn_from_the_imports_is_up_to_date(name: str) -> None:
    assert files()[name] == (ROOT / "docs" / name).read_text("utf-8"), "run `make generate`"


@pytest.mark.parametrize("package", LAYERED)
def test_every_import_against_the_order_is_an_exception_of_the_contract(package: str, found: dict[str, House]) -> None:
    told = [f"{one.importer} -> {one.imported}" for one in found[package].back()]
    assert told == sorted(LAYERED[package].get("ignore_imports", []))


@pytest.mark.parametrize("package", LAYERED)
def test_circles_do_not_become_more(package: str, found: dict[str, House]) -> None:
    circles = found[package].circles()
    assert len(circles) <= CIRCLES[package], circles


def house(*imports: str, layers: tuple[str, ...] = ("cli : console", "settings | batch", "(ground) : rule")) -> House:
    pairs = (one.split(" -> ") for one in imports)
    made = tuple(Import(*(f"presend.{name}" for name in pair)) for pair in pairs)
    return House("presend", rooms("presend", layers), made)


def test_a_room_is_named_by_the_first_word_of_its_layer() -> None:
    named = [(room.name, room.level, room.members) for room in house().rooms]
    assert named == [
        ("cli", 0, ("cli", "console")),
        ("settings", 1, ("settings",)),
        ("batch", 1, ("batch",)),
        ("ground", 2, ("ground", "rule")),
    ]


def test_imports_go_down_or_stay_in_the_room() -> None:
    assert house("cli -> console", "console -> cli", "cli -> settings.work", "batch.lines -> rule").back() == []
    against = house("rule -> cli", "settings.work -> batch.lines").back()
    assert [one.imported for one in against] == ["presend.cli", "presend.batch.lines"]


def test_a_circle_is_reported_once_with_all_its_modules() -> None:
    made = house("cli -> settings", "settings -> batch", "batch -> cli", "batch -> rule", "console -> cli")
    assert made.circles() == [("presend.batch", "presend.cli", "presend.settings")]
    lines = list(counts([made]))
    assert lines[0] == "presend: 4 rooms, 1 circles, 2 imports against the order"
    assert lines[1] == "  circle: presend.batch, presend.cli, presend.settings"


def test_the_picture_shows_each_room_and_each_two_that_import() -> None:
    picture = ET.fromstring(svg([house("cli -> rule", "rule -> settings")]))
    texts = [one.text for one in picture.iter("{http://www.w3.org/2000/svg}text") if one.get("class") == "name"]
    arcs = [(one.get("class"), one[0].text) for one in picture.iter("{http://www.w3.org/2000/svg}path")]
    assert texts == ["cli", "settings", "batch", "ground"]
    assert arcs == [("down", "cli imports ground"), ("up", "ground imports settings")]
