"""Messages for files that the operating system does not open."""

from __future__ import annotations

_ADVICE = {  # what the system says → what to do about it
    IsADirectoryError: " Give the files in it.",
    FileNotFoundError: " Check the name.",
    PermissionError: " Check its permissions.",
}


def reason_and_advice(error: OSError) -> str:
    """Return what the system says of a file, and what to do about it.

    >>> reason_and_advice(FileNotFoundError(2, "No such file or directory"))
    'No such file or directory. Check the name.'
    """
    advice = next((advice for kind, advice in _ADVICE.items() if isinstance(error, kind)), "")
    return f"{error.strerror or type(error).__name__}.{advice}"
