#!/usr/bin/env bash
# In a 16-bit colour PNG, Pillow compares the transparent colour of 16 bits with pixels that it
# has cut to 8.
#
# Guess: Pillow has no 16-bit colour mode, so it cuts the pixels and, with them, the transparent
#   colour; at worst near colours go with it.
# What happens: The colour in tRNS is not cut. Colour 0x1234 makes no pixel transparent, not even
#   its own. Colour 0x0012 makes three other colours transparent (0x1200, 0x12ff and 0x1234, all
#   0x12 once cut) and leaves its own pixel opaque.
# Why it matters: Whoever reads renders or scans with a keyed background: the wrong area is
#   see-through, or none.
# Source: PNG specification, third edition, section 11.3.1.1 (tRNS: all 16 bits count); Pillow
#   documentation, concepts, modes.
set -euo pipefail

room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
cd "$room"

if ! { python3 -m venv env && env/bin/pip install --quiet \
  'pillow==13.0.0' 'pypng==0.20220715.0'; } >install.log 2>&1; then
  cat install.log >&2
  exit 2
fi

cat >expected.txt <<'TEXT'
pillow 13.0.0
pypng 0.20220715.0
pixels ['0012', '1200', '12ff', '1234']
transparent 1234, alpha: pillow [255, 255, 255, 255] pypng [255, 255, 255, 0]
transparent 0012, alpha: pillow [255, 0, 0, 0] pypng [0, 255, 255, 255]
TEXT

cat >hand.py <<'PY'
"""A PNG of one row, by hand: its depth, colour type, bytes and transparent colour."""
import struct
import zlib


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def write(name: str, width: int, depth: int, colour: int, row: bytes, *key: int) -> None:
    head = struct.pack(">IIBBBBB", width, 1, depth, colour, 0, 0, 0)
    parts = (chunk(b"IHDR", head), chunk(b"tRNS", struct.pack(f">{len(key)}H", *key)),
             chunk(b"IDAT", zlib.compress(b"\0" + row)), chunk(b"IEND", b""))
    with open(name, "wb") as file:
        file.write(b"\x89PNG\r\n\x1a\n" + b"".join(parts))
PY

cat >look.py <<'PY'
from importlib.metadata import version
import struct

from PIL import Image
import png

from hand import write

for name in ("pillow", "pypng"):
    print(name, version(name))
pixels = (0x0012, 0x1200, 0x12FF, 0x1234)
row = b"".join(struct.pack(">3H", v, v, v) for v in pixels)
print("pixels", [f"{v:04x}" for v in pixels])
for key in (0x1234, 0x0012):
    write("colour.png", 4, 16, 2, row, key, key, key)
    pillow = list(Image.open("colour.png").convert("RGBA").getchannel("A").tobytes())
    rows = png.Reader("colour.png").asRGBA8()[2]
    print(f"transparent {key:04x}, alpha: pillow {pillow} pypng {list(next(iter(rows)))[3::4]}")
PY
env/bin/python look.py >got.txt

cat got.txt
if ! diff expected.txt got.txt; then
  echo 'The behaviour has changed.'
  exit 1
fi
echo 'It still stands.'
