#!/usr/bin/env bash
# Models that datamodel-code-generator writes for const 1, or for an enum with 1 and true, turn
# true into 1.
#
# Guess: const 1 becomes Literal[1], an enum becomes an Enum, and pydantic tells a boolean from a
#   number as JSON does.
# What happens: Literal[1] accepts true and 1.0 and stores 1. An enum of 1 and true makes an Enum
#   whose two members are one and the same in Python, so a true that the schema allows is written
#   back as 1.
# Why it matters: Whoever checks requests with generated models: a wrong version number (true)
#   passes, and a right value changes on its way through.
# Source: JSON Schema 2020-12 core, section 4.2.2 (equality: a boolean never equals a number);
#   Python typing, PEP 586, equivalence of two literals.
set -euo pipefail

room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
cd "$room"

if ! { python3 -m venv env && env/bin/pip install --quiet \
  'datamodel-code-generator==0.89.0' 'pydantic==2.14.4' 'jsonschema==4.26.0'; } >install.log 2>&1; then
  cat install.log >&2
  exit 2
fi

cat >expected.txt <<'TEXT'
datamodel-code-generator 0.89.0
pydantic 2.14.4
jsonschema 4.26.0
{"version": 1}  schema: True  model: {"version":1}
{"version": true}  schema: False  model: {"version":1}
{"version": 1.0}  schema: True  model: {"version":1}
{"limit": 1}  schema: True  model: {"limit":1}
{"limit": true}  schema: True  model: {"limit":1}
TEXT

cat >api.json <<'JSON'
{"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "paths": {}, "components": {"schemas": {"M": {"type": "object",
  "properties": {"version": {"const": 1}, "limit": {"enum": [1, true, "none"]}}}}}}
JSON
env/bin/datamodel-codegen --input api.json --input-file-type openapi \
  --output-model-type pydantic_v2.BaseModel --output model.py 2>codegen.log || { cat codegen.log; exit 1; }

cat >look.py <<'PY'
from importlib.metadata import version
import json

import jsonschema
from model import M

for name in ("datamodel-code-generator", "pydantic", "jsonschema"):
    print(name, version(name))
schema = json.load(open("api.json"))["components"]["schemas"]["M"]
for value in ({"version": 1}, {"version": True}, {"version": 1.0}, {"limit": 1}, {"limit": True}):
    valid = jsonschema.Draft202012Validator(schema).is_valid(value)
    try:
        back = M.model_validate_json(json.dumps(value)).model_dump_json(exclude_unset=True)
    except ValueError as error:
        back = type(error).__name__
    print(f"{json.dumps(value)}  schema: {valid}  model: {back}")
PY
env/bin/python look.py >got.txt

cat got.txt
if ! diff expected.txt got.txt; then
  echo 'The behaviour has changed.'
  exit 1
fi
echo 'It still stands.'
