"""Run commands in processes that are forked from one that has already loaded what they need.

Starting Python and importing takes most of the time of a short command. A forked process is a real one: it has its own
folder, environment, limits, standard streams and exit code. The start itself is tested by running `sys.executable`, as
in tests/test_cli.py.
"""

from __future__ import annotations

import atexit
import functools
import gc
import importlib
import io
import json
import os
import resource
import signal
import socket
import subprocess
import sys
import tempfile
from pathlib import Path
from types import MappingProxyType
from typing import IO, TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

ROOT = Path(__file__).parent.parent
LOADED = (
    *("presend.cli.program", "presend.cli.batch", "presend.cli.generate"),
    *(
        "presend_codegen.emitting.catalogue",
        "presend_codegen.canonical.document",
        "presend_codegen.build",
        "presend_codegen.source.record",
    ),
    "datamodel_code_generator.parser.openapi",
)
SPEC = {
    "openapi": "3.1.0",
    "info": {"title": "Warm", "version": "1"},
    "paths": {},
    "components": {"schemas": {"A": {"type": "object", "properties": {"b": {"type": "string"}}}}},
}
LENGTH = 8  # bytes that say how long a request is
LONGEST = 60  # seconds of CPU that a command may take


def run(
    *arguments: str,
    folder: Path | None = None,
    stdin: bytes = b"",
    memory: int = 0,
    module: str = "presend",
    environment: Mapping[str, str] = MappingProxyType({}),
) -> subprocess.CompletedProcess[str]:
    """Run `python -P -m MODULE` with arguments and return how it ended, with what it wrote as text.

    Args:
        arguments: The arguments after the name of the command.
        folder: The working folder; by default that of this process.
        stdin: The standard input.
        memory: The limit of its address space in bytes, or 0.
        module: The module to run.
        environment: Variables that differ from those of this process.
    """
    with tempfile.TemporaryFile() as read, tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as errors:
        read.write(stdin)
        read.seek(0)
        asked = {
            "argv": [module, *arguments],
            "folder": str(folder or Path.cwd()),
            "memory": memory,
            "environment": {**os.environ, **environment},
        }
        code = _ask(asked, (read, out, errors))
        told = [_text(file) for file in (out, errors)]
    return subprocess.CompletedProcess([module, *arguments], code, *told)


def _text(file: IO[bytes]) -> str:
    file.seek(0)
    return file.read().decode()


@functools.cache
def _server() -> socket.socket:
    """Start the process that is forked for each command; it ends when this one does."""
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_STREAM)
    command = [sys.executable, "-P", str(Path(__file__)), str(theirs.fileno())]
    quiet = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL}
    process = subprocess.Popen(command, cwd=ROOT, pass_fds=[theirs.fileno()], **quiet)  # type: ignore[call-overload]
    theirs.close()
    ours.settimeout(2 * LONGEST)  # for what waits for ever

    def end() -> None:
        ours.close()
        process.wait()

    atexit.register(end)
    return ours


def _ask(asked: dict[str, Any], files: tuple[IO[bytes], ...]) -> int:
    text = json.dumps(asked).encode()
    server = _server()
    socket.send_fds(server, [len(text).to_bytes(LENGTH, "big")], [file.fileno() for file in files])
    server.sendall(text)
    answer = server.recv(LENGTH)
    assert answer, "the process that is forked has ended"
    return int(answer)


def _serve(asking: socket.socket) -> dict[str, Any] | None:
    """Fork a process for each request and answer with its exit code; return the request in that process."""
    while True:
        length, files, _, _ = socket.recv_fds(asking, LENGTH, 3)
        if not length:
            return None
        asked = json.loads(asking.recv(int.from_bytes(length, "big"), socket.MSG_WAITALL))
        child = os.fork()
        if not child:
            asking.close()
            for number, file in enumerate(files):
                os.dup2(file, number)
                os.close(file)
            return asked  # type: ignore[no-any-return]
        for file in files:
            os.close(file)
        asking.sendall(str(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])).encode())


def _become(asked: dict[str, Any]) -> None:
    """Set up the folder, environment, limits and streams that a new process would have."""
    os.environ.clear()
    os.environ.update(asked["environment"])
    os.chdir(asked["folder"])
    sys.argv[:] = asked["argv"]
    sys.path[:0] = [path for path in os.environ.get("PYTHONPATH", "").split(os.pathsep) if path]
    sys.stdin = io.TextIOWrapper(open(0, "rb", closefd=False), "utf-8")  # noqa: SIM115
    sys.stdout = io.TextIOWrapper(open(1, "wb", closefd=False), "utf-8")  # noqa: SIM115
    sys.stderr = io.TextIOWrapper(open(2, "wb", closefd=False), "utf-8", "backslashreplace", line_buffering=True)  # noqa: SIM115
    sys.__stdin__, sys.__stdout__, sys.__stderr__ = sys.stdin, sys.stdout, sys.stderr  # type: ignore[misc]
    resource.setrlimit(resource.RLIMIT_CPU, (LONGEST, LONGEST))
    if asked["memory"]:
        resource.setrlimit(resource.RLIMIT_AS, (asked["memory"], asked["memory"]))


def _warm() -> None:
    """Make a pack and check a payload, so that all that is loaded for it is there."""
    from presend.cli.program import command  # the tests themselves need none of it

    with tempfile.TemporaryDirectory() as folder:
        spec, out = Path(folder, "spec.json"), Path(folder, "warm_pack")
        spec.write_text(json.dumps(SPEC))
        command.main(["generate", str(spec), "--all", "--out", str(out)], standalone_mode=False)
        command.main(["check", "CreateRunRequest", str(spec)], standalone_mode=False)


def main() -> None:
    """Serve requests: fork a process for each and run the command in it."""
    for name in LOADED:
        importlib.import_module(name)
    _warm()
    signal.signal(signal.SIGINT, signal.default_int_handler)
    gc.collect()
    gc.freeze()
    asked = _serve(socket.socket(fileno=int(sys.argv[1])))
    if asked is not None:
        _become(asked)
        run_it = importlib.import_module(f"{asked['argv'][0]}.__main__").main
        sys.exit(run_it())


if __name__ == "__main__":
    main()
