"""Strategies for the requirements of the rules of today's API."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from presend.openai.today import chat_draws, media_draws, platform_draws, response_draws

if TYPE_CHECKING:
    from collections.abc import Callable

    from hypothesis import strategies as st

DRAWS: dict[str, Callable[[st.SearchStrategy[Any]], st.SearchStrategy[Any]]] = {
    **chat_draws.DRAWS,
    **media_draws.DRAWS,
    **platform_draws.DRAWS,
    **response_draws.DRAWS,
}
