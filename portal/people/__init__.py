"""Clients: contact, skills, consents, the aftercare file and notes."""
