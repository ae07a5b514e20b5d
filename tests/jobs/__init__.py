"""Employers, vacancies, applications, and the law of vacancies."""
