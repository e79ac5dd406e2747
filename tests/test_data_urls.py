"""Strings that hold a file: data: URLs and base64 are recognised and read."""

from __future__ import annotations

import base64

import pytest

from presend.openai.data_urls import (
    LONGEST_HEAD,
    Head,
    Held,
    head_of,
    is_base64,
    is_spaced_base64,
    is_standard_base64,
    is_template,
    is_web_address,
    look_into,
)

LONG = "data:" + "a" * (LONGEST_HEAD - len("data:") - 1)  # its comma is the last one that is found


@pytest.mark.parametrize(
    ("url", "media_type", "said_base64", "at"),
    [
        ("data:,", "", False, 6),
        ("data:,AAAA", "", False, 6),
        ("data:;base64,AAAA", "", True, 13),
        ("data:image/png;base64,AAAA", "image/png", True, 22),
        ("DATA:Image/PNG;Name=a;BASE64,AA,A", "image/png", True, 29),
        ("data:image/png,base64", "image/png", False, 15),
        ("data:base64,AAAA", "base64", False, 12),
        ("data:image/png;base64", "", False, 21),
        ("data:", "", False, 5),
        (f"{LONG},AAAA", "a" * (LONGEST_HEAD - 6), False, LONGEST_HEAD),
        (f"{LONG}a,AAAA", "", False, LONGEST_HEAD + 5),
    ],
)
def test_the_head_of_a_data_url(url: str, media_type: str, said_base64: bool, at: int) -> None:
    head = head_of(url)
    assert head == Head(media_type, said_base64, at)
    assert head is not None
    assert head.data(url) == url[at:]


@pytest.mark.parametrize("value", ["", "data", "date:,", "adata:,", "https://example.com/a,b", None, 1, b"data:,"])
def test_other_strings_have_no_data_url_head(value: object) -> None:
    assert head_of(value) is None


def test_the_longest_head_has_300_code_points() -> None:
    assert LONGEST_HEAD == 300


def test_a_head_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        Head("", is_base64=False, at=0).at = 1  # type: ignore[misc]


@pytest.mark.parametrize(
    ("media_type", "is_plain"),
    [
        ("image/png", True),
        ("image/svg+xml", True),
        ("application/vnd.ms-excel", True),
        (f"{'a' * 20}/{'b' * 40}", True),
        (f"{'a' * 21}/b", False),
        (f"a/{'b' * 41}", False),
        ("image/", False),
        ("/png", False),
        ("Image/png", False),
        ("image/p g", False),
        ("", False),
    ],
)
def test_only_plain_media_types_may_be_quoted(media_type: str, is_plain: bool) -> None:
    assert Head(media_type, is_base64=True, at=0).is_plain is is_plain


TEXTS = {  # text → whether it can be base64, is of the first alphabet, is of that with white space
    "": (False, True, True),
    "AAAA": (True, True, True),
    "AAA=": (True, True, True),
    "AA==": (True, True, True),
    "A===": (True, False, False),
    "AAA": (True, False, True),
    "AAAAA": (True, False, True),
    "+/+/": (True, True, True),
    "-_-_": (True, False, False),
    "AA\r\nAA": (True, False, True),
    "AA  AA": (False, False, True),
    "AAA= ": (False, False, True),
    "AA=A": (True, False, False),
    "=": (False, False, True),
    "\r\n": (False, False, True),
    "====": (False, False, False),
    "AA?A": (False, False, False),
    "AAAä": (False, False, False),
}


@pytest.mark.parametrize("text", TEXTS)
def test_base64_is_recognised(text: str) -> None:
    assert (is_base64(text), is_standard_base64(text), is_spaced_base64(text)) == TEXTS[text]


def test_spaced_base64_is_read_from_a_place_on() -> None:
    assert is_spaced_base64("?,AAAA", 2)
    assert not is_spaced_base64("?,AAAA", 1)
    assert not is_spaced_base64("?AAA")
    assert not is_spaced_base64("AAA?")
    assert is_spaced_base64("?", 1)


@pytest.mark.parametrize(
    ("text", "is_address"),
    [
        ("https://example.com", True),
        ("HTTP://example.com", True),
        ("http://", True),
        ("https:/", False),
        ("ftp://example.com", False),
        (" https://example.com", False),
        ("", False),
    ],
)
def test_web_addresses_are_recognised(text: str, is_address: bool) -> None:
    assert is_web_address(text) is is_address


def test_a_template_begins_with_two_braces() -> None:
    assert is_template("{{item.image}}")
    assert not is_template("{item.image}")
    assert not is_template(" {{item.image}}")


@pytest.mark.parametrize("size", range(1, 12))
@pytest.mark.parametrize("most", range(1, 13))
@pytest.mark.parametrize("padding", ["", "="])
def test_what_a_data_url_holds_is_decoded_as_far_as_is_asked(size: int, most: int, padding: str) -> None:
    content = bytes(range(65, 65 + size))
    text = base64.b64encode(content).decode()
    held = look_into(f"data:image/gif;base64,{text if padding else text.rstrip('=')}", most)
    assert held is not None
    assert held.media_type == "image/gif"
    assert held.head == content[:most]
    assert abs(held.size - size) <= 2  # what the padding adds


def test_how_much_a_data_url_holds_is_reported_without_decoding_it() -> None:
    assert look_into("data:image/gif;base64," + "A" * 4000, 3) == Held("image/gif", b"\0\0\0", 3000)


def test_no_more_is_decoded_than_is_asked() -> None:
    text = base64.b64encode(b"GIF89a").decode()
    assert look_into(f"data:image/gif;base64,{text}AAAAA", 9) == Held("image/gif", b"GIF89a\0\0\0", 9)
    assert look_into(f"data:image/gif;base64,{text}AAAAA", 10) is None  # the fifth letter is no byte


@pytest.mark.parametrize(
    "url",
    [
        "",
        "https://example.com/a.gif",
        "data:image/gif,GIF8",
        "data:Image;base64,R0lGODlh",
        "data:;base64,R0lGODlh",
        "data:image/gif;base64,R",
        "data:image/gif;base64,ä",
        "data:image/gif;base64",
    ],
)
def test_other_strings_hold_no_file(url: str) -> None:
    assert look_into(url, 4) is None
