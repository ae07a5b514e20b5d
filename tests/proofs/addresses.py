"""What an address stands for: one record that its own people may see, and one that they may not."""

import re
from collections.abc import Callable
from typing import Any

from sqlalchemy import Select, case, select

from portal import clock
from portal.accounts.models import Post, User
from portal.clubs.models import (
    BoardMember,
    CashEntry,
    Charge,
    Club,
    ClubTask,
    CounsellingPoint,
    Drift,
    Meeting,
    MeetingSeries,
    Membership,
    Outreach,
    ProgressSheet,
    Resource,
    Transfer,
    Volunteer,
    VolunteerTeam,
)
from portal.db import session
from portal.jobs.models import (
    Application,
    Draft,
    Employer,
    JobFair,
    JobQuestion,
    JobReport,
    Vacancy,
)
from portal.journeys.models import (
    EmploymentCentre,
    Goal,
    Milestone,
    Need,
    RaisedNeed,
    Referral,
    SavedSearch,
    Step,
    Support,
)
from portal.people.models import CaseFile, Client, Consent, DataRequest, Handover, PhoneClash
from portal.places import service as places
from portal.targets.models import (
    Commendation,
    Figure,
    FollowUp,
    MonitoringVisit,
    PlanReport,
    PlanTask,
    ReportJob,
    Review,
    StaffTraining,
)
from portal.training.models import Certificate, Course, Learner, Provider, TrainingClass
from tests.proofs.people import scope_of

Pids = Callable[[], Select[Any]]
NOBODY = "0000000000000000000000"


def _clubs() -> Select[Any]:
    return select(Club.pid).where(Club.pid == scope_of("coordinator"))


def _meetings() -> Select[Any]:
    query = select(Meeting.pid).join(Club, Club.id == Meeting.club_id)
    return query.where(Club.pid == scope_of("coordinator")).order_by(Meeting.starts_at.desc())


def _board() -> Select[Any]:
    query = select(BoardMember.pid).join(Club, Club.id == BoardMember.club_id)
    return query.where(Club.pid == scope_of("coordinator"), BoardMember.to_on.is_(None))


def _tasks() -> Select[Any]:
    query = select(ClubTask.pid).join(Club, Club.id == ClubTask.club_id)
    return query.where(Club.pid == scope_of("coordinator"))


def _series() -> Select[Any]:
    query = select(MeetingSeries.pid).join(Club, Club.id == MeetingSeries.club_id)
    return query.where(Club.pid == scope_of("coordinator"), MeetingSeries.ended_at.is_(None))


def _of_club(model: Any) -> Select[Any]:
    query = select(model.pid).join(Club, Club.id == model.club_id)
    return query.where(Club.pid == scope_of("coordinator"))


def _entries() -> Select[Any]:
    return _of_club(CashEntry).where(CashEntry.reverses_id.is_(None))


def _resources() -> Select[Any]:
    return _of_club(Resource).where(Resource.taken_back_on.is_(None))


def _outreach() -> Select[Any]:
    return _of_club(Outreach).where(Outreach.key_wrapped.is_not(None))


def _members() -> Select[Any]:
    query = select(Client.pid).join(Membership, Membership.client_id == Client.id)
    query = query.join(Club, Club.id == Membership.club_id)
    return query.where(Club.pid == scope_of("coordinator"), Membership.left_on.is_(None))


def _drifting() -> Select[Any]:
    query = select(Membership.pid).join(Club, Club.id == Membership.club_id)
    noticed = query.join(Drift, Drift.membership_id == Membership.id)
    return noticed.where(Club.pid == scope_of("coordinator"), Drift.closed_on.is_(None))


def _own_sheets() -> Select[Any]:
    query = select(ProgressSheet.pid).join(Client, Client.id == ProgressSheet.client_id)
    return query.where(Client.pid == scope_of("member"))


def _raised() -> Select[Any]:
    query = select(RaisedNeed.pid).join(Client, Client.id == RaisedNeed.client_id)
    here = Client.commune_code == scope_of("case_officer")
    return query.where(here, RaisedNeed.answered_on.is_(None))


def _received() -> Select[Any]:
    query = select(Transfer.pid).join(Club, Club.id == Transfer.to_club_id)
    return query.where(Club.pid == scope_of("coordinator"), Transfer.state == "agreed")


def _residences() -> Select[Any]:
    query = select(Transfer.pid).join(Client, Client.id == Transfer.client_id)
    here = Client.commune_code == scope_of("case_officer")
    return query.where(here, Transfer.state == "accepted")


def _clients() -> Select[Any]:
    return select(Client.pid).where(Client.commune_code == scope_of("case_officer"))


def _needs() -> Select[Any]:
    query = select(Need.pid).join(Client, Client.id == Need.client_id)
    return query.where(Client.commune_code == scope_of("case_officer"), Need.met_on.is_(None))


def _near(model: Any) -> Select[Any]:
    query = select(model.pid).join(Client, Client.id == model.client_id)
    return query.where(Client.commune_code == scope_of("case_officer"))


def _own_jobs() -> Select[Any]:
    query = select(Step.pid).join(Client, Client.id == Step.client_id)
    return query.where(Client.pid == scope_of("member"), Step.kind == "placed")


def _clashes() -> Select[Any]:
    query = select(PhoneClash.pid).join(Client, Client.id == PhoneClash.client_id)
    return query.where(Client.commune_code == scope_of("case_officer"))


def _handovers() -> Select[Any]:
    """One whose paper has arrived first: it may be met, opened, sent on and closed."""
    query = select(Handover.pid).join(Client, Client.id == Handover.client_id)
    here = Client.commune_code == scope_of("case_officer")
    return query.where(here).order_by(Handover.state != "received")


def _data_requests() -> Select[Any]:
    query = select(DataRequest.pid).join(Client, Client.id == DataRequest.client_id)
    here = Client.commune_code == scope_of("case_officer")
    return query.where(here).order_by(DataRequest.state != "asked")


def _case_files() -> Select[Any]:
    query = select(CaseFile.pid).join(Client, Client.id == CaseFile.client_id)
    here = Client.commune_code == scope_of("case_officer")
    return query.where(here, CaseFile.managed_from.is_not(None))


def _teams() -> Select[Any]:
    here = VolunteerTeam.commune_code == scope_of("case_officer")
    return select(VolunteerTeam.pid).where(here)


def _volunteers() -> Select[Any]:
    return select(Volunteer.pid).join(VolunteerTeam).where(VolunteerTeam.pid.in_(_teams()))


def _charges() -> Select[Any]:
    query = select(Charge.pid).join(Volunteer, Volunteer.id == Charge.volunteer_id)
    return query.where(Volunteer.pid.in_(_volunteers()), Charge.to_on.is_(None))


def _own_steps() -> Select[Any]:
    query = select(Step.pid).join(Client, Client.id == Step.client_id)
    query = query.outerjoin(Learner, Learner.pid == Step.copy_pid)
    offered_first = case((Learner.standing == "offered", 0), else_=1)
    return query.where(Client.pid == scope_of("member")).order_by(offered_first, Step.id)


def _own_searches() -> Select[Any]:
    query = select(SavedSearch.pid).join(Client, Client.id == SavedSearch.client_id)
    return query.where(Client.pid == scope_of("member"))


def _own_relayed() -> Select[Any]:
    return _own_steps().where(Step.channel == "relay")


def _placements() -> Select[Any]:
    query = select(Step.pid).join(Client, Client.id == Step.client_id)
    return query.where(Client.commune_code == scope_of("case_officer"), Step.kind == "placed")


def _consents() -> Select[Any]:
    query = select(Consent.pid).join(Client, Client.id == Consent.client_id)
    return query.where(Client.pid == scope_of("member"), Consent.basis == "consent")


def _vacancies() -> Select[Any]:
    query = select(Vacancy.pid).join(Employer, Employer.id == Vacancy.employer_id)
    return query.where(Employer.pid == scope_of("employer"), Vacancy.closed_at.is_(None))


def _fairs(state: str) -> Select[Any]:
    return select(JobFair.pid).where(JobFair.state == state)


def _drafts() -> Select[Any]:
    query = select(Draft.pid).join(Employer, Employer.id == Draft.employer_id)
    return query.where(Employer.pid == scope_of("employer"))


def _applications() -> Select[Any]:
    query = select(Application.pid).join(Vacancy, Vacancy.id == Application.vacancy_id)
    query = query.join(Employer, Employer.id == Vacancy.employer_id)
    return query.where(Employer.pid == scope_of("employer"), Application.standing == "sent")


def _questions() -> Select[Any]:
    query = select(JobQuestion.pid).join(Vacancy, Vacancy.id == JobQuestion.vacancy_id)
    query = query.join(Employer, Employer.id == Vacancy.employer_id)
    open_now = JobQuestion.key_wrapped.is_not(None)
    return query.where(Employer.pid == scope_of("employer")).order_by(open_now.desc())


def _courses() -> Select[Any]:
    query = select(Course.pid).join(Provider, Provider.id == Course.provider_id)
    return query.where(Provider.pid == scope_of("provider"))


def _classes() -> Select[Any]:
    query = select(TrainingClass.pid).join(Course, Course.id == TrainingClass.course_id)
    query = query.join(Provider, Provider.id == Course.provider_id)
    return query.where(
        Provider.pid == scope_of("provider"), TrainingClass.enrol_by >= clock.today()
    )


def _learners() -> Select[Any]:
    query = select(Learner.pid).join(TrainingClass, TrainingClass.id == Learner.class_id)
    query = query.join(Course, Course.id == TrainingClass.course_id)
    query = query.join(Provider, Provider.id == Course.provider_id)
    return query.where(Provider.pid == scope_of("provider"), Learner.standing == "enrolled")


def _certificates() -> Select[Any]:
    query = select(Certificate.pid).join(Provider, Provider.id == Certificate.provider_id)
    own = query.where(Provider.pid == scope_of("provider"), Certificate.revoked_on.is_(None))
    return own.order_by(Certificate.id)


def _schools() -> Select[Any]:
    return select(Provider.pid).where(Provider.approval == "approved")


def _open_jobs() -> Select[Any]:
    query = select(Vacancy.pid).join(Employer, Employer.id == Vacancy.employer_id)
    return query.where(
        Employer.verification == "verified",
        Employer.pledged,
        Vacancy.closed_at.is_(None),
        Vacancy.taken < Vacancy.seats,
        Vacancy.closes_on >= clock.today(),
        Vacancy.opens_on <= clock.today(),
        Vacancy.code.not_in(select(Step.opening_code)),
    )


def _open_classes() -> Select[Any]:
    query = select(TrainingClass.pid).join(Course, Course.id == TrainingClass.course_id)
    query = query.join(Provider, Provider.id == Course.provider_id)
    return query.where(
        Provider.approval == "approved",
        TrainingClass.cancelled_at.is_(None),
        TrainingClass.enrol_by >= clock.today(),
        TrainingClass.code.not_in(select(Step.opening_code)),
    )


def _open_courses() -> Select[Any]:
    query = select(Course.pid).join(Provider, Provider.id == Course.provider_id)
    return query.where(Provider.approval == "approved")


def _own_drafts() -> Select[Any]:
    """The report that the officer may write: of the officer's own place, not sent yet."""
    own = PlanReport.place_code == scope_of("officer")
    return select(PlanReport.pid).where(own, PlanReport.state == "draft")


def _figures() -> Select[Any]:
    return select(Figure.pid).where(
        Figure.place_code == scope_of("officer"), Figure.replaced_at.is_(None)
    )


# the longest beginning that fits an address says whose record stands in it
OWN: dict[str, Pids] = {
    "/clubs/": _clubs,
    "/meetings/": _meetings,
    "/series/": _series,
    "/board/": _board,
    "/tasks/": _tasks,
    "/cash/": _entries,
    "/resources/": _resources,
    "/outreach/": _outreach,
    "/members/": _members,
    "/drifting/": _drifting,
    "/me/progress/": _own_sheets,
    "/raised-needs/": _raised,
    "/transfers/": _received,
    "/residences/": _residences,
    "/clients/": _clients,
    "/needs/": _needs,
    "/placements/": _placements,
    "/goals/": lambda: _near(Goal).order_by(Goal.state != "open"),
    "/supports/": lambda: _near(Support).order_by(Support.state != "asked"),
    "/referrals/": lambda: _near(Referral).order_by(Referral.state != "sent"),
    "/milestones/": lambda: _near(Milestone).order_by(Milestone.kind != "consulted"),
    "/me/work/": _own_jobs,
    "/phone-clashes/": _clashes,
    "/handovers/": _handovers,
    "/data-requests/": _data_requests,
    "/case-files/": _case_files,
    "/volunteer-teams/": _teams,
    "/volunteers/": _volunteers,
    "/charges/": _charges,
    "/counselling-points/": lambda: select(CounsellingPoint.pid),
    "/targets/staff/": lambda: select(StaffTraining.pid),
    "/targets/visits/": lambda: select(MonitoringVisit.pid),
    "/targets/actions/": lambda: select(FollowUp.pid),
    "/targets/reviews/": lambda: select(Review.pid),
    "/targets/commendations/": lambda: select(Commendation.pid),
    "/me/meetings/": _meetings,
    "/me/applications/": _own_steps,
    "/me/applications/<pid>/sheet": _own_relayed,
    "/me/blocked-employers/": lambda: select(Employer.pid).where(Employer.code == "dn-003"),
    "/me/job-searches/": _own_searches,
    "/centres/": lambda: select(EmploymentCentre.pid),
    "/me/data/consents/": _consents,
    "/me/jobs/": _open_jobs,
    "/me/classes/": _open_classes,
    "/me/courses/": _open_courses,
    "/jobs/": _open_jobs,
    "/courses/": _open_courses,
    "/courses/providers/": _schools,
    "/courses/classes/": _open_classes,
    "/fairs/": lambda: _fairs("planned"),
    "/fairs/<pid>/attendance/": lambda: _fairs("held"),
    "/own/fairs/": lambda: _fairs("planned"),
    "/job-fairs/": lambda: _fairs("planned"),
    "/vacancies/": _vacancies,
    "/drafts/": _drafts,
    "/job-reports/": lambda: select(JobReport.pid).where(JobReport.state == "new"),
    "/applications/": _applications,
    "/questions/": _questions,
    "/own/courses/": _courses,
    "/own/classes/": _classes,
    "/own/learners/": _learners,
    "/own/certificates/": _certificates,
    "/employers/": lambda: select(Employer.pid).where(Employer.verification == "pending"),
    "/providers/": lambda: select(Provider.pid).where(Provider.approval == "pending"),
    "/targets/clubs/": _clubs,
    "/targets/reports/": _own_drafts,
    "/targets/tasks/": lambda: select(PlanTask.pid).where(PlanTask.plan_number == "257/KH-UBND"),
    "/targets/figures/": _figures,
    "/targets/papers/": lambda: select(ReportJob.pid).join(User, User.pid == ReportJob.by_pid),
    "/users/": lambda: select(User.pid).where(User.login == "officer"),
}
# records that are somebody else's, for the roles that see only some
OTHERS: dict[str, Any] = {
    "/clubs/": Club,
    "/meetings/": Meeting,
    "/series/": MeetingSeries,
    "/board/": BoardMember,
    "/tasks/": ClubTask,
    "/cash/": CashEntry,
    "/resources/": Resource,
    "/outreach/": Outreach,
    "/members/": Client,
    "/drifting/": Membership,
    "/me/progress/": ProgressSheet,
    "/raised-needs/": RaisedNeed,
    "/transfers/": Transfer,
    "/residences/": Transfer,
    "/clients/": Client,
    "/needs/": Need,
    "/placements/": Step,
    "/handovers/": Handover,
    "/data-requests/": DataRequest,
    "/case-files/": CaseFile,
    "/goals/": Goal,
    "/supports/": Support,
    "/referrals/": Referral,
    "/milestones/": Milestone,
    "/me/work/": Step,
    "/volunteer-teams/": VolunteerTeam,
    "/volunteers/": Volunteer,
    "/charges/": Charge,
    "/me/meetings/": Meeting,
    "/me/applications/": Step,
    "/me/applications/<pid>/sheet": Step,
    "/me/job-searches/": SavedSearch,
    "/me/data/consents/": Consent,
    "/vacancies/": Vacancy,
    "/applications/": Application,
    "/questions/": JobQuestion,
    "/own/courses/": Course,
    "/own/classes/": TrainingClass,
    "/own/learners/": Learner,
    "/own/certificates/": Certificate,
    "/targets/clubs/": Club,
}


def own(address: str) -> str:
    """The address with a record in it that its own people may see."""
    return _filled(address, _first(OWN[_beginning(address, OWN)]()) if "<pid>" in address else "")


def other(address: str) -> str | None:
    """The address with a record in it that is somebody else's; None where all see all."""
    beginning = _beginning(address, OTHERS)
    if "<pid>" not in address or not beginning:
        return None
    mine = OWN[beginning]().order_by(None)
    model = OTHERS[beginning]
    return _filled(address, _first(select(model.pid).where(model.pid.not_in(mine))))


def _code(address: str) -> str:
    """A place of the demo's officers, or an ended one that waits for its successor."""
    if address.startswith("/places/successors/"):
        return places.ended_without_successor()[0].code
    if address.startswith("/targets/"):
        return scope_of("case_officer")
    return NOBODY


def _filled(address: str, pid: str) -> str:
    post = session().scalars(select(Post.pid).join(User).where(User.login == "officer")).first()
    told = {
        "<pid>": pid,
        "<post_pid>": post or NOBODY,
        "<token>": NOBODY,
        "<slug>": "257-kh-ubnd",
        "<channel>": "centre",
        "<month>": clock.today().strftime("%Y-%m"),
        "<code>": _code(address),
        "<any(vacancy, class):kind>": "vacancy",
        "<opening_pid>": _first(_open_jobs()),
        "<any(yes, no):answer>": "yes",
        "<target_id>": "004-4",
        "<int:serial>": "0",
        "<answer>": "invited",
        "<decision>": "verify",
        "<any(hired, declined):answer>": "hired",
        "<any(invited, hired):answer>": "invited",
        "<any(docx, pdf, xlsx, json):ending>": "pdf",
        "<path:filename>": "portal.css",
    }
    return re.sub(r"<[^>]+>", lambda found: told[found[0]], address)


def _first(query: Select[Any]) -> str:
    return session().scalars(query.limit(1)).first() or NOBODY


def _beginning(address: str, table: dict[str, Any]) -> str:
    return max((start for start in table if address.startswith(start)), key=len, default="")
