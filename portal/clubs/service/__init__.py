"""What may happen with clubs, by noun; the names that other rooms ask for stand here."""

from portal.clubs.service.attendance import figures_by_membership, history_of
from portal.clubs.service.best_slot import PARTS, slots_for, usual_hours
from portal.clubs.service.clubs import (
    clubs_of_client,
    commune_of,
    edit_club,
    found_club,
    get_club,
    get_own_club,
    own_clubs,
    shown_name,
    visible_clubs,
)
from portal.clubs.service.day import coordinators_day
from portal.clubs.service.directory import get_open_club, list_open_clubs, list_open_points
from portal.clubs.service.drifting import who_drifts
from portal.clubs.service.invitations import (
    answer_invitation,
    get_invitation,
    my_clubs,
    next_meeting,
    own_history,
    own_stays,
)
from portal.clubs.service.marking import corrections_of, is_correcting, record_attendance
from portal.clubs.service.meetings import (
    cancel_meeting,
    coming_meetings,
    edit_meeting,
    get_meeting,
    past_meetings,
    schedule_meeting,
    with_roll,
)
from portal.clubs.service.memberships import (
    add_member_by_card,
    add_new_member,
    end_membership,
    get_member,
    issue_card,
    list_members,
)
from portal.clubs.service.minutes import (
    draft_of,
    sign_minutes,
    signature_of,
    signed_once,
    versions_of,
    write_minutes,
)
from portal.clubs.service.overview import board_of, commune_name, life_of, list_clubs
from portal.clubs.service.planned import plan_ahead, series_date_of
from portal.clubs.service.plans import plan_of
from portal.clubs.service.roll import list_kinds, roll_of, tally_of
from portal.clubs.service.rule_entry import EXAMPLES, fields_of, plan_from
from portal.clubs.service.series import (
    change_series,
    create_series,
    end_series,
    get_series,
    next_days,
    preview,
    preview_change,
    series_of,
)
from portal.clubs.service.standing import move_club, moves_of
from portal.clubs.service.tasks import (
    edit_task,
    get_task,
    open_tasks,
    tasks_at,
    tasks_before,
    who_may_do,
)

__all__ = [
    "EXAMPLES",
    "PARTS",
    "add_member_by_card",
    "add_new_member",
    "answer_invitation",
    "board_of",
    "cancel_meeting",
    "change_series",
    "clubs_of_client",
    "coming_meetings",
    "commune_name",
    "commune_of",
    "coordinators_day",
    "corrections_of",
    "create_series",
    "draft_of",
    "edit_club",
    "edit_meeting",
    "edit_task",
    "end_membership",
    "end_series",
    "fields_of",
    "figures_by_membership",
    "found_club",
    "get_club",
    "get_invitation",
    "get_meeting",
    "get_member",
    "get_open_club",
    "get_own_club",
    "get_series",
    "get_task",
    "history_of",
    "is_correcting",
    "issue_card",
    "life_of",
    "list_clubs",
    "list_kinds",
    "list_members",
    "list_open_clubs",
    "list_open_points",
    "move_club",
    "moves_of",
    "my_clubs",
    "next_days",
    "next_meeting",
    "open_tasks",
    "own_clubs",
    "own_history",
    "own_stays",
    "past_meetings",
    "plan_ahead",
    "plan_from",
    "plan_of",
    "preview",
    "preview_change",
    "record_attendance",
    "roll_of",
    "schedule_meeting",
    "series_date_of",
    "series_of",
    "shown_name",
    "sign_minutes",
    "signature_of",
    "signed_once",
    "slots_for",
    "tally_of",
    "tasks_at",
    "tasks_before",
    "usual_hours",
    "versions_of",
    "visible_clubs",
    "who_drifts",
    "who_may_do",
    "with_roll",
    "write_minutes",
]
