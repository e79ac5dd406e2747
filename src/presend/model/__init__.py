"""The base class of generated models, and types that Python's typing cannot express."""

from presend.model.base import Model
from presend.model.types import Exact, FileContent, JsonObject, JsonValue, Omittable

__all__ = ["Exact", "FileContent", "JsonObject", "JsonValue", "Model", "Omittable"]

TYPE_CHECKING = False
if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        from presend.old_paths import forwarded  # for paths of presend 0.1 alone

        return forwarded(__name__, name, "base", "types", "enforcing")
