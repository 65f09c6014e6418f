"""From where something was asked for."""

from __future__ import annotations

from typing import NamedTuple

from tracker.services.access import networks

LONGEST_USER_AGENT = 120


class Origin(NamedTuple):
    """The address and the browser of whoever asked; empty for who has a shell on the machine."""

    address: str = ""
    user_agent: str = ""

    @property
    def network(self) -> str:
        """The address as tries are counted: an IPv4 address, or the home of an IPv6 one."""
        return networks.networks(self.address)[0] if self.address else ""

    @property
    def browser(self) -> str:
        """What the browser calls itself, without what cannot be seen, and no longer than kept."""
        return printable(self.user_agent)[:LONGEST_USER_AGENT]


SHELL = Origin()


def printable(text: str) -> str:
    """Return a text without what nobody can see."""
    return "".join(c for c in text if c.isprintable())
