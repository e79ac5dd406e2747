#!/usr/bin/env bash
# langchain-core raises on NotRequired in a TypedDict, and makes the keys of total=False required.
#
# Guess: A TypedDict is one of the kinds of schema that the documentation names; NotRequired leaves
#   the key out of required, total=False all keys.
# What happens: NotRequired ends in a TypeError that blames the user's own line, which is right. With
#   total=False all keys are required, with and without strict. A pydantic model that holds the
#   same TypedDict works.
# Why it matters: Whoever has the state of a graph or the payload of a service as TypedDict and uses
#   it as a schema: a traceback, or values that the model has to invent.
# Source: langchain issues 34085 and 36490; Python documentation, typing.NotRequired and TypedDict,
#   total.
set -euo pipefail

room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
cd "$room"

if ! { python3 -m venv env && env/bin/pip install --quiet \
  'langchain-core==1.8.3' 'pydantic==2.14.4'; } >install.log 2>&1; then
  cat install.log >&2
  exit 2
fi

cat >expected.txt <<'TEXT'
langchain-core 1.8.3
pydantic 2.14.4
Marked, strict=None: TypeError: NotRequired accepts only a single type. Got (<class 'str'>,).
Marked, strict=True: TypeError: NotRequired accepts only a single type. Got (<class 'str'>,).
Partial, strict=None: required ['number', 'note']
Partial, strict=True: required ['number', 'note']
Holder, strict=None: required ['number']
Holder, strict=True: required ['number', 'note']
TEXT

cat >look.py <<'PY'
from importlib.metadata import version

from langchain_core.utils.function_calling import convert_to_openai_tool
from pydantic import BaseModel
from typing_extensions import NotRequired, TypedDict


class Marked(TypedDict):
    """A sale."""

    number: int
    note: NotRequired[str]


class Partial(TypedDict, total=False):
    """A sale."""

    number: int
    note: str


class Holder(BaseModel):
    """A sale."""

    sale: Marked


for name in ("langchain-core", "pydantic"):
    print(name, version(name))
for source in (Marked, Partial, Holder):
    for strict in (None, True):
        try:
            schema = convert_to_openai_tool(source, strict=strict)["function"]["parameters"]
        except TypeError as error:
            print(f"{source.__name__}, strict={strict}: TypeError: {error}")
            continue
        schema = schema["properties"].get("sale", schema)
        print(f"{source.__name__}, strict={strict}: required {schema.get('required')}")
PY
env/bin/python look.py >got.txt

cat got.txt
if ! diff expected.txt got.txt; then
  echo 'The behaviour has changed.'
  exit 1
fi
echo 'It still stands.'
