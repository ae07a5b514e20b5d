"""The two indexes: outside (jobs, courses) and inside (clubs, counselling points).

A site holds its own only, and `all` holds both; they are kept apart as the two sites are.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from itertools import chain, groupby

from sqlalchemy import Engine as Database

from portal.config import Settings
from portal.search.postgres_engine import PostgresEngine
from portal.search.protocol import Engine, Entry, Filters, Found, Reach
from portal.search.whoosh_engine import WhooshEngine

KINDS = {"outside": ("job", "course"), "inside": ("club", "counselling_point")}
SITES = {"all": ("outside", "inside"), "public": ("outside",), "inside": ("inside",)}


def open_rooms(settings: Settings, database: Database) -> "Rooms":
    """The indexes of this site: in the database if it is PostgreSQL, else in the data folder."""
    return Rooms({name: _engine(name, settings, database) for name in SITES[settings.site]})


def _engine(name: str, settings: Settings, database: Database) -> Engine:
    if database.dialect.name == "postgresql":
        return PostgresEngine(database, f"search_{name}")
    return WhooshEngine(settings.data_dir / "index" / name)


class Rooms:
    """The indexes of a site as one: each kind goes to its own, an answer may come from both."""

    def __init__(self, engines: Mapping[str, Engine]) -> None:
        self._rooms = [(engine, KINDS[name]) for name, engine in engines.items()]
        self._of = {kind: engine for engine, kinds in self._rooms for kind in kinds}

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds that this site finds."""
        return tuple(self._of)

    def put(self, entries: Iterable[Entry]) -> None:
        """Add entries; one with a known kind and id takes the old one's place."""
        by_kind = sorted(entries, key=lambda entry: entry.kind)
        for kind, same in groupby(by_kind, key=lambda entry: entry.kind):
            self._of[kind].put(same)

    def remove(self, kind: str, ids: Iterable[str]) -> None:
        """Forget entries; unknown ids do no harm."""
        self._of[kind].remove(kind, ids)

    def rebuild(self, sources: Mapping[str, Callable[[], Iterable[Entry]]]) -> None:
        """Make the indexes anew from what `sources` gives for each kind; {} makes them empty."""
        for engine, kinds in self._rooms:
            given = (sources[kind] for kind in kinds if kind in sources)
            engine.rebuild(chain.from_iterable(source() for source in given))

    def find(
        self,
        text: str,
        kinds: Collection[str] = (),
        filters: Filters | None = None,
        limit: int = 50,
    ) -> Found:
        """As `Engine.find`, over the indexes that hold the kinds: the lowest step that finds."""
        asked = [
            engine.find(text, wanted, filters, limit)
            for engine, held in self._rooms
            if (wanted := [kind for kind in held if kind in kinds or not kinds])
        ]
        reach = min((found.reach for found in asked if found.hits), default=Reach.ALL)
        return _merged([found for found in asked if found.reach is reach], reach, limit)

    def usable(self) -> bool:
        """Whether all can be read."""
        return all(engine.usable() for engine, _ in self._rooms)


def _merged(asked: list[Found], reach: Reach, limit: int) -> Found:
    hits = sorted(chain.from_iterable(found.hits for found in asked))
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for found in asked:
        for facet, values in found.counts.items():
            counts[facet].update(values)
    return Found(tuple(hits[:limit]), dict(counts), reach)
