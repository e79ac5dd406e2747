"""Send each model by one way of a library, and write down what left the machine: a line of JSON for each model.

`python -m bench.converters.emit openai_tool build/openai_tool.jsonl`, in the environment of the library. The server
that records stands on loopback in the same process and answers 400, so each way ends in an error; what counts is
whether a request came.
"""

from __future__ import annotations

import json
import logging
import sys
import threading
import warnings
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, ClassVar

from bench.converters.models import CASES
from bench.converters.ways import WAYS

MOST = 200  # characters of an error


class Recorder(BaseHTTPRequestHandler):
    """Keep the body of each POST, and answer 400."""

    bodies: ClassVar[list[Any]] = []

    def do_POST(self) -> None:
        """Keep the body."""
        self.bodies.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
        answer = b'{"error": {"message": "recorded", "type": "invalid_request_error", "param": null, "code": null}}'
        self.send_response(400)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


def schema_of(body: Any) -> tuple[Any, Any]:
    """Return the schema of a chat request, or of one of Responses, and its `strict`."""
    if "response_format" in body:
        holder = body["response_format"]["json_schema"]
    elif "text" in body:
        holder = body["text"]["format"]
    else:
        holder = body["tools"][0]["function"]
    return holder["schema" if "schema" in holder else "parameters"], holder.get("strict")


def emitted(way: str) -> list[dict[str, Any]]:
    """Return, for each model, the schema sent and its `strict`, or the error of a library that sent nothing."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Recorder)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    url = f"http://127.0.0.1:{server.server_address[1]}/v1"
    result = []
    for case in CASES:
        Recorder.bodies.clear()
        error = None
        try:
            WAYS[way](case.source, url)
        except Exception as raised:  # noqa: BLE001 - whatever a library raises is what we came for
            error = f"{type(raised).__name__}: {raised}"[:MOST]
        line: dict[str, Any] = {"about": case.about}
        if Recorder.bodies:
            line["schema"], line["strict"] = schema_of(Recorder.bodies[0])
        else:
            line["error"] = error
        result.append(line)
    server.shutdown()
    return result


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    logging.disable(logging.CRITICAL)
    Path(sys.argv[2]).write_text("".join(f"{json.dumps(line)}\n" for line in emitted(sys.argv[1])), "utf-8")
