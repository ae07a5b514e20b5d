"""What members of the demo's own commune have asked of their data, one in each state."""

from datetime import timedelta

from portal.demo.words import read
from portal.demo.world import World, keep
from portal.people.models import DataRequest
from portal.people.models import RequestState as State

# days since it was asked and answered; the first is the demo's own member's
STATES = (
    (State.DONE, "correct", 40, 39),
    (State.ASKED, "correct", 6, None),
    (State.ANSWERED, "correct", 5, 4),
    (State.REFUSED, "delete", 30, 29),
)


def add_data_requests(world: World) -> None:
    """Waiting and late, taken up, done, refused."""
    own, words = world.apart("data_requests"), read("handovers")["requests"]
    members = [own.clients[0], *own.living_in([own.home.code])]
    for member, (state, kind, asked, answered) in zip(members, STATES, strict=False):
        asked_on = own.today - timedelta(days=asked)
        answered_on = own.today - timedelta(days=answered) if answered else None
        ended = state in (State.DONE, State.REFUSED)
        row = DataRequest(
            pid=own.pid(),
            client=member.client,
            client_id=member.client.id,
            commune_code=member.home,
            kind=kind,
            state=state,
            asked_on=asked_on,
            answered_on=answered_on,
            ended_on=answered_on if ended else None,
            words=words[kind],
            answer=words[state] if answered else "",
            noted_at=own.at_work(asked_on),
        )
        keep([row])
