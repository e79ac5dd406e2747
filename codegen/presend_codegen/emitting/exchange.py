"""Exchange two folders in one step of the file system, so that no moment has neither.

`os.rename` puts a folder where none is, or an empty one. Linux and macOS can also exchange two that hold something,
which Python has no function for.
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
# What a system says that cannot exchange these two: an old kernel, a file system, a folder that is mounted, a sandbox.
UNABLE = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EXDEV, errno.EBUSY, errno.EPERM}


def exchange(one: Path, other: Path) -> bool:
    """Exchange two folders on one file system; return whether the system can.

    Raises:
        OSError: It can, and may not.
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
