#!/usr/bin/env bash
# pydantic writes a duration of 400 days as one year and 35 days, which breaks the format that its
# own schema names.
#
# Guess: 400 days are written as P400D: a day count has no fixed value in years, and the schema
#   says format duration.
# What happens: 365 days become one year (P1Y35D). P1M is read as 30 days and written back as
#   P30D. RFC 3339 lets days follow months only, so jsonschema-rs calls pydantic's own output
#   invalid under pydantic's own schema, while ajv-formats calls it valid. msgspec, which reads
#   P400D, refuses it.
# Why it matters: Whoever sends durations from one service to another, or checks answers against
#   the schema that pydantic wrote.
# Source: RFC 3339, appendix A (grammar of durations); JSON Schema 2020-12 validation, section
#   7.3.1; msgspec documentation, supported types, timedelta.
set -euo pipefail

room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
cd "$room"

if ! { python3 -m venv env && env/bin/pip install --quiet \
  'pydantic==2.14.4' 'msgspec==0.23.0' 'jsonschema-rs==0.61.2'; } >install.log 2>&1; then
  cat install.log >&2
  exit 2
fi

if ! { npm init --yes && npm install --save-exact --no-audit --no-fund --ignore-scripts \
  ajv@8.20.0 ajv-formats@3.0.1; } >npm.log 2>&1; then
  cat npm.log >&2
  exit 2
fi

cat >expected.txt <<'TEXT'
pydantic 2.14.4
msgspec 0.23.0
jsonschema-rs 0.61.2
{"format": "duration", "type": "string"}
P400D -> P1Y35D; own schema: False; msgspec: Only units 'D', 'H', 'M', and 'S' are supported when parsing ISO8601 durations
P1M -> P30D; own schema: True; msgspec: reads it
P1Y -> P1Y; own schema: True; msgspec: Only units 'D', 'H', 'M', and 'S' are supported when parsing ISO8601 durations
P364D -> P364D; own schema: True; msgspec: reads it
ajv-formats on P1Y35D: true
TEXT

cat >look.py <<'PY'
from datetime import timedelta
from importlib.metadata import version
import json

import jsonschema_rs
import msgspec
from pydantic import TypeAdapter

for name in ("pydantic", "msgspec", "jsonschema-rs"):
    print(name, version(name))
spans = TypeAdapter(timedelta)
schema = spans.json_schema(mode="serialization")
print(json.dumps(schema))
check = jsonschema_rs.Draft202012Validator(schema, validate_formats=True)
for text in ("P400D", "P1M", "P1Y", "P364D"):
    written = json.loads(spans.dump_json(spans.validate_python(text)))
    try:
        msgspec.convert(written, timedelta)
        reads = "reads it"
    except msgspec.ValidationError as error:
        reads = str(error)
    print(f"{text} -> {written}; own schema: {check.is_valid(written)}; msgspec: {reads}")
PY
env/bin/python look.py >got.txt
cat >look.mjs <<'JS'
import Ajv from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
const ajv = new Ajv.default();
formats.default(ajv);
console.log('ajv-formats on P1Y35D:', ajv.compile({ type: 'string', format: 'duration' })('P1Y35D'));
JS
node look.mjs >>got.txt

cat got.txt
if ! diff expected.txt got.txt; then
  echo 'The behaviour has changed.'
  exit 1
fi
echo 'It still stands.'
