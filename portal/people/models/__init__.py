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

__all__ = [
    "BlockedEmployer",
    "CaseFile",
    "Client",
    "ClientSkill",
    "Consent",
    "FileChange",
    "GuardianConsent",
    "Handover",
    "HandoverMove",
    "HandoverRule",
    "HandoverState",
    "Note",
    "PhoneClash",
    "WantedOccupation",
]
