"""Occupations, skills and the closed vocabularies that openings and people share."""
