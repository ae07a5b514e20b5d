"""Addresses of open jobs, of an employer's own vacancies, and of the officer's employers."""

from portal.jobs import fair_words, words
from portal.web import blueprint

bp = blueprint("jobs", __name__)
PUBLIC = ("public",)
INSIDE = ("inside",)

for _say in (
    fair_words.channel,
    fair_words.fair_hours,
    fair_words.fair_said,
    fair_words.fair_state,
    words.event,
    words.listed,
    words.pay,
    words.place_name,
    words.shifts,
    words.standing,
    words.suitable,
):
    bp.add_app_template_filter(_say)
bp.add_app_template_global(words.vacancy_state)

# they hang their addresses on the room
from portal.jobs.views import (
    applications,
    drafts,
    employers,
    fairs,
    hiring,
    keeping,
    open,
    own_employer,
    registering,
    reports,
)
