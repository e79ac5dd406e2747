# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from presend.model import Model
from pydantic import ConfigDict
from ._metadata import Metadata
from ._vector_store_expiration_after import VectorStoreExpirationAfter


class UpdateVectorStoreRequest(Model):
    model_config = ConfigDict(extra="forbid")

    name: str | None = None

    expires_after: VectorStoreExpirationAfter | None = None

    metadata: Metadata | None = None
