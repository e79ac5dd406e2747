#!/usr/bin/env bash
# Pillow forgets the transparent shade of a grey PNG with 2 or 4 bits; with 1 or 8 bits it keeps
# it.
#
# Guess: convert('RGBA') makes the pixels of the tRNS shade transparent at each depth that PNG
#   has.
# What happens: Pillow scales the 2-bit samples 0 to 3 up to 0 to 255 but not the shade in tRNS,
#   so shade 1 is sought among 0, 85, 170 and 255 and nothing is found. All pixels come out
#   opaque. pypng and sharp make the pixel transparent.
# Why it matters: Whoever sends masks or small grey images to an image endpoint where the alpha
#   channel says what may change: image optimisers write these depths.
# Source: PNG specification, third edition, section 11.3.1.1 (tRNS); Pillow issue 9281 (the same
#   for 1-bit images).
set -euo pipefail

room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
cd "$room"

if ! { python3 -m venv env && env/bin/pip install --quiet \
  'pillow==13.0.0' 'pypng==0.20220715.0'; } >install.log 2>&1; then
  cat install.log >&2
  exit 2
fi

if ! { npm init --yes && npm install --save-exact --no-audit --no-fund --ignore-scripts \
  sharp@0.35.5; } >npm.log 2>&1; then
  cat npm.log >&2
  exit 2
fi

cat >expected.txt <<'TEXT'
pillow 13.0.0
pypng 0.20220715.0
1 bit, alpha: pillow [255, 0, 255, 255] pypng [255, 0, 255, 255]
2 bit, alpha: pillow [255, 255, 255, 255] pypng [255, 0, 255, 255]
4 bit, alpha: pillow [255, 255, 255, 255] pypng [255, 0, 255, 255]
8 bit, alpha: pillow [255, 0, 255, 255] pypng [255, 0, 255, 255]
sharp 0.35.5
1 bit, alpha: sharp [255,0,255,255]
2 bit, alpha: sharp [255,0,255,255]
4 bit, alpha: sharp [255,0,255,255]
8 bit, alpha: sharp [255,0,255,255]
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

from PIL import Image
import png

from hand import write

for name in ("pillow", "pypng"):
    print(name, version(name))
for depth, row in ((1, b"\x40"), (2, b"\x1b"), (4, b"\x01\x2f"), (8, bytes((0, 1, 2, 255)))):
    name = f"grey{depth}.png"
    write(name, 4, depth, 0, row, 1)
    pillow = list(Image.open(name).convert("RGBA").getchannel("A").tobytes())
    rows = png.Reader(name).asRGBA8()[2]
    print(f"{depth} bit, alpha: pillow {pillow} pypng {list(next(iter(rows)))[3::4]}")
PY
env/bin/python look.py >got.txt
cat >look.mjs <<'JS'
import { readFileSync } from 'node:fs';
import sharp from 'sharp';
console.log('sharp', JSON.parse(readFileSync('node_modules/sharp/package.json')).version);
for (const depth of [1, 2, 4, 8]) {
  const alpha = await sharp(`grey${depth}.png`).ensureAlpha().extractChannel('alpha').raw().toBuffer();
  console.log(`${depth} bit, alpha: sharp`, JSON.stringify([...alpha]));
}
JS
node look.mjs >>got.txt

cat got.txt
if ! diff expected.txt got.txt; then
  echo 'The behaviour has changed.'
  exit 1
fi
echo 'It still stands.'
