"""Who may change what all servers share: pure."""

from collections.abc import Collection
from enum import Enum, auto


class Home(Enum):
    """Whether an admin's server may change the corpus."""

    ALLOWED = auto()
    NOT_A_HOME = auto()  # home servers are set, and it is none of them
    NOT_THE_OWNER = auto()  # none is set, and the bot is in several: its application's owner may


def home(server: int | None, home_servers: Collection[int], servers: int, is_owner: bool) -> Home:
    """Says whether somebody who may manage `server` may change the corpus. `servers` is how many the bot is in;
    where no home servers are set, the only one is it."""
    if home_servers:
        return Home.ALLOWED if server in home_servers else Home.NOT_A_HOME
    if is_owner or (server is not None and servers <= 1):
        return Home.ALLOWED
    return Home.NOT_THE_OWNER
