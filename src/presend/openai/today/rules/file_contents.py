"""Read an uploaded file once for all of its rules, in blocks, and only as far as its purpose requires."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from presend.files.image_facts import SNIFF_BYTES, sniff
from presend.files.uploads import UploadFault, open_upload
from presend.openai.today.jsonl_lines import is_object, lines, member
from presend.problems import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from presend.files.uploads import Upload

AT = ("file",)
IMAGES = {"PNG", "JPEG", "GIF", "WebP"}
MOST_REQUESTS = MOST_INPUTS = 50_000
MARK = b"\xef\xbb\xbf"


class Limit(NamedTuple):
    """A limit in MB as bytes, in its larger and its smaller reading."""

    rule: str
    words: str
    most: int
    clear: int


LIMIT = Limit("file.max-bytes", "512 MB", 512 * 1024 * 1024, 512_000_000)
BATCH_LIMIT = Limit("file.batch.max-bytes", "200 MB", 200 * 1024 * 1024, 200_000_000)


def findings(request: Any) -> Iterator[Finding]:
    """Yield the problems of a file for its purpose; none for values that are not files."""
    purpose = request.get("purpose")
    limit = BATCH_LIMIT if purpose == "batch" else LIMIT
    try:
        with open_upload(request.get("file")) as upload:
            yield from _size_findings(upload, limit)
            if upload.size > limit.most:
                return
            if purpose == "batch":
                yield from _batch_findings(upload)
            elif purpose == "fine-tune":
                yield from _fine_tuning_findings(upload)
            elif purpose == "vision":
                yield from _vision_findings(upload)
    except UploadFault:
        return  # which is reported as type.file


def size_of(file: Any) -> int:
    """Return the size of a file in bytes, or 0 for values that are not files."""
    try:
        with open_upload(file) as upload:
            return upload.size
    except UploadFault:
        return 0


def _size_findings(upload: Upload, limit: Limit) -> Iterator[Finding]:
    if upload.size > limit.most:
        text = f"expected at most {limit.words} ({limit.most:,} bytes), but got {upload.size:,} bytes"
        yield Finding(f"Invalid {{param}}: file too large: {text}.", member=AT, rule=limit.rule)
    elif upload.size > limit.clear:
        text = f"at most {limit.words} may mean {limit.clear:,} bytes, and this is {upload.size:,} bytes"
        rule = f"{limit.rule}-ambiguous"
        yield Finding(f"Possibly too large {{param}}: {text}.", member=AT, rule=rule, severity="warning")


def _is_named_jsonl(upload: Upload) -> bool:
    return (upload.file_name or "").lower().endswith(".jsonl")


def _wrong(text: str, rule: str) -> Finding:
    return Finding(f"Invalid {{param}}: {text}", member=AT, rule=rule)


def _batch_findings(upload: Upload) -> Iterator[Finding]:
    rule = "file.batch.jsonl"
    if not _is_named_jsonl(upload):
        yield _wrong("expected a file name that ends in .jsonl. Pass ('batch.jsonl', content).", rule)
    requests = inputs = 0
    embeds = False
    try:
        for number, line in enumerate(lines(upload.stream)):
            if number == 0:
                if isinstance(line, bytes) and line.startswith(MARK):
                    text = "Suspicious {param}: expected no byte order mark. Write it as utf-8, not utf-8-sig."
                    yield Finding(text, member=AT, rule="file.batch.byte-order-mark", severity="warning")
                elif not is_object(line):
                    yield _wrong("expected JSONL, but the first line is no JSON object.", rule)
                    return
                embeds = str(member(line, "url")).endswith("/embeddings")
            requests += not isinstance(line, bytes) or bool(line.strip())
            inputs += _count_inputs(line) if embeds else 0
    except UnicodeDecodeError:
        yield _wrong("expected UTF-8, but got bytes that are not. Write the file as UTF-8.", "file.batch.utf-8")
        return
    if not requests:
        yield _wrong("expected at least one line, but got an empty file.", rule)
    if requests > MOST_REQUESTS:
        text = f"expected at most {MOST_REQUESTS:,} requests, but got {requests:,}. Cut the batch."
        yield _wrong(text, "file.batch.max-requests")
    elif inputs > MOST_INPUTS:
        text = f"expected at most {MOST_INPUTS:,} inputs for /v1/embeddings, but got {inputs:,}. Cut the batch."
        yield _wrong(text, "file.batch.max-embedding-inputs")


def _count_inputs(line: Any) -> int:
    """Return the number of inputs that a line embeds; a list of tokens is one input."""
    given = member(line, "body", "input")
    return len(given) if isinstance(given, list) and given and not isinstance(given[0], int) else 1


def _fine_tuning_findings(upload: Upload) -> Iterator[Finding]:
    rule = "file.fine-tune.jsonl"
    if not _is_named_jsonl(upload):
        yield _wrong("expected a file name that ends in .jsonl. Pass ('train.jsonl', content).", rule)
        return
    try:
        for number, line in enumerate(lines(upload.stream), 1):
            text = line.removeprefix(MARK) if isinstance(line, bytes) and number == 1 else line
            if (not isinstance(text, bytes) or text.strip()) and not is_object(text):
                yield _wrong(f"expected JSONL, but line {number:,} is no JSON object.", rule)
                return
    except UnicodeDecodeError:
        yield _wrong("expected JSONL in UTF-8, but got bytes that are not. Write the file as UTF-8.", rule)


def _vision_findings(upload: Upload) -> Iterator[Finding]:
    upload.stream.seek(0)
    facts = sniff(upload.stream.read(SNIFF_BYTES))
    if facts.format not in IMAGES:
        text = f"Suspicious {{param}}: with the purpose 'vision' expected an image, but got {facts}."
        yield Finding(text, member=AT, rule="file.vision.image", severity="warning")
