#!/usr/bin/env bash
# polars reads a JSON Lines file of results without the error field when the first error comes
# after line 100, and says nothing.
#
# Guess: The types are guessed from the first lines; a field that comes later raises, as it does
#   in read_json, or becomes a column with nulls.
# What happens: read_ndjson and scan_ndjson drop the whole field. The same lines as one JSON array
#   raise in read_json. With the first error on line 100 the column is there.
# Why it matters: Whoever checks the output file of a batch job: no error column reads as no
#   errors.
# Source: polars documentation, read_ndjson, infer_schema_length; polars issue 29330 (key first
#   seen after the inferred lines).
set -euo pipefail

room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
cd "$room"

if ! { python3 -m venv env && env/bin/pip install --quiet \
  'polars==2.1.0'; } >install.log 2>&1; then
  cat install.log >&2
  exit 2
fi

cat >expected.txt <<'TEXT'
polars 2.1.0
first error on line 100
  read_ndjson ['custom_id', 'error']
  scan_ndjson ['custom_id', 'error']
  read_json   ['custom_id', 'error']
first error on line 101
  read_ndjson ['custom_id']
  scan_ndjson ['custom_id']
  read_json   raises ComputeError
TEXT

cat >look.py <<'PY'
from importlib.metadata import version
import io
import json

import polars

print("polars", version("polars"))
for first in (100, 101):
    lines = [{"custom_id": f"r{n}"} | ({"error": "rate limit"} if n >= first else {}) for n in range(1, 201)]
    text = "".join(json.dumps(line) + "\n" for line in lines).encode()
    print("first error on line", first)
    print("  read_ndjson", polars.read_ndjson(io.BytesIO(text)).columns)
    print("  scan_ndjson", polars.scan_ndjson(io.BytesIO(text)).collect().columns)
    try:
        print("  read_json  ", polars.read_json(io.BytesIO(json.dumps(lines).encode())).columns)
    except Exception as error:
        print("  read_json   raises", type(error).__name__)
PY
env/bin/python look.py >got.txt

cat got.txt
if ! diff expected.txt got.txt; then
  echo 'The behaviour has changed.'
  exit 1
fi
echo 'It still stands.'
