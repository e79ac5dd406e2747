# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated
from presend.model import Model, Omittable
from pydantic import Field
from ._function_parameters import FunctionParameters


class ChatCompletionFunctions(Model):
    description: Omittable[str] = None

    name: Annotated[str, Field(max_length=64, pattern="^[A-Za-z0-9_-]+$")]

    parameters: Omittable[FunctionParameters] = None
