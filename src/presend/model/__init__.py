"""The building blocks of generated models: the base class, and types that Python's typing lacks."""

from presend.model.base import Exact, FileContent, JsonObject, JsonValue, Model, Omittable

__all__ = ["Exact", "FileContent", "JsonObject", "JsonValue", "Model", "Omittable"]

TYPE_CHECKING = False
if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        from presend.old_paths import forwarded  # noqa: PLC0415 - for paths of presend 0.1 alone

        return forwarded(__name__, name, "base")
