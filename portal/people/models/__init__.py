"""Tables of the people, by noun."""

from portal.people.models.clients import (
    BlockedEmployer,
    CaseFile,
    Client,
    ClientSkill,
    Consent,
    Note,
    PhoneClash,
    WantedOccupation,
)
from portal.people.models.handovers import (
    FileChange,
    GuardianConsent,
    Handover,
    HandoverMove,
    HandoverRule,
    HandoverState,
)
from portal.people.models.requests import DataRequest, RequestRule, RequestState

__all__ = [
    "BlockedEmployer",
    "CaseFile",
    "Client",
    "ClientSkill",
    "Consent",
    "DataRequest",
    "FileChange",
    "GuardianConsent",
    "Handover",
    "HandoverMove",
    "HandoverRule",
    "HandoverState",
    "Note",
    "PhoneClash",
    "RequestRule",
    "RequestState",
    "WantedOccupation",
]
