"""What may happen on a person's way, by noun."""

from portal.journeys.service.applying import (
    REASONS,
    TELLABLE,
    apply_to_pledged,
    note_applied_plainly,
    reconsider,
    shown_to_employer,
    turn_down,
)
from portal.journeys.service.centres import (
    add_centre,
    centres_around,
    edit_centre,
    enter_flow,
    flows_of,
    get_centre,
    list_centres,
)
from portal.journeys.service.cv import draft_cv, sheet_for_centre, write_cv
from portal.journeys.service.hearing import (
    hear_answer,
    hear_class_result,
    tell_class_cancelled,
    tell_seat_found,
    tell_seat_lost,
)
from portal.journeys.service.joining import enrol_in_class
from portal.journeys.service.lessons import Lessons, own_lessons
from portal.journeys.service.looking_back import (
    Taken,
    get_own_taken,
    is_open,
    steps_of,
    steps_towards,
)
from portal.journeys.service.needs import meet_need, needs_of, record_need, visible_needs
from portal.journeys.service.openings import open_class, open_vacancy, pledged_vacancy
from portal.journeys.service.relaying import make_sheet, own_sheet, wanted_work
from portal.journeys.service.retention import (
    checks_due,
    get_placement,
    placements_of,
    record_retention,
)
from portal.journeys.service.seat_offers import accept_seat, decline_seat, get_own_seat_offer
from portal.journeys.service.steps import end_step, withdraw_consent

__all__ = [
    "REASONS",
    "TELLABLE",
    "Lessons",
    "Taken",
    "accept_seat",
    "add_centre",
    "apply_to_pledged",
    "centres_around",
    "checks_due",
    "decline_seat",
    "draft_cv",
    "edit_centre",
    "end_step",
    "enrol_in_class",
    "enter_flow",
    "flows_of",
    "get_centre",
    "get_own_seat_offer",
    "get_own_taken",
    "get_placement",
    "hear_answer",
    "hear_class_result",
    "is_open",
    "list_centres",
    "make_sheet",
    "meet_need",
    "needs_of",
    "note_applied_plainly",
    "open_class",
    "open_vacancy",
    "own_lessons",
    "own_sheet",
    "placements_of",
    "pledged_vacancy",
    "reconsider",
    "record_need",
    "record_retention",
    "sheet_for_centre",
    "shown_to_employer",
    "steps_of",
    "steps_towards",
    "tell_class_cancelled",
    "tell_seat_found",
    "tell_seat_lost",
    "turn_down",
    "visible_needs",
    "wanted_work",
    "withdraw_consent",
    "write_cv",
]
