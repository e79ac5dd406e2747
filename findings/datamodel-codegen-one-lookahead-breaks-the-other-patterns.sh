#!/usr/bin/env bash
# One pattern with a lookahead makes a good pattern of a neighbour field stop the generated module
# from loading.
#
# Guess: datamodel-code-generator treats each property on its own: a pattern that pydantic's Rust
#   engine cannot compile changes that one field at most.
# What happens: It switches the whole class to Python's re, which has no \p{...}. The neighbour's
#   pattern, right in ECMA-262 and fine in Rust, now fails as the class is built, although nothing
#   about it changed in the spec. The generator itself exits 0.
# Why it matters: Whoever adds a property to a spec and does not expect the old ones to break, and
#   in a module that holds every model of an API.
# Source: pydantic documentation, configuration, regex_engine; JSON Schema 2020-12 core, section
#   6.4 (regular expressions, Unicode property escapes).
set -euo pipefail

room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
cd "$room"

if ! { python3 -m venv env && env/bin/pip install --quiet \
  'datamodel-code-generator==0.89.0' 'pydantic==2.14.4'; } >install.log 2>&1; then
  cat install.log >&2
  exit 2
fi

cat >expected.txt <<'TEXT'
datamodel-code-generator 0.89.0
pydantic 2.14.4
Alone {} name='Ada'
Beside SchemaError Error building "model" validator: ... error: bad escape \p at position 1
TEXT

cat >api.json <<'JSON'
{"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "paths": {}, "components": {"schemas": {
  "Alone": {"type": "object", "properties": {"name": {"type": "string", "pattern": "^\\p{Lu}"}}}}}}
JSON
env/bin/datamodel-codegen --input api.json --input-file-type openapi \
  --output-model-type pydantic_v2.BaseModel --output model.py 2>codegen.log || { cat codegen.log; exit 1; }

mv model.py alone.py

cat >api.json <<'JSON'
{"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "paths": {}, "components": {"schemas": {
  "Beside": {"type": "object", "properties": {"name": {"type": "string", "pattern": "^\\p{Lu}"},
    "code": {"type": "string", "pattern": "^(?!x)[a-z]+"}}}}}}
JSON
env/bin/datamodel-codegen --input api.json --input-file-type openapi \
  --output-model-type pydantic_v2.BaseModel --output model.py 2>codegen.log || { cat codegen.log; exit 1; }

cat >look.py <<'PY'
from importlib.metadata import version

for name in ("datamodel-code-generator", "pydantic"):
    print(name, version(name))
for module, model in (("alone", "Alone"), ("model", "Beside")):
    try:
        made = getattr(__import__(module), model)
        print(model, dict(made.model_config), made(name="Ada"))
    except Exception as error:
        lines = str(error).splitlines()
        print(model, type(error).__name__, lines[0].strip(), "...", lines[-1].strip())
PY
env/bin/python look.py >got.txt

cat got.txt
if ! diff expected.txt got.txt; then
  echo 'The behaviour has changed.'
  exit 1
fi
echo 'It still stands.'
