"""All tables of all rooms, for whoever must know every one: migrations, exports, proofs."""

from portal import audit, changes
from portal.accounts import models as accounts
from portal.clubs import models as clubs
from portal.db import Base
from portal.jobs import models as jobs
from portal.journeys import models as journeys
from portal.messages import models as messages
from portal.people import models as people
from portal.places import models as places
from portal.targets import models as targets
from portal.trades import models as trades
from portal.training import models as training

ROOMS = (
    audit,
    changes,
    places,
    trades,
    accounts,
    messages,
    training,
    jobs,
    people,
    clubs,
    journeys,
    targets,
)
TABLES = Base.metadata
