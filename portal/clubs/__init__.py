"""Clubs: boards, memberships, meetings, attendance, minutes."""
