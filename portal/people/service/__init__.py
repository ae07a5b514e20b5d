"""What may happen with clients, by noun; the names that other rooms ask for stand here."""

from portal.people.service.blocks import (
    block_employer,
    blocked_by,
    blocked_employers,
    blocked_for,
    employers_named,
    is_blocked,
    unblock_employer,
)
from portal.people.service.case_files import open_case_file
from portal.people.service.clients import (
    NAME,
    find_client,
    get_client,
    list_clients,
    name_in,
    own_client,
    register_client,
    update_contact,
    visible_clients,
)
from portal.people.service.consents import (
    consented,
    consenting_to,
    end_consents,
    give_consent,
    own_consents,
    withdraw_consent,
)
from portal.people.service.notes import visible_notes, write_note
from portal.people.service.reach import own_commune
from portal.people.service.readings import readings_of
from portal.people.service.wishes import set_skills, set_wishes, wishes_of

__all__ = [
    "NAME",
    "block_employer",
    "blocked_by",
    "blocked_employers",
    "blocked_for",
    "consented",
    "consenting_to",
    "employers_named",
    "end_consents",
    "find_client",
    "get_client",
    "give_consent",
    "is_blocked",
    "list_clients",
    "name_in",
    "open_case_file",
    "own_client",
    "own_commune",
    "own_consents",
    "readings_of",
    "register_client",
    "set_skills",
    "set_wishes",
    "unblock_employer",
    "update_contact",
    "visible_clients",
    "visible_notes",
    "wishes_of",
    "withdraw_consent",
    "write_note",
]
