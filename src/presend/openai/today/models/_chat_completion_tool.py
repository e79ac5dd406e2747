# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model
from ._function_object import FunctionObject, FunctionObjectReturned


class ChatCompletionTool(Model):
    type: Literal["function"]

    function: FunctionObject


class ChatCompletionToolReturned(Model):
    type: Literal["function"] | str | None = None

    function: FunctionObjectReturned | None = None
