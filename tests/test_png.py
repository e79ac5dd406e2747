"""The PNG reader: files built chunk by chunk, files by Pillow, and Pillow as the judge of damaged ones."""

from __future__ import annotations

import dataclasses
import hashlib
import io
import itertools
import math
import struct
import tracemalloc
import zlib
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from presend.files import image_facts as sniff
from presend.files import png, png_chunks, png_header, png_pixels

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ADAM7 = ["16462646", "77777777", "56565656", "77777777", "36463646", "77777777", "56565656", "77777777"]  # section 8.2
PASSES = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)]
LEGAL = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}
SAMPLES = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}


def noise(count: int) -> bytes:
    """Return bytes that look random and are the same every time."""
    return hashlib.shake_128(b"presend").digest(count)


def chunk(name: bytes, data: bytes = b"", *, crc: int | None = None, length: int | None = None) -> bytes:
    crc = zlib.crc32(name + data) if crc is None else crc
    return struct.pack(">I", len(data) if length is None else length) + name + data + struct.pack(">I", crc)


def ihdr(width: int = 1, height: int = 1, depth: int = 8, colour: int = 0, *methods: int) -> bytes:
    return chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, colour, *(methods or (0, 0, 0))))


def rows(width: int, height: int, depth: int, colour: int, *, interlaced: bool) -> bytes:
    """Return image data of the right length, each row with a legal filter type, counted pixel by pixel."""
    out = b""
    for x, y, dx, dy in PASSES if interlaced else [(0, 0, 1, 1)]:
        columns = len(range(x, width, dx))
        for row in range(y, height, dy):
            bits = sum(SAMPLES[colour] * depth for _ in range(columns))
            out += bytes([row % 5]) * bool(columns) + noise((bits + 7) // 8)
    return out


def build(*chunks: bytes) -> bytes:
    return png_chunks.SIGNATURE + b"".join(chunks)


def idat(data: bytes = b"\0\0") -> bytes:
    return chunk(b"IDAT", zlib.compress(data))


IEND = chunk(b"IEND")
TINY = build(ihdr(), idat(), IEND)  # one grey pixel
RGB = rows(3, 5, 8, 2, interlaced=False)
STREAM = zlib.compress(RGB)
PARTS = [
    (b"IHDR", struct.pack(">IIBBBBB", 3, 5, 8, 2, 0, 0, 0)),
    (b"tEXt", b"a\0b"),
    (b"IDAT", STREAM[:30]),
    (b"IDAT", STREAM[30:]),
    (b"IEND", b""),
]
SMALL = build(*(chunk(name, data) for name, data in PARTS))


def faults(data: bytes, *, size: int | None = None, budget: int = png.INFLATE_BUDGET) -> list[png_chunks.PngFault]:
    stream = io.BytesIO(data)
    header = png_header.read_header(stream)
    return (
        [header] if isinstance(header, png_chunks.PngFault) else [*png.walk(stream, header, size=size, budget=budget)]
    )


def kinds(data: bytes, *, size: int | None = None, budget: int = png.INFLATE_BUDGET) -> list[str]:
    return [fault.kind for fault in faults(data, size=size, budget=budget)]


def errors(data: bytes) -> list[str]:
    return [fault.kind for fault in faults(data) if fault.severity == "error"]


def pillow_loads(data: bytes) -> bool:
    try:
        with Image.open(io.BytesIO(data), formats=["PNG"]) as image:
            image.load()
    except (OSError, SyntaxError, ValueError, struct.error, Warning, Image.DecompressionBombError):
        return False
    return True


# What is right


@pytest.mark.parametrize("interlaced", [False, True])
@pytest.mark.parametrize(("colour", "depth"), [(colour, depth) for colour in LEGAL for depth in LEGAL[colour]])
def test_every_legal_kind_of_image_passes(colour: int, depth: int, *, interlaced: bool) -> None:
    palette = [chunk(b"PLTE", noise(3 * 2**depth))] if colour == png_header.INDEXED else []
    for width, height in [(1, 1), (3, 5), (8, 8), (5, 1), (1, 9), (33, 17)]:
        data = rows(width, height, depth, colour, interlaced=interlaced)
        head = ihdr(width, height, depth, colour, 0, 0, int(interlaced))
        file = build(head, *palette, idat(data), IEND)
        assert faults(file, size=len(file), budget=len(data)) == []
        assert pillow_loads(file)
        assert kinds(build(head, *palette, idat(data[:-1]), IEND)) == ["data"]
        assert kinds(build(head, *palette, idat(data + b"\0"), IEND)) == ["data"]


@pytest.mark.parametrize(("colour", "depth"), [(0, 1), (0, 4), (2, 8), (4, 16)])
def test_rows_and_bytes_are_those_of_counted_pixels(colour: int, depth: int) -> None:
    for width, height, interlaced in itertools.product(range(1, 18), range(1, 18), (False, True)):
        passes = []
        for number in range(1, 8) if interlaced else ("",):
            grid = [[ADAM7[y % 8][x % 8] for x in range(width)] for y in range(height)]
            lines = [sum(1 for at in line if interlaced is False or at == str(number)) for line in grid]
            columns, count = max(lines), sum(1 for line in lines if line)
            passes += [(1 + math.ceil(columns * depth * SAMPLES[colour] / 8), count)] if columns else []
        header = png_header.Header(width, height, depth, colour, interlaced)
        assert header.passes == tuple(passes), (width, height)
        assert header.data_bytes == len(rows(width, height, depth, colour, interlaced=interlaced))


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
@pytest.mark.parametrize("options", [{}, {"optimize": True}, {"compress_level": 0}, {"dpi": (72, 72)}])
def test_files_by_pillow_pass(mode: str, options: dict[str, object]) -> None:
    depth = {"LA": 2, "RGB": 3, "RGBA": 4, "I;16": 2}.get(mode, 1)
    for width, height in [(1, 1), (33, 17), (300, 200)]:
        image = Image.frombytes(mode, (width, height), noise(width * height * depth))
        out = io.BytesIO()
        image.save(out, "PNG", **options)
        assert faults(out.getvalue(), size=len(out.getvalue())) == []


def test_image_data_may_be_cut_anywhere() -> None:
    pieces = [chunk(b"IDAT", STREAM[at : at + 1]) + chunk(b"IDAT") for at in range(len(STREAM))]
    assert faults(build(ihdr(3, 5, 8, 2), *pieces, IEND)) == []


@pytest.mark.parametrize("most", [1, 3, 5, 7])
def test_a_stream_may_give_fewer_bytes_than_asked(most: int) -> None:
    class Trickle(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            return super().read(min(size or 0, most))

    stream = Trickle(SMALL)
    header = png_header.read_header(stream)
    assert header == png_header.Header(3, 5, 8, 2, interlaced=False)
    assert list(png.walk(stream, header)) == []


# What is wrong, just outside, beside what is right, just inside

INDEXED = ihdr(1, 1, 2, 3)  # up to four colours
CASES: dict[str, tuple[bytes, list[str]]] = {
    "nothing": (b"", ["signature"]),
    "half a signature": (png_chunks.SIGNATURE[:4], ["signature"]),
    "a JPEG": (b"\xff\xd8\xff\xe0" + bytes(40), ["signature"]),
    "a signature alone": (png_chunks.SIGNATURE, ["header"]),
    "no IHDR": (build(idat(), IEND), ["header"]),
    "for iPhone": (build(chunk(b"CgBI", bytes(4)), ihdr(), idat(), IEND), ["header"]),
    "IHDR with 14 bytes": (build(chunk(b"IHDR", bytes(14)), idat(), IEND), ["header"]),
    "IHDR with a wrong CRC": (build(chunk(b"IHDR", bytes(13), crc=1), idat(), IEND), ["crc"]),
    "width 0": (build(ihdr(0, 1), idat(), IEND), ["header"]),
    "height 0": (build(ihdr(1, 0), idat(), IEND), ["header"]),
    "width 2^31": (build(ihdr(2**31, 1), idat(), IEND), ["header"]),
    "width 2^31 - 1": (build(ihdr(2**31 - 1, 1), idat(), IEND), ["data"]),
    "height 2^31 - 1": (build(ihdr(1, 2**31 - 1), idat(), IEND), ["data"]),
    "compression method 1": (build(ihdr(1, 1, 8, 0, 1, 0, 0), idat(), IEND), ["header"]),
    "filter method 1": (build(ihdr(1, 1, 8, 0, 0, 1, 0), idat(), IEND), ["header"]),
    "interlace method 1": (build(ihdr(1, 1, 8, 0, 0, 0, 1), idat(), IEND), []),
    "interlace method 2": (build(ihdr(1, 1, 8, 0, 0, 0, 2), idat(), IEND), ["header"]),
    "a second IHDR": (build(ihdr(), ihdr(), idat(), IEND), ["header"]),
    "nothing behind IHDR": (build(ihdr()), ["end"]),
    "no IEND": (build(ihdr(), idat()), ["end"]),
    "no IEND, but a tEXt": (build(ihdr(), idat(), chunk(b"tEXt")), ["end"]),
    "IEND with a byte": (build(ihdr(), idat(), chunk(b"IEND", b"\0")), ["end"]),
    "IEND with a wrong CRC": (build(ihdr(), idat(), chunk(b"IEND", crc=1)), ["crc"]),
    "a byte behind IEND": (TINY + b"\0", ["trailing-bytes"]),
    "a PNG behind IEND": (TINY + TINY, ["trailing-bytes"]),
    "half a chunk head": (build(ihdr(), idat(), b"\0\0\0\0IEN"), ["chunk"]),
    "half a CRC": (TINY[:-2], ["chunk"]),
    "a chunk longer than the file": (build(ihdr(), chunk(b"IDAT", b"abc", length=9)), ["data", "chunk"]),
    "a chunk of 2^31 - 1 bytes": (build(ihdr(), chunk(b"tEXt", length=2**31 - 1)), ["chunk"]),
    "a chunk of 2^31 bytes": (build(ihdr(), chunk(b"tEXt", length=2**31)), ["chunk"]),
    "a chunk type with a digit": (build(ihdr(), chunk(b"tEX7"), idat(), IEND), ["chunk"]),
    "a chunk type not in ASCII": (build(ihdr(), chunk("tEé".encode()), idat(), IEND), ["chunk"]),
    "an unknown ancillary chunk": (build(ihdr(), chunk(b"abCd", b"x"), idat(), IEND), []),
    "an unknown critical chunk": (build(ihdr(), chunk(b"AbCd", b"x"), idat(), IEND), ["chunk"]),
    "an ancillary chunk with a wrong CRC": (
        build(ihdr(), chunk(b"tEXt", crc=1), idat(), IEND),
        ["ancillary-crc"],
    ),
    "IDAT with a wrong CRC": (build(ihdr(), chunk(b"IDAT", zlib.compress(b"\0\0"), crc=1), IEND), ["crc"]),
    "PLTE in greyscale": (build(ihdr(), chunk(b"PLTE", bytes(3)), idat(), IEND), ["palette"]),
    "PLTE in greyscale with alpha": (
        build(ihdr(1, 1, 8, 4), chunk(b"PLTE", bytes(3)), idat(bytes(3)), IEND),
        ["palette"],
    ),
    "PLTE in RGB": (build(ihdr(1, 1, 8, 2), chunk(b"PLTE", bytes(768)), idat(bytes(4)), IEND), []),
    "PLTE with 257 entries": (
        build(ihdr(1, 1, 8, 2), chunk(b"PLTE", bytes(771)), idat(bytes(4)), IEND),
        ["palette"],
    ),
    "PLTE missing": (build(INDEXED, idat(), IEND), ["palette"]),
    "PLTE missing before two IDAT": (
        build(INDEXED, chunk(b"IDAT"), idat(), IEND),
        ["palette"],
    ),
    "PLTE empty": (build(INDEXED, chunk(b"PLTE"), idat(), IEND), ["palette"]),
    "PLTE with 1 entry": (build(INDEXED, chunk(b"PLTE", bytes(3)), idat(), IEND), []),
    "PLTE with 4 bytes": (build(INDEXED, chunk(b"PLTE", bytes(4)), idat(), IEND), ["palette"]),
    "PLTE with 4 entries for 2 bits": (build(INDEXED, chunk(b"PLTE", bytes(12)), idat(), IEND), []),
    "PLTE with 5 entries for 2 bits": (build(INDEXED, chunk(b"PLTE", bytes(15)), idat(), IEND), ["palette"]),
    "PLTE twice": (build(INDEXED, chunk(b"PLTE", bytes(3)) * 2, idat(), IEND), ["palette"]),
    "PLTE behind IDAT": (build(INDEXED, idat(), chunk(b"PLTE", bytes(3)), IEND), ["palette", "palette"]),
    "no IDAT": (build(ihdr(), IEND), ["data"]),
    "an empty IDAT": (build(ihdr(), chunk(b"IDAT"), IEND), ["data"]),
    "IDAT torn apart": (
        build(ihdr(3, 5, 8, 2), chunk(b"IDAT", STREAM[:9]), chunk(b"tEXt"), chunk(b"IDAT", STREAM[9:]), IEND),
        ["chunk"],
    ),
    "no zlib stream": (build(ihdr(), chunk(b"IDAT", b"abc"), IEND), ["data"]),
    "a deflate stream without zlib's frame": (
        build(ihdr(), chunk(b"IDAT", zlib.compress(b"\0\0")[2:-4]), IEND),
        ["data"],
    ),
    "a zlib stream that needs a dictionary": (
        build(ihdr(), chunk(b"IDAT", b"\x78\xbb" + bytes(9)), IEND),
        ["data"],
    ),
    "a zlib stream without checksum": (
        build(ihdr(), chunk(b"IDAT", zlib.compress(b"\0\0")[:-4]), IEND),
        ["data"],
    ),
    "a wrong checksum": (build(ihdr(), chunk(b"IDAT", zlib.compress(b"\0\0")[:-1] + b"!"), IEND), ["data"]),
    "a byte behind the zlib stream": (
        build(ihdr(), chunk(b"IDAT", zlib.compress(b"\0\0") + b"!"), IEND),
        ["trailing-bytes"],
    ),
    "an IDAT behind the zlib stream": (
        build(ihdr(), idat(), chunk(b"IDAT", b"!" * 9), IEND),
        ["trailing-bytes"],
    ),
    "a byte too few": (build(ihdr(), idat(b"\0"), IEND), ["data"]),
    "a byte too many": (build(ihdr(), idat(b"\0\0\0"), IEND), ["data"]),
    "filter type 4": (build(ihdr(1, 3), idat(b"\0\0\4\0\4\0"), IEND), []),
    "filter type 5": (build(ihdr(1, 3), idat(b"\0\0\4\0\5\0"), IEND), ["data"]),
    "filter type 5 again and again": (build(ihdr(9, 99_999), idat(bytes([5] * 999_990)), IEND), ["data"]),
    "filter type 255 in the last pass": (
        build(ihdr(3, 3, 8, 0, 0, 0, 1), idat(bytes(12) + b"\xff" + bytes(3)), IEND),
        ["data"],
    ),
    "several faults": (
        build(ihdr(), chunk(b"tEXt", crc=1), chunk(b"PLTE", bytes(4)), idat(b"\0"), IEND + b"!"),
        ["ancillary-crc", "palette", "palette", "data", "trailing-bytes"],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_fault_is_found(case: str) -> None:
    file, wanted = CASES[case]
    assert kinds(file) == wanted
    assert kinds(file, size=len(file)) == wanted
    for fault in faults(file):
        assert fault.message.startswith("Expected ")
        assert ", got " in fault.message
        assert fault.message.endswith(".")


@pytest.mark.parametrize("colour", range(8))
def test_bit_depth_must_fit_the_colour_type(colour: int) -> None:
    for depth in range(18):
        file = build(ihdr(1, 1, depth, colour), chunk(b"PLTE", bytes(3)), idat(), IEND)
        assert ("header" in kinds(file)) is (depth not in LEGAL.get(colour, ()))


@pytest.mark.parametrize(
    ("file", "wanted"),
    [
        (build(chunk(b"AHDR", bytes(13))), "Expected IHDR with 13 bytes as the first chunk, got AHDR with 13 bytes"),
        (build(chunk(b"ZHDR", bytes(13))), "Expected IHDR with 13 bytes as the first chunk, got ZHDR with 13 bytes"),
        (build(chunk(b"IHDR", bytes(14))), "Expected IHDR with 13 bytes as the first chunk, got IHDR with 14 bytes"),
        (build(ihdr(), idat(), IEND[:7]), "Expected 8 bytes of chunk length and type, got 7 and the end of the file"),
        (build(ihdr(), idat(), IEND[:8]), "Expected 0 bytes and a CRC, got 0 bytes and the end of the file"),
        (build(ihdr(), idat()[:-2]), "Expected 10 bytes and a CRC, got 12 bytes and the end of the file"),
        (build(ihdr(1, 1, 16, 6), chunk(b"PLTE", bytes(771))), "Expected 1 to 256 palette entries of 3 bytes, got 771"),
        (build(ihdr(1, 1, 16, 2), chunk(b"PLTE", bytes(771))), "Expected 1 to 256 palette entries of 3 bytes, got 771"),
    ],
)
def test_messages_give_the_numbers(file: bytes, wanted: str) -> None:
    assert faults(file)[0].message.startswith(wanted)


@pytest.mark.parametrize("block", [*range(1, 40), 64, 100])
def test_rows_are_followed_across_blocks_and_passes(block: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(png_pixels, "INFLATED_BLOCK", block)
    for interlaced in (False, True):
        data = rows(9, 7, 8, 2, interlaced=interlaced)
        head = ihdr(9, 7, 8, 2, 0, 0, int(interlaced))
        assert faults(build(head, idat(data), IEND)) == []
        starts = [0]
        for stride, count in png_header.Header(9, 7, 8, 2, interlaced).passes:
            starts += [starts[-1] + stride * row for row in range(1, count + 1)]
        for start in starts[:-1]:
            wrong = data[:start] + b"\x07" + data[start + 1 :]
            (fault,) = faults(build(head, idat(wrong), IEND))
            assert "Expected a filter type from 0 to 4 at the start of each row, got 7" in fault.message


def test_the_first_strange_filter_is_reported() -> None:
    (fault,) = faults(build(ihdr(1, 2), idat(bytes([7, 0, 9, 0])), IEND))
    assert "got 7 (" in fault.message


def test_what_follows_the_zlib_stream_is_counted() -> None:
    stream = zlib.compress(bytes(2))
    (fault,) = faults(build(ihdr(), chunk(b"IDAT", stream + b"abc"), chunk(b"IDAT", b"defgh"), IEND))
    assert "got 8 bytes more" in fault.message


def test_the_signature_stands_at_the_start() -> None:
    assert [(fault.kind, fault.offset) for fault in faults(b"GIF89a")] == [("signature", 0)]


def test_image_data_goes_on_behind_nothing_else() -> None:
    halves = [chunk(b"IDAT", STREAM[:9]), chunk(b"ABCD"), chunk(b"IDAT", STREAM[9:])]
    assert kinds(build(ihdr(3, 5, 8, 2), *halves, IEND)) == ["chunk", "chunk"]


@pytest.mark.parametrize(("surplus", "is_inflated"), [(0, True), (1, False)])
def test_what_no_file_of_the_size_can_hold_is_not_inflated(surplus: int, *, is_inflated: bool) -> None:
    size = 60
    width = size * png_pixels.MAX_DEFLATE_RATIO - 1 + surplus
    (fault,) = faults(build(ihdr(width, 1), idat(bytes(5)), IEND), size=size)
    got = ", got 5 (IEND" if is_inflated else ", got 11 bytes, which hold 11,352 at most (IEND"
    assert got in fault.message


def test_the_facts_of_an_image_cannot_be_changed() -> None:
    header = png_header.read_header(io.BytesIO(TINY))
    for found, name in ((header, "width"), (png_chunks.PngFault("end", ""), "kind")):
        with pytest.raises(dataclasses.FrozenInstanceError):
            setattr(found, name, 0)
        assert not hasattr(found, "__dict__")
    with pytest.raises(TypeError):
        png.walk(io.BytesIO(TINY), header, len(TINY))  # type: ignore[call-arg, arg-type]


def test_messages_describe() -> None:
    assert [fault.message for fault in faults(CASES["several faults"][0])] == [
        f"{png_chunks.DAMAGED} (tEXt at byte 33).",
        "Expected no palette with colour type 0 (greyscale), got one (PLTE at byte 45).",
        "Expected 1 to 256 palette entries of 3 bytes, got 4 bytes (PLTE at byte 45).",
        "Expected data that inflates to 2 bytes, got 1 (IEND at byte 82).",
        "Expected the file to end with IEND, got more bytes behind it (IEND at byte 82).",
    ]


def test_chunk_lengths_end_below_2_to_the_31() -> None:
    inside, outside = (faults(CASES[f"a chunk of {length} bytes"][0]) for length in ("2^31 - 1", "2^31"))
    assert "Expected 2,147,483,647 bytes and a CRC, got 4 bytes and the end" in inside[0].message
    assert "Expected a chunk length up to 2,147,483,647 bytes, got 2,147,483,648" in outside[0].message


def test_truncation_is_refused_everywhere() -> None:
    for end in range(len(SMALL)):
        assert errors(SMALL[:end]), end


# Damage, with Pillow as the judge


def damaged(data: bytes, changes: tuple[int, ...]) -> Iterator[bytes]:
    for place, byte in enumerate(data):
        for change in changes:
            yield data[:place] + bytes([byte ^ change]) + data[place + 1 :]


def test_every_single_byte_of_damage_is_reported() -> None:
    assert pillow_loads(SMALL)
    for file in damaged(SMALL, tuple(range(1, 256))):
        assert faults(file)


def test_damage_under_a_right_crc_is_judged_as_by_pillow_or_more_strictly() -> None:
    stricter = set()
    for place, (name, data) in enumerate(PARTS):
        for broken in damaged(data, (1, 2, 4, 8, 16, 32, 64, 128, 255)):
            chunks = [*PARTS[:place], (name, broken), *PARTS[place + 1 :]]
            file = build(*(chunk(*part) for part in chunks))
            found = errors(file)
            if not pillow_loads(file):
                assert found, (name, broken)
            elif found:
                stricter.add((name, *found))
    assert stricter == {
        (b"IHDR", "header"),  # Pillow reads past an unknown compression method,
        (b"IHDR", "data"),  # leaves rows that are not there black,
        (b"IDAT", "data"),  # and stops where it has all rows: the checksum behind them is not looked at
    }


def test_damage_to_ancillary_data_is_only_a_warning() -> None:
    """Pillow refuses such a file; libpng, and with it browsers, do not."""
    file = SMALL.replace(b"a\0b", b"a\0c")
    assert kinds(file) == ["ancillary-crc"]
    assert not pillow_loads(file)


# Any bytes


@settings(deadline=None)
@given(st.binary(max_size=200), st.sampled_from([b"", png_chunks.SIGNATURE, TINY[:33], TINY[:41], TINY]))
def test_random_bytes_never_raise(data: bytes, start: bytes) -> None:
    found = faults(start + data)
    assert found or not data
    sniff.sniff(start + data)
    sniff.sniff(data + start)


NAMES = st.sampled_from([b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tEXt", b"AbCd"]) | st.binary(min_size=4, max_size=4)
BODIES = st.binary(max_size=40) | st.binary(max_size=20).map(zlib.compress)


@settings(deadline=None)
@given(
    st.tuples(*[st.integers(0, 9)] * 2, st.sampled_from([1, 2, 4, 8, 16]), st.sampled_from([0, 2, 3, 4, 6])),
    st.lists(st.builds(chunk, NAMES, BODIES), max_size=12),
    st.integers(1, 50),
)
def test_random_chunks_never_raise(head: tuple[int, int, int, int], chunks: list[bytes], budget: int) -> None:
    file = build(ihdr(*head), *chunks, IEND)
    found = faults(file, budget=budget)
    assert all(fault.message.isascii() and fault.message.isprintable() for fault in found)
    assert not [kind for kind in kinds(file) if kind == "budget"]
    if not errors(file):
        assert pillow_loads(file) or "ancillary-crc" in kinds(file)


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(SMALL) - 1), st.binary(max_size=4), st.integers(0, 4)), max_size=4))
def test_spliced_files_never_raise(edits: list[tuple[int, bytes, int]]) -> None:
    file = SMALL
    for place, new, dropped in edits:
        file = file[:place] + new + file[place + dropped :]
    assert faults(file) or file == SMALL or pillow_loads(file)


# Any file takes little time and memory.

MEBIBYTE = 2**20


def bomb(mebibytes: int) -> bytes:
    """Return the start of a zlib stream of so many zeros, made in no time: the same block again and again."""
    pack = zlib.compressobj(9)
    start = pack.compress(bytes(MEBIBYTE)) + pack.flush(zlib.Z_FULL_FLUSH)
    return start + (pack.compress(bytes(MEBIBYTE)) + pack.flush(zlib.Z_FULL_FLUSH)) * (mebibytes - 1)


@pytest.fixture
def inflated(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Record the number of bytes that each piece of image data inflates to."""
    pieces: list[int] = []
    start = zlib.decompressobj

    class Inflater:
        def __init__(self) -> None:
            self.real = start()

        def __getattr__(self, name: str) -> Any:
            return getattr(self.real, name)

        def decompress(self, block: bytes, room: int) -> bytes:
            piece = self.real.decompress(block, room)
            pieces.append(len(piece))
            return piece

    monkeypatch.setattr("presend.files.png_pixels.zlib.decompressobj", Inflater)
    return pieces


@pytest.mark.parametrize("interlaced", [0, 1])
def test_huge_header_without_its_data_is_refused_with_nothing_inflated_in_vain(
    interlaced: int, inflated: list[int]
) -> None:
    head = ihdr(png_chunks.MAX_INT, png_chunks.MAX_INT, 16, 6, 0, 0, interlaced)
    assert kinds(build(head, idat(), IEND)) == ["data"]
    assert sum(inflated) == 2  # all there is
    inflated.clear()
    zeros = build(head, chunk(b"IDAT", bomb(4000)), IEND)
    assert kinds(zeros, size=len(zeros)) == ["data"]
    assert sum(inflated) == 0


@pytest.mark.parametrize("budget", [png.INFLATE_BUDGET, 4, 3])
@pytest.mark.parametrize("width", [1, 2])
def test_zip_bomb_stops_at_the_first_surplus_byte(width: int, budget: int, inflated: list[int]) -> None:
    assert kinds(build(ihdr(width), chunk(b"IDAT", bomb(4000)), IEND), budget=budget) == ["data"]
    assert sum(inflated) == width + 2  # a row has one byte more than pixels


def test_a_budget_may_be_one_byte(inflated: list[int]) -> None:
    (fault,) = faults(build(ihdr(9), idat(bytes(10)), IEND), budget=1)
    assert fault.message.startswith("Expected at most 1 bytes of inflated data, got a header that promises 10")
    assert sum(inflated) == 1


def test_the_budget_holds_before_anything_is_inflated(inflated: list[int]) -> None:
    file = build(ihdr(65535, 65536), chunk(b"IDAT", bomb(4096)), IEND)
    assert kinds(file, size=len(file)) == ["budget"]
    assert sum(inflated) <= png.INFLATE_BUDGET


def test_huge_but_honest_image_is_walked_up_to_the_budget() -> None:
    file = build(ihdr(999, 1000), idat(bytes(1_000_000)), chunk(b"tEXt", crc=1), IEND)
    assert kinds(file, size=len(file), budget=1_000_000) == ["ancillary-crc"]
    assert kinds(file, size=len(file), budget=999_999) == ["budget", "ancillary-crc"]
    assert kinds(build(ihdr(9, 1), idat(bytes(5)), IEND), budget=5) == ["data"]
    assert kinds(file, budget=1) == kinds(file, budget=0) == ["budget", "ancillary-crc"]
    assert "at most 999,999 bytes of inflated data, got a header that promises 1,000,000" in (
        faults(file, budget=999_999)[0].message
    )


def test_a_header_that_its_data_cannot_fill_is_an_error_beyond_the_budget_too() -> None:
    data = idat(bytes(1_000_000))
    most = (len(data) - 12) * png_pixels.MAX_DEFLATE_RATIO
    assert kinds(build(ihdr(most - 1, 1), data, IEND), budget=1000) == ["budget"]
    assert kinds(build(ihdr(most, 1), data, IEND), budget=1000) == ["budget", "data"]


def test_the_best_packed_image_is_not_taken_for_an_impossible_one() -> None:
    file = build(ihdr(8192, 8192, 1), idat(bytes(1025 * 8192)), IEND)
    assert kinds(file, size=len(file)) == []


@pytest.mark.parametrize("level", [0, 9])
@pytest.mark.parametrize("width", [3000, 12_000_000])
def test_memory_is_constant(tmp_path: Path, width: int, level: int) -> None:
    path = tmp_path / "big.png"
    row = b"\0" + (bytes(width * 2) if level else noise(width * 2))
    height = 24_000_000 // len(row) + 1
    pack = zlib.compressobj(level)
    data = b"".join(pack.compress(row) for _ in range(height)) + pack.flush()
    path.write_bytes(build(ihdr(width, height, 16), chunk(b"IDAT", data), IEND))
    with path.open("rb") as stream:
        tracemalloc.start()
        try:
            header = png_header.read_header(stream)
            assert isinstance(header, png_header.Header)
            assert list(png.walk(stream, header)) == []
            assert tracemalloc.get_traced_memory()[1] < MEBIBYTE
        finally:
            tracemalloc.stop()


def test_many_kinds_of_chunks_are_not_kept() -> None:
    names = (
        bytes([97 + a, 65 + b, 65 + c, 65 + d])
        for a in range(5)
        for b in range(22)
        for c in range(22)
        for d in range(22)
    )
    stream = io.BytesIO(build(ihdr(), *map(chunk, names), idat(), IEND))
    header = png_header.read_header(stream)
    assert isinstance(header, png_header.Header)
    tracemalloc.start()
    try:
        assert list(png.walk(stream, header)) == []
        assert tracemalloc.get_traced_memory()[1] < MEBIBYTE
    finally:
        tracemalloc.stop()


def test_faults_are_few_and_errors_are_not_lost_behind_warnings() -> None:
    warnings = chunk(b"tEXt", crc=1) * 500
    assert kinds(build(ihdr(), warnings, idat(b"\0"), IEND)) == ["ancillary-crc"] * 8 + ["data"]
    assert kinds(build(ihdr(), chunk(b"AbCd") * 500, warnings)) == ["chunk"] * 8


# What else it may be


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("PNG", {}),
        ("JPEG", {}),
        ("JPEG", {"progressive": True, "icc_profile": noise(200_000), "comment": b"a comment"}),
        ("GIF", {}),
        ("BMP", {}),
        ("WebP", {}),
        ("WebP", {"lossless": True}),
        ("WebP", {"icc_profile": noise(99)}),
    ],
)
def test_format_and_size_are_reported(name: str, options: dict[str, object]) -> None:
    out = io.BytesIO()
    Image.frombytes("RGB", (300, 200), noise(180_000)).save(out, name, **options)
    head = out.getvalue()[: sniff.SNIFF_BYTES]
    assert sniff.sniff(head) == sniff.ImageFacts(name, 300, 200)
    assert str(sniff.sniff(head)) == f"{name}, 300 x 200 px"
    for end in range(64):
        assert sniff.sniff(head[:end]).width in (300, None)


@pytest.mark.parametrize(
    ("head", "name"),
    [
        (b"", None),
        (b"hello", None),
        (b"\xff\xd8\xff\xda" + bytes(9), "JPEG"),
        (b"%PDF-1.7\n", "PDF"),
        (b"<svg xmlns=", "SVG"),
        (b"<!DOCTYPE html>", "HTML"),
        (b"II*\0", "TIFF"),
        (b"\0\0\0\x20ftypavif", "AVIF"),
        (b"\0\0\0\x18ftypheic", "HEIC"),
        (b"PK\3\4", "ZIP"),
        (TINY[:8] + chunk(b"CgBI", bytes(4)), "PNG for iPhone"),
        (TINY.decode("latin-1").encode(), "PNG damaged by a conversion as text"),
        (TINY.decode("utf-8", "replace").encode(), "PNG damaged by a conversion as text"),
        (TINY.replace(b"\r\n", b"\n"), "PNG damaged by a conversion as text"),
    ],
)
def test_format_without_size_is_reported(head: bytes, name: str | None) -> None:
    assert sniff.sniff(head) == sniff.ImageFacts(name)


def test_jpeg_size_is_reported_behind_tables_and_fill_bytes() -> None:
    table = b"\xff\xc4\0\x06\1\2\3\4"
    frame = b"\xff\xc2\0\x0b\x08" + struct.pack(">HH", 200, 300)
    assert sniff.sniff(b"\xff\xd8" + table + b"\xff\xff" + frame) == sniff.ImageFacts("JPEG", 300, 200)


def test_a_wrong_format_is_named() -> None:
    assert faults(b"hello")[0].message == (
        "Expected a file that starts with the PNG signature, got no known image format."
    )
    assert faults(b"")[0].message == "Expected a file that starts with the PNG signature, got an empty file."
