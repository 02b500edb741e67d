"""Makes addresses comparable: the same page under two addresses has one key."""

from urllib.parse import parse_qsl, urlencode, urlsplit

from courlan import extract_domain, normalize_url

_AMP_QUERY = {("amp", ""), ("amp", "1"), ("amp", "true"), ("outputtype", "amp")}
_OTHER_HOSTS = ("www.", "amp.", "m.", "mobile.")


def address_key(address: str) -> str:
    """Returns what an address and its other spellings share: no scheme, no "www.", no trackers, no fragment,
    no mark of a page for telephones. Empty for what is no address."""
    try:
        parts = urlsplit(normalize_url(urlsplit(address)._replace(fragment="").geturl()))
        host, port = plain_host(parts.hostname or ""), parts.port
    except ValueError:
        return ""
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    query = urlencode(sorted(pair for pair in pairs if (pair[0].lower(), pair[1].lower()) not in _AMP_QUERY))
    path = parts.path.rstrip("/")
    path = path.removesuffix("/amp").removesuffix(".amp").rstrip("/")
    shown = f"{host}:{port}" if port not in (None, 80, 443) else host
    return f"{shown}{path}" + (f"?{query}" if query else "") if host else ""


def same_site(first: str, second: str) -> bool:
    """Whether two addresses are of one site: what a page says of another site's pages proves nothing."""
    try:
        hosts = {plain_host(urlsplit(address).hostname or "") for address in (first, second)}
    except ValueError:
        return False
    return len(hosts) == 1 and "" not in hosts


def same_owner(first: str, second: str) -> bool:
    """Whether two addresses are below one registered domain, or of one site where there is none."""
    domains = {extract_domain(address) for address in (first, second)}
    return same_site(first, second) or (len(domains) == 1 and None not in domains)


def plain_host(host: str) -> str:
    """Returns a host without what marks another edition of it."""
    host = host.lower().rstrip(".")
    for mark in _OTHER_HOSTS:
        if host.startswith(mark) and host.count(".") > 1:
            return host.removeprefix(mark)
    return host
