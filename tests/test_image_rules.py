"""The rules for the image of a variation request, on real files in every form that the SDK takes."""

from __future__ import annotations

import io
import json
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pydantic
import pytest
from PIL import Image

import presend
from presend.files.image_facts import SNIFF_BYTES
from presend.openai.models import CreateImageVariationRequest
from presend.openai.rules import image_file
from tests.png_files import GREY, GREY_ALPHA, PALETTE, RGB, RGBA, SIGNATURE, chunk, header, padded_png, png, zeros

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

TARGET = "CreateImageVariationRequest"
PREFIX = "image-variation.image."
MODE = PREFIX + "mode"  # a warning; the files here are grey, because that makes them small
MEBIBYTE = 1024**2  # bytes
MOST_READ = 4 * SNIFF_BYTES  # bytes of a file that is refused for its size or its header
GOOD = png(2)

SAID = json.loads((Path(__file__).parent / "cases" / "images.json").read_text("utf-8"))  # file → the whole messages

Found = list[tuple[str, str]]
PNG, SQUARE, SIZE = ("error", "png"), ("error", "square"), ("error", "max-bytes")
DOUBT, CRC, MORE = ("warning", "max-bytes-ambiguous"), ("warning", "ancillary-crc"), ("warning", "trailing-bytes")
UNREAD, TYPE, SDK = ("warning", "not-fully-read"), ("warning", "content-type"), ("note", "sdk-type")


def judge(image: Any, **switches: Any) -> tuple[Found, str]:
    """Return severity and rule of each problem with an image, and all messages; all functions and the model must agree.

    Problems of the colour mode are left out: see `test_other_colour_modes_than_rgb_are_warned_about`.
    """
    payload = {"image": image}
    is_plain = not switches
    switches["ignore"] = [*switches.get("ignore", ()), MODE]
    problems = presend.check(TARGET, payload, **switches)
    errors = [problem for problem in problems if problem.severity == "error"]
    assert presend.is_valid(TARGET, payload, **switches) == (not errors)
    if errors:
        with pytest.raises(presend.InvalidPayload) as caught:
            presend.validate(TARGET, payload, **switches)
        assert list(caught.value.problems) == errors
        with pytest.raises(pydantic.ValidationError):
            CreateImageVariationRequest(image=image)
        with pytest.raises(pydantic.ValidationError):
            CreateImageVariationRequest.model_validate(payload)
    else:
        assert presend.validate(TARGET, payload, **switches).model_dump(exclude_unset=True) == payload
        assert not is_plain or CreateImageVariationRequest(image=image).image == image
        assert not is_plain or CreateImageVariationRequest.model_validate(payload).image == image
    assert all(problem.pointer == "/image" and problem.param == "image" for problem in problems)
    found: Found = [(problem.severity, problem.rule.removeprefix(PREFIX)) for problem in problems]
    return found, "\n".join(problem.message for problem in problems)


def picture(kind: str, size: int = 0) -> bytes:
    """Return a picture of 512 x 300 pixels that is no PNG, filled up to `size` bytes."""
    file = io.BytesIO()
    Image.new("RGB", (512, 300), "teal").save(file, kind)
    return file.getvalue().ljust(size, b"\0")


def flipped(data: bytes, at: int) -> bytes:
    return data[:at] + bytes([data[at] ^ 0xFF]) + data[at + 1 :]


FILES: dict[str, tuple[Callable[[], bytes], Found]] = {  # what it is → the file, what is found
    "the smallest": (png, []),
    "one pixel in RGB": (lambda: png(colour=RGB), []),
    "two pixels by two": (lambda: GOOD, []),
    "3,999,999 bytes": (lambda: padded_png(3_999_999), []),
    "4,000,000 bytes": (lambda: padded_png(4_000_000), [DOUBT]),
    "4,194,303 bytes": (lambda: padded_png(4_194_303), [DOUBT]),
    "4,194,304 bytes": (lambda: padded_png(4_194_304), [SIZE]),
    "two by one": (lambda: png(2, 1), [SQUARE]),
    "one by two": (lambda: png(1, 2), [SQUARE]),
    "1000 by 1": (lambda: png(1000, 1, depth=1), [SQUARE]),
    "a JPEG": (lambda: picture("JPEG", 20_000), [PNG]),
    "a GIF": (lambda: picture("GIF", 20_000), [PNG]),
    "a WebP": (lambda: picture("WEBP", 20_000), [PNG]),
    "a BMP": (lambda: picture("BMP"), [PNG]),
    "a large JPEG": (lambda: picture("JPEG", 5_242_880), [SIZE, PNG]),
    "large and not square": (
        lambda: png(2, 1, chunk(b"prIv", bytes(4 * MEBIBYTE))), [SIZE, SQUARE]),
    "large and empty behind its header": (
        lambda: (SIGNATURE + header(2, 2)).ljust(4 * MEBIBYTE, b"\0"), [SIZE]),
    "no bytes": (lambda: b"", [PNG]),
    "text": (lambda: b"otter.png", [PNG]),
    "a signature alone": (lambda: SIGNATURE, [PNG]),
    "cut inside its header": (lambda: GOOD[:20], [PNG]),
    "cut behind its header": (lambda: GOOD[:33], [PNG]),
    "cut inside its image data": (lambda: GOOD[:45], [PNG]),
    "without its end": (lambda: GOOD[:-12], [PNG]),
    "without its last byte": (lambda: GOOD[:-1], [PNG]),
    "a byte of the header changed": (lambda: flipped(GOOD, 19), [PNG]),
    "a byte of the image data changed": (lambda: flipped(GOOD, 49), [PNG, PNG]),
    "a byte of its CRC changed": (lambda: flipped(GOOD, len(GOOD) - 13), [PNG]),
    "converted as text": (lambda: GOOD.replace(b"\r\n", b"\n"), [PNG]),
    "one byte behind its end": (lambda: GOOD + b"\0", [MORE]),
    "another image behind its end": (lambda: GOOD + GOOD, [MORE]),
    "a wrong CRC of a comment": (lambda: png(2, 2, chunk(b"tEXt", b"a\0b", crc=1)), [CRC]),
    "a comment": (lambda: png(2, 2, chunk(b"tEXt", b"a\0b")), []),
    "a wrong CRC and more bytes": (lambda: png(2, 2, chunk(b"tEXt", crc=1)) + b"\0", [CRC, MORE]),
    "an unknown critical chunk": (lambda: png(2, 2, chunk(b"CRIT")), [PNG]),
    "a zip bomb": (lambda: bomb(100 * MEBIBYTE), [PNG]),
    "2^31-1 pixels wide and high, with little data": (lambda: hollow(2**31 - 1), [PNG]),
    "2^31 pixels wide and high": (lambda: hollow(2**31), [PNG]),
    "huge but honest": (lambda: png(47_000, depth=1), [UNREAD]),
    "20,000 pixels wide and high, within what is read": (lambda: png(20_000, depth=1), []),
}  # fmt: skip


def bomb(count: int) -> bytes:
    """Return a file whose image data inflates to far more than its one pixel needs."""
    return SIGNATURE + header(1, 1) + zeros(count) + chunk(b"IEND")


def hollow(side: int) -> bytes:
    """Return a file whose header promises a square of `side` pixels, and whose data holds none of it."""
    return SIGNATURE + header(side, side) + zeros(100) + chunk(b"IEND")


@pytest.mark.parametrize("name", FILES)
def test_files(name: str) -> None:
    build, expected = FILES[name]
    found, messages = judge(("image.png", build(), "image/png"))
    assert found == expected
    assert messages.splitlines() == SAID[name]


def test_every_error_and_warning_about_a_file_has_its_file() -> None:
    found = {rule for _, expected in FILES.values() for _, rule in expected}
    ids = {rule.id.removeprefix(PREFIX) for rule in presend.rules() if rule.id.startswith(PREFIX)}
    assert ids - found == {TYPE[1], SDK[1], "mode"}  # which are about the form, and the colours; see below


@pytest.mark.parametrize(
    ("mode", "depth", "colour"),
    [
        (None, 8, RGB),
        (None, 16, RGB),
        (None, 8, RGBA),
        (None, 16, RGBA),
        ("1", 1, GREY),
        ("L", 2, GREY),
        ("L", 4, GREY),
        ("L", 8, GREY),
        ("I;16", 16, GREY),
        ("LA", 8, GREY_ALPHA),
        (None, 16, GREY_ALPHA),  # which Pillow reads as RGBA
        ("P", 1, PALETTE),
        ("P", 8, PALETTE),
    ],
)
def test_other_colour_modes_than_rgb_are_warned_about(mode: str | None, depth: int, colour: int) -> None:
    content = png(2, depth=depth, colour=colour)
    opened = Image.open(io.BytesIO(content))
    assert mode is None or opened.mode == mode  # the API says these words of Pillow's
    problems = presend.check(TARGET, {"image": ("image.png", content, "image/png")})
    assert [(problem.rule, problem.severity, problem.basis) for problem in problems] == (
        [(MODE, "warning", "observed")] if mode else []
    )
    assert all(f"but got {mode}." in problem.message for problem in problems)


def test_a_rule_may_be_ignored() -> None:
    assert judge(("image.png", png(2, 1), "image/png"), ignore=[PREFIX + "square"])[0] == []
    assert judge(("image.png", png(2, 1), "image/png"), ignore=[PREFIX + "png"])[0] == [SQUARE]
    large = ("image.png", picture("JPEG", 5 * MEBIBYTE), "image/png")
    assert judge(large, ignore=[PREFIX + "png"])[0] == [SIZE]
    assert judge(large, ignore=[PREFIX + "png", PREFIX + "max-bytes"])[0] == []


# The forms of an upload


class Named(io.BytesIO):
    name = "folder/otter.png"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "otter.png"
    path.write_bytes(GOOD)
    return path


@pytest.fixture(params=["open", "unbuffered", "r+b", "BytesIO", "temporary"])
def file(request: pytest.FixtureRequest, path: Path) -> Iterator[Any]:
    match request.param:
        case "BytesIO":
            opened: Any = Named(GOOD)
        case "temporary":
            opened = tempfile.TemporaryFile(suffix=".png")  # noqa: SIM115 - closed below
            opened.write(GOOD)
        case mode:
            opened = path.open("r+b" if mode == "r+b" else "rb", buffering=0 if mode == "unbuffered" else -1)
    with opened:
        yield opened


@pytest.mark.parametrize("start", [0, 7, len(GOOD), len(GOOD) + 9])
def test_a_file_is_read_whole_and_left_where_it_was(file: Any, start: int) -> None:
    file.seek(start)
    expected = [] if str(file.name).endswith(".png") else [TYPE]
    assert judge(file)[0] == expected
    assert (file.tell(), file.closed) == (start, False)
    assert judge(("image.png", file, "image/png"))[0] == []
    assert file.tell() == start


def test_a_file_is_left_where_it_was_after_an_error(path: Path) -> None:
    path.write_bytes(png(2, 1))
    with path.open("rb") as file:
        file.seek(7)
        assert judge(file)[0] == [SQUARE]
        assert file.tell() == 7


def test_forms_of_bytes() -> None:
    assert judge(GOOD)[0] == [TYPE]
    assert "('image.png', content, 'image/png')" in judge(GOOD)[1]
    assert judge(bytearray(GOOD))[0] == [TYPE, SDK]
    assert judge(memoryview(GOOD))[0] == [TYPE, SDK]
    assert judge(memoryview(b"--" + GOOD)[2:])[0] == [TYPE, SDK]
    assert judge(io.BytesIO(GOOD))[0] == [TYPE]
    assert judge(Named(GOOD))[0] == []


def test_paths(path: Path) -> None:
    assert judge(path)[0] == []
    assert judge(path.rename(path.with_suffix(".jpg")))[0] == [TYPE]
    assert "image/jpeg" in judge(path.with_suffix(".jpg"))[1]
    assert judge(path.with_suffix(".jpg").rename(path.with_suffix("")))[0] == [TYPE]
    path.write_bytes(picture("JPEG"))
    assert judge(path)[0] == [PNG]


@pytest.mark.parametrize(
    ("image", "expected"),
    [
        (("otter.png", GOOD), []),
        (("otter.png", GOOD, None), []),
        (("otter", GOOD, "image/png"), []),
        (("otter.png", GOOD, "image/png", {}), []),
        (("otter.jpg", GOOD, None, {"Content-Type": "image/png"}), []),
        ((None, GOOD, "image/png"), []),
        (("otter.png", io.BytesIO(GOOD), "image/png"), []),
        (("otter", GOOD), [TYPE]),
        (("otter.jpg", GOOD), [TYPE]),
        (("otter.png", GOOD, "image/jpeg"), [TYPE]),
        (("otter.png", GOOD, "image/webp"), [TYPE]),
        (("otter.png", GOOD, "application/octet-stream"), [TYPE]),
        (("otter.png", GOOD, "image/png", {"Content-Type": "image/jpeg"}), [TYPE]),
        ((None, GOOD), [TYPE]),
        (("otter.png", bytearray(GOOD), "image/png"), [SDK]),
        (("otter.png", png(2, 1), "image/jpeg"), [TYPE, SQUARE]),
    ],
)
def test_tuples(image: Any, expected: Found) -> None:
    assert judge(image)[0] == expected


@pytest.mark.parametrize(
    ("media_type", "words"),
    [("", "with no content type"), ("image/jpeg; q=1", "as image/jpeg"), ("a b", "as something else")],
)
def test_the_content_type_that_is_sent_is_named(media_type: str, words: str) -> None:
    assert judge((None, GOOD, media_type))[1] == (
        f"Suspicious 'image': expected it to be sent as image/png, but it goes out {words}. "
        "Pass ('image.png', content, 'image/png')."
    )


class Breaking(io.FileIO):
    """Fail while it is read, beyond its header."""

    def read(self, size: int | None = -1, /) -> bytes:
        if self.tell() >= SNIFF_BYTES:
            raise OSError
        return super().read(SNIFF_BYTES if size is None else min(size, SNIFF_BYTES)) or b""


def test_a_file_that_breaks_off_is_reported(path: Path) -> None:
    path.write_bytes(padded_png(2 * SNIFF_BYTES))
    with Breaking(path) as file:
        found, message = judge(file)
        assert found == [PNG]
        assert message == "Invalid 'image'. Expected a file that can be read, got OSError from it."
        assert file.tell() == 0


def test_tuples_around_paths(path: Path) -> None:
    assert judge(("other.png", path, "image/png"))[0] == []
    assert judge(("other", path))[0] == [TYPE]


def test_file_objects_that_the_sdk_refuses_are_refused() -> None:
    with tempfile.NamedTemporaryFile(suffix=".png") as file:
        file.write(GOOD)
        assert judge(file)[0] == [SDK]
        assert judge(("image.png", file, "image/png"))[0] == []


def test_a_file_that_is_not_at_hand_is_a_note() -> None:
    found, message = judge(presend.FILE_NOT_AVAILABLE)
    assert found == [("note", "type.file")]
    assert "not available" in message


# What is no file


@pytest.mark.parametrize(
    ("image", "words"),
    [
        ("otter.png", "pathlib.Path"),
        (("otter.png", "otter.png"), "pathlib.Path"),
        (io.StringIO("otter"), "'rb'"),
        (7, "int"),
        ([GOOD], "list"),
        ({"path": "otter.png"}, "dict"),
        ((GOOD,), "length 1"),
        ((), "length 0"),
        (("otter.png", None), "None"),
        ((b"otter.png", GOOD), "bytes"),
        (Path("no such file.png"), "cannot be opened"),
        (Path(), "directory"),
    ],
)
def test_a_value_that_is_no_file_is_refused(image: Any, words: str) -> None:
    found, message = judge(image)
    assert found == [("error", "type.file")]
    assert words in message


def test_files_that_cannot_be_read(path: Path) -> None:
    closed = path.open("rb")
    closed.close()
    with path.open() as text, path.with_suffix(".out").open("wb") as out:
        for image, words in ((closed, "closed"), (text, "'rb'"), (out, "'rb'")):
            found, message = judge(image)
            assert found == [("error", "type.file")]
            assert words in message


def test_a_pipe_is_refused_and_not_read() -> None:
    reader, writer = os.pipe()
    os.write(writer, GOOD)
    os.close(writer)
    with os.fdopen(reader, "rb") as pipe:
        found, message = judge(pipe)
        assert found == [("error", "type.file")]
        assert "seek" in message
        assert pipe.read() == GOOD


# How much is read


class Counting(io.FileIO):
    """Count the bytes that are read."""

    count = 0

    def read(self, size: int | None = -1, /) -> bytes:
        data = super().read(-1 if size is None else size) or b""
        self.count += len(data)
        return data

    def readall(self) -> bytes:
        return self.read()


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        (b"", [SIZE, PNG]),
        (SIGNATURE + header(2, 2), [SIZE]),
        (SIGNATURE + header(2, 1), [SIZE, SQUARE]),
        (SIGNATURE + header(2**31 - 1, 2**31 - 1), [SIZE]),
    ],
)
def test_five_gigabytes_are_refused_unread(tmp_path: Path, start: bytes, expected: Found) -> None:
    path = tmp_path / "otter.png"
    with path.open("wb") as sparse:
        sparse.write(start)
        sparse.truncate(5 * 1024 * MEBIBYTE)
    with Counting(path) as file:
        problems = presend.check(TARGET, {"image": file}, ignore=[MODE])
        assert [(problem.severity, problem.rule.removeprefix(PREFIX)) for problem in problems] == expected
        assert 0 < file.count <= MOST_READ
        assert file.tell() == 0
    found, message = judge(path)
    assert found == expected
    assert "5,368,709,120 bytes" in message


@pytest.mark.parametrize(
    ("width", "height"), [(2, 1), (2**31 - 1, 2**31 - 1), (0, 0)], ids=["not square", "huge", "none"]
)
def test_a_bad_header_is_refused_with_the_rest_unread(tmp_path: Path, width: int, height: int) -> None:
    path = tmp_path / "otter.png"
    path.write_bytes(SIGNATURE + header(width, height) + bytes(3 * MEBIBYTE))
    with Counting(path) as file:
        assert [problem.severity for problem in presend.check(TARGET, {"image": file}, ignore=[MODE])] == ["error"]
        assert 0 < file.count <= MOST_READ


def test_the_limits_are_those_of_both_readings_of_4_mb() -> None:
    assert (image_file.DOUBTFUL_FROM, image_file.REFUSED_FROM) == (4 * 1000**2, 4 * 1024**2)
