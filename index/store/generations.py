"""The generations of an index: records in a collection of their own, of which the newest is the pointer."""

import base64
import binascii
import uuid
import zlib

import numpy as np

from index.store.client import Client
from index.store.errors import damaged
from index.store.manifest import Manifest, from_json, to_json
from index.store.record import Metadata
from index.types import NoIndex, SegmentGone, StoreDamaged, UpdateUnderWay

COLLECTION = "modelscape-generations"
KEPT = 2  # readers that still serve the one before the newest must find it

_NOWHERE = np.ones((1, 1), np.float32)  # Chroma wants a vector


class Generations:
    """Reads and publishes generations."""

    def __init__(self, client: Client) -> None:
        self._client = client

    def numbers(self) -> list[int]:
        """Returns the generations that are kept, oldest first; reads ids alone."""
        try:
            ids = self._client.ids(COLLECTION)
        except SegmentGone:
            return []
        return sorted(int(name) for name in ids if name.isdecimal())

    def read(self, generation: int | None = None) -> Manifest:
        """Returns a generation, the newest if None. Raises NoIndex, StoreDamaged, or SegmentGone for one
        that is no longer kept."""
        if generation is None:
            generation = max(self.numbers(), default=None)
        if generation is None:
            raise NoIndex("There is no index yet: run `modelscape index`")
        found = self._client.records(COLLECTION, [_name(generation)]).get(_name(generation))
        if found is None:
            raise SegmentGone(f"Generation {generation} of the index is no longer kept: ask again")
        manifest = self._unpacked(found[1].get("manifest"))
        if manifest.generation != generation:
            raise damaged(self._client.place, "says that it is another generation than it is")
        return manifest

    def publish(self, manifest: Manifest) -> None:
        """Moves the pointer. Raises UpdateUnderWay where another update was faster; nothing is lost then."""
        newest = max(self.numbers(), default=None)
        if newest is not None and manifest.generation != newest + 1:
            raise _overtaken(manifest)
        self._client.create(COLLECTION, manifest.created.isoformat(), exist_ok=True)
        token = uuid.uuid4().hex
        record: Metadata = {"manifest": _packed(manifest), "token": token}
        # An id that is there already is left as it is: of two writers, the first wins.
        self._client.add(COLLECTION, [_name(manifest.generation)], _NOWHERE, [record])
        found = self._client.records(COLLECTION, [_name(manifest.generation)]).get(_name(manifest.generation))
        if found is None or found[1].get("token") != token or max(self.numbers()) != manifest.generation:
            raise _overtaken(manifest)

    def forget_old(self) -> None:
        """Removes all generations but the newest two."""
        old = self.numbers()[:-KEPT]
        if old:
            self._client.remove(COLLECTION, [_name(n) for n in old])

    def _unpacked(self, packed: object) -> Manifest:
        try:
            return from_json(zlib.decompress(base64.b64decode(str(packed), validate=True)).decode())
        except (binascii.Error, zlib.error, UnicodeDecodeError, StoreDamaged) as error:
            raise damaged(self._client.place, "has a list of contents that can't be read") from error


def _name(generation: int) -> str:
    return f"{generation:08d}"


def _packed(manifest: Manifest) -> str:
    """A sixth of its size: 2,000 articles take 170 kB, and Chroma indexes what it is given."""
    return base64.b64encode(zlib.compress(to_json(manifest).encode())).decode("ascii")


def _overtaken(manifest: Manifest) -> UpdateUnderWay:
    return UpdateUnderWay(
        f"another update of this index is under way and has published generation {manifest.generation} or a later "
        "one: run this one again"
    )
