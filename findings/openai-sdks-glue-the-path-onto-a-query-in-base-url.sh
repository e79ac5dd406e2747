#!/usr/bin/env bash
# A query in the base URL swallows the path of the call in both OpenAI SDKs, each in its own way.
#
# Guess: The path goes before the query (as in a URL join), or a base URL with a query is refused
#   when the client is made.
# What happens: Python adds the path to the end of the query's value, Node puts it there
#   percent-encoded. The request goes to the bare base path and no error is raised on this side.
# Why it matters: Whoever talks to a gateway or to Azure and writes ?api-version=... into
#   base_url: the server answers 404 or 405 for a path that nobody wrote.
# Source: RFC 3986, section 5.2 (reference resolution); openai-python and openai-node, client
#   options base_url and baseURL.
set -euo pipefail

room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
cd "$room"

if ! { python3 -m venv env && env/bin/pip install --quiet \
  'openai==3.57.0' 'httpx==0.28.1'; } >install.log 2>&1; then
  cat install.log >&2
  exit 2
fi

if ! { npm init --yes && npm install --save-exact --no-audit --no-fund --ignore-scripts \
  openai@6.49.0; } >npm.log 2>&1; then
  cat npm.log >&2
  exit 2
fi

cat >expected.txt <<'TEXT'
openai (Python) 3.57.0
https://gateway.example/v1 -> https://gateway.example/v1/chat/completions
https://gateway.example/v1?api-version=1 -> https://gateway.example/v1/?api-version=1chat/completions
openai (Node) 6.49.0
https://gateway.example/v1 -> https://gateway.example/v1/chat/completions
https://gateway.example/v1?api-version=1 -> https://gateway.example/v1?api-version=1%2Fchat%2Fcompletions
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


print("openai (Python)", version("openai"))
for base in ("https://gateway.example/v1", "https://gateway.example/v1?api-version=1"):
    client(base_url=base).chat.completions.create(model="m", messages=[])
    print(base, "->", sent[-1].url)
PY
env/bin/python look.py >got.txt
cat >look.mjs <<'JS'
import { readFileSync } from 'node:fs';
import OpenAI from 'openai';
console.log('openai (Node)', JSON.parse(readFileSync('node_modules/openai/package.json')).version);
for (const baseURL of ['https://gateway.example/v1', 'https://gateway.example/v1?api-version=1']) {
  const fetch = async (url) => {
    console.log(baseURL, '->', String(url));
    return new Response('{"choices": []}', { headers: { 'content-type': 'application/json' } });
  };
  await new OpenAI({ apiKey: 'none', baseURL, fetch }).chat.completions.create({ model: 'm', messages: [] });
}
JS
node look.mjs >>got.txt

cat got.txt
if ! diff expected.txt got.txt; then
  echo 'The behaviour has changed.'
  exit 1
fi
echo 'It still stands.'
