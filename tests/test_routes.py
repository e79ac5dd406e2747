"""Path templates and the URLs that belong to them."""

from __future__ import annotations

import pytest

from presend.routes import Routes

ROUTES = Routes(
    [
        ("POST", "/files/{id}", "any"),
        ("POST", "/files/new", "new"),
        ("POST", "/{kind}/new", "kind"),
        ("POST", "/files/{id}.json", "json"),
        ("post", "/responses", "plain"),
        ("POST", "/responses?beta=true", "beta"),
        ("POST", "/responses?beta=true", "beta form"),
        ("POST", "/a/files/{id}", "longer"),
    ]
)


@pytest.mark.parametrize(
    ("url", "found"),
    [
        ("/files/7", ("any",)),
        ("/files/new", ("new",)),
        ("/v1/images/new", ("kind",)),
        ("/v2/a/files/7", ("longer",)),
        ("/responses", ("plain",)),
        ("/responses?beta=false", ("plain",)),
        ("https://a.b/v1/responses/?x=1&beta=true#top", ("beta", "beta form")),
        ("/fil%65s/new", ("new",)),
        ("/files/a%2Fb", ("any",)),
        ("/files%2Fnew", ()),
        ("/files", ()),
        ("/files/", ()),
        ("files/7", ()),
        ("/b/files/7", ()),
        ("", ()),
        ("https://a.b", ()),
    ],
)
def test_a_url_belongs_to_the_nearest_template(url: str, found: tuple[str, ...]) -> None:
    assert ROUTES.find("POST", url) == found
    assert ROUTES.find("GET", url) == ()
