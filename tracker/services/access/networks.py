"""Which networks an address belongs to: what a household, a site or a provider's customer has."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

HOME_BITS = 64
WIDER_BITS = (56, 48)  # what providers hand to a customer, who then has 256 or 65,536 homes
UNKNOWN = "unknown"


def parsed(address: str) -> IPv4Address | IPv6Address | None:
    """Return an address as proxies and systems write it: with a port, in brackets, mapped.

    An IPv4 address that is written as an IPv6 one is the IPv4 address. None for what is none.
    """
    text = address.strip()
    if text.startswith("["):
        text = text[1:].partition("]")[0]
    elif text.count(":") == 1:
        text = text.partition(":")[0]
    try:
        address_ = ip_address(text.partition("%")[0])
    except ValueError:
        return None
    return (isinstance(address_, IPv6Address) and address_.ipv4_mapped) or address_


def networks(address: str) -> tuple[str, ...]:
    """Return the networks that an address is counted by, the narrowest first."""
    known = parsed(address)
    if known is None:
        return (UNKNOWN,)
    if isinstance(known, IPv4Address):
        return (str(known),)
    return tuple(_around(known, bits) for bits in (HOME_BITS, *WIDER_BITS))


def customer(address: str) -> str:
    """Return the network that shares are given to: an IPv4 address, or a customer's IPv6 ones."""
    known = parsed(address)
    return _around(known, WIDER_BITS[0]) if isinstance(known, IPv6Address) else networks(address)[0]


def _around(address: IPv6Address, bits: int) -> str:
    return str(ip_network((address, bits), strict=False))
