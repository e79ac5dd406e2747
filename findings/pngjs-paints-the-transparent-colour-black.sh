#!/usr/bin/env bash
# pngjs sets the colour of keyed pixels to black as it makes them transparent; other readers keep
# the colour.
#
# Guess: A reader adds alpha 0 and leaves red, green and blue as they are in the file.
# What happens: pngjs writes 0, 0, 0, 0 for a pixel of the tRNS colour. sharp, upng-js and pypng
#   keep white and set alpha alone. With an alpha channel in the file pngjs keeps the colour too,
#   so it happens to keyed images only.
# Why it matters: Whoever compares pixels or hashes between tools, or drops alpha later: a white
#   keyed background turns black.
# Source: PNG specification, third edition, section 11.3.1.1 (tRNS) and the chapter on decoders,
#   alpha channel processing.
set -euo pipefail

room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
cd "$room"

if ! { python3 -m venv env && env/bin/pip install --quiet \
  'pypng==0.20220715.0'; } >install.log 2>&1; then
  cat install.log >&2
  exit 2
fi

if ! { npm init --yes && npm install --save-exact --no-audit --no-fund --ignore-scripts \
  pngjs@7.0.0 sharp@0.35.5 upng-js@2.1.0; } >npm.log 2>&1; then
  cat npm.log >&2
  exit 2
fi

cat >expected.txt <<'TEXT'
pypng 0.20220715.0
  keyed [255, 255, 255, 0, 9, 9, 9, 255]
sharp 0.35.5
  keyed [255, 255, 255, 0, 9, 9, 9, 255]
upng-js 2.1.0
  keyed [255, 255, 255, 0, 9, 9, 9, 255]
pngjs 7.0.0
  keyed [0, 0, 0, 0, 9, 9, 9, 255]
  with an alpha channel [255, 255, 255, 0]
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

import png

from hand import write

print("pypng", version("pypng"))
write("keyed.png", 2, 8, 2, bytes((255, 255, 255, 9, 9, 9)), 255, 255, 255)
print("  keyed", list(next(iter(png.Reader("keyed.png").asRGBA8()[2]))))
PY
env/bin/python look.py >got.txt
cat >look.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { PNG } from 'pngjs';
import sharp from 'sharp';
import UPNG from 'upng-js';
const show = (name, data) => console.log(' ', name, JSON.stringify([...data]).replaceAll(',', ', '));
const title = (name) => console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`)).version);
const file = readFileSync('keyed.png');
title('sharp');
show('keyed', await sharp(file).ensureAlpha().raw().toBuffer());
title('upng-js');
show('keyed', new Uint8Array(UPNG.toRGBA8(UPNG.decode(new Uint8Array(file).buffer))[0]));
title('pngjs');
show('keyed', PNG.sync.read(file).data);
const whole = new PNG({ width: 1, height: 1 });
whole.data.set([255, 255, 255, 0]);
show('with an alpha channel', PNG.sync.read(PNG.sync.write(whole)).data);
JS
node look.mjs >>got.txt

cat got.txt
if ! diff expected.txt got.txt; then
  echo 'The behaviour has changed.'
  exit 1
fi
echo 'It still stands.'
