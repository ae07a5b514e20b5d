"""The demo's employers: some pledged, some waiting for the officer's approval."""

from datetime import date

from portal.demo import organisations
from portal.demo.world import Firm, World, keep
from portal.jobs.models import Employer, Verification

EMPLOYERS, PLEDGED, PENDING = 40, 6, 4
OPENED = date(2024, 9, 1)


def add_employers(world: World) -> None:
    """The first ones have signed the pledge, the last ones have registered these days; the first
    of all works where the demo's own club is."""
    number = world.many(EMPLOYERS)
    invented = organisations.employers(world.rng, number)
    codes = organisations.tax_codes()
    for serial, (made, tax_code) in enumerate(zip(invented, codes, strict=False), 1):
        pending = serial > number - world.many(PENDING)
        place = world.home if serial == 1 else world.commune().place
        registered_on = world.ago(1, 9) if pending else world.day(OPENED, world.ago(60, 90))
        employer = Employer(
            pid=world.pid(),
            code=f"dn-{serial:03}",
            name=made.name,
            tax_code=tax_code,
            commune_code=place.code,
            phone=world.phone(),
            email=made.email,
            verification=Verification.PENDING if pending else Verification.VERIFIED,
            pledged=serial <= world.many(PLEDGED),
            registered_at=world.at_work(registered_on),
        )
        world.firms.append(Firm(employer, made.does[0]))
    keep(firm.employer for firm in world.firms)
