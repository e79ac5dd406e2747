"""What audio models take: formats, voices, seconds. An unknown model stands in no list, and no rule speaks of it.

Sources: the descriptions of the spec of 2026-08-21, and answers of the API where a line names a report.
"""

from __future__ import annotations

import re

TTS_1 = frozenset({"tts-1", "tts-1-hd"})
WHISPER = "whisper-1"
DIARIZE = "gpt-4o-transcribe-diarize"
GPT_TRANSCRIBE = "gpt-transcribe"
WITH_LOGPROBS = re.compile(r"gpt-4o(-mini)?-transcribe(-\d{4}-\d\d-\d\d)?")

# The text says json alone; the API answers that it takes json or text (openai/openai-dotnet#401, lfnovo/esperanto#269).
FORMATS = (  # names of models → the formats that they answer in
    (re.compile(r"gpt-4o(-mini)?-transcribe(-\d{4}-\d\d-\d\d)?|gpt-transcribe"), frozenset({"json", "text"})),
)
DIARIZED_FORMATS = frozenset({"json", "text", "diarized_json"})

VOICES = frozenset(  # the ten of the enum, and fable, onyx and nova, which the text lists too
    ("alloy", "ash", "ballad", "cedar", "coral", "echo", "fable", "marin", "nova", "onyx", "sage", "shimmer", "verse")
)

LONGEST = {DIARIZE: 1400}  # seconds of a file, by model (2026-01, murtaza-nasir/speakr#168)
