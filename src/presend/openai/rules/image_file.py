"""Read the file of an image variation request, once for all of its rules."""

from __future__ import annotations

import contextlib
import re
from typing import TYPE_CHECKING, Any

from presend.files.image_facts import SNIFF_BYTES, sniff
from presend.files.png import walk
from presend.files.png_chunks import PngFault
from presend.files.png_header import Header, read_header
from presend.files.uploads import UploadFault, open_upload
from presend.openai.rules.image_ids import CONTENT_TYPE, DOUBTFUL_SIZE, MODE, PNG, SDK_TYPE, SIZE, SQUARE, WARNINGS
from presend.packs.media_types import read
from presend.problems import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from presend.files.uploads import Upload

# "Less than 4 MB" may mean 4,000,000 bytes or 4 MiB. A file is an error only if both readings refuse it.
REFUSED_FROM = 4 * 1024 * 1024  # bytes
DOUBTFUL_FROM = 4_000_000  # bytes
COLOURS = {"RGB", "RGBA"}  # modes that the endpoint was observed to accept
MEDIA_TYPE = re.compile(r"[\w.+-]{1,40}/[\w.+-]{1,40}")  # the part of a content type that may be quoted


def findings(image: Any) -> Iterator[Finding]:
    """Yield the problems of an image in any form; none for values that are not files."""
    with contextlib.ExitStack() as stack:
        try:
            upload = stack.enter_context(open_upload(image))
        except UploadFault:
            return  # not a file, which is reported as type.file
        try:
            yield from _size_findings(upload)
            yield from _file_findings(upload)
            yield from _part_findings(upload)
        except UploadFault as fault:
            yield Finding(f"Invalid {{param}}. {fault}")


def _size_findings(upload: Upload) -> Iterator[Finding]:
    if upload.size >= REFUSED_FROM:
        limit = f"expected less than 4 MB (at most {REFUSED_FROM - 1:,} bytes), but got {_described(upload)}"
        yield Finding(f"Invalid {{param}}: file too large: {limit}.", rule=SIZE)
    elif upload.size >= DOUBTFUL_FROM:
        doubt = f"less than 4 MB may mean below {DOUBTFUL_FROM:,} bytes, and this is {upload.size:,} bytes"
        text = f"Possibly too large {{param}}: {doubt}."
        yield Finding(text, rule=DOUBTFUL_SIZE, severity="warning")


def _described(upload: Upload) -> str:
    """Describe a file: `JPEG, 512 x 300 px, 5,242,880 bytes`."""
    upload.stream.seek(0)
    facts = sniff(upload.stream.read(SNIFF_BYTES))
    return f"{facts}, {upload.size:,} bytes"


def _file_findings(upload: Upload) -> Iterator[Finding]:
    """Check the header, and the rest only if size and shape are valid, so that an invalid image is cheap."""
    upload.stream.seek(0)
    header = read_header(upload.stream)
    if isinstance(header, PngFault):
        reason = "" if header.kind == "signature" else f" {header.message}"
        yield Finding(f"Invalid {{param}}: expected a valid PNG, but got {_described(upload)}.{reason}", rule=PNG)
        return
    if header.mode not in COLOURS:
        text = f"Suspicious {{param}}: expected the colour mode RGB or RGBA, but got {header.mode}. Convert it."
        yield Finding(text, rule=MODE, severity="warning")
    if header.width != header.height:
        text = f"Invalid {{param}}: expected a square image, but got {_described(upload)}."
        yield Finding(text, rule=SQUARE)
    elif upload.size < REFUSED_FROM:
        yield from _data_findings(upload, header)


def _data_findings(upload: Upload, header: Header) -> Iterator[Finding]:
    for fault in walk(upload.stream, header, size=upload.size):
        if fault.kind in WARNINGS:
            yield Finding(f"Suspicious {{param}}: {fault.message}", rule=WARNINGS[fault.kind], severity="warning")
        else:
            yield Finding(f"Invalid {{param}}: the PNG is damaged. {fault.message}", rule=PNG)


def _part_findings(upload: Upload) -> Iterator[Finding]:
    media_type = read(upload.content_type or "").essence
    if media_type != "image/png":
        named = MEDIA_TYPE.fullmatch(media_type)
        sent = f"as {media_type}" if named else "as something else" if media_type else "with no content type"
        text = f"Suspicious {{param}}: expected it to be sent as image/png, but it goes out {sent}."
        fix = "Pass ('image.png', content, 'image/png')."
        yield Finding(f"{text} {fix}", rule=CONTENT_TYPE, severity="warning")
    if not upload.sdk_takes:
        text = "The openai SDK does not accept {param} in this form: pass bytes, a path object, or open(…, 'rb')."
        yield Finding(text, "", rule=SDK_TYPE, severity="note")
