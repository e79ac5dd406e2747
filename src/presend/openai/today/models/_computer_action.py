# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated
from pydantic import Field
from typing_extensions import TypeAliasType
from ._click_param import ClickParam
from ._double_click_action import DoubleClickAction
from ._drag_param import DragParam
from ._key_press_action import KeyPressAction
from ._move_param import MoveParam
from ._screenshot_param import ScreenshotParam
from ._scroll_param import ScrollParam
from ._type_param import TypeParam
from ._wait_param import WaitParam


ComputerAction = TypeAliasType(
    "ComputerAction",
    Annotated[
        ClickParam
        | DoubleClickAction
        | DragParam
        | KeyPressAction
        | MoveParam
        | ScreenshotParam
        | ScrollParam
        | TypeParam
        | WaitParam,
        Field(discriminator="type"),
    ],
)
