"""Ids of the rules that are checked when a variation's image is read."""

from __future__ import annotations

PNG = "image-variation.image.png"
SQUARE = "image-variation.image.square"
SIZE = "image-variation.image.max-bytes"
DOUBTFUL_SIZE = "image-variation.image.max-bytes-ambiguous"
CONTENT_TYPE = "image-variation.image.content-type"
MODE = "image-variation.image.mode"
SDK_TYPE = "image-variation.image.sdk-type"
WARNINGS = {  # kind of a fault in the file → rule
    "ancillary-crc": "image-variation.image.ancillary-crc",
    "trailing-bytes": "image-variation.image.trailing-bytes",
    "budget": "image-variation.image.not-fully-read",
}
