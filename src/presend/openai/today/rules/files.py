"""Uploaded files, whole or in parts: size by purpose, names and lines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from presend.problems import Finding
from presend.rule import Rule, rule, said

if TYPE_CHECKING:
    from collections.abc import Iterator

FILE, UPLOAD, PART, COMPLETE = (
    "CreateFileRequest",
    "CreateUploadRequest",
    "AddUploadPartRequest",
    "CompleteUploadRequest",
)
POST_FILES = ("#/paths/~1files/post/summary",)
POST_UPLOADS = ("#/paths/~1uploads/post/summary",)
POST_PARTS = ("#/paths/~1uploads~1{upload_id}~1parts/post/summary",)
INPUT_FILE = (*POST_FILES, *said("CreateBatchRequest/properties/input_file_id"))
LINES = frozenset({"batch", "fine-tune"})  # purposes whose files are JSONL
GIGABYTES = 8_000_000_000  # bytes: 8 GB in the smaller reading
PART_REFUSED, PART_DOUBTFUL = 64 * 1024 * 1024, 64_000_000  # bytes
MEDIA_TYPE = re.compile(r"[\w.+-]+/[\w.+-]+\s*(;.*)?", re.DOTALL)
MD5 = re.compile(r"[0-9A-Fa-f]{32}")

ELSEWHERE = {
    "file.assistants.max-tokens": "It needs a tokenizer, and the types stand in a guide.",
    "upload.complete.bytes-match": "How many bytes the parts have, only the server knows.",
    "eval-run.data-source.fits-item-schema": "The schema of the items is on the server.",
}


@rule(
    "file.max-bytes",
    "error",
    "prose",
    "A file has at most 512 MB: more than 512 MiB (536,870,912 bytes) is refused.",
    "Cut the file.",
    at=FILE,
    sources=POST_FILES,
)
def file_fits(request: Any) -> Iterator[Finding]:
    from presend.openai.today.rules.file_contents import findings  # for files alone

    yield from findings(request)


file_is_clearly_small_enough = Rule(
    "file.max-bytes-ambiguous",
    "warning",
    "prose",
    "A file has at most 512 MB in either reading: 512,000,000 bytes.",
    "Cut the file; the text does not say which megabyte it means.",
    POST_FILES,
    (FILE,),
)
batch_file_is_jsonl = Rule(
    "file.batch.jsonl",
    "error",
    "prose",
    "A file for batch is JSONL: its name ends in .jsonl, and its first line is a JSON object. The API looks no further "
    "when it accepts the file (meta-llama/llama-stack, tests of 2025-08).",
    "Write one JSON object a line into a file that ends in .jsonl.",
    POST_FILES,
    (FILE,),
)
batch_file_is_utf_8 = Rule(
    "file.batch.utf-8",
    "error",
    "observed",
    "A file for batch is UTF-8 (mkht/PSOpenAI#19).",
    "Write the file as UTF-8.",
    POST_FILES,
    (FILE,),
    as_of="2024-06-01",
)
batch_file_has_no_byte_order_mark = Rule(
    "file.batch.byte-order-mark",
    "warning",
    "observed",
    "A file for batch begins with no byte order mark, which keeps its first line from being JSON.",
    "Write the file as UTF-8 without one (utf-8, not utf-8-sig).",
    POST_FILES,
    (FILE,),
    as_of="2025-08-01",
)
batch_file_is_small_enough = Rule(
    "file.batch.max-bytes",
    "error",
    "prose",
    "A file for batch has at most 200 MB: more than 200 MiB (209,715,200 bytes) is refused.",
    "Cut the batch in two.",
    INPUT_FILE,
    (FILE,),
)
batch_file_is_clearly_small_enough = Rule(
    "file.batch.max-bytes-ambiguous",
    "warning",
    "prose",
    "A file for batch has at most 200 MB in either reading: 200,000,000 bytes.",
    "Cut the batch in two; the text does not say which megabyte it means.",
    INPUT_FILE,
    (FILE,),
)
batch_file_has_few_requests = Rule(
    "file.batch.max-requests",
    "error",
    "prose",
    "A file for batch has at most 50,000 requests, one a line.",
    "Cut the batch in two.",
    said("CreateBatchRequest/properties/input_file_id"),
    (FILE,),
)
batch_file_has_few_embedding_inputs = Rule(
    "file.batch.max-embedding-inputs",
    "error",
    "prose",
    "A batch for /v1/embeddings has at most 50,000 inputs over all requests.",
    "Cut the batch in two.",
    said("CreateBatchRequest/properties/endpoint"),
    (FILE,),
)
fine_tuning_file_is_jsonl = Rule(
    "file.fine-tune.jsonl",
    "error",
    "prose",
    "A file for fine-tuning is JSONL: its name ends in .jsonl, and every line is a JSON object "
    "(OkGoDoIt/OpenAI-API-dotnet#59).",
    "Write one JSON object a line into a file that ends in .jsonl.",
    (*POST_FILES, *said("CreateFineTuningJobRequest/properties/training_file")),
    (FILE,),
)
file_for_vision_is_an_image = Rule(
    "file.vision.image",
    "warning",
    "inferred",
    "A file with the purpose vision is an image.",
    "Send another purpose, such as user_data.",
    said(f"{FILE}/properties/purpose"),
    (FILE,),
)


@rule(
    "upload.bytes.max-ambiguous",
    "warning",
    "prose",
    "An upload has at most 8 GB in either reading: 8,000,000,000 bytes.",
    "Cut the file; the text does not say which gigabyte it means.",
    at=f"{UPLOAD}.bytes",
    sources=POST_UPLOADS,
)
def upload_is_clearly_small_enough(size: Any) -> Iterator[Finding]:
    if isinstance(size, int | float) and GIGABYTES < size <= 8 * 1024**3:
        yield Finding(f"Possibly too large {{param}}: at most 8 GB may mean {GIGABYTES:,} bytes.")


@rule(
    "upload.bytes.positive",
    "warning",
    "inferred",
    "bytes is the size of the file, and not negative.",
    "Send the size of the file.",
    at=f"{UPLOAD}.bytes",
    sources=said(f"{UPLOAD}/properties/bytes"),
)
def upload_has_bytes(size: Any) -> Iterator[Finding]:
    if isinstance(size, int | float) and size < 0:
        yield Finding("Suspicious {param}: expected the size of the file, 0 or more.", "integer_below_min_value")


@rule(
    "upload.mime-type.purpose",
    "warning",
    "prose",
    "mime_type is a media type, and one that the purpose supports; the list of those stands in guides.",
    "Send type/subtype, such as text/jsonl.",
    at=f"{UPLOAD}.mime_type",
    sources=(*said(f"{UPLOAD}/properties/mime_type"), *POST_UPLOADS),
)
def mime_type_is_one(kind: Any) -> Iterator[Finding]:
    if isinstance(kind, str) and not MEDIA_TYPE.fullmatch(kind):
        yield Finding("Suspicious {param}: expected type/subtype, such as 'text/jsonl'.")


@rule(
    "upload.filename.extension",
    "warning",
    "prose",
    "The file name has the extension that the purpose wants: .jsonl for batch and fine-tune.",
    "Send a name that ends in .jsonl.",
    at=UPLOAD,
    sources=POST_UPLOADS,
)
def file_name_fits_the_purpose(request: Any) -> Iterator[Finding]:
    name, purpose = request.get("filename"), request.get("purpose")
    if isinstance(name, str) and isinstance(purpose, str) and purpose in LINES and not name.lower().endswith(".jsonl"):
        text = f"Suspicious {{param}}: with the purpose '{purpose}' expected a name that ends in .jsonl."
        yield Finding(text, member=("filename",))


@rule(
    "upload.part.max-bytes",
    "error",
    "prose",
    "A part has at most 64 MB: more than 64 MiB (67,108,864 bytes) is refused.",
    "Cut the file into smaller parts.",
    at=f"{PART}.data",
    sources=POST_PARTS,
)
def part_is_small_enough(data: Any) -> Iterator[Finding]:
    from presend.openai.today.rules.file_contents import size_of  # for files alone

    size = size_of(data)
    if size > PART_REFUSED:
        yield Finding(f"Invalid {{param}}: expected at most 64 MB ({PART_REFUSED:,} bytes), but got {size:,} bytes.")
    elif size > PART_DOUBTFUL:
        text = f"Possibly too large {{param}}: at most 64 MB may mean {PART_DOUBTFUL:,} bytes, and this is {size:,}."
        yield Finding(text, rule="upload.part.max-bytes-ambiguous", severity="warning")


part_is_clearly_small_enough = Rule(
    "upload.part.max-bytes-ambiguous",
    "warning",
    "prose",
    "A part has at most 64 MB in either reading: 64,000,000 bytes.",
    "Cut the file into smaller parts; the text does not say which megabyte it means.",
    POST_PARTS,
    (f"{PART}.data",),
)


@rule(
    "upload.complete.md5",
    "warning",
    "prose",
    "md5 is an md5 checksum: 32 hexadecimal digits.",
    "Send hashlib.md5(content).hexdigest().",
    at=f"{COMPLETE}.md5",
    sources=said(f"{COMPLETE}/properties/md5"),
)
def md5_is_a_checksum(md5: Any) -> Iterator[Finding]:
    if isinstance(md5, str) and not MD5.fullmatch(md5):
        yield Finding("Suspicious {param}: expected 32 hexadecimal digits.")
