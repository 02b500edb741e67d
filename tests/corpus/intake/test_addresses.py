import pytest

from corpus.intake.addresses import allowed_ips, check_address, is_allowed
from corpus.intake.types import AddressRefused, Rules

RULES = Rules()


@pytest.mark.parametrize(
    "address",
    [
        "https://a.example/news",
        "http://a.example:80/",
        "https://a.example:443/x?y=1#z",
        "http://[2606:4700::1]/",
    ],
)
def test_http_and_https_on_their_ports_may_be_asked(address: str) -> None:
    assert check_address(address, RULES).hostname


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("ftp://a.example/x", "http and https"),
        ("file:///etc/passwd", "http and https"),
        ("gopher://a.example/", "http and https"),
        ("javascript:alert(1)", "http and https"),
        ("//a.example/x", "http and https"),
        ("http:///x", "names no server"),
        ("http://user:secret@a.example/", "password"),
        ("http://user@a.example/", "password"),
        ("http://@a.example/", "password"),
        ("http://a.example:22/", "Port 22"),
        ("https://a.example:8443/", "Port 8443"),
        ("http://a.example:0/", "Port 0"),
        ("http://a.example:99999/", "no address"),
        ("http://[::1/", "no address"),
        ("http://a.example/a b", "blanks"),
        ("http://a.example/a\nHost: b", "blanks"),
        ("http://a.example/" + "x" * 3000, "2000 characters"),
    ],
)
def test_another_scheme_credentials_and_other_ports_are_refused(address: str, said: str) -> None:
    with pytest.raises(AddressRefused, match=said):
        check_address(address, RULES)


def test_a_refused_address_is_not_repeated_with_its_password() -> None:
    with pytest.raises(AddressRefused) as refused:
        check_address("http://user:secret@a.example/", RULES)
    assert "secret" not in str(refused.value)


def test_a_setting_allows_more_ports() -> None:
    assert check_address("http://a.example:8080/", Rules(ports=frozenset({8080}))).port == 8080


@pytest.mark.parametrize("ip", ["93.184.216.34", "8.8.8.8", "2606:4700::6810:84e5", "2a00:1450:4001::1"])
def test_public_addresses_may_be_connected_to(ip: str) -> None:
    assert is_allowed(ip, RULES)


@pytest.mark.parametrize(
    "ip",
    [
        *("127.0.0.1", "127.8.8.8", "0.0.0.0", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1"),
        *("169.254.169.254", "169.254.0.1"),  # the metadata of most clouds
        *("100.64.0.1", "100.100.100.200"),  # shared by providers; metadata of another cloud
        *("168.63.129.16", "192.0.0.192"),  # services inside clouds
        *("192.0.2.1", "198.51.100.1", "203.0.113.1", "198.18.0.1", "192.88.99.1"),
        *("224.0.0.1", "239.255.255.255", "240.0.0.1", "255.255.255.255"),
        *("::", "::1", "fe80::1", "fe80::1%lo", "fc00::1", "fd00:ec2::254", "fec0::1", "ff02::1"),
        *("::ffff:127.0.0.1", "::ffff:8.8.8.8", "::127.0.0.1", "::ffff:0:127.0.0.1"),
        *("64:ff9b::7f00:1", "64:ff9b:1::7f00:1"),  # translated by NAT64
        *("2002:7f00:1::", "2001:0:7f00:1::", "2001:db8::1", "3fff::1", "100::1", "5f00::1"),
        "2a00:1450::200:5efe:127.0.0.1",  # an IPv4 address tunnelled by ISATAP
        *("not an address", ""),
    ],
)
def test_no_other_address_may(ip: str) -> None:
    assert not is_allowed(ip, RULES)


def test_of_a_names_addresses_the_public_ones_are_tried() -> None:
    assert allowed_ips("a.example", ["10.0.0.1", "8.8.8.8", "8.8.4.4"], RULES) == ["8.8.8.8", "8.8.4.4"]


@pytest.mark.parametrize("found", [[], ["127.0.0.1"], ["10.0.0.1", "::1"]])
def test_a_name_without_a_public_address_is_refused(found: list[str]) -> None:
    with pytest.raises(AddressRefused, match=r"a\.example"):
        allowed_ips("a.example", found, RULES)


def test_a_setting_allows_private_addresses_but_never_many_receivers() -> None:
    allowed = Rules(private=True)
    assert all(is_allowed(ip, allowed) for ip in ("127.0.0.1", "::1", "10.0.0.1"))
    assert not any(is_allowed(ip, allowed) for ip in ("224.0.0.1", "0.0.0.0", "ff02::1"))
