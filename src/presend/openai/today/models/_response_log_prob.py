# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from presend.model import Model


class ResponseLogProb(Model):
    token: str | None = None

    logprob: float | None = None

    top_logprobs: list[ResponseLogProbTopLogprob | None] | None = None


class ResponseLogProbTopLogprob(Model):
    token: str | None = None

    logprob: float | None = None
