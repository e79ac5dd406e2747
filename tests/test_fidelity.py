"""A few request schemas of a public pack, held against independent validators; `make fidelity` takes fifty."""

from __future__ import annotations

import pytest

from tests.fidelity import chosen, disagreements
from tests.specs import public_pack

PACK = "openai_official"


@pytest.mark.parametrize("number", range(4))
def test_models_walk_and_oracles_agree(number: int) -> None:
    public_pack(PACK)
    for target in chosen(PACK, 1, number):
        assert disagreements(PACK, target, 25, number) == []
