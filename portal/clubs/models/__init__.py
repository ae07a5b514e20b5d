"""What is true of clubs, their people and those who stand by them, by noun."""

from portal.clubs.models.book import ClubPlan, ClubRules
from portal.clubs.models.care import Drift, ProgressSheet, VolunteerVisit
from portal.clubs.models.cash import CashClosing, CashEntry, Resource
from portal.clubs.models.clubs import (
    Answer,
    Attendance,
    AttendanceKind,
    BoardMember,
    Club,
    ClubReport,
    ClubState,
    ClubStatus,
    CounsellingPoint,
    Meeting,
    MeetingSeries,
    Membership,
    SeriesDate,
)
from portal.clubs.models.evening import AttendanceChange, ClubTask, MinutesVersion
from portal.clubs.models.outreach import MOVES, Outreach, OutreachState
from portal.clubs.models.reminders import CalendarFeed, Reminder, ReminderChoice
from portal.clubs.models.seats import ClubSeat
from portal.clubs.models.transfers import Transfer, TransferState
from portal.clubs.models.volunteers import Charge, Volunteer, VolunteerTeam

__all__ = [
    "MOVES",
    "Answer",
    "Attendance",
    "AttendanceChange",
    "AttendanceKind",
    "BoardMember",
    "CalendarFeed",
    "CashClosing",
    "CashEntry",
    "Charge",
    "Club",
    "ClubPlan",
    "ClubReport",
    "ClubRules",
    "ClubSeat",
    "ClubState",
    "ClubStatus",
    "ClubTask",
    "CounsellingPoint",
    "Drift",
    "Meeting",
    "MeetingSeries",
    "Membership",
    "MinutesVersion",
    "Outreach",
    "OutreachState",
    "ProgressSheet",
    "Reminder",
    "ReminderChoice",
    "Resource",
    "SeriesDate",
    "Transfer",
    "TransferState",
    "Volunteer",
    "VolunteerTeam",
    "VolunteerVisit",
]
