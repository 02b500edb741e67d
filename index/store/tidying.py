"""Drops what no generation needs any more."""

from datetime import datetime, timedelta

from index.store.client import Client
from index.store.generations import Generations
from index.store.leftovers import remove_leftovers
from index.store.place import Embedded
from index.store.segments import unneeded

_ORPHANED = timedelta(days=1)  # on a server, a younger segment may belong to another's update under way


def tidy(client: Client, generations: Generations, now: datetime) -> list[str]:
    """Removes and names the segments that the kept generations don't name, and forgets the older ones
    first: a record must never outlive its segments. On a folder of our own, the caller is the one writer."""
    generations.forget_old()
    kept = [generations.read(number) for number in generations.numbers()]
    embedded = isinstance(client.place, Embedded)
    dropped = unneeded(client.names(), kept, before=None if embedded else now - _ORPHANED)
    for name in dropped:
        client.delete(name)
    if dropped and isinstance(client.place, Embedded):
        remove_leftovers(client.place.folder)
    return dropped
