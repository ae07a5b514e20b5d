"""What stands on a start page is new."""

from sqlalchemy.orm import Session

from portal.access import Role
from portal.db import session
from portal.messages.models import Notice
from portal.messages.service import SHOWN_FOR, list_notices, news, notify
from tests.clubs import ground


def test_a_notice_leaves_the_start_page_after_two_weeks(work: Session) -> None:
    chair = ground.coordinator(ground.club())
    notify(Role.COORDINATOR, next(iter(chair.scopes(Role.COORDINATOR))), "phone_known")
    assert [notice.template for notice in news(chair, limit=3)] == ["phone_known"]
    session().query(Notice).one().made_at -= SHOWN_FOR
    assert news(chair, limit=3) == []
    assert len(list_notices(chair)) == 1
