"""A small province of which a report tells: one club with a name that is a trap, classes, staff."""

from datetime import date, timedelta

from portal import clock
from portal.clubs.models import Club
from portal.db import session
from portal.targets.models import StaffTraining
from portal.targets.periods import read_period
from portal.targets.plans import plan_numbered
from portal.targets.reports.build import build_report
from portal.targets.reports.model import Report, Texts
from portal.training.models import Course, Learner, Provider, TrainingClass
from tests.targets.province import case, chair, client, club, join, meeting, save

TRANG_DAI, XUAN_AN = "25993", "26080"
TRAP, PHONE = "=1+1", "+84912345678"
HIDDEN = "Nguyễn Văn Kín"
TYPED = Texts(
    difficulties="Thành viên đi ca đêm.\nThiếu kinh phí.",
    proposals="Bố trí kinh phí năm 2027.",
    number="12",
    made_on=date(2026, 10, 5),
    signed_as="KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH",
    signed_by="Trần Thị Hạnh",
    recipients="Như trên\nLưu: VT, KGVX",
)


def fill() -> Club:
    """Two communes, 1.234 expected of nobody: one club with two meetings in the third quarter."""
    own = club(TRANG_DAI, date(2024, 8, 1), name=TRAP, decision=PHONE)
    chair(own, date(2024, 8, 1))
    people = [client(TRANG_DAI) for _ in range(3)]
    for person in people:
        person.name = HIDDEN
        join(own, person, date(2026, 1, 1))
        case(person, date(2026, 3, 1), date(2026, 3, 2))
    case(client(XUAN_AN), date(2026, 3, 1), date(2026, 4, 1))
    first, second, third = people
    meeting(own, date(2026, 7, 12), [(first, "present"), (second, "late"), (third, "absent")])
    meeting(own, date(2026, 8, 12), [(first, "present"), (second, "absent"), (third, "absent")])
    _train(own.commune_code)
    return own


def _train(commune: str) -> None:
    provider = save(
        Provider(name="Trung tâm Dạy nghề", commune_code=commune, registered_at=clock.now())
    )
    course = save(Course(provider_id=provider.id, title="Hàn điện", occupation="7212"))
    held = save(
        TrainingClass(
            course_id=course.id,
            commune_code=commune,
            starts_on=date(2026, 6, 1),
            ends_on=date(2026, 8, 1),
            enrol_by=date(2026, 5, 30),
            seats=20,
        )
    )
    for number in range(2):
        save(
            Learner(
                class_id=held.id,
                name=HIDDEN,
                standing="completed",
                joined_at=clock.now(),
                certificate_number=f"CC{number}",
                certified_on=date(2026, 8, 2) + timedelta(number),
            )
        )
    for day in (date(2026, 5, 5), None):
        save(
            StaffTraining(
                person_code=f"cb{day}",
                name="Lê Thị Cán Bộ",
                place_code=commune,
                role="cán bộ xã",
                course="Kỹ năng tư vấn",
                completed_on=day,
            )
        )
    session().flush()


def report(period: str = "2026-Q3", place: str = "75", texts: Texts = TYPED) -> Report:
    """The report of Đồng Nai on its plan."""
    return build_report(plan_numbered("257/KH-UBND"), place, read_period(period), texts=texts)
