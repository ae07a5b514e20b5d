"""An officer asks for a paper, the worker makes it, and only the officer gets it."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from typing import Any

import pytest
from sqlalchemy import Engine, select

from portal import clock
from portal.accounts.models import Post, User
from portal.accounts.service import passwords
from portal.audit import AuditRow
from portal.chores import JOBS
from portal.config import Settings
from portal.db import session, transaction
from portal.i18n import speaking
from portal.installation import Installation
from portal.messages import worker
from portal.messages.models import OutboxRow
from portal.targets.models import ReportJob
from portal.targets.reports.formats import FORMATS
from portal.targets.service import papers as service
from portal.vault import Vault
from tests.databases import on_sqlite
from tests.pages import PASSWORD, Page, Visitor
from tests.targets import papers
from tests.targets.papers import TRANG_DAI
from tests.targets.province import save

Work = Callable[[], int]


@pytest.fixture(autouse=True)
def province(engine: Engine, settings: Settings) -> None:
    """A small province, its officer, another officer of it, and one of a commune."""
    clock.fix(settings.today)
    with transaction(engine, immediate=True, info={"vault": Vault(settings.data_key)}):
        papers.fill()
        for login, scope in (("officer", "75"), ("colleague", "75"), ("commune", TRANG_DAI)):
            user = save(
                User(
                    login=login,
                    name="Bà Hạnh",
                    password_hash=passwords.hashed(PASSWORD),
                    created_at=clock.now(),
                )
            )
            save(Post(user_id=user.id, role="officer", scope=scope, from_on=date(2026, 1, 1)))


@pytest.fixture
def work(installation: Installation) -> Work:
    """Let the worker do all that is due, in the language that it speaks."""

    def drain() -> int:
        with speaking("en"):
            return worker.drain(partial(installation.transaction, writes=True), JOBS)

    return drain


def _asked(visitor: Visitor, **typed: Any) -> Page:
    return visitor.get("/targets/papers/new").submit("Lập văn bản", **typed)


@on_sqlite
def test_a_paper_is_asked_for_made_and_fetched(
    visitor: Visitor, work: Work, engine: Engine
) -> None:
    visitor.sign_in("officer")
    assert "Chưa lập văn bản nào" in visitor.get("/targets/papers")
    page = _asked(visitor, period="2026-Q3", signed_by="Trần Thị Hạnh")
    assert "Văn bản đang chờ đến lượt." in page
    assert work() == 1
    page = visitor.get(page.path)
    assert "Văn bản đã xong" in page
    for ending in ("docx", "pdf", "xlsx", "json"):
        answer = visitor.client.get(f"{page.path}/file.{ending}")
        assert answer.status_code == 200
        assert answer.mimetype == FORMATS[ending].mimetype
        named = f'attachment; filename="bao-cao-2026-Q3.{ending}"'
        assert answer.headers["Content-Disposition"] == named
        assert answer.headers["Cache-Control"] == "no-store"
    paper = page.follow("Đọc và in")
    for words in ("Độc lập - Tự do - Hạnh phúc", "Trần Thị Hạnh", "Nơi nhận:"):
        assert words in paper
    assert [link.get("href") for link in paper.all("link")] == ["/static/paper.css"]
    with transaction(engine, immediate=False):
        fetched = select(AuditRow.reason).where(AuditRow.action == "fetch_paper")
        assert session().scalars(fetched.order_by(AuditRow.id)).all() == [
            *("docx", "pdf", "xlsx", "json", "html")
        ]
    assert "Đã xong" in visitor.get("/targets/papers")
    assert 'value="Trần Thị Hạnh"' in visitor.get("/targets/papers/new").text


@on_sqlite
def test_it_tells_how_far_it_is_and_is_watched_by_htmx(
    visitor: Visitor, installation: Installation
) -> None:
    visitor.sign_in("officer")
    page = _asked(visitor)
    with installation.transaction(writes=True):
        job = session().scalars(select(ReportJob)).one()
        job.state, job.steps_done, job.steps_all = "running", 3, 11
    swap = visitor.get(page.path, headers={"HX-Request": "true"})
    assert "Xong 3 trên 11 bước." in swap
    assert 'hx-trigger="every 2s"' in swap.text
    assert "<main" not in swap.text


@on_sqlite
def test_only_who_asked_gets_it_while_the_post_lasts(
    visitor: Visitor, work: Work, installation: Installation
) -> None:
    visitor.sign_in("officer")
    path = _asked(visitor).path
    work()
    stranger = Visitor(visitor.app)
    stranger.sign_in("colleague")
    for end in ("", "/page", "/file.pdf"):
        stranger.get(f"{path}{end}", status=404)
    with installation.transaction(writes=True):
        owner = session().scalars(select(User).where(User.login == "officer")).one()
        post = session().scalars(select(Post).where(Post.user_id == owner.id)).one()
        post.scope = "48"
    for end in ("", "/page", "/file.pdf"):
        visitor.get(f"{path}{end}", status=404)
    assert "Chưa lập văn bản nào" in visitor.get("/targets/papers")


@on_sqlite
@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({"place_code": TRANG_DAI, "first": "2026-05-20", "last": "2026-03-01"}, "ngày đầu"),
        ({"first": "2026-05-20"}, "cả hai ngày"),
        ({"first": "2027-05-20", "last": "2027-06-01"}, "chưa bắt đầu"),
    ],
)
def test_what_cannot_be_made_is_refused_at_once(
    visitor: Visitor, typed: dict[str, str], says: str
) -> None:
    visitor.sign_in("officer")
    page = visitor.get("/targets/papers/new").submit("Lập văn bản", status=422, **typed)
    assert says in page


@on_sqlite
def test_a_place_of_others_cannot_be_chosen(visitor: Visitor) -> None:
    visitor.sign_in("commune")
    visitor.get("/targets/papers/new").submit("Lập văn bản", status=422, place_code="75")


@on_sqlite
def test_an_ad_hoc_paper_of_a_commune(visitor: Visitor, work: Work) -> None:
    visitor.sign_in("commune")
    page = _asked(visitor, first="2026-03-01", last="2026-05-20")
    work()
    name = visitor.client.get(f"{page.path}/file.docx").headers["Content-Disposition"]
    assert 'filename="bao-cao-2026-03-01_2026-05-20.docx"' in name
    assert "PHƯỜNG TRẢNG DÀI" in visitor.get(f"{page.path}/page")


@on_sqlite
def test_a_failure_is_said_in_words_and_tried_again(
    visitor: Visitor, work: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise OSError("disk full")

    visitor.sign_in("officer")
    path = _asked(visitor).path
    with monkeypatch.context() as patch:
        patch.setattr(service, "official_report", broken)
        work()
    failed = visitor.get(path)
    assert "Máy chủ gặp lỗi khi lập báo cáo. Mời thử lại." in failed
    assert "disk full" not in failed
    failed.submit("Thử lại")
    assert "đang chờ" in visitor.get(path)
    work()
    assert "Văn bản đã xong" in visitor.get(path)


def test_long_work_holds_up_no_writer_and_is_due_again_if_the_worker_dies(
    visitor: Visitor, installation: Installation, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = service.official_report

    def while_others_write(*asked: Any, **more: Any) -> Any:
        with installation.transaction(writes=True):
            row = session().scalars(select(OutboxRow).where(OutboxRow.kind == "paper")).one()
            assert row.done_at is None
            assert row.due_at > clock.now()
        return made(*asked, **more)

    visitor.sign_in("officer")
    path = _asked(visitor).path
    monkeypatch.setattr(service, "official_report", while_others_write)
    with speaking("en"):
        worker.drain(partial(installation.transaction, writes=True), JOBS)
    assert "Văn bản đã xong" in visitor.get(path)


@on_sqlite
def test_old_papers_are_deleted_with_their_files(
    visitor: Visitor, work: Work, installation: Installation, settings: Settings
) -> None:
    visitor.sign_in("officer")
    path = _asked(visitor).path
    work()
    kept = settings.data_dir / "files" / "reports"
    assert len(list(kept.iterdir())) == len(FORMATS)
    assert {file.stat().st_mode & 0o777 for file in kept.iterdir()} == {0o600}
    with installation.transaction(writes=True):
        session().scalars(select(ReportJob)).one().asked_at = clock.now() - timedelta(days=31)
        session().flush()
        service.forget_old()
    assert not list(kept.iterdir())
    visitor.get(path, status=404)
