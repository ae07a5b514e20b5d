"""What may happen on a person's way, by noun."""

from portal.journeys.service.needs import meet_need, needs_of, record_need, visible_needs

__all__ = ["meet_need", "needs_of", "record_need", "visible_needs"]
