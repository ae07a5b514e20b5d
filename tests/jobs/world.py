"""A small world of employers, vacancies and applications for the tests of jobs."""

from datetime import date, timedelta
from typing import Any

from portal import clock
from portal.access import Actor, Held, Role
from portal.accounts.models import Post, User
from portal.accounts.service import passwords
from portal.db import session
from portal.jobs import service
from portal.jobs.models import Application, Employer, Vacancy, Verification
from tests.pages import PASSWORD

TRAN_BIEN = "26041"
DONG_NAI = "75"
SOON = date(2026, 12, 31)
OFFICER = Actor("officer", (Held(Role.OFFICER, DONG_NAI),))
SEEN: dict[str, Any] = {
    "paper": "business",
    "paper_number": "3600123456",
    "paper_on": date(2020, 5, 4),
}
SIGNED: dict[str, Any] = {"signed_on": date(2026, 11, 2), "signed_by": "Trần Văn Tân, giám đốc"}
TERMS: dict[str, Any] = {
    "title": "Thợ hàn khung sắt",
    "description": "Hàn khung bàn ghế, kệ kho. Có thợ chính kèm.",
    "commune_code": TRAN_BIEN,
    "occupation": "7212",
    "education": 0,
    "wage_from": 8_000_000,
    "wage_to": 10_000_000,
    "shifts": 3,
    "demands": 0,
    "accommodation": True,
    "contract": "year",
    "min_age": 18,
    "seats": 2,
    "opens_on": None,
    "closes_on": SOON,
}


def employer(name: str = "Cơ khí Tân Phong", **values: Any) -> Employer:
    """An employer, verified unless it is said otherwise."""
    made = Employer(
        **{
            "name": name,
            "commune_code": TRAN_BIEN,
            "phone": "+842513822501",
            "email": "tuyendung@tanphong.vn",
            "verification": Verification.VERIFIED,
            "registered_at": clock.now(),
            **values,
        }
    )
    session().add(made)
    session().flush()
    return made


def acting_for(made: Employer) -> Actor:
    """Someone who acts for the employer."""
    return Actor(f"user of {made.pid}", (Held(Role.EMPLOYER, made.pid),))


def vacancy(made: Employer, **values: Any) -> Vacancy:
    """A lawful vacancy of the employer, changed as said."""
    skills = {"must_skills": values.pop("must_skills", []), "nice_skills": []}
    return service.post_vacancy(acting_for(made), **skills, **(TERMS | values))


def application(to: Vacancy) -> Application:
    """Somebody who applies, for a month."""
    return service.apply(
        to.pid,
        name="Lê Văn Tám",
        phone="+84912345678",
        about="Biết hàn MIG.",
        ends_on=clock.today() + timedelta(days=30),
    )


def user(login: str, role: Role, scope: str) -> None:
    """Someone who can sign in with the password of the demo."""
    made = User(
        login=login, name=login, password_hash=passwords.hashed(PASSWORD), created_at=clock.now()
    )
    session().add(made)
    session().flush()
    session().add(Post(user_id=made.id, role=role, scope=scope, from_on=clock.today()))
