"""Messages for files that cannot be opened."""

from __future__ import annotations

_ADVICE = {  # error of the system → advice
    IsADirectoryError: " Give the files in it.",
    FileNotFoundError: " Check the name.",
    PermissionError: " Check its permissions.",
}


def reason_and_advice(error: OSError) -> str:
    """Return the system's reason for an error with a file, and advice.

    >>> reason_and_advice(FileNotFoundError(2, "No such file or directory"))
    'No such file or directory. Check the name.'
    """
    advice = next((advice for kind, advice in _ADVICE.items() if isinstance(error, kind)), "")
    return f"{error.strerror or type(error).__name__}.{advice}"
