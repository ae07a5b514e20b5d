"""A member's own pages about work and classes: what fits, what they did about it."""

from portal.matching import labels
from portal.matching.wording import missing_said
from portal.web import blueprint

bp = blueprint("matching", __name__, sites=("inside",))
for _say in (labels.step_state, labels.answer_said, labels.can_end, labels.part_said, missing_said):
    bp.add_app_template_filter(_say)

# they hang their addresses on the room
from portal.matching.views import (
    aid,
    applications,
    blocked,
    carrying,
    classes,
    courses,
    jobs,
    offers,
    searches,
    seats,
    standing_in,
)
