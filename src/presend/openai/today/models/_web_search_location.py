# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from presend.model import Model, Omittable


class WebSearchLocation(Model):
    country: Omittable[str] = None

    region: Omittable[str] = None

    city: Omittable[str] = None

    timezone: Omittable[str] = None
