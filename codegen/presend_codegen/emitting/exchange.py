"""Swap two folders in one step of the file system, so that at no moment one is missing.

`os.rename` can only move a folder to a free place or onto an empty folder. Linux and macOS can also swap two folders
with content, but Python has no function for it.
"""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

# Function of the C library, arguments before each path, flag: renameat2(2) of Linux, renamex_np(2) of macOS.
CALLS: dict[str, tuple[str, tuple[int, ...], int]] = {
    "linux": ("renameat2", (-100,), 2),  # AT_FDCWD, RENAME_EXCHANGE
    "darwin": ("renamex_np", (), 2),  # RENAME_SWAP
}
# Errors of systems that cannot swap these two: an old kernel or file system, a mounted folder, a sandbox.
UNABLE = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EXDEV, errno.EBUSY, errno.EPERM}


def exchange(one: Path, other: Path) -> bool:
    """Swap two folders on one file system; return whether the system supports it.

    Raises:
        OSError: The system supports it, but refused it.
    """
    name, before, flag = CALLS.get(sys.platform, ("", (), 0))
    call = getattr(ctypes.CDLL(None, use_errno=True), name, None) if name else None
    if call is None:
        return False
    if call(*before, os.fsencode(one), *before, os.fsencode(other), ctypes.c_uint(flag)) == 0:
        return True
    number = ctypes.get_errno()
    if number in UNABLE:
        return False
    raise OSError(number, os.strerror(number), str(other))
