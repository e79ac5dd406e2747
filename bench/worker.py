"""Run one contender in its own process: read the names of payloads, and answer each with a verdict or a time.

The first answer for a name is the contender's verdict on this payload; each later one is a sample. The time is CPU time
of this process, so that other work on the machine matters as little as possible.
"""

from __future__ import annotations

import gc
import json
import resource
import sys
import time
from pathlib import Path
from typing import Any

from bench.contenders import CONTENDERS, Cannot, Contender
from bench.groups import CASES
from bench.payloads import IMAGE, Case
from bench.rounds import KIB

STATUS = Path("/proc/self/status")
MOST = 1_000_000  # calls in a sample
WARM_UP = 10  # samples' time that passes before the first: presend loads its fast parser after some hundred calls


class Trial:
    """A contender's judge and its payloads."""

    def __init__(self, contender: Contender, case: Case, seconds: float) -> None:
        self.judge = contender.make(case.schema)
        is_text = contender.takes == "bytes" and case.schema != IMAGE
        self.payloads = case.texts() if is_text else case.values()
        answers = [self.judge(payload) for payload in self.payloads]  # the first call makes what later ones use
        self.verdicts = {said(answer) for answer in answers} if contender.judges else set()
        self.rounds = 1
        end = time.process_time() + seconds * WARM_UP
        while time.process_time() < end:
            for payload in self.payloads:
                self.judge(payload)
        while (taken := self.sample() * self.rounds * len(self.payloads)) < seconds / 4 and self.rounds < MOST:
            self.rounds *= 4
        self.rounds = max(1, round(self.rounds * seconds / max(taken, 1e-9)))

    def sample(self) -> float:
        """Return the seconds that one payload takes."""
        judge, payloads = self.judge, self.payloads
        gc.collect()
        start = time.process_time_ns()
        for _ in range(self.rounds):
            for payload in payloads:
                judge(payload)
        return (time.process_time_ns() - start) / 1e9 / self.rounds / len(payloads)


def said(answer: Any) -> bool:
    """Return the verdict in an answer; `presend.check` gives problems."""
    return not any(problem.severity == "error" for problem in answer) if isinstance(answer, tuple) else bool(answer)


def first(contender: Contender, case: Case, seconds: float) -> tuple[Trial | None, dict[str, Any]]:
    """Return the trial of a payload, and what there is to say before any sample."""
    try:
        trial = Trial(contender, case, seconds)
    except Cannot as reason:
        return None, {"cannot": f"cannot: {reason}"}
    if trial.verdicts - {case.is_valid}:
        return None, {"cannot": "wrong verdict"}
    return trial, {"bytes": case.size_in_bytes()}


def peak() -> int:
    """Return the most memory that this process ever had, in bytes.

    What `getrusage` tells on Linux counts the process that started this one too, hence the kernel's own mark.
    """
    if STATUS.exists():
        return next(int(line.split()[1]) * 1024 for line in STATUS.read_text("ascii").splitlines() if "VmHWM" in line)
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * KIB


def main() -> None:
    """Serve the contender that the first argument names; the second is the length of a sample in seconds."""
    contender, seconds = CONTENDERS[sys.argv[1]], float(sys.argv[2])
    trials: dict[str, Trial | None] = {}
    for line in sys.stdin:
        name = line.rstrip("\n")
        if name not in trials:
            trials.clear()  # payloads come one after the other; memory is that of one
            trials[name], answer = first(contender, CASES[name], seconds)
        else:
            trial = trials[name]
            answer = {"seconds": trial.sample() if trial else None}
        answer["peak"] = peak()
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
