"""The key that signs cookies: a file in the data folder, readable by its owner only."""

from __future__ import annotations

import logging
import os
import secrets
import stat
import sys
import time
from typing import TYPE_CHECKING

from tracker.settings_error import SettingsError
from tracker.translations import gettext

if TYPE_CHECKING:
    from pathlib import Path

_KEY_LENGTH = 64
_OTHERS = stat.S_IRWXG | stat.S_IRWXO


def new_key() -> str:
    """A key as it is made where there is none."""
    return secrets.token_hex(_KEY_LENGTH // 2)


def keep_key(folder: Path, key: str) -> str:
    """Write the key that signs cookies into a folder, unless one is there; return which counts.

    Raises SettingsError if it cannot be written or is damaged.
    """
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    path = folder / "secret_key"
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return _read_key(path)
    try:
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(key)
    except OSError as error:
        path.unlink(missing_ok=True)  # half a key would be taken for a damaged one
        raise SettingsError(
            gettext(
                "%(path)s could not be written: %(strerror)s.", path=path, strerror=error.strerror
            )
        ) from error
    return key


def _keep_to_owner(path: Path) -> None:
    """Take a key away from all but its owner, and say so: who read it can sign cookies.

    Windows has no such rights.
    """
    mode = stat.S_IMODE(path.stat().st_mode)
    if sys.platform == "win32" or not mode & _OTHERS:
        return
    path.chmod(mode & ~_OTHERS)
    logging.getLogger(__name__).warning(
        "%s could be read by others (%o); now its owner alone may. If someone may have read it,"
        " delete it and start again: everyone signs in anew.",
        path,
        mode,
    )


def _read_key(path: Path) -> str:
    for _ in range(20):  # another process may have made the file and not yet written to it
        try:
            _keep_to_owner(path)
            key = path.read_text(encoding="ascii", errors="replace").strip()
        except OSError as error:
            raise SettingsError(
                gettext(
                    "%(path)s cannot be read: %(strerror)s. Move it away and start again; everyone "
                    "signs in anew.",
                    path=path,
                    strerror=error.strerror,
                )
            ) from error
        if len(key) == _KEY_LENGTH:
            return key
        time.sleep(0.05)
    raise SettingsError(
        gettext(
            "%(path)s does not hold a key. Delete it and start again; everyone signs in anew.",
            path=path,
        )
    )
