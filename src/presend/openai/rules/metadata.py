"""Metadata: up to 16 pairs, with limits on keys and values. Keywords in spec/overlay.yaml enforce all three."""

from __future__ import annotations

from presend.rule import Rule, said

METADATA = said("Metadata")

metadata_has_at_most_16_pairs = Rule(
    "metadata.max-pairs",
    "error",
    "prose",
    "Metadata holds at most 16 pairs.",
    "Remove pairs, or join several into one value.",
    METADATA,
    ("Metadata",),
)
metadata_key_has_at_most_64_characters = Rule(
    "metadata.key.max-length",
    "error",
    "prose",
    "A metadata key has at most 64 characters (code points).",
    "Shorten the key.",
    METADATA,
    ("Metadata",),
)
metadata_value_has_at_most_512_characters = Rule(
    "metadata.value.max-length",
    "error",
    "prose",
    "A metadata value has at most 512 characters (code points).",
    "Shorten the value, or keep it elsewhere and store its id.",
    METADATA,
    ("Metadata",),
)
