"""Every deadline, and the test that stops the clock on its last day and on the day after.

A new one is listed here; a test that is renamed has to be renamed here too.
"""

import pytest

from portal.config import ROOT

DEADLINES = {
    "a seat is offered for the days of its class": (
        "training/test_offers.py",
        "test_an_offer_stands_to_midnight_in_viet_nam",
    ),
    "nobody is offered a seat once the class begins": (
        "training/test_offers.py",
        "test_once_the_class_begins_nobody_is_asked_and_who_waits_is_told",
    ),
    "enrolment opens on its first day": (
        "training/test_offers.py",
        "test_nobody_enrols_before_the_first_day",
    ),
    "enrolment ends with its last day": (
        "matching/test_rules.py",
        "test_a_class_is_open_to_the_last_day_to_enrol",
    ),
    "an employer answers within 7 days": (
        "journeys/test_deadlines.py",
        "test_an_answer_may_come_until_midnight_of_the_seventh_day",
    ),
    "an employer is reminded 2 days before": (
        "journeys/test_deadlines.py",
        "test_the_employer_is_reminded_once_two_days_before",
    ),
    "an application is seen for 30 days": (
        "journeys/test_deadlines.py",
        "test_who_has_answered_is_not_reminded_and_keeps_it_for_thirty_days",
    ),
    "a sheet for a centre is kept for 30 days": (
        "journeys/test_deadlines.py",
        "test_a_sheet_can_be_fetched_until_midnight_of_the_thirtieth_day",
    ),
    "a sheet is counted for 90 days": (
        "journeys/test_centres.py",
        "test_after_ninety_days_a_sheet_is_counted_no_more",
    ),
    "a vacancy ends with its last day": (
        "jobs/test_life.py",
        "test_it_ends_at_midnight_in_viet_nam",
    ),
    "its employer is told a week before": (
        "jobs/test_life.py",
        "test_a_week_before_its_end_the_employer_is_told_once",
    ),
    "whether a job lasted is asked for 30 days": (
        "journeys/test_retention.py",
        "test_a_question_opens_and_closes_at_midnight_in_viet_nam",
    ),
    "an employer's one question is forgotten with its day": (
        "journeys/test_asking.py",
        "test_what_nobody_answers_is_forgotten_after_its_day",
    ),
    "a raised need is answered within a week": (
        "journeys/test_raising.py",
        "test_after_a_week_silence_is_late",
    ),
    "a referral is answered by its day": (
        "journeys/test_way.py",
        "test_silence_is_late_from_the_day_after",
    ),
    "a goal is reached by its day": (
        "journeys/test_way.py",
        "test_a_goal_past_its_day_is_due_on_the_start_page",
    ),
    "a handover: the first meeting, the file": (
        "people/test_handovers.py",
        "test_the_clocks_run_from_the_arrival",
    ),
    "a request about data: answered, done": (
        "people/test_data_requests.py",
        "test_both_clocks_run_from_the_asking",
    ),
    "whom a club approached is asked again after 14 days": (
        "clubs/test_outreach.py",
        "test_after_fourteen_days_it_is_time_to_ask_again",
    ),
    "and forgotten after 60": (
        "clubs/test_outreach.py",
        "test_after_sixty_days_the_daily_care_forgets",
    ),
    "a transfer waits for 30 days": (
        "clubs/test_transfers.py",
        "test_who_is_not_answered_in_thirty_days_is_not_asked_about_any_more",
    ),
    "new jobs are told the day after they open": (
        "matching/test_searches.py",
        "test_what_opened_since_the_last_look_is_told_once",
    ),
    "a saved search stops after a year": (
        "matching/test_searches.py",
        "test_after_a_year_it_stops_and_says_so_once",
    ),
    "a card and a link run out": (
        "accounts/test_codes.py",
        "test_wrong_used_and_expired_answer_alike",
    ),
    "a notice is shown for 14 days": (
        "messages/test_news.py",
        "test_a_notice_leaves_the_start_page_after_two_weeks",
    ),
    "an old reminder is forgotten": ("clubs/test_reminders.py", "test_old_messages_are_forgotten"),
}


@pytest.mark.parametrize("deadline", DEADLINES)
def test_each_has_a_test_that_stops_the_clock(deadline: str) -> None:
    file, name = DEADLINES[deadline]
    assert f"def {name}(" in (ROOT / "tests" / file).read_text()
