"""Which addresses of the network may be asked for a source: public ones only, whatever name leads to them."""

from __future__ import annotations

import queue
import socket
import threading
from collections.abc import Callable, Sequence
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

Resolve = Callable[[str, int], Sequence[str]]
"""A host's name and a port → its numeric addresses.  Raises ``OSError`` where the name is not known."""

UNICAST = IPv6Network("2000::/3")  # the only part of IPv6 from which public addresses are given out
NAT64 = IPv6Network("64:ff9b::/96")  # RFC 6052: an IPv4 address in the last 32 bits


def system_addresses(host: str, port: int) -> list[str]:
    """Return the addresses that the system knows for a name, in its order."""
    rows = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(row[4][0]) for row in rows))


def within(seconds: float, look_up: Callable[[], Sequence[str]]) -> Sequence[str]:
    """Return what a look-up gives.  Raises ``TimeoutError``: the system's own patience can be longer than ours."""
    answers: queue.SimpleQueue[Sequence[str] | Exception] = queue.SimpleQueue()

    def work() -> None:
        try:
            answers.put(look_up())
        except Exception as error:  # handed over to the thread that asked
            answers.put(error)

    threading.Thread(target=work, daemon=True).start()
    try:
        found = answers.get(timeout=seconds)
    except queue.Empty:
        raise TimeoutError("the name server does not answer") from None
    if isinstance(found, Exception):
        raise found
    return found


def is_public(address: str) -> bool:
    """Tell whether a numeric address belongs to the public internet.

    Private, shared, loopback, link-local, multicast, reserved and unspecified addresses do not (IANA's registries of
    special-purpose addresses, RFC 6890), nor does an IPv6 address that stands for such an IPv4 address.
    """
    try:
        found = ip_address(address)
    except ValueError:  # also an address with a zone, 'fe80::1%eth0', that means one wire of this machine
        return False
    if isinstance(found, IPv6Address):
        if found.scope_id is not None:
            return False
        within = _embedded(found)
        if within is not None:
            return is_public(str(within))
        if found not in UNICAST:
            return False
    return found.is_global and not (
        found.is_private
        or found.is_loopback
        or found.is_link_local
        or found.is_multicast
        or found.is_reserved
        or found.is_unspecified
    )


def _embedded(address: IPv6Address) -> IPv4Address | None:
    """Return the IPv4 address that an IPv6 address stands for: mapped, 6to4, NAT64."""
    if address.ipv4_mapped is not None:
        return address.ipv4_mapped
    if address.sixtofour is not None:
        return address.sixtofour
    return IPv4Address(int(address) & 0xFFFFFFFF) if address in NAT64 else None
