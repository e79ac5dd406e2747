# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from presend.model import Model, Omittable
from ._function_parameters import FunctionParameters


class ChatCompletionFunctions(Model):
    description: Omittable[str] = None

    name: str

    parameters: Omittable[FunctionParameters] = None
