"""What generated models are made of: the base class, and the types that Python's typing has no word for."""

from presend.model.base import Exact, FileContent, JsonObject, JsonValue, Model, Omittable

__all__ = ["Exact", "FileContent", "JsonObject", "JsonValue", "Model", "Omittable"]
