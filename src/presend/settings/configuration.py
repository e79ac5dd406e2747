"""The configuration: find presend.toml or `[tool.presend]` of pyproject.toml, read it, and check it by its schema.

The schema, schemas.json, is read as that of a pack, so presend reports a mistake in a configuration like
one in a payload: with its line, and with a suggested name. docs/config.schema.json is the same file, for editors.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import os
import re
import tomllib
from typing import TYPE_CHECKING, Any

import presend
from presend.packs.pack import Pack
from presend.reading.json_faults import JsonFault
from presend.reading.json_text import decoded
from presend.settings.toml_lines import line_of, lines_of
from presend.words.pointers import follow

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from presend.problems import Path as Steps

OWN, SHARED, TABLE = "presend.toml", "pyproject.toml", ("tool", "presend")
FORMAT = Pack("presend.settings")


PARAMETER = re.compile(r"(?<=^Unknown )parameter|(?<=^Missing required )parameter")  # a configuration has keys


class ConfigFault(ValueError):  # the user's mistake, not an error of presend
    """Error in a configuration: one line for each mistake."""


@dataclasses.dataclass(frozen=True, slots=True)
class Settings:
    """A configuration that is valid by its schema.

    Attributes:
        file: The file that it was read from.
        data: Its contents, plain.
        lines: Path of each key → its line.
        prefix: Path of `data` in the file.
    """

    file: Path
    data: Mapping[str, Any]
    lines: dict[Steps, int]
    prefix: Steps

    def line(self, path: Steps) -> int:
        """Return the line of a key."""
        return line_of(self.lines, (*self.prefix, *path))

    @property
    def name(self) -> str:
        """Return the file's path relative to the working folder."""
        return os.path.relpath(self.file)

    def fault(self, path: Steps, message: str) -> ConfigFault:
        """Return an exception for a mistake at `path`."""
        return ConfigFault(f"{self.name}:{self.line(path)}: {message}")


def find_settings(start: Path) -> Settings | None:
    """Return the nearest configuration, from a folder upward; presend.toml comes before pyproject.toml.

    Raises:
        ConfigFault: It cannot be read, or is not valid by its schema.
    """
    for folder in (start, *start.parents):
        for name, table in ((OWN, ()), (SHARED, TABLE)):
            file = folder / name
            if file.is_file():
                text, data = _parsed(file)
                for step in table:
                    data = data.get(step) if isinstance(data, dict) else None
                if data is not None:
                    return _checked(Settings(file, _plain(data), lines_of(text), table))
    return None


def _parsed(file: Path) -> tuple[str, Any]:
    shown = os.path.relpath(file)
    try:
        text = decoded(file.read_bytes())
        return text, tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigFault(f"{shown}: {error}. Expected TOML.") from None
    except JsonFault as error:
        raise ConfigFault(f"{shown}: {error}") from None
    except OSError as error:
        raise ConfigFault(f"{shown}: {error.strerror}.") from None


def _plain(value: Any) -> Any:
    """Return TOML data as JSON data: dates as they are written."""
    if isinstance(value, dict):
        return {name: _plain(member) for name, member in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return value.isoformat() if isinstance(value, dt.date | dt.time) else value


def _checked(settings: Settings) -> Settings:
    slips = []
    for problem in presend.check("Configuration", settings.data, pack=FORMAT):
        path, _ = follow(settings.data, problem.pointer)
        slips.append(f"{settings.name}:{settings.line(path)}: {PARAMETER.sub('key', problem.message)}")
    for index, entry in enumerate(() if slips else settings.data.get("ignore", ())):
        try:
            dt.date.fromisoformat(entry.get("until", "2000-01-01"))
        except ValueError:
            slips.append(str(settings.fault(("ignore", index, "until"), "Expected a date, such as 2027-01-31.")))
    if slips:
        raise ConfigFault("\n".join(slips))
    return settings
