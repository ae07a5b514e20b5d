"""A small world of training: providers with their people, courses and classes."""

from datetime import date, timedelta
from typing import Any

from portal import clock
from portal.access import Actor, Held, Role
from portal.accounts.models import Post, User
from portal.accounts.service import passwords
from portal.db import session
from portal.training.models import Approval, Course, Provider, TrainingClass
from tests.pages import PASSWORD

TRANG_DAI = "25993"


def provider(name: str = "Trung tâm Tân Phong", **values: Any) -> Provider:
    """An approved provider in Đồng Nai."""
    made = Provider(
        **{
            "name": name,
            "commune_code": TRANG_DAI,
            "phone": "0251 3822 501",
            "email": "daotao@example.vn",
            "approval": Approval.APPROVED,
            "registered_at": clock.now(),
            **values,
        }
    )
    session().add(made)
    session().flush()
    return made


def course(of: Provider, **values: Any) -> Course:
    """A course of a provider."""
    made = Course(
        **{
            "provider_id": of.id,
            "title": "Hàn MIG/MAG cơ bản",
            "occupation": "7212",
            "level": "elementary",
            "hours": 320,
            "certificate": True,
            **values,
        }
    )
    session().add(made)
    session().flush()
    return made


def held(of: Course, **values: Any) -> TrainingClass:
    """A class that begins in two weeks and takes people for one more."""
    day = clock.today()
    made = TrainingClass(
        **{
            "course_id": of.id,
            "commune_code": TRANG_DAI,
            "starts_on": day + timedelta(days=14),
            "ends_on": day + timedelta(days=104),
            "enrol_by": day + timedelta(days=7),
            "shifts": 0b00011,
            "seats": 2,
            **values,
        }
    )
    session().add(made)
    session().flush()
    return made


SEEN: dict[str, Any] = {"papers": 1, "paper_number": "12/GCN", "paper_on": date(2026, 5, 4)}


def begun(of: Course, **values: Any) -> TrainingClass:
    """A class that has gone on for ten days."""
    day = clock.today()
    days = {"starts_on": day - timedelta(days=10), "enrol_by": day, "seats": 8}
    return held(of, **{**days, **values})


def acting_for(of: Provider) -> Actor:
    """Someone who acts for the provider."""
    return Actor("-", (Held(Role.PROVIDER, of.pid),))


def officer_of(place: str) -> Actor:
    """A programme officer of a place."""
    return Actor("-", (Held(Role.OFFICER, place),))


def user(login: str, role: Role, scope: str) -> None:
    """Someone who can sign in."""
    made = User(login=login, password_hash=passwords.hashed(PASSWORD), created_at=clock.now())
    session().add(made)
    session().flush()
    session().add(Post(user_id=made.id, role=role, scope=scope, from_on=clock.today()))
    session().flush()


def provider_of(a_class: TrainingClass) -> Provider:
    """Whose class it is."""
    of = session().get_one(Course, a_class.course_id)
    return session().get_one(Provider, of.provider_id)
