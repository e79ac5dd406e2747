"""The built-in pack of today's API: responses, chat completions, embeddings, images, audio, files, batches and more.

`models`, `schemas.json` and `operations.json` are generated (`make generate`) from spec/today.
"""
