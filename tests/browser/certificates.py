"""Certificates for a day, made by openssl; without it the test is skipped."""

from __future__ import annotations

import base64
import hashlib
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path


def self_made(folder: Path, name: str) -> tuple[Path, Path]:
    """Make a certificate for a name, without anybody's word for it; return it and its key."""
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("no openssl to make a certificate with")
    cert, key = folder / "cert.pem", folder / "key.pem"
    subprocess.run(
        [
            openssl, "req", "-x509", "-nodes", "-newkey", "ec",
            "-pkeyopt", "ec_paramgen_curve:prime256v1", "-days", "2",
            "-subj", f"/CN={name}", "-addext", f"subjectAltName=DNS:{name}",
            "-keyout", str(key), "-out", str(cert),
        ],
        check=True,
        capture_output=True,
    )  # fmt: skip
    return cert, key


def fingerprint(cert: Path) -> str:
    """Return the hash of a certificate's key, by which a browser can be told to trust it."""
    openssl = shutil.which("openssl")
    public = subprocess.run(
        [f"{openssl}", "x509", "-in", str(cert), "-pubkey", "-noout"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    body = base64.b64decode("".join(public.strip().splitlines()[1:-1]))
    return base64.b64encode(hashlib.sha256(body).digest()).decode()
