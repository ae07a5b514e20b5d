"""Anyone puts themselves on a roster: whoever the provider did not type in may be anybody."""

from sqlalchemy.orm import joinedload

from portal import audit, contact
from portal.access import Actor
from portal.accounts.service import tries
from portal.training.models import Learner, TrainingClass
from portal.training.service import seats
from portal.training.service.scope import one, open_classes


def get_open_class(pid: str) -> TrainingClass:
    """A class that anyone may still enrol in, with its course."""
    with_course = open_classes().options(joinedload(TrainingClass.course))
    return one(with_course, TrainingClass.pid == pid)


def join_class(actor: Actor, pid: str, *, name: str, phone: str, address: str) -> Learner:
    """A seat, or a place among those who wait; the provider answers offers as they say by phone.

    Whether the phone stands on the roster already is told to nobody. From one address five a
    class, then ever longer waits: as for sign-in.
    """
    keys = {"account": f"seat in {pid} from {address}", "address": f"seats from {address}"}
    tries.check(keys)
    learner = seats.enrol(pid, name=name, phone=contact.phone(phone))
    audit.record(actor, "join_class", f"learner/{learner.pid}")
    tries.failed(keys)
    return learner
