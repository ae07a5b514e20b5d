"""What may happen with employers, vacancies and applications, by noun."""

from portal.jobs.service.applications import (
    answer_application,
    apply,
    expire_applications,
    get_application,
    visible_applications,
    withdraw_application,
)
from portal.jobs.service.employers import (
    get_employer,
    list_employers,
    own_employer,
    refuse_employer,
    register_employer,
    set_pledged,
    verify_employer,
    visible_employers,
)
from portal.jobs.service.open import (
    choices,
    get_open_vacancy,
    list_open_vacancies,
    open_vacancies,
    turn_of_day,
)
from portal.jobs.service.start import employer_start
from portal.jobs.service.vacancies import (
    close_vacancy,
    edit_vacancy,
    get_vacancy,
    list_vacancies,
    list_warned,
    post_vacancy,
    skills_of,
    take_seat,
    visible_vacancies,
)

__all__ = [
    "answer_application",
    "apply",
    "choices",
    "close_vacancy",
    "edit_vacancy",
    "employer_start",
    "expire_applications",
    "get_application",
    "get_employer",
    "get_open_vacancy",
    "get_vacancy",
    "list_employers",
    "list_open_vacancies",
    "list_vacancies",
    "list_warned",
    "open_vacancies",
    "own_employer",
    "post_vacancy",
    "refuse_employer",
    "register_employer",
    "set_pledged",
    "skills_of",
    "take_seat",
    "turn_of_day",
    "verify_employer",
    "visible_applications",
    "visible_employers",
    "visible_vacancies",
    "withdraw_application",
]
