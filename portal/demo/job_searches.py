"""What the demo's people look for: one who looks, one who paused, one whose year is over."""

from datetime import timedelta

from portal.demo.world import World, keep
from portal.journeys.models import SavedSearch

YESTERDAY, FEW_DAYS, LAST_YEAR = timedelta(days=1), timedelta(days=9), timedelta(days=370)


def add_job_searches(world: World) -> None:
    """Of the demo's own member and of somebody else."""
    own, other = world.clients[0].client, world.clients[1].client
    own_stream = world.apart("job searches")
    for client, wanted, ago, paused in (
        (own, {"occupation": "72"}, FEW_DAYS, False),
        (own, {"shift": "morning", "commune_code": world.home.code}, FEW_DAYS, True),
        (other, {"words": "may"}, FEW_DAYS, False),
        (other, {"occupation": "83"}, LAST_YEAR, True),
    ):
        keep(
            [
                SavedSearch(
                    pid=own_stream.pid(),
                    client=client,
                    **wanted,
                    renewed_on=world.today - ago,
                    looked_to=world.today - YESTERDAY,
                    paused_on=world.today - YESTERDAY if paused else None,
                )
            ]
        )
