"""Path templates match the URLs that belong to them."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

import presend
from presend.packs.routes import Routes
from tests.specs import body, generate, spec

if TYPE_CHECKING:
    from pathlib import Path


@functools.cache
def gate(folder: Path, templates: tuple[str, ...]) -> presend.Gate:
    """Return a gate for a pack with an operation at each of these paths."""
    paths = {path: {"post": {"operationId": f"at{at}", "requestBody": body({})}} for at, path in enumerate(templates)}
    result, pack = generate(spec({}, paths), folder)
    assert result.exit_code == 0, result.output
    return presend.Gate(pack=pack)


def found_at(gate: presend.Gate, url: str, method: str = "POST") -> str | None:
    """Return the path of the operation that a URL belongs to."""
    operation = gate.operation(method, url)
    return None if operation is None else operation.path


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("routes")


TEMPLATES_OF_FILES = (
    "/files/{id}",
    "/files/new",
    "/{kind}/new",
    "/files/{id}.json",
    "/responses",
    "/responses?beta=true",
    "/a/files/{id}",
)


@pytest.mark.parametrize(
    ("url", "found"),
    [
        ("/files/7", "/files/{id}"),
        ("/files/new", "/files/new"),
        ("/v1/images/new", "/{kind}/new"),
        ("/v2/a/files/7", "/a/files/{id}"),
        ("/responses", "/responses"),
        ("/responses?beta=false", "/responses"),
        ("https://a.b/v1/responses/?x=1&beta=true#top", "/responses?beta=true"),
        ("/fil%65s/new", "/files/new"),
        ("/files/a%2Fb", "/files/{id}"),
        ("/files%2Fnew", None),
        ("/files", None),
        ("/files/", None),
        ("files/7", None),
        ("/b/files/7", None),
        ("", None),
        ("https://a.b", None),
    ],
)
def test_a_url_belongs_to_the_nearest_template(url: str, found: str | None, folder: Path) -> None:
    asked = gate(folder, TEMPLATES_OF_FILES)
    assert found_at(asked, url) == found
    assert found_at(asked, url, "post") == found
    assert found_at(asked, url, "GET") is None


# Templates; then URL → the one that it belongs to.
OWN: tuple[tuple[tuple[str, ...], dict[str, str | None]], ...] = (
    (("/a", "/a/"), {"/a": "/a", "/a/": "/a/", "/v1/a": "/a", "/v1/a/": "/a/", "/a?x=1": "/a", "/a/?x=1": "/a/"}),
    (("/a/", "/a"), {"/a": "/a", "/a/": "/a/", "https://h/v1/a/#top": "/a/"}),
    (("/a",), {"/a": "/a", "/a/": "/a", "/a//": "/a"}),
    (("/a/",), {"/a": "/a/", "/a/": "/a/"}),
    (("/", "/a/"), {"/": "/", "/a": "/a/", "/a/": "/a/", "/v1": "/", "/v1/": "/", "https://h": "/", "/b": None}),
    (("/a/{id}", "/a/{id}/"), {"/a/7": "/a/{id}", "/a/7/": "/a/{id}/", "/a": None, "/a/": None}),
    (("/{id}", "/a/"), {"/a": "/{id}", "/a/": "/a/", "/b": "/{id}", "/b/": "/{id}"}),
    (("/a/", "/a/{id}"), {"/a": "/a/", "/a/7": "/a/{id}", "/a/7/": "/a/{id}"}),
    (("/a%20b",), {"/a%20b": "/a%20b", "/a b": "/a%20b", "/%61%20b": "/a%20b", "/a+b": None, "/a": None}),
    (("/a b",), {"/a%20b": "/a b", "/a b": "/a b"}),
    (
        ("/größe/{id}",),
        {"/größe/7": "/größe/{id}", "/gr%C3%B6%C3%9Fe/7": "/größe/{id}", "/gr%c3%b6%c3%9fe/%C3%B6": "/größe/{id}"},
    ),
    (("/gr%c3%b6%C3%9Fe",), {"/größe": "/gr%c3%b6%C3%9Fe", "/gr%C3%B6%C3%9Fe": "/gr%c3%b6%C3%9Fe"}),
    (("/a/{id}",), {"/a/x%2Fy": "/a/{id}", "/a/x%2fy": "/a/{id}", "/a/x/y": None, "/a%2Fx": None}),
    (("/a%2Fb",), {"/a%2fb": "/a%2Fb", "/a%2Fb": "/a%2Fb", "/a/b": None}),
    (("/a%7Bb%7D",), {"/a%7Bb%7D": "/a%7Bb%7D", "/a%7bb%7d": "/a%7Bb%7D", "/axx": None}),
    (("/a/{id}%3Acancel",), {"/a/7:cancel": "/a/{id}%3Acancel", "/a/7%3Acancel": "/a/{id}%3Acancel", "/a/7": None}),
    (("/a%252Fb",), {"/a%252Fb": "/a%252Fb", "/a/b": None}),
    (("/a?b=%C3%B6",), {"/a?b=%c3%b6": "/a?b=%C3%B6", "/a?b=ö": "/a?b=%C3%B6", "/a?b=o": None}),
)
CASES = [(templates, url, found) for templates, urls in OWN for url, found in urls.items()]


@pytest.mark.parametrize(("templates", "url", "found"), CASES)
def test_slashes_and_percent_encoding(templates: tuple[str, ...], url: str, found: str | None, folder: Path) -> None:
    assert found_at(gate(folder, templates), url) == found


SEGMENT = st.text(st.characters(codec="utf-8", exclude_characters="{}/"), min_size=1, max_size=5).filter(
    lambda text: text not in {".", ".."}
)


@st.composite
def encoded(draw: st.DrawFn, segments: list[str]) -> str:
    """Draw a spelling of a path: unreserved letters may be percent-encoded, with hexadecimal digits of any case."""
    path = ""
    for segment in segments:
        path += "/"
        for letter in segment:
            has_to = letter in "%?# " or not letter.isprintable()
            spelt = "".join(f"%{byte:02X}" for byte in letter.encode())
            path += draw(st.sampled_from([spelt, spelt.lower()] + [letter] * (not has_to)))
    return path


@given(st.lists(SEGMENT, min_size=1, max_size=3), st.data())
def test_any_percent_encoding_of_a_path_finds_the_same_template(segments: list[str], data: st.DataObject) -> None:
    template = data.draw(encoded(segments))
    routes = Routes([("POST", template, 1), ("POST", f"{template}/{{id}}/end", 2)])
    for path in (data.draw(encoded(segments)), "/" + "/".join(quote(segment, safe="") for segment in segments)):
        assert routes.find("POST", path) == (1,)
        value = quote(data.draw(SEGMENT), safe="") + data.draw(st.sampled_from(["", "%2F", "%2f"]))
        assert routes.find("POST", f"{path}/{value}/end") == (2,)
        assert routes.find("POST", f"{path}/{value}") == ()


BUILT_IN = presend.Gate()
OPERATIONS = [*presend.operations("presend.openai"), *presend.operations("presend.openai.today")]
PARAMETER = re.compile(r"\{[^/{}]+\}")
METHODS = sorted({operation.method for operation in OPERATIONS})
TEMPLATES = sorted({operation.path for operation in OPERATIONS})
VALUES = st.sampled_from(sorted({step for path in TEMPLATES for step in path.split("/") if step and "{" not in step}))


@given(st.sampled_from(TEMPLATES), st.sampled_from(METHODS), st.data())
def test_a_filled_in_template_finds_itself_or_the_literal_that_it_became(
    template: str, method: str, data: st.DataObject
) -> None:
    """As a reading that compiles each template does, and takes the one with the fewest parameters."""
    path = PARAMETER.sub(lambda _: quote(data.draw(SEGMENT | VALUES), safe=""), template)
    fitting = [
        one
        for one in dict.fromkeys(operation.path for operation in OPERATIONS if operation.method == method)
        if re.fullmatch(PARAMETER.sub("[^/]+", one), path)  # no template here has a letter that is special in a pattern
    ]
    found = found_at(BUILT_IN, path, method)
    assert found == min(fitting, key=lambda one: one.count("{"), default=None)
    for prefix in ("/v1", "https://api.openai.com/v1", "/openai/deployments/mine"):
        assert found_at(BUILT_IN, prefix + path, method) == found


@pytest.mark.parametrize(
    ("base", "url", "found"),
    [
        ("https://h/api", "https://h/api", True),
        ("https://h/api", "https://h/api/", True),
        ("https://h/api/", "https://h/api?x=1", True),
        ("https://h/api", "https://h/apis", False),
        ("https://h/api", "https://h/api/x", False),
    ],
)
def test_the_root_below_a_base_url(base: str, url: str, found: bool, tmp_path: Path) -> None:
    _, pack = generate(spec({}, {"/": {"post": {"operationId": "root", "requestBody": body({})}}}), tmp_path)
    assert bool(presend.Gate(pack=pack, base_url=base).operation("POST", url)) is found
