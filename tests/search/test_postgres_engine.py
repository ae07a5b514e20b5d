"""What is PostgreSQL's own: a table that may be missing, of another shape, or locked."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine, text

from portal.search import postgres_engine
from portal.search.postgres_engine import PostgresEngine
from portal.search.protocol import Entry, IndexBusy, IndexUnusable

pytestmark = pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)


def job(code: str) -> Entry:
    return Entry("job", code, "Phụ hồ")


@pytest.fixture
def index(engine: Engine) -> PostgresEngine:
    return PostgresEngine(engine, "search_outside")


def test_a_missing_table_is_told(index: PostgresEngine) -> None:
    assert not index.usable()
    for use in (lambda: index.find("hồ"), lambda: index.put([job("1")])):
        with pytest.raises(IndexUnusable, match=r"search_outside.*portal index rebuild"):
            use()


def test_a_table_of_another_shape_is_made_anew(engine: Engine, index: PostgresEngine) -> None:
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE search_outside (kind TEXT)"))
    assert not index.usable()
    index.rebuild([job("1")])
    assert index.usable()
    assert index.find("hồ").total == 1


def test_a_rebuild_is_read_past_and_makes_writers_wait(
    index: PostgresEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    index.rebuild([job("1")])
    monkeypatch.setattr(postgres_engine, "PATIENCE", "100ms")

    def slow() -> Iterator[Entry]:
        assert index.find("hồ").total == 1
        with pytest.raises(IndexBusy):
            index.put([job("2")])
        yield job("3")

    index.rebuild(slow())
    assert [hit.id for hit in index.find("hồ").hits] == ["3"]


def test_the_words_are_found_by_the_index(engine: Engine, index: PostgresEngine) -> None:
    index.rebuild(job(str(number)) for number in range(500))
    with engine.begin() as connection:
        connection.execute(text("SET LOCAL enable_seqscan = off"))
        plan = connection.scalars(
            text("EXPLAIN SELECT id FROM search_outside WHERE terms @@ '''ho'''::tsquery")
        )
        assert "ix_search_outside_terms" in "\n".join(plan)
