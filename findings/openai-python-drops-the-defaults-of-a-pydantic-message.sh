#!/usr/bin/env bash
# The Python SDK sends only those fields of a pydantic message that were set by hand, so a default
# role never leaves.
#
# Guess: A pydantic object in messages goes out as its model_dump() says, defaults included.
# What happens: The SDK dumps it with exclude_unset: a message made with the default role goes out
#   without any role, and one made of defaults only goes out as an empty object. A value equal to
#   its default does go out when it was passed. The object printed before the call looks whole.
# Why it matters: Whoever keeps messages as pydantic models with a default role, or loads them
#   from defaults in a test.
# Source: openai-python, request options and body transform; pydantic documentation,
#   serialization, exclude_unset.
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
pydantic 2.14.4
{"role":"user","content":"Hi"} -> {"model":"m","messages":[{"content":"Hi"}]}
{"role":"user","content":"Hello"} -> {"model":"m","messages":[{}]}
{"role":"user","content":"Hello"} -> {"model":"m","messages":[{"role":"user","content":"Hello"}]}
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


from pydantic import BaseModel


class Message(BaseModel):
    role: str = "user"
    content: str = "Hello"


for name in ("openai", "pydantic"):
    print(name, version(name))
for message in (Message(content="Hi"), Message(), Message(role="user", content="Hello")):
    client().chat.completions.create(model="m", messages=[message])
    print(message.model_dump_json(), "->", sent[-1].content.decode())
PY
env/bin/python look.py >got.txt

cat got.txt
if ! diff expected.txt got.txt; then
  echo 'The behaviour has changed.'
  exit 1
fi
echo 'It still stands.'
