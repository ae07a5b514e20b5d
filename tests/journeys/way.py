"""What the tests of a person's way begin with: the commune, and records of An's way."""

from datetime import date, timedelta
from typing import Any

from portal import clock
from portal.access import Actor
from portal.journeys.models import Referral, Support
from portal.journeys.service import referrals, supports

TODAY = date(2026, 11, 21)


def loan(officer: Actor, client: str, **values: Any) -> Support:
    """A loan that was asked for a week ago."""
    told = {"kind": "loan", "asked_on": clock.today() - timedelta(days=7), "body": "Ngân hàng CSXH"}
    return supports.ask_support(
        officer, client, **{**told, "amount": 50_000_000, "years": 3, **values}
    )


def sent(officer: Actor, client: str, **values: Any) -> Referral:
    """A referral to the legal aid centre, with consent, whose answer is due today."""
    told = {
        "body_kind": "legal_aid",
        "body": "Trung tâm trợ giúp pháp lý",
        "need": "papers",
        "sent_on": clock.today() - timedelta(days=7),
        "reply_by": clock.today(),
        "consent": "in_person",
    }
    return referrals.send_on(officer, client, **{**told, **values})
