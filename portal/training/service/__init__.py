"""What may happen with providers, courses, classes and rosters; the rooms above ask here."""

from portal.training.service.aid import days_by_hours, estimate_aid, load_aid
from portal.training.service.classes import cancel_class, edit_class, get_class, open_class
from portal.training.service.courses import edit_course, get_course, publish_course, taught_by
from portal.training.service.offers import (
    Wanted,
    choices,
    list_open_courses,
    next_classes,
    show_open_course,
    turn_of_day,
)
from portal.training.service.overview import list_own_classes, list_own_courses, start_facts
from portal.training.service.providers import (
    decide,
    get_provider,
    list_providers,
    own_provider,
    refusal_reason,
    register_provider,
)
from portal.training.service.roster import (
    add_learner,
    answer_offer,
    give_certificate,
    mark,
    outcomes,
    read_learner,
    read_roster,
)
from portal.training.service.scope import (
    open_classes,
    open_courses,
    visible_classes,
    visible_courses,
    visible_learners,
    visible_providers,
)
from portal.training.service.seats import (
    accept,
    decline,
    enrol,
    offer_seats,
    offers_to_care_for,
    withdraw,
)
from portal.training.service.timetables import (
    days_of,
    keep_agreeing_hours,
    timetable_of,
    timetables_of,
)
from portal.training.service.timetables import said as timetable_said

__all__ = [
    "Wanted",
    "accept",
    "add_learner",
    "answer_offer",
    "cancel_class",
    "choices",
    "days_by_hours",
    "days_of",
    "decide",
    "decline",
    "edit_class",
    "edit_course",
    "enrol",
    "estimate_aid",
    "get_class",
    "get_course",
    "get_provider",
    "give_certificate",
    "keep_agreeing_hours",
    "list_open_courses",
    "list_own_classes",
    "list_own_courses",
    "list_providers",
    "load_aid",
    "mark",
    "next_classes",
    "offer_seats",
    "offers_to_care_for",
    "open_class",
    "open_classes",
    "open_courses",
    "outcomes",
    "own_provider",
    "publish_course",
    "read_learner",
    "read_roster",
    "refusal_reason",
    "register_provider",
    "show_open_course",
    "start_facts",
    "taught_by",
    "timetable_of",
    "timetable_said",
    "timetables_of",
    "turn_of_day",
    "visible_classes",
    "visible_courses",
    "visible_learners",
    "visible_providers",
    "withdraw",
]
