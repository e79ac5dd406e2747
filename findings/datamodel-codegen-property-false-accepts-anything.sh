#!/usr/bin/env bash
# A property whose schema is false (it must be absent) becomes a field that accepts anything.
#
# Guess: A schema of false allows no value, so the generator leaves the field out with extra
#   forbidden, or gives it a type that nothing fits.
# What happens: datamodel-code-generator writes Any | None. openapi-typescript, from the same
#   document, writes never.
# Why it matters: Whoever retires a parameter with false, the shortest way that OpenAPI 3.1 has,
#   and trusts the models on both sides to agree.
# Source: JSON Schema 2020-12 core, section 4.3.2 (boolean schemas); OpenAPI 3.1, Schema Object.
set -euo pipefail

room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
cd "$room"

if ! { python3 -m venv env && env/bin/pip install --quiet \
  'datamodel-code-generator==0.89.0' 'pydantic==2.14.4' 'jsonschema==4.26.0'; } >install.log 2>&1; then
  cat install.log >&2
  exit 2
fi

if ! { npm init --yes && npm install --save-exact --no-audit --no-fund --ignore-scripts \
  openapi-typescript@7.13.0 typescript@5.9.3; } >npm.log 2>&1; then
  cat npm.log >&2
  exit 2
fi

cat >expected.txt <<'TEXT'
datamodel-code-generator 0.89.0
pydantic 2.14.4
jsonschema 4.26.0
jsonschema says valid: False
the model keeps: {"model":"m","engine":"davinci"}
the field: typing.Any | None
v7.13.0
            engine?: never;
TEXT

cat >api.json <<'JSON'
{"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "paths": {}, "components": {"schemas": {"M": {"type": "object",
  "properties": {"model": {"type": "string"}, "engine": false}}}}}
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
value = {"model": "m", "engine": "davinci"}
print("jsonschema says valid:", jsonschema.Draft202012Validator(schema).is_valid(value))
print("the model keeps:", M.model_validate(value).model_dump_json())
print("the field:", M.model_fields["engine"].annotation)
PY
env/bin/python look.py >got.txt
node_modules/.bin/openapi-typescript --version >>got.txt
node_modules/.bin/openapi-typescript api.json 2>/dev/null | grep 'engine' >>got.txt

cat got.txt
if ! diff expected.txt got.txt; then
  echo 'The behaviour has changed.'
  exit 1
fi
echo 'It still stands.'
