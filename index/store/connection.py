"""The connection to Chroma, embedded or served: the one file that knows Chroma, and no type of it leaves
this package."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from chromadb.api import ServerAPI
from chromadb.api.models.Collection import Collection
from chromadb.config import Settings, System
from chromadb.errors import ChromaError, InternalError, NotFoundError, error_types

from index.store import wire
from index.store.errors import explained
from index.store.place import Embedded, Place, Server
from index.types import SegmentGone, StoreError


class Connection:
    """Opens Chroma, and anew after a failure. Several threads may use it."""

    def __init__(self, place: Place) -> None:
        """Raises StoreError where the store can't be opened."""
        self.place = place
        self.where = {"tenant": place.tenant, "database": place.database}
        self._system: Any = None
        self._handles: dict[str, Any] = {}
        self._changing = threading.RLock()
        try:
            with self.api() as api:
                if isinstance(place, Server):  # a wrong address or token is found here, at little cost
                    api.heartbeat()
                    api.count_collections(**self.where)
        except (KeyError, TypeError, ValueError) as error:
            if not isinstance(place, Server):
                raise
            raise wire.stranger(place) from error

    def close(self) -> None:
        """Ends the connection."""
        with self._changing:
            self._handles.clear()
            system, self._system = self._system, None
            if system is not None:
                system.stop()

    @contextmanager
    def api(self) -> Iterator[Any]:
        """Yields Chroma's API; what it and its HTTP client raise becomes StoreError, SegmentGone for a
        collection that is not there."""
        with _translating(self.place):
            system = self._opened()
            try:
                yield system.instance(ServerAPI)
            except AttributeError as error:
                if system is self._system:
                    raise
                raise StoreError("The store failed in another thread and was closed: try again") from error
            except BaseException as error:
                if isinstance(error, InternalError) or _is_panic(error):
                    self._renounce()
                raise

    def collection(self, api: Any, name: str) -> Any:
        """Returns a handle on a collection."""
        handle = self._handles.get(name)
        if handle is None:
            model = api.get_collection(name, **self.where)
            handle = Collection(client=api, model=model, embedding_function=None)
            self._handles[name] = handle
        return handle

    def forget(self, name: str) -> None:
        """Drops a handle, as another collection may have its name now."""
        self._handles.pop(name, None)

    def _opened(self) -> Any:
        with self._changing:
            if self._system is None:
                self._system = _started(self.place)
            return self._system

    def _renounce(self) -> None:
        """Lets go of a folder after a failure, at once: a write that failed (a full disk) leaves its lock
        with a connection of Chroma's pool, and the next write would wait for it for ever."""
        if isinstance(self.place, Embedded):
            self.close()


def _started(place: Place) -> Any:
    """Starts Chroma's parts. Its own HttpClient makes its first calls before a timeout could be set, so
    the parts are put together here as it does it."""
    system = System(_settings(place))
    api = system.instance(ServerAPI)
    if isinstance(place, Server):
        wire.bound(api._session, place, error_types)
    system.start()
    return system


def _settings(place: Place) -> Any:
    """Chroma's settings; `_env_file=None`, since it would read the .env in the current folder."""
    if isinstance(place, Embedded):
        where: dict[str, Any] = {"is_persistent": True, "persist_directory": str(place.folder)}
    else:
        where = {
            "chroma_api_impl": "chromadb.api.fastapi.FastAPI",
            "chroma_server_host": place.url,
            "chroma_server_http_port": 0,  # it asks for one, and takes the address's
            "chroma_server_headers": wire.headers(place),
        }
    return Settings(_env_file=None, anonymized_telemetry=False, **where)


@contextmanager
def _translating(place: Place) -> Iterator[None]:
    try:
        yield
    except NotFoundError as error:
        raise SegmentGone("The index was changed meanwhile: ask again") from error
    except wire.Failure as error:
        if not isinstance(place, Server):
            raise
        raise wire.unreachable(error, place) from error
    except ChromaError as error:
        raise explained(str(error), place) from error
    except json.JSONDecodeError as error:
        raise explained("its answer is cut off or is not JSON", place) from error
    except BaseException as error:
        if not _is_panic(error):
            raise
        raise explained(f"panicked: {error}", place) from error


def _is_panic(error: BaseException) -> bool:
    """Whether Chroma's Rust gave up; the class has no name to import and is no Exception."""
    return type(error).__name__ == "PanicException"
