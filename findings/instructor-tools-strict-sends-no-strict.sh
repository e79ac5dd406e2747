#!/usr/bin/env bash
# The mode TOOLS_STRICT of instructor sends the same request as TOOLS, without strict.
#
# Guess: Mode.TOOLS_STRICT sets strict: true on the function, and closes the schema as strict mode
#   wants it.
# What happens: Both modes send the same bytes: no strict, an open object, and only what has no default
#   is required.
#   Mode.JSON_SCHEMA, OpenAI's structured outputs, sends no strict either. Only RESPONSES_TOOLS
#   does. The argument strict=True of create is pydantic's, for reading the answer, and changes
#   nothing in the request.
# Why it matters: Whoever counts on the API to hold the answer to the schema: it does not, and what
#   does not fit comes back as a retry, which is paid for.
# Source: instructor documentation, modes; OpenAI guide, Function calling, strict mode: in chat
#   completions functions are not strict unless asked.
set -euo pipefail

room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
cd "$room"

if ! { python3 -m venv env && env/bin/pip install --quiet \
  'instructor==1.17.0' 'openai==3.3.0' 'pydantic==2.14.4'; } >install.log 2>&1; then
  cat install.log >&2
  exit 2
fi

cat >expected.txt <<'TEXT'
instructor 1.17.0
openai 3.3.0
pydantic 2.14.4
TOOLS {} -> strict: absent | required: ['name'] | closed: False
TOOLS_STRICT {} -> strict: absent | required: ['name'] | closed: False
TOOLS_STRICT {'strict': True} -> strict: absent | required: ['name'] | closed: False
JSON_SCHEMA {} -> strict: absent | required: ['name'] | closed: False
RESPONSES_TOOLS {} -> strict: True | required: ['name', 'note'] | closed: True
TOOLS_STRICT sends what TOOLS sends: True
TEXT

cat >look.py <<'PY'
import json
import logging
from importlib.metadata import version

import httpx2
import instructor
import openai
from pydantic import BaseModel

logging.disable(logging.CRITICAL)
sent = []


class Order(BaseModel):
    name: str
    note: str | None = None


def answer(request: httpx2.Request) -> httpx2.Response:
    sent.append(json.loads(request.content))
    return httpx2.Response(400, json={"error": {"message": "enough seen"}})


def schema_and_strict(body):
    holder = (body.get("text") or {}).get("format") or (body.get("response_format") or {}).get("json_schema")
    holder = holder or body["tools"][0]["function"]
    return holder.get("schema") or holder["parameters"], holder.get("strict", "absent")


for name in ("instructor", "openai", "pydantic"):
    print(name, version(name))
for mode, options in (
    ("TOOLS", {}),
    ("TOOLS_STRICT", {}),
    ("TOOLS_STRICT", {"strict": True}),
    ("JSON_SCHEMA", {}),
    ("RESPONSES_TOOLS", {}),
):
    http = httpx2.Client(transport=httpx2.MockTransport(answer))
    plain = openai.OpenAI(api_key="none", max_retries=0, http_client=http)
    client = instructor.from_openai(plain, mode=instructor.Mode[mode])
    try:
        client.chat.completions.create(
            model="gpt-4.1", messages=[{"role": "user", "content": "Hi"}], response_model=Order, max_retries=0, **options
        )
    except Exception:
        pass
    schema, strict = schema_and_strict(sent[-1])
    print(mode, options, "-> strict:", strict, "| required:", schema.get("required"), "| closed:", "additionalProperties" in schema)
print("TOOLS_STRICT sends what TOOLS sends:", sent[0] == sent[1] == sent[2])
PY
env/bin/python look.py >got.txt

cat got.txt
if ! diff expected.txt got.txt; then
  echo 'The behaviour has changed.'
  exit 1
fi
echo 'It still stands.'
