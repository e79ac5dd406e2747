"""presend agrees with independent validators on a few schemas of today's API and of a public pack."""

from __future__ import annotations

import pytest

from presend.packs.names import TODAY
from tests.amount import examples
from tests.fidelity import chosen, disagreements
from tests.specs import public_pack


@pytest.mark.parametrize("number", range(4))
def test_models_walk_and_oracles_agree(number: int) -> None:
    pack = public_pack("openai_official")
    for target in chosen(pack, 1, number):
        assert disagreements(pack, target, examples(250), number) == []


@pytest.mark.parametrize("target", ["CreateResponse", "CreateChatCompletionRequest", *chosen(TODAY, 4, 1)])
def test_they_agree_on_todays_api(target: str) -> None:
    assert disagreements(TODAY, target, examples(150), 1) == []
