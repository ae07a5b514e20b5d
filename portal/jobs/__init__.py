"""Employers, their vacancies, and applications an employer may see. Knows no member."""
