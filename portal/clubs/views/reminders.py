"""/me/reminders, /members/<pid>/reminders, /clubs/<pid>/reminders, /meetings/<pid>/slips."""

from flask import Response, request, url_for
from werkzeug.wrappers import Response as BaseResponse

from portal.access import allow, coordinator, member
from portal.clubs import service
from portal.clubs.labels import CHANNEL_LABELS
from portal.clubs.reminder_forms import NotedReminderForm, ReminderDaysForm, ReminderForm
from portal.clubs.service import neutral, reminding, slips
from portal.clubs.views import bp
from portal.i18n import _
from portal.messages import channels
from portal.web import actor, page, to


@bp.route("/me/reminders", methods=["GET", "POST"])
@allow(member)
def own_reminders() -> BaseResponse:
    """Say whether and how one is reminded."""
    chosen = reminding.own_choice(actor())
    form = ReminderForm(obj=chosen, offered=channels.current().offered)
    if form.validate_on_submit():
        with form.rules():
            reminding.choose(actor(), **form.values)
            return to(url_for("clubs.my_club"), _("Đã lưu."))
    return page("clubs/own_reminders.html", form=form)


@bp.route("/members/<pid>/reminders", methods=["GET", "POST"])
@allow(coordinator, opens_file=True)
def member_reminders(pid: str) -> BaseResponse:
    """Note what a member wishes; the address that stands is not shown."""
    found = service.get_member(actor(), pid)
    chosen = reminding.choice_of(found.client)
    form = NotedReminderForm(
        channel=chosen.channel if chosen else "none",
        language=chosen.language if chosen else "vi",
        offered=channels.current().offered,
    )
    if form.validate_on_submit():
        with form.rules():
            reminding.note_choice(actor(), pid, **form.values)
            return to(url_for("clubs.member", pid=pid), _("Đã lưu."))
    standing = CHANNEL_LABELS[chosen.channel if chosen else "none"]
    return page("clubs/member_reminders.html", form=form, member=found, standing=standing)


@bp.route("/clubs/<pid>/reminders", methods=["GET", "POST"])
@allow(coordinator)
def reminder_days(pid: str) -> BaseResponse:
    """How long before a meeting of one's own club its members are reminded."""
    club = service.get_own_club(actor(), pid)
    days = [int(day) for day in club.reminded_days.split()]
    form = ReminderDaysForm(days=days, version=club.version)
    if form.validate_on_submit():
        with form.rules():
            reminding.set_reminded_days(actor(), pid, **form.values)
            return to(url_for("clubs.meetings"), _("Đã lưu."))
    return page("clubs/reminder_days.html", form=form, club=club)


@bp.get("/meetings/<pid>/slips")
@allow(coordinator, opens_file=True)
def invitation_slips(pid: str) -> Response:
    """Invitations to cut out; `?all=1` for every member."""
    everyone = request.args.get("all") == "1"
    people = slips.slips_for(actor(), pid, everyone=everyone)
    found = service.get_meeting(actor(), pid)
    return page(
        "clubs/slips.html",
        meeting=found,
        people=people,
        everyone=everyone,
        club=service.shown_name(found.club),
        place=neutral.told_place(found),
    )
