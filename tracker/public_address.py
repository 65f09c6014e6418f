"""The address by which browsers reach a tracker that stands behind a proxy."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from tracker.translations import gettext

_PORTS = {"http": 80, "https": 443}
_PREFIX = re.compile(r"(/[A-Za-z0-9._~-]*[A-Za-z0-9_~-])*")


@dataclass(frozen=True, slots=True)
class PublicAddress:
    """Where people reach a tracker that stands behind a proxy, such as https://example.org/run.

    `netloc` is the name, with the port if it is not the scheme's own, as browsers say it;
    `prefix` the path before every path of the tracker's: "" or such as "/run".
    """

    scheme: str
    netloc: str
    prefix: str = ""

    @classmethod
    def from_url(cls, url: str) -> PublicAddress:
        """Read an address. Raises ValueError, saying how one looks."""
        try:
            parts = urlsplit(url.strip())
            name, port = (parts.hostname or ""), parts.port
        except ValueError:
            parts, name, port = None, "", None
        prefix = parts.path.rstrip("/") if parts else ""
        if (
            parts is None
            or not name
            or parts.scheme not in _PORTS
            or (parts.username, parts.query, parts.fragment) != (None, "", "")
            or not _PREFIX.fullmatch(prefix)
        ):
            raise ValueError(
                gettext(
                    "%(url)s is no address. Give it like https://run.example.org, or, where the "
                    "tracker shares a name with others, like https://example.org/run",
                    url=url,
                )
            )
        host = f"[{name}]" if ":" in name else name
        netloc = host if port in (None, _PORTS[parts.scheme]) else f"{host}:{port}"
        return cls(parts.scheme, netloc, prefix)

    def __str__(self) -> str:
        return f"{self.scheme}://{self.netloc}{self.prefix}"

    @property
    def name(self) -> str:
        """The host's name, without a port."""
        return urlsplit(f"//{self.netloc}").hostname or ""
