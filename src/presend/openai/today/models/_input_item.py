# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated
from presend.model import Exact, JsonObject
from typing_extensions import TypeAliasType
from ._compaction_trigger_item_param import CompactionTriggerItemParam, CompactionTriggerItemParamReturned
from ._configuration_update_item_param import ConfigurationUpdateItemParam, ConfigurationUpdateItemParamReturned
from ._easy_input_message import EasyInputMessage, EasyInputMessageReturned
from ._item import Item, ItemReturned
from ._item_reference_param import ItemReferenceParam, ItemReferenceParamReturned
from ._program_item_param import ProgramItemParam, ProgramItemParamReturned
from ._program_output_item_param import ProgramOutputItemParam, ProgramOutputItemParamReturned


InputItem = TypeAliasType(
    "InputItem",
    Annotated[
        EasyInputMessage
        | Item
        | CompactionTriggerItemParam
        | ItemReferenceParam
        | ProgramItemParam
        | ProgramOutputItemParam
        | ConfigurationUpdateItemParam,
        Exact(__name__, "InputItem"),
    ],
)


InputItemReturnedMessage = TypeAliasType("InputItemReturnedMessage", EasyInputMessageReturned | ItemReturned)


InputItemReturned = TypeAliasType(
    "InputItemReturned",
    Annotated[
        InputItemReturnedMessage
        | ItemReturned
        | CompactionTriggerItemParamReturned
        | ItemReferenceParamReturned
        | ProgramItemParamReturned
        | ProgramOutputItemParamReturned
        | ConfigurationUpdateItemParamReturned
        | JsonObject,
        Exact(__name__, "InputItemReturned"),
    ],
)
