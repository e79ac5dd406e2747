#!/usr/bin/env bash
# msgspec rounds the seventh digit of a second, so the last moment of a year becomes the next
# year.
#
# Guess: Digits after the microsecond are cut off, as pydantic and Python's own datetime do.
# What happens: msgspec rounds: 2026-12-31T23:59:59.9999999Z is read as 2027-01-01T00:00:00Z,
#   pydantic reads the same text as 2026. Both call the text valid.
# Why it matters: Whoever sorts log lines or bills by day or year, with times from a writer that
#   gives 100 nanosecond steps (.NET, Windows).
# Source: RFC 3339, section 5.6 (any number of digits in a fraction); msgspec documentation,
#   supported types, datetime; pydantic documentation, standard library types, datetime.
set -euo pipefail

room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
cd "$room"

if ! { python3 -m venv env && env/bin/pip install --quiet \
  'msgspec==0.23.0' 'pydantic==2.14.4'; } >install.log 2>&1; then
  cat install.log >&2
  exit 2
fi

cat >expected.txt <<'TEXT'
msgspec 0.23.0
pydantic 2.14.4
2026-12-31T23:59:59.9999994Z
  msgspec  2026-12-31T23:59:59.999999+00:00
  pydantic 2026-12-31T23:59:59.999999+00:00
  datetime 2026-12-31T23:59:59.999999+00:00
2026-12-31T23:59:59.9999995Z
  msgspec  2027-01-01T00:00:00+00:00
  pydantic 2026-12-31T23:59:59.999999+00:00
  datetime 2026-12-31T23:59:59.999999+00:00
2026-12-31T23:59:59.9999999Z
  msgspec  2027-01-01T00:00:00+00:00
  pydantic 2026-12-31T23:59:59.999999+00:00
  datetime 2026-12-31T23:59:59.999999+00:00
TEXT

cat >look.py <<'PY'
from datetime import datetime
from importlib.metadata import version

import msgspec
from pydantic import TypeAdapter

for name in ("msgspec", "pydantic"):
    print(name, version(name))
for text in ("2026-12-31T23:59:59.9999994Z", "2026-12-31T23:59:59.9999995Z", "2026-12-31T23:59:59.9999999Z"):
    document = f'"{text}"'
    print(text)
    print("  msgspec ", msgspec.json.decode(document, type=datetime).isoformat())
    print("  pydantic", TypeAdapter(datetime).validate_json(document).isoformat())
    print("  datetime", datetime.fromisoformat(text).isoformat())
PY
env/bin/python look.py >got.txt

cat got.txt
if ! diff expected.txt got.txt; then
  echo 'The behaviour has changed.'
  exit 1
fi
echo 'It still stands.'
