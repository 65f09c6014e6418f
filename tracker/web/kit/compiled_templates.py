"""Templates are compiled once, as modules are, and kept where Python keeps those."""

from __future__ import annotations

import hashlib
import sys
from contextlib import suppress
from importlib.metadata import version
from importlib.util import cache_from_source
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import FileSystemBytecodeCache

if TYPE_CHECKING:
    from flask import Flask
    from jinja2.bccache import Bucket

_FOLDER = Path(cache_from_source(__file__)).parent


class CompiledTemplates(FileSystemBytecodeCache):
    """Compiled templates on the disk, where there may be any; a template that changed is none."""

    def __init__(self, folder: Path, manner: str) -> None:
        super().__init__(str(folder), f"template-{manner}-%s.cache")

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take one from the disk, if it is there and can be read."""
        with suppress(OSError):
            super().load_bytecode(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep one, unless Python keeps none either or the folder cannot be written to."""
        if sys.dont_write_bytecode:
            return
        with suppress(OSError):
            Path(self.directory).mkdir(parents=True, exist_ok=True)
            super().dump_bytecode(bucket)


def register(app: Flask) -> None:
    """Take compiled templates from the disk; comes after all that changes how they are compiled."""
    app.jinja_env.bytecode_cache = CompiledTemplates(_FOLDER, _manner(app))


def _manner(app: Flask) -> str:
    """What a compiled template depends on besides its text: this release, and its options."""
    options = {**app.jinja_options, **app.jinja_env.policies}
    plain = {name: it for name, it in options.items() if isinstance(it, str | bool | list)}
    parts = (version("return-to-run-tracker"), sorted(plain.items()))
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:12]
