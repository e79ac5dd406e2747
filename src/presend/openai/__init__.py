"""The built-in pack: the OpenAI API's image variations, thread messages, moderations and runs.

`models`, `schemas.json` and `operations.json` are generated (`make generate`); `rules` is written by hand.
"""
