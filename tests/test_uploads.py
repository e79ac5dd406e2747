"""File fields: values are opened, rewound, refused, and named as in the openai SDK."""

from __future__ import annotations

import email.parser
import email.policy
import functools
import gzip
import io
import os
import pathlib
import tempfile
import tracemalloc
import warnings
import zipfile
from typing import IO, TYPE_CHECKING, Any, cast

import httpx2
import openai
import pytest

from presend.files.upload_names import UNKNOWN_TYPE, UNNAMED, guess_part
from presend.files.uploads import UploadFault, open_upload

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

DATA = b"\x89PNG\r\n\x1a\n and so on"


class Named(io.BytesIO):
    """A file object with a name."""

    name = "folder/cat.png"


class Duck:
    """A file object that is no `io.IOBase`, and cannot tell what it can do."""

    def __init__(self, data: bytes) -> None:
        self.file = io.BytesIO(data)
        self.read, self.seek, self.tell = self.file.read, self.file.seek, self.file.tell


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "My cat.PNG"
    path.write_bytes(DATA)
    return path


@pytest.fixture(
    params=[
        "BytesIO",
        "open",
        "unbuffered",
        "r+b",
        "TemporaryFile",
        "NamedTemporaryFile",
        "SpooledTemporaryFile",
        "rolled over",
        "zip member",
        "gzip",
        "duck",
    ]
)
def file(request: pytest.FixtureRequest, path: Path) -> Iterator[IO[bytes]]:
    """Give each kind of binary file object in turn; all hold `DATA`."""
    packed = path.with_name("cat.zip")
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("in/cat.png", DATA)
    path.with_name("cat.gz").write_bytes(gzip.compress(DATA))
    with zipfile.ZipFile(packed) as archive:
        kinds: dict[str, Callable[[], Any]] = {
            "BytesIO": lambda: io.BytesIO(DATA),
            "open": lambda: path.open("rb"),
            "unbuffered": lambda: path.open("rb", buffering=0),
            "r+b": lambda: path.open("r+b"),
            "TemporaryFile": tempfile.TemporaryFile,
            "NamedTemporaryFile": functools.partial(tempfile.NamedTemporaryFile, suffix=".png"),
            "SpooledTemporaryFile": tempfile.SpooledTemporaryFile,
            "rolled over": functools.partial(tempfile.SpooledTemporaryFile, 1),
            "zip member": lambda: archive.open("in/cat.png"),
            "gzip": functools.partial(gzip.open, path.with_name("cat.gz")),
            "duck": lambda: Duck(DATA),
        }
        opened = kinds[request.param]()
        if "File" in request.param or request.param == "rolled over":
            opened.write(DATA)
        yield opened
        if hasattr(opened, "close"):
            opened.close()


# Opened


@pytest.mark.parametrize("wrap", [lambda value: value, lambda value: ("a.png", value)])
def test_file_objects_are_read_whole_and_put_back(file: IO[bytes], wrap: Callable[[Any], Any]) -> None:
    for start in (0, 5, len(DATA)):
        file.seek(start)
        with open_upload(wrap(file)) as upload:
            assert (upload.size, upload.kind) == (len(DATA), "file")
            assert upload.stream.read() == DATA
        assert file.tell() == start
        assert not getattr(file, "closed", False)


def test_file_objects_are_put_back_after_an_error(file: IO[bytes]) -> None:
    file.seek(3)
    with pytest.raises(ZeroDivisionError):  # noqa: SIM117
        with open_upload(file) as upload:
            raise ZeroDivisionError(upload.stream.read(9))
    assert file.tell() == 3


def test_a_file_closed_meanwhile_is_left_alone(path: Path) -> None:
    with path.open("rb") as file, open_upload(file) as upload:
        file.close()
        assert upload.stream is not None
    assert file.closed


@pytest.mark.parametrize(
    "content",
    [
        DATA,
        bytearray(DATA),
        memoryview(DATA),
        memoryview(DATA + DATA)[: len(DATA)],
        memoryview(b"".join(bytes([byte, 0]) for byte in DATA))[::2],
        memoryview(DATA).cast("B", (3, 6)),
    ],
)
@pytest.mark.parametrize("wrap", [lambda value: value, lambda value: ("a.png", value, "image/png", {})])
def test_bytes_are_opened(content: bytes, wrap: Callable[[Any], Any]) -> None:
    wanted = bytes(content)
    with open_upload(wrap(content)) as upload:
        assert (upload.size, upload.kind) == (len(wanted), "bytes")
        assert upload.stream.read(4) + upload.stream.read() == wanted
        assert upload.stream.read(1) == b""
        assert upload.stream.seek(-2, os.SEEK_END) == upload.stream.tell() == len(wanted) - 2
        assert upload.stream.read(9) == wanted[-2:]
        assert upload.stream.seek(1) == 1
        assert upload.stream.seek(1, os.SEEK_CUR) == 2


@pytest.mark.parametrize("content", [b"", bytearray(), memoryview(b""), io.BytesIO()])
def test_empty_content_is_opened(content: object) -> None:
    with open_upload(content) as upload:
        assert (upload.size, upload.stream.read(1)) == (0, b"")


@pytest.mark.parametrize("content", [bytes(50_000_000), bytearray(50_000_000), memoryview(bytes(50_000_000))])
def test_bytes_are_not_copied(content: bytes) -> None:
    tracemalloc.start()
    try:
        with open_upload(content) as upload:
            assert upload.stream.read(5) == bytes(5)
        assert tracemalloc.get_traced_memory()[1] < 100_000
    finally:
        tracemalloc.stop()


def test_a_bytearray_can_grow_again_afterwards() -> None:
    content = bytearray(DATA)
    with open_upload(content):
        pass
    content.append(1)
    assert content == DATA + b"\x01"


@pytest.mark.parametrize("wrap", [lambda value: value, lambda value: ("a.png", value)])
def test_paths_are_opened_and_closed(path: Path, wrap: Callable[[Any], Any]) -> None:
    class Own:
        def __fspath__(self) -> str:
            return str(path)

    for value in (path, pathlib.PurePath(path), Own()):
        with open_upload(wrap(value)) as upload:
            assert (upload.size, upload.kind, upload.stream.read()) == (len(DATA), "path", DATA)
        with pytest.raises(UploadFault, match="ValueError"):  # of a closed file
            upload.stream.read()


# Refused


class Asynchronous:
    """Like the upload files of web frameworks."""

    async def read(self, size: int = -1) -> bytes:
        return bytes(size)


class ReadOnly:
    """Bytes from the network, which can be read only once."""

    def read(self, size: int = -1) -> bytes:
        return bytes(max(size, 0))


class Broken(io.BytesIO):
    """A file object that fails."""

    def seek(self, offset: int, whence: int = 0, /) -> int:
        raise RuntimeError(offset, whence)


def closed() -> io.BytesIO:
    file = io.BytesIO(DATA)
    file.close()
    return file


def released() -> memoryview:
    view = memoryview(DATA)
    view.release()
    return view


class BytesPath:
    """A path object that is not of text."""

    def __fspath__(self) -> bytes:
        return b"cat.png"


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("cat.png", "got a str. A str is not a path: pass pathlib.Path"),
        (None, "got None."),
        (3, "got int."),
        ([DATA], "got list."),
        ({"a": 1}, "got dict."),
        (io.BytesIO, "got type."),
        (io.StringIO("text"), "got one in text mode"),
        (io.TextIOWrapper(io.BytesIO(DATA)), "got one in text mode"),
        (functools.partial(tempfile.SpooledTemporaryFile, mode="w+")(), "got one in text mode"),
        (closed(), "got a closed one"),
        (ReadOnly(), "cannot be checked without consuming it. Pass its bytes or a seekable file."),
        (Asynchronous(), "got an asynchronous one"),
        (Broken(DATA), "got RuntimeError from it"),
        (released(), "got a memoryview that was released"),
        (pathlib.Path("no") / "such file", "one that cannot be opened (No such file or directory)"),
        (pathlib.Path("\0"), "got one that no file can have"),
        (pathlib.Path("x" * 5000), "one that cannot be opened (File name too long)"),
        (pathlib.Path(), "got a directory"),
        (pathlib.Path(os.devnull), "got a pipe or a device"),
    ],
)
@pytest.mark.parametrize("wrapped", [False, True])
def test_other_content_is_refused(value: object, message: str, *, wrapped: bool) -> None:
    given = ("a.png", value) if wrapped else value
    with pytest.raises(UploadFault) as caught, open_upload(given):
        pytest.fail("opened")
    assert str(caught.value).startswith("Expected ")
    assert message in str(caught.value)
    assert "such file" not in str(caught.value).lower().replace("no such file or directory", "")
    assert caught.value.__cause__ is None


@pytest.mark.parametrize("value", [BytesPath(), ("a.png", BytesPath())])
def test_paths_of_bytes_are_refused(value: object) -> None:
    with pytest.raises(UploadFault), open_upload(value):
        pytest.fail("opened")


def test_pipes_are_refused_unread() -> None:
    reader, writer = os.pipe()
    with os.fdopen(reader, "rb") as pipe:
        os.write(writer, DATA)
        os.close(writer)
        with pytest.raises(UploadFault, match="without consuming"), open_upload(pipe):
            pytest.fail("opened")
        assert pipe.read() == DATA


def test_named_pipes_do_not_block(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(UploadFault, match="got a pipe or a device"), open_upload(tmp_path / "pipe"):
        pytest.fail("opened")


def test_files_for_writing_are_refused(path: Path) -> None:
    for opener in (
        lambda: path.open("ab"),
        lambda: path.open("r+", encoding="ascii"),
        functools.partial(tempfile.NamedTemporaryFile, "w+"),
    ):
        with opener() as file, pytest.raises(UploadFault, match="Open it with mode 'rb'"), open_upload(file):
            pytest.fail("opened")


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ((), "got one of length 0"),
        (("a.png",), "got one of length 1"),
        (("a.png", DATA, None, {}, 1), "got one of length 5"),
        ((DATA, "a.png"), "a str or None as file name in the tuple, got bytes"),
        ((b"a.png", DATA), "a str or None as file name in the tuple, got bytes"),
        (("a.png", DATA, b"image/png"), "a str or None as content type in the tuple, got bytes"),
        (("a.png", DATA, {"a": "b"}), "a str or None as content type in the tuple, got dict"),
        (("a.png", DATA, None, None), "a mapping as headers in the tuple, got None"),
        (("a.png", DATA, None, [("a", "b")]), "a mapping as headers in the tuple, got list"),
        (("a.png", DATA, None, {"a": 1}), "str keys and values in the tuple's headers"),
        (("a.png", ("a.png", DATA)), "got tuple."),
        (("a.png", None), "got None."),
    ],
)
def test_tuples_of_other_shapes_are_refused(value: object, message: str) -> None:
    for call in (guess_part, lambda value: open_upload(value).__enter__()):
        with pytest.raises(UploadFault) as caught:
            call(value)
        assert message in str(caught.value)


# Named, as the SDK does


def send(value: object) -> tuple[str | None, str | None, bytes]:
    """Return file name, content type and content of the part that the SDK makes of a value."""
    bodies = []

    def answer(request: httpx2.Request) -> httpx2.Response:
        bodies.append(b"Content-Type: " + request.headers["content-type"].encode() + b"\r\n\r\n" + request.read())
        return httpx2.Response(200, json={"created": 1, "data": []})

    with httpx2.Client(transport=httpx2.MockTransport(answer)) as http, warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        openai.OpenAI(api_key="none", http_client=http, max_retries=0).images.create_variation(image=cast("Any", value))
    head = email.parser.BytesParser(policy=email.policy.HTTP).parsebytes(bodies[0])
    (part,) = head.iter_parts()
    content = bodies[0].partition(b"\r\n\r\n")[2].partition(b"\r\n\r\n")[2].rpartition(b"\r\n--")[0]
    return part.get_filename(), part["Content-Type"], content


def forms(path: Path) -> dict[str, Any]:
    at_five = io.BytesIO(DATA)
    at_five.seek(5)
    plain = path.with_name("plain")
    plain.write_bytes(DATA)
    return {
        "bytes": DATA,
        "path": path,
        "path without suffix": plain,
        "BytesIO in the middle": at_five,
        "named BytesIO": Named(DATA),
        "BufferedReader": io.BufferedReader(io.BytesIO(DATA)),
        "name and bytes": ("cat.png", DATA),
        "name of another format": ("cat.jpg", DATA),
        "name without suffix": ("cat", DATA),
        "name with a folder": ("folder/cat.png", DATA),
        "name None": (None, DATA),
        "empty name": ("", DATA),
        "name None, path": (None, path),
        "name None, content type": (None, DATA, "image/png"),
        "another name, path": ("dog.gif", path),
        "name and file": ("cat.png", Named(DATA)),
        "name and duck": ("cat.png", Duck(DATA)),
        "content type": ("cat.png", DATA, "image/jpeg"),
        "content type None": ("cat.png", DATA, None),
        "empty content type": ("cat.png", DATA, ""),
        "empty name, header": ("", DATA, None, {"CONTENT-TYPE": "image/png"}),
        "no headers": ("cat.png", DATA, "image/png", {}),
        "header instead": ("cat.png", DATA, "image/png", {"content-type": "image/webp"}),
        "header alike": ("cat.png", DATA, "image/png", {"X-Content-Type-Hint": "image/webp"}),
        "another header": ("cat.png", DATA, None, {"X-Other": "image/webp"}),
    }


@pytest.mark.parametrize("form", forms(pathlib.Path(tempfile.gettempdir()) / "unused"))
def test_parts_are_named_as_by_the_sdk(path: Path, form: str) -> None:
    value = forms(path)[form]
    with open_upload(value) as upload:
        content = upload.stream.read()
        assert upload.sdk_takes
        assert len(content) == upload.size
    assert guess_part(value) == (upload.file_name, upload.content_type)
    assert send(value) == (upload.file_name, upload.content_type, content)


def test_file_objects_are_named_as_by_the_sdk(file: IO[bytes]) -> None:
    file.seek(5)
    with open_upload(file) as upload:
        pass
    if upload.sdk_takes:
        assert send(file) == (upload.file_name, upload.content_type, DATA)
    else:
        with pytest.raises(RuntimeError, match="Expected entry at `image` to be bytes"):
            send(file)
        assert send(("a.png", file)) == ("a.png", "image/png", DATA)


@pytest.mark.parametrize("content", [bytearray(DATA), memoryview(DATA)])
def test_a_file_that_the_sdk_refuses_is_reported(content: object) -> None:
    for value, error in ((content, RuntimeError), (("a.png", content), AttributeError)):
        with open_upload(value) as upload:
            assert not upload.sdk_takes
        with pytest.raises(error):
            send(value)


def test_unnamed_content_is_no_png_to_the_api() -> None:
    assert guess_part(DATA) == (UNNAMED, UNKNOWN_TYPE) == ("upload", "application/octet-stream")
