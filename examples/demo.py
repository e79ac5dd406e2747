"""Check the examples with `presend check`: for each target, one is accepted and one is rejected.

Run it with `make demo`. It exits 0 if every verdict is the expected one, 1 otherwise.
"""

from __future__ import annotations

import shlex
import subprocess
import sys
from pathlib import Path

ACCEPTED, REJECTED = 0, 1
EXAMPLES = Path(__file__).parent

CASES = (  # target, arguments, expected exit code
    ("CreateImageVariationRequest", ("-F", "image=@images/otter-256.png", "-F", "n=2"), ACCEPTED),
    ("CreateImageVariationRequest", ("-F", "image=@images/otter-jpeg.png", "-F", "n=2"), REJECTED),
    ("CreateMessageRequest", ("good/message-parts.json",), ACCEPTED),
    ("CreateMessageRequest", ("bad/message-attachment-without-tools.json",), REJECTED),
    ("CreateModerationRequest", ("good/moderation-image.json",), ACCEPTED),
    ("CreateModerationRequest", ("bad/moderation-mixed-list.json",), REJECTED),
    ("CreateModerationResponse", ("good/moderation-response.json",), ACCEPTED),
    ("CreateModerationResponse", ("bad/moderation-response-score-text.json",), REJECTED),
    ("CreateRunRequest", ("good/run.json",), ACCEPTED),
    ("CreateRunRequest", ("bad/run-eight-faults.json",), REJECTED),
    ("POST /responses", ("good/response.json",), ACCEPTED),
    ("POST /responses", ("bad/response-chat-shape.json",), REJECTED),
    ("POST /chat/completions", ("good/chat.json",), ACCEPTED),
    ("POST /chat/completions", ("bad/chat-responses-shape.json",), REJECTED),
    ("POST /embeddings", ("good/embedding.json",), ACCEPTED),
    ("POST /embeddings", ("bad/embedding-no-input.json",), REJECTED),
    ("POST /images/generations", ("good/image.json",), ACCEPTED),
    ("POST /images/generations", ("bad/image-quality.json",), REJECTED),
    ("POST /batches", ("good/batch.json",), ACCEPTED),
    ("POST /batches", ("bad/batch-window.json",), REJECTED),
)


def main() -> int:
    """Run every case, show what presend says, and compare the verdicts."""
    surprises = 0
    print("$ cd examples\n", flush=True)
    for target, arguments, expected in CASES:
        print(f"$ presend check {shlex.join((target, *arguments))}", flush=True)
        command = [sys.executable, "-m", "presend", "check", target, *arguments]
        code = subprocess.run(command, cwd=EXAMPLES, check=False).returncode
        if code != expected:
            surprises += 1
            print(f"  unexpected: exit code {code} instead of {expected}")
        print()
    as_expected = len(CASES) - surprises
    print(f"{as_expected} of {len(CASES)} verdicts as expected: each target once accepted, once rejected.")
    return 1 if surprises else 0


if __name__ == "__main__":
    sys.exit(main())
