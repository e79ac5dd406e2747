#!/usr/bin/env bash
# Bytes in a message leave the Python SDK as a list of numbers, without an error.
#
# Guess: bytes are not JSON: the call raises TypeError, as for a set or a Decimal.
# What happens: The SDK takes bytes for an iterable of content parts and sends [72, 105]. A set
#   and a Decimal in the same body raise TypeError.
# Why it matters: Whoever reads a prompt from a file opened in binary mode: the answer is a 400
#   from the server, or a bill for a list of numbers at a server that is lenient.
# Source: openai-python, body transform of iterables; Python documentation, json, conversion
#   table.
set -euo pipefail

room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
cd "$room"

if ! { python3 -m venv env && env/bin/pip install --quiet \
  'openai==3.57.0' 'httpx==0.28.1' 'pydantic==2.14.4'; } >install.log 2>&1; then
  cat install.log >&2
  exit 2
fi

cat >expected.txt <<'TEXT'
openai 3.57.0
bytes -> {"model":"m","messages":[{"role":"user","content":[72,105]}]}
set -> TypeError: Object of type set is not JSON serializable
Decimal -> TypeError: Object of type Decimal is not JSON serializable
TEXT

cat >look.py <<'PY'
from importlib.metadata import version

import httpx
from openai import OpenAI

sent = []


def answer(request: httpx.Request) -> httpx.Response:
    sent.append(request)
    return httpx.Response(200, json={"id": "x", "object": "chat.completion", "choices": [], "created": 1, "model": "m"})


def client(**options: str) -> OpenAI:
    return OpenAI(api_key="none", http_client=httpx.Client(transport=httpx.MockTransport(answer)), **options)


from decimal import Decimal

print("openai", version("openai"))
for name, body in {
    "bytes": {"messages": [{"role": "user", "content": b"Hi"}]},
    "set": {"messages": [], "stop": {"x"}},
    "Decimal": {"messages": [], "temperature": Decimal("0.5")},
}.items():
    try:
        client().chat.completions.create(model="m", **body)
        print(name, "->", sent[-1].content.decode())
    except TypeError as error:
        print(name, "-> TypeError:", error)
PY
env/bin/python look.py >got.txt

cat got.txt
if ! diff expected.txt got.txt; then
  echo 'The behaviour has changed.'
  exit 1
fi
echo 'It still stands.'
