"""Decides what may be connected to: the form of an address, and the IP addresses behind its name."""

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network
from urllib.parse import SplitResult, urlsplit

from corpus.intake.types import AddressRefused, Rules

PORTS = {"http": 80, "https": 443}
LONGEST = 2000
# Public by the registry, yet no place for an article: a cloud's own services, relays and translators.
_NEVER = tuple(ip_network(net) for net in ("168.63.129.16/32", "192.88.99.0/24", "192.0.0.0/24"))
_PUBLIC_V6 = IPv6Network("2000::/3")
# Inside it: Teredo and its kin, documentation, 6to4, documentation again. Each can hide another address.
_NEVER_V6 = tuple(IPv6Network(net) for net in ("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"))
_ISATAP = (0x00005EFE, 0x02005EFE)  # RFC 5214: the IPv4 address is what follows


def check_address(address: str, rules: Rules) -> SplitResult:
    """Returns the parts of an address that may be asked for. Raises AddressRefused with the reason: it must
    be http or https, without user name and password, on port 80, 443 or one that is allowed."""
    if len(address) > LONGEST or not address.isprintable() or any(map(str.isspace, address)):
        raise AddressRefused(f"An address has at most {LONGEST} characters, without blanks.")
    try:
        parts = urlsplit(address)
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise AddressRefused(f"This is no address: {error}.") from error
    if parts.scheme not in PORTS:
        raise AddressRefused("Only http and https addresses are fetched.")
    if not host:
        raise AddressRefused("The address names no server.")
    if "@" in parts.netloc:
        raise AddressRefused("The address holds a user name or password; give one without.")
    if port is not None and port not in {*PORTS.values(), *rules.ports}:
        raise AddressRefused(
            f"Port {port} is not allowed, only 80 and 443; MODELSCAPE_ALLOWED_PORTS allows more."
        )
    return parts


def allowed_ips(host: str, found: list[str], rules: Rules) -> list[str]:
    """Returns those of a name's IP addresses that may be connected to. Raises AddressRefused if none may."""
    allowed = [text for text in found if is_allowed(text, rules)]
    if not allowed:
        raise AddressRefused(
            f"{host[:100]} leads to {found[0] if found else 'no address'}, which is not a public address;"
            " only those are fetched from."
        )
    return allowed


def is_allowed(text: str, rules: Rules) -> bool:
    """Whether an IP address may be connected to: a public one for one receiver, that hides no other in it."""
    try:
        ip = ip_address(text)
    except ValueError:  # with a zone ("fe80::1%eth0") it is one of this machine's own networks
        return False
    if rules.private:
        return not (ip.is_multicast or ip.is_unspecified)
    return _is_public_v4(ip) if isinstance(ip, IPv4Address) else _is_public_v6(ip)


def _is_public_v4(ip: IPv4Address) -> bool:
    return ip.is_global and not (ip.is_multicast or ip.is_reserved) and not any(ip in net for net in _NEVER)


def _is_public_v6(ip: IPv6Address) -> bool:
    """Only what is given out to networks: so none with an IPv4 address mapped, translated or tunnelled."""
    if ip.scope_id or ip not in _PUBLIC_V6 or any(ip in net for net in _NEVER_V6):
        return False
    return ip.is_global and (int(ip) >> 32) & 0xFFFFFFFF not in _ISATAP
