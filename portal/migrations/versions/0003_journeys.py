"""Clubs' cash, outreach and moves; training, work and journeys followed to the end."""

import sqlalchemy as sa
from alembic import op

from portal.db import UTCDateTime

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""
    op.create_table(
        "course_aid",
        sa.Column("aid_group", sa.String(), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("fee", sa.Integer(), nullable=False),
        sa.Column("meal_a_day", sa.Integer(), nullable=False),
        sa.Column("travel", sa.Integer(), nullable=False),
        sa.Column("travel_from_km", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.CheckConstraint(
            "aid_group IN ('disabled', 'poor_minority', 'priority', 'near_poor', 'other')",
            name=op.f("ck_course_aid_aid_group"),
        ),
        sa.CheckConstraint(
            "fee >= 0 AND meal_a_day >= 0 AND travel >= 0", name=op.f("ck_course_aid_amounts")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_course_aid")),
        sa.UniqueConstraint("aid_group", "from_on", name=op.f("uq_course_aid_aid_group_from_on")),
    )
    op.create_table(
        "employment_centres",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("place_code", sa.String(), nullable=False),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("to_on", sa.Date(), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("stated_on", sa.Date(), nullable=True),
        sa.Column("pid", sa.String(length=22), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "state IN ('open', 'full', 'no_figures')", name=op.f("ck_employment_centres_state")
        ),
        sa.CheckConstraint(
            "to_on IS NULL OR to_on >= from_on", name=op.f("ck_employment_centres_days")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_employment_centres")),
        sa.UniqueConstraint("pid", name=op.f("uq_employment_centres_pid")),
    )
    op.create_index(
        op.f("ix_employment_centres_place_code"), "employment_centres", ["place_code"], unique=False
    )
    op.create_table(
        "handover_rules",
        sa.Column("place_code", sa.String(), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("meet_days", sa.Integer(), nullable=False),
        sa.Column("file_days", sa.Integer(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("entered_by", sa.String(), nullable=True),
        sa.Column("entered_at", UTCDateTime(), nullable=False),
        sa.Column("pid", sa.String(length=22), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.CheckConstraint(
            "meet_days BETWEEN 1 AND 60 AND file_days BETWEEN 1 AND 60",
            name=op.f("ck_handover_rules_days"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_handover_rules")),
        sa.UniqueConstraint("pid", name=op.f("uq_handover_rules_pid")),
        sa.UniqueConstraint(
            "place_code", "from_on", name=op.f("uq_handover_rules_place_code_from_on")
        ),
    )
    op.create_table(
        "hiring_reasons",
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("side", sa.String(), nullable=False),
        sa.Column("counts_as", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.CheckConstraint(
            "counts_as IN ('declined', 'withdrawn', 'expired')",
            name=op.f("ck_hiring_reasons_counts_as"),
        ),
        sa.CheckConstraint(
            "side IN ('employer', 'applicant', 'clock')", name=op.f("ck_hiring_reasons_side")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hiring_reasons")),
        sa.UniqueConstraint("code", name=op.f("uq_hiring_reasons_code")),
    )
    op.create_table(
        "job_fairs",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("from_hour", sa.Time(), nullable=False),
        sa.Column("to_hour", sa.Time(), nullable=False),
        sa.Column("venue", sa.String(), nullable=False),
        sa.Column("commune_code", sa.String(), nullable=False),
        sa.Column("organiser", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("said", sa.Text(), nullable=False),
        sa.Column("by_pid", sa.String(), nullable=False),
        sa.Column("pid", sa.String(length=22), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "channel IN ('centre', 'mobile_day', 'telephone', 'website', 'social')",
            name=op.f("ck_job_fairs_channel"),
        ),
        sa.CheckConstraint(
            "state IN ('planned', 'held', 'cancelled')", name=op.f("ck_job_fairs_state")
        ),
        sa.CheckConstraint("to_hour > from_hour", name=op.f("ck_job_fairs_hours")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_job_fairs")),
        sa.UniqueConstraint("pid", name=op.f("uq_job_fairs_pid")),
    )
    op.create_index(op.f("ix_job_fairs_commune_code"), "job_fairs", ["commune_code"], unique=False)
    op.create_index(op.f("ix_job_fairs_held_on"), "job_fairs", ["held_on"], unique=False)
    op.create_table(
        "request_rules",
        sa.Column("place_code", sa.String(), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("answer_days", sa.Integer(), nullable=False),
        sa.Column("correct_days", sa.Integer(), nullable=False),
        sa.Column("delete_days", sa.Integer(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("entered_by", sa.String(), nullable=True),
        sa.Column("entered_at", UTCDateTime(), nullable=False),
        sa.Column("pid", sa.String(length=22), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.CheckConstraint(
            "answer_days BETWEEN 1 AND 60 AND correct_days BETWEEN 1 AND 60 AND delete_days BETWEEN 1 AND 60",
            name=op.f("ck_request_rules_days"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_request_rules")),
        sa.UniqueConstraint("pid", name=op.f("uq_request_rules_pid")),
        sa.UniqueConstraint(
            "place_code", "from_on", name=op.f("uq_request_rules_place_code_from_on")
        ),
    )
    op.create_table(
        "cash_closings",
        sa.Column("club_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("balance", sa.BigInteger(), nullable=False),
        sa.Column("counted", sa.BigInteger(), nullable=False),
        sa.Column("remark", sa.String(), nullable=False),
        sa.Column("by_pid", sa.String(), nullable=False),
        sa.Column("closed_at", UTCDateTime(), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.CheckConstraint(
            "counted = balance OR remark <> ''", name=op.f("ck_cash_closings_remark")
        ),
        sa.CheckConstraint("counted >= 0", name=op.f("ck_cash_closings_counted")),
        sa.ForeignKeyConstraint(
            ["club_id"], ["clubs.id"], name=op.f("fk_cash_closings_club_id_clubs")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cash_closings")),
        sa.UniqueConstraint("club_id", "month", name=op.f("uq_cash_closings_club_id_month")),
    )
    op.create_table(
        "cash_entries",
        sa.Column("club_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("voucher", sa.String(), nullable=False),
        sa.Column("other_party", sa.String(), nullable=False),
        sa.Column(
            "reverses_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("by_pid", sa.String(), nullable=False),
        sa.Column("written_at", UTCDateTime(), nullable=False),
        sa.Column("pid", sa.String(length=22), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.CheckConstraint(
            "(purpose IN ('carried', 'budget', 'donation', 'dues', 'other_in')) = ((amount > 0) = (reverses_id IS NULL))",
            name=op.f("ck_cash_entries_sign"),
        ),
        sa.CheckConstraint(
            "(reverses_id IS NULL) = (reason = '')", name=op.f("ck_cash_entries_reason")
        ),
        sa.CheckConstraint(
            "purpose IN ('carried', 'budget', 'donation', 'dues', 'other_in', 'meeting', 'visit', 'help', 'supplies', 'travel', 'other_out')",
            name=op.f("ck_cash_entries_purpose"),
        ),
        sa.CheckConstraint(
            "amount <> 0 AND amount BETWEEN -1000000000 AND 1000000000",
            name=op.f("ck_cash_entries_amount"),
        ),
        sa.ForeignKeyConstraint(
            ["club_id"], ["clubs.id"], name=op.f("fk_cash_entries_club_id_clubs")
        ),
        sa.ForeignKeyConstraint(
            ["reverses_id"],
            ["cash_entries.id"],
            name=op.f("fk_cash_entries_reverses_id_cash_entries"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cash_entries")),
        sa.UniqueConstraint("pid", name=op.f("uq_cash_entries_pid")),
        sa.UniqueConstraint("reverses_id", name=op.f("uq_cash_entries_reverses_id")),
    )
    op.create_index("ix_cash_entries_club_day", "cash_entries", ["club_id", "day"], unique=False)
    op.create_table(
        "centre_flows",
        sa.Column(
            "centre_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("applicants", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("entered_by", sa.String(), nullable=True),
        sa.Column("pid", sa.String(length=22), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.CheckConstraint(
            "applicants BETWEEN 0 AND 1000000", name=op.f("ck_centre_flows_applicants")
        ),
        sa.ForeignKeyConstraint(
            ["centre_id"],
            ["employment_centres.id"],
            name=op.f("fk_centre_flows_centre_id_employment_centres"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_centre_flows")),
        sa.UniqueConstraint("centre_id", "month", name=op.f("uq_centre_flows_centre_id_month")),
        sa.UniqueConstraint("pid", name=op.f("uq_centre_flows_pid")),
    )
    op.create_table(
        "club_seats",
        sa.Column("club_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("commune_code", sa.String(), nullable=False),
        sa.Column("decision", sa.String(), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column("by_pid", sa.String(), nullable=True),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(
            ["club_id"], ["clubs.id"], name=op.f("fk_club_seats_club_id_clubs")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_club_seats")),
        sa.UniqueConstraint("club_id", "from_on", name=op.f("uq_club_seats_club_id_from_on")),
    )
    op.create_table(
        "data_requests",
        sa.Column(
            "client_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("commune_code", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("asked_on", sa.Date(), nullable=False),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("words_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("answer_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("by_pid", sa.String(), nullable=True),
        sa.Column("noted_at", UTCDateTime(), nullable=False),
        sa.Column("pid", sa.String(length=22), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.CheckConstraint("kind IN ('correct', 'delete')", name=op.f("ck_data_requests_kind")),
        sa.CheckConstraint(
            "state IN ('asked', 'answered', 'done', 'refused')", name=op.f("ck_data_requests_state")
        ),
        sa.ForeignKeyConstraint(
            ["client_id"], ["clients.id"], name=op.f("fk_data_requests_client_id_clients")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_data_requests")),
        sa.UniqueConstraint("pid", name=op.f("uq_data_requests_pid")),
    )
    op.create_index(
        op.f("ix_data_requests_client_id"), "data_requests", ["client_id"], unique=False
    )
    op.create_index(
        op.f("ix_data_requests_commune_code"), "data_requests", ["commune_code"], unique=False
    )
    op.create_table(
        "employer_decisions",
        sa.Column(
            "employer_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("decided_at", UTCDateTime(), nullable=False),
        sa.Column("by_pid", sa.String(), nullable=False),
        sa.Column("paper", sa.String(), nullable=False),
        sa.Column("paper_number", sa.String(), nullable=False),
        sa.Column("paper_on", sa.Date(), nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(
            ["employer_id"],
            ["employers.id"],
            name=op.f("fk_employer_decisions_employer_id_employers"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_employer_decisions")),
    )
    op.create_index(
        op.f("ix_employer_decisions_employer_id"),
        "employer_decisions",
        ["employer_id"],
        unique=False,
    )
    op.create_table(
        "fair_counts",
        sa.Column("fair_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("contacts", sa.Integer(), nullable=False),
        sa.Column("persons", sa.Integer(), nullable=False),
        sa.Column("entered_at", UTCDateTime(), nullable=False),
        sa.Column("by_pid", sa.String(), nullable=False),
        sa.Column("replaced_at", UTCDateTime(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.CheckConstraint(
            "channel IN ('centre', 'mobile_day', 'telephone', 'website', 'social')",
            name=op.f("ck_fair_counts_channel"),
        ),
        sa.CheckConstraint(
            "persons >= 0 AND contacts >= persons", name=op.f("ck_fair_counts_units")
        ),
        sa.ForeignKeyConstraint(
            ["fair_id"], ["job_fairs.id"], name=op.f("fk_fair_counts_fair_id_job_fairs")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fair_counts")),
    )
    op.create_index(
        "uq_fair_counts_standing",
        "fair_counts",
        ["fair_id", "channel"],
        unique=True,
        sqlite_where=sa.text("replaced_at IS NULL"),
        postgresql_where=sa.text("replaced_at IS NULL"),
    )
    op.create_table(
        "fair_employers",
        sa.Column("fair_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "employer_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("joined_at", UTCDateTime(), nullable=False),
        sa.Column("left_at", UTCDateTime(), nullable=True),
        sa.Column("by_pid", sa.String(), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(
            ["employer_id"], ["employers.id"], name=op.f("fk_fair_employers_employer_id_employers")
        ),
        sa.ForeignKeyConstraint(
            ["fair_id"], ["job_fairs.id"], name=op.f("fk_fair_employers_fair_id_job_fairs")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fair_employers")),
        sa.UniqueConstraint(
            "fair_id", "employer_id", name=op.f("uq_fair_employers_fair_id_employer_id")
        ),
    )
    op.create_index(
        op.f("ix_fair_employers_employer_id"), "fair_employers", ["employer_id"], unique=False
    )
    op.create_table(
        "goals",
        sa.Column(
            "client_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("state_on", sa.Date(), nullable=False),
        sa.Column("title_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("steps_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("reason_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("by_pid", sa.String(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("pid", sa.String(length=22), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.CheckConstraint("state IN ('open', 'reached', 'given_up')", name=op.f("ck_goals_state")),
        sa.CheckConstraint(
            "who IN ('member', 'family', 'case_officer', 'coordinator', 'volunteer', 'other')",
            name=op.f("ck_goals_who"),
        ),
        sa.ForeignKeyConstraint(
            ["client_id"], ["clients.id"], name=op.f("fk_goals_client_id_clients")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_goals")),
        sa.UniqueConstraint("pid", name=op.f("uq_goals_pid")),
    )
    op.create_index(op.f("ix_goals_client_id"), "goals", ["client_id"], unique=False)
    op.create_table(
        "guardian_consents",
        sa.Column(
            "client_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("relation", sa.String(), nullable=False),
        sa.Column("given_on", sa.Date(), nullable=False),
        sa.Column("name_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("by_pid", sa.String(), nullable=True),
        sa.Column("noted_at", UTCDateTime(), nullable=False),
        sa.Column("pid", sa.String(length=22), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(
            ["client_id"], ["clients.id"], name=op.f("fk_guardian_consents_client_id_clients")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_guardian_consents")),
        sa.UniqueConstraint("pid", name=op.f("uq_guardian_consents_pid")),
    )
    op.create_index(
        op.f("ix_guardian_consents_client_id"), "guardian_consents", ["client_id"], unique=False
    )
    op.create_table(
        "handovers",
        sa.Column(
            "client_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("commune_code", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("completed_on", sa.Date(), nullable=False),
        sa.Column("decided_months", sa.Integer(), nullable=True),
        sa.Column("paper_on", sa.Date(), nullable=True),
        sa.Column("arrived_on", sa.Date(), nullable=True),
        sa.Column("met_on", sa.Date(), nullable=True),
        sa.Column("opened_on", sa.Date(), nullable=True),
        sa.Column("facility_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("paper_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("by_pid", sa.String(), nullable=True),
        sa.Column("noted_at", UTCDateTime(), nullable=False),
        sa.Column("pid", sa.String(length=22), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.CheckConstraint(
            "kind IN ('voluntary', 'compulsory', 'substitution')", name=op.f("ck_handovers_kind")
        ),
        sa.CheckConstraint(
            "state IN ('expected', 'sent_on', 'received', 'met', 'opened', 'closed')",
            name=op.f("ck_handovers_state"),
        ),
        sa.CheckConstraint(
            "arrived_on IS NULL OR arrived_on >= completed_on", name=op.f("ck_handovers_arrived")
        ),
        sa.CheckConstraint(
            "decided_months BETWEEN 1 AND 60", name=op.f("ck_handovers_decided_months")
        ),
        sa.ForeignKeyConstraint(
            ["client_id"], ["clients.id"], name=op.f("fk_handovers_client_id_clients")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_handovers")),
        sa.UniqueConstraint(
            "client_id", "completed_on", name=op.f("uq_handovers_client_id_completed_on")
        ),
        sa.UniqueConstraint("pid", name=op.f("uq_handovers_pid")),
    )
    op.create_index(op.f("ix_handovers_client_id"), "handovers", ["client_id"], unique=False)
    op.create_index(op.f("ix_handovers_commune_code"), "handovers", ["commune_code"], unique=False)
    op.create_table(
        "integration_plans",
        sa.Column(
            "client_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.Column("aim_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("agreed_on", sa.Date(), nullable=True),
        sa.Column("agreed_how", sa.String(), nullable=False),
        sa.Column("by_pid", sa.String(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("pid", sa.String(length=22), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.CheckConstraint(
            "(agreed_on IS NULL) = (agreed_how = '')", name=op.f("ck_integration_plans_agreed")
        ),
        sa.CheckConstraint(
            "agreed_how IN ('', 'screen', 'paper')", name=op.f("ck_integration_plans_agreed_how")
        ),
        sa.ForeignKeyConstraint(
            ["client_id"], ["clients.id"], name=op.f("fk_integration_plans_client_id_clients")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_integration_plans")),
        sa.UniqueConstraint("client_id", name=op.f("uq_integration_plans_client_id")),
        sa.UniqueConstraint("pid", name=op.f("uq_integration_plans_pid")),
    )
    op.create_table(
        "outreach",
        sa.Column("club_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("approached_on", sa.Date(), nullable=False),
        sa.Column("approached_by", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("state_on", sa.Date(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("name_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("phone_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("remark_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("by_pid", sa.String(), nullable=False),
        sa.Column("key_wrapped", sa.LargeBinary(), nullable=True),
        sa.Column("pid", sa.String(length=22), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.CheckConstraint(
            "state IN ('approached', 'not_reached', 'agreed') OR (key_wrapped IS NULL AND name_sealed IS NULL AND phone_sealed IS NULL AND remark_sealed IS NULL)",
            name=op.f("ck_outreach_forgotten"),
        ),
        sa.CheckConstraint(
            "state IN ('approached', 'not_reached', 'agreed', 'declined', 'joined', 'lapsed')",
            name=op.f("ck_outreach_state"),
        ),
        sa.ForeignKeyConstraint(["club_id"], ["clubs.id"], name=op.f("fk_outreach_club_id_clubs")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outreach")),
        sa.UniqueConstraint("pid", name=op.f("uq_outreach_pid")),
    )
    op.create_index(
        "ix_outreach_club_approached", "outreach", ["club_id", "approached_on"], unique=False
    )
    op.create_table(
        "past_work",
        sa.Column(
            "client_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("body_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("kept_on", sa.Date(), nullable=False),
        sa.Column("pid", sa.String(length=22), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(
            ["client_id"], ["clients.id"], name=op.f("fk_past_work_client_id_clients")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_past_work")),
        sa.UniqueConstraint("client_id", name=op.f("uq_past_work_client_id")),
        sa.UniqueConstraint("pid", name=op.f("uq_past_work_pid")),
    )
    op.create_table(
        "pledges",
        sa.Column(
            "employer_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("signed_on", sa.Date(), nullable=False),
        sa.Column("signed_by", sa.String(), nullable=False),
        sa.Column("paper_number", sa.String(), nullable=False),
        sa.Column("seen_by_pid", sa.String(), nullable=False),
        sa.Column("recorded_at", UTCDateTime(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("ended_words", sa.Text(), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.CheckConstraint("ended_on >= signed_on", name=op.f("ck_pledges_days")),
        sa.ForeignKeyConstraint(
            ["employer_id"], ["employers.id"], name=op.f("fk_pledges_employer_id_employers")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pledges")),
    )
    op.create_index(op.f("ix_pledges_employer_id"), "pledges", ["employer_id"], unique=False)
    op.create_table(
        "provider_checks",
        sa.Column(
            "provider_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("decision", sa.String(), nullable=False),
        sa.Column("papers", sa.Integer(), nullable=False),
        sa.Column("paper_number", sa.String(), nullable=False),
        sa.Column("paper_on", sa.Date(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("by_pid", sa.String(), nullable=True),
        sa.Column("decided_at", UTCDateTime(), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.CheckConstraint(
            "decision = 'refused' OR papers > 0", name=op.f("ck_provider_checks_papers")
        ),
        sa.CheckConstraint(
            "decision IN ('approved', 'refused')", name=op.f("ck_provider_checks_decision")
        ),
        sa.ForeignKeyConstraint(
            ["provider_id"], ["providers.id"], name=op.f("fk_provider_checks_provider_id_providers")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_provider_checks")),
    )
    op.create_index(
        op.f("ix_provider_checks_provider_id"), "provider_checks", ["provider_id"], unique=False
    )
    op.create_table(
        "relay_sheets",
        sa.Column(
            "centre_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("name_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("phone_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("about_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("work_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("key_wrapped", sa.LargeBinary(), nullable=True),
        sa.Column("pid", sa.String(length=22), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.CheckConstraint("ends_on >= made_on", name=op.f("ck_relay_sheets_days")),
        sa.ForeignKeyConstraint(
            ["centre_id"],
            ["employment_centres.id"],
            name=op.f("fk_relay_sheets_centre_id_employment_centres"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_relay_sheets")),
        sa.UniqueConstraint("pid", name=op.f("uq_relay_sheets_pid")),
    )
    op.create_index(op.f("ix_relay_sheets_centre_id"), "relay_sheets", ["centre_id"], unique=False)
    op.create_table(
        "saved_searches",
        sa.Column(
            "client_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("commune_code", sa.String(), nullable=False),
        sa.Column("occupation", sa.String(), nullable=False),
        sa.Column("shift", sa.String(), nullable=False),
        sa.Column("renewed_on", sa.Date(), nullable=False),
        sa.Column("looked_to", sa.Date(), nullable=False),
        sa.Column("paused_on", sa.Date(), nullable=True),
        sa.Column("pid", sa.String(length=22), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.CheckConstraint(
            "words <> '' OR commune_code <> '' OR occupation <> '' OR shift <> ''",
            name=op.f("ck_saved_searches_asks"),
        ),
        sa.ForeignKeyConstraint(
            ["client_id"], ["clients.id"], name=op.f("fk_saved_searches_client_id_clients")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_saved_searches")),
        sa.UniqueConstraint("pid", name=op.f("uq_saved_searches_pid")),
    )
    op.create_index(
        op.f("ix_saved_searches_client_id"), "saved_searches", ["client_id"], unique=False
    )
    op.create_table(
        "transfers",
        sa.Column(
            "client_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column(
            "from_club_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column(
            "to_club_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("asked_on", sa.Date(), nullable=False),
        sa.Column("asked_by_pid", sa.String(), nullable=True),
        sa.Column("lapses_on", sa.Date(), nullable=False),
        sa.Column("agreed_on", sa.Date(), nullable=True),
        sa.Column("agreed_how", sa.String(), nullable=False),
        sa.Column("signed_on", sa.Date(), nullable=True),
        sa.Column("settled_on", sa.Date(), nullable=True),
        sa.Column("settled_by_pid", sa.String(), nullable=True),
        sa.Column("answer_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("residence_seen_on", sa.Date(), nullable=True),
        sa.Column("pid", sa.String(length=22), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.CheckConstraint(
            "(agreed_how = '') = (agreed_on IS NULL)", name=op.f("ck_transfers_agreed")
        ),
        sa.CheckConstraint(
            "agreed_how = '' OR agreed_how IN ('on screen', 'signed paper')",
            name=op.f("ck_transfers_agreed_how"),
        ),
        sa.CheckConstraint(
            "state IN ('asked', 'agreed', 'accepted', 'declined', 'withdrawn', 'lapsed')",
            name=op.f("ck_transfers_state"),
        ),
        sa.CheckConstraint("from_club_id <> to_club_id", name=op.f("ck_transfers_clubs")),
        sa.ForeignKeyConstraint(
            ["client_id"], ["clients.id"], name=op.f("fk_transfers_client_id_clients")
        ),
        sa.ForeignKeyConstraint(
            ["from_club_id"], ["clubs.id"], name=op.f("fk_transfers_from_club_id_clubs")
        ),
        sa.ForeignKeyConstraint(
            ["to_club_id"], ["clubs.id"], name=op.f("fk_transfers_to_club_id_clubs")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_transfers")),
        sa.UniqueConstraint("pid", name=op.f("uq_transfers_pid")),
    )
    op.create_index(op.f("ix_transfers_client_id"), "transfers", ["client_id"], unique=False)
    op.create_index(op.f("ix_transfers_from_club_id"), "transfers", ["from_club_id"], unique=False)
    op.create_index(op.f("ix_transfers_to_club_id"), "transfers", ["to_club_id"], unique=False)
    op.create_index(
        "uq_transfers_waiting",
        "transfers",
        ["client_id"],
        unique=True,
        sqlite_where=sa.text("state IN ('asked', 'agreed')"),
        postgresql_where=sa.text("state IN ('asked', 'agreed')"),
    )
    op.create_table(
        "vacancy_drafts",
        sa.Column(
            "employer_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("typed", sa.JSON(), nullable=False),
        sa.Column("saved_at", UTCDateTime(), nullable=False),
        sa.Column("pid", sa.String(length=22), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["employer_id"], ["employers.id"], name=op.f("fk_vacancy_drafts_employer_id_employers")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_vacancy_drafts")),
        sa.UniqueConstraint("pid", name=op.f("uq_vacancy_drafts_pid")),
    )
    op.create_index(
        op.f("ix_vacancy_drafts_employer_id"), "vacancy_drafts", ["employer_id"], unique=False
    )
    op.create_table(
        "acted_for",
        sa.Column("step_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("told_how", sa.String(), nullable=False),
        sa.Column("by_pid", sa.String(), nullable=False),
        sa.Column("acted_at", UTCDateTime(), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.CheckConstraint(
            "told_how IN ('in_person', 'phone', 'paper', 'message')",
            name=op.f("ck_acted_for_told_how"),
        ),
        sa.ForeignKeyConstraint(["step_id"], ["steps.id"], name=op.f("fk_acted_for_step_id_steps")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_acted_for")),
    )
    op.create_index(op.f("ix_acted_for_step_id"), "acted_for", ["step_id"], unique=False)
    op.create_table(
        "asked_employers",
        sa.Column("step_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("months", sa.Integer(), nullable=False),
        sa.Column("question_pid", sa.String(), nullable=False),
        sa.Column("asked_on", sa.Date(), nullable=False),
        sa.Column("still", sa.Boolean(), nullable=True),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.CheckConstraint("months IN (1, 3, 6, 12)", name=op.f("ck_asked_employers_months")),
        sa.ForeignKeyConstraint(
            ["step_id"], ["steps.id"], name=op.f("fk_asked_employers_step_id_steps")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_asked_employers")),
        sa.UniqueConstraint("question_pid", name=op.f("uq_asked_employers_question_pid")),
        sa.UniqueConstraint("step_id", "months", name=op.f("uq_asked_employers_step_id_months")),
    )
    op.create_table(
        "feedback",
        sa.Column(
            "course_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("overall", sa.Integer(), nullable=False),
        sa.Column("teaching", sa.Integer(), nullable=False),
        sa.Column("practice", sa.Integer(), nullable=False),
        sa.Column("hours", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.CheckConstraint("hours BETWEEN 1 AND 4", name=op.f("ck_feedback_hours")),
        sa.CheckConstraint("overall BETWEEN 1 AND 4", name=op.f("ck_feedback_overall")),
        sa.CheckConstraint("practice BETWEEN 1 AND 4", name=op.f("ck_feedback_practice")),
        sa.CheckConstraint("teaching BETWEEN 1 AND 4", name=op.f("ck_feedback_teaching")),
        sa.ForeignKeyConstraint(
            ["course_id"], ["courses.id"], name=op.f("fk_feedback_course_id_courses")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_feedback")),
    )
    op.create_index(op.f("ix_feedback_course_id"), "feedback", ["course_id"], unique=False)
    op.create_table(
        "file_changes",
        sa.Column(
            "case_file_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column(
            "client_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("changed_on", sa.Date(), nullable=False),
        sa.Column("last_on", sa.Date(), nullable=False),
        sa.Column("from_commune", sa.String(), nullable=False),
        sa.Column("to_commune", sa.String(), nullable=False),
        sa.Column("reason_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("by_pid", sa.String(), nullable=True),
        sa.Column("noted_at", UTCDateTime(), nullable=False),
        sa.Column("pid", sa.String(length=22), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.CheckConstraint(
            "kind IN ('moved', 'suspended', 'resumed', 'ended')", name=op.f("ck_file_changes_kind")
        ),
        sa.ForeignKeyConstraint(
            ["case_file_id"],
            ["case_files.id"],
            name=op.f("fk_file_changes_case_file_id_case_files"),
        ),
        sa.ForeignKeyConstraint(
            ["client_id"], ["clients.id"], name=op.f("fk_file_changes_client_id_clients")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_file_changes")),
        sa.UniqueConstraint("pid", name=op.f("uq_file_changes_pid")),
    )
    op.create_index(
        op.f("ix_file_changes_case_file_id"), "file_changes", ["case_file_id"], unique=False
    )
    op.create_index(op.f("ix_file_changes_client_id"), "file_changes", ["client_id"], unique=False)
    op.create_table(
        "handover_moves",
        sa.Column(
            "handover_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column(
            "client_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("from_state", sa.String(), nullable=True),
        sa.Column("to_state", sa.String(), nullable=False),
        sa.Column("moved_on", sa.Date(), nullable=False),
        sa.Column("commune_code", sa.String(), nullable=False),
        sa.Column("reason_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("by_pid", sa.String(), nullable=True),
        sa.Column("noted_at", UTCDateTime(), nullable=False),
        sa.Column("pid", sa.String(length=22), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.CheckConstraint(
            "to_state IN ('expected', 'sent_on', 'received', 'met', 'opened', 'closed')",
            name=op.f("ck_handover_moves_to_state"),
        ),
        sa.ForeignKeyConstraint(
            ["client_id"], ["clients.id"], name=op.f("fk_handover_moves_client_id_clients")
        ),
        sa.ForeignKeyConstraint(
            ["handover_id"], ["handovers.id"], name=op.f("fk_handover_moves_handover_id_handovers")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_handover_moves")),
        sa.UniqueConstraint("pid", name=op.f("uq_handover_moves_pid")),
    )
    op.create_index(
        op.f("ix_handover_moves_client_id"), "handover_moves", ["client_id"], unique=False
    )
    op.create_index(
        op.f("ix_handover_moves_handover_id"), "handover_moves", ["handover_id"], unique=False
    )
    op.create_table(
        "job_questions",
        sa.Column(
            "vacancy_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("name_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("hired_on", sa.Date(), nullable=False),
        sa.Column("asked_on", sa.Date(), nullable=False),
        sa.Column("answer_by", sa.Date(), nullable=False),
        sa.Column("still", sa.Boolean(), nullable=True),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.Column("key_wrapped", sa.LargeBinary(), nullable=True),
        sa.Column("pid", sa.String(length=22), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.CheckConstraint(
            "(answered_on IS NULL) = (still IS NULL)", name=op.f("ck_job_questions_answered")
        ),
        sa.CheckConstraint("answer_by >= asked_on", name=op.f("ck_job_questions_days")),
        sa.ForeignKeyConstraint(
            ["vacancy_id"], ["vacancies.id"], name=op.f("fk_job_questions_vacancy_id_vacancies")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_job_questions")),
        sa.UniqueConstraint("pid", name=op.f("uq_job_questions_pid")),
    )
    op.create_index(
        op.f("ix_job_questions_vacancy_id"), "job_questions", ["vacancy_id"], unique=False
    )
    op.create_table(
        "job_reports",
        sa.Column(
            "vacancy_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("sent_at", UTCDateTime(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("decided_at", UTCDateTime(), nullable=True),
        sa.Column("by_pid", sa.String(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("pid", sa.String(length=22), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.CheckConstraint(
            "state IN ('new', 'looked_into', 'dismissed', 'taken_down')",
            name=op.f("ck_job_reports_state"),
        ),
        sa.ForeignKeyConstraint(
            ["vacancy_id"], ["vacancies.id"], name=op.f("fk_job_reports_vacancy_id_vacancies")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_job_reports")),
        sa.UniqueConstraint("pid", name=op.f("uq_job_reports_pid")),
    )
    op.create_index(op.f("ix_job_reports_state"), "job_reports", ["state"], unique=False)
    op.create_index(op.f("ix_job_reports_vacancy_id"), "job_reports", ["vacancy_id"], unique=False)
    op.create_table(
        "milestones",
        sa.Column(
            "client_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("reached_on", sa.Date(), nullable=False),
        sa.Column("evidence", sa.String(), nullable=False),
        sa.Column("number_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("words_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("step_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("by_pid", sa.String(), nullable=True),
        sa.Column("recorded_at", UTCDateTime(), nullable=False),
        sa.Column("pid", sa.String(length=22), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.CheckConstraint(
            "(kind = 'placed') = (step_id IS NOT NULL)", name=op.f("ck_milestones_step")
        ),
        sa.CheckConstraint(
            "evidence IN ('contract', 'certificate', 'licence', 'record', 'statement', 'other')",
            name=op.f("ck_milestones_evidence"),
        ),
        sa.CheckConstraint(
            "kind IN ('consulted', 'certified', 'placed', 'self_employed')",
            name=op.f("ck_milestones_kind"),
        ),
        sa.ForeignKeyConstraint(
            ["client_id"], ["clients.id"], name=op.f("fk_milestones_client_id_clients")
        ),
        sa.ForeignKeyConstraint(
            ["step_id"], ["steps.id"], name=op.f("fk_milestones_step_id_steps")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_milestones")),
        sa.UniqueConstraint(
            "client_id", "kind", "reached_on", name=op.f("uq_milestones_client_id_kind_reached_on")
        ),
        sa.UniqueConstraint("pid", name=op.f("uq_milestones_pid")),
        sa.UniqueConstraint("step_id", name=op.f("uq_milestones_step_id")),
    )
    op.create_index(op.f("ix_milestones_client_id"), "milestones", ["client_id"], unique=False)
    op.create_table(
        "need_origins",
        sa.Column("need_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "client_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("told_by", sa.String(), nullable=False),
        sa.Column("where_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("pid", sa.String(length=22), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.CheckConstraint(
            "told_by IN ('member', 'family', 'club', 'volunteer', 'visit', 'facility', 'other')",
            name=op.f("ck_need_origins_told_by"),
        ),
        sa.ForeignKeyConstraint(
            ["client_id"], ["clients.id"], name=op.f("fk_need_origins_client_id_clients")
        ),
        sa.ForeignKeyConstraint(
            ["need_id"], ["needs.id"], name=op.f("fk_need_origins_need_id_needs")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_need_origins")),
        sa.UniqueConstraint("need_id", name=op.f("uq_need_origins_need_id")),
        sa.UniqueConstraint("pid", name=op.f("uq_need_origins_pid")),
    )
    op.create_table(
        "referrals",
        sa.Column(
            "client_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("need_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("body_kind", sa.String(), nullable=False),
        sa.Column("body_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("sent_on", sa.Date(), nullable=False),
        sa.Column("reply_by", sa.Date(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("state_on", sa.Date(), nullable=False),
        sa.Column("words_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("by_pid", sa.String(), nullable=True),
        sa.Column("pid", sa.String(length=22), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.CheckConstraint(
            "body_kind IN ('commune', 'provider', 'club', 'employment_centre', 'legal_aid', 'health', 'bank', 'other')",
            name=op.f("ck_referrals_body_kind"),
        ),
        sa.CheckConstraint(
            "state IN ('sent', 'accepted', 'refused', 'done', 'dropped')",
            name=op.f("ck_referrals_state"),
        ),
        sa.CheckConstraint("reply_by >= sent_on", name=op.f("ck_referrals_reply_by")),
        sa.CheckConstraint("state_on >= sent_on", name=op.f("ck_referrals_days")),
        sa.ForeignKeyConstraint(
            ["client_id"], ["clients.id"], name=op.f("fk_referrals_client_id_clients")
        ),
        sa.ForeignKeyConstraint(["need_id"], ["needs.id"], name=op.f("fk_referrals_need_id_needs")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_referrals")),
        sa.UniqueConstraint("pid", name=op.f("uq_referrals_pid")),
    )
    op.create_index(op.f("ix_referrals_client_id"), "referrals", ["client_id"], unique=False)
    op.create_table(
        "resources_raised",
        sa.Column("club_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("value", sa.BigInteger(), nullable=False),
        sa.Column("giver", sa.String(), nullable=False),
        sa.Column("campaign", sa.String(), nullable=False),
        sa.Column("entry_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("taken_back_on", sa.Date(), nullable=True),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("by_pid", sa.String(), nullable=False),
        sa.Column("written_at", UTCDateTime(), nullable=False),
        sa.Column("pid", sa.String(length=22), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.CheckConstraint(
            "(kind = 'money') = (entry_id IS NOT NULL)", name=op.f("ck_resources_raised_entry")
        ),
        sa.CheckConstraint(
            "(taken_back_on IS NULL) = (reason = '')", name=op.f("ck_resources_raised_reason")
        ),
        sa.CheckConstraint(
            "kind IN ('money', 'goods', 'work')", name=op.f("ck_resources_raised_kind")
        ),
        sa.CheckConstraint(
            "value BETWEEN 1 AND 1000000000", name=op.f("ck_resources_raised_value")
        ),
        sa.ForeignKeyConstraint(
            ["club_id"], ["clubs.id"], name=op.f("fk_resources_raised_club_id_clubs")
        ),
        sa.ForeignKeyConstraint(
            ["entry_id"],
            ["cash_entries.id"],
            name=op.f("fk_resources_raised_entry_id_cash_entries"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_resources_raised")),
        sa.UniqueConstraint("entry_id", name=op.f("uq_resources_raised_entry_id")),
        sa.UniqueConstraint("pid", name=op.f("uq_resources_raised_pid")),
    )
    op.create_index(
        "ix_resources_raised_club_day", "resources_raised", ["club_id", "day"], unique=False
    )
    op.create_table(
        "supports",
        sa.Column(
            "client_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("need_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("asked_on", sa.Date(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("state_on", sa.Date(), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column("amount", sa.BigInteger(), nullable=True),
        sa.Column("years", sa.Integer(), nullable=True),
        sa.Column("body_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("paper_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("words_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("by_pid", sa.String(), nullable=True),
        sa.Column("pid", sa.String(length=22), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.CheckConstraint(
            "kind IN ('loan', 'legal_aid', 'schooling', 'housing', 'production', 'household')",
            name=op.f("ck_supports_kind"),
        ),
        sa.CheckConstraint(
            "state IN ('asked', 'complete', 'sent', 'granted', 'refused', 'done', 'dropped')",
            name=op.f("ck_supports_state"),
        ),
        sa.CheckConstraint(
            "amount IS NULL OR amount BETWEEN 1 AND 1000000000000", name=op.f("ck_supports_amount")
        ),
        sa.CheckConstraint(
            "decided_on IS NULL OR decided_on >= asked_on", name=op.f("ck_supports_decided")
        ),
        sa.CheckConstraint("state_on >= asked_on", name=op.f("ck_supports_days")),
        sa.CheckConstraint("years IS NULL OR years > 0", name=op.f("ck_supports_years")),
        sa.ForeignKeyConstraint(
            ["client_id"], ["clients.id"], name=op.f("fk_supports_client_id_clients")
        ),
        sa.ForeignKeyConstraint(["need_id"], ["needs.id"], name=op.f("fk_supports_need_id_needs")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_supports")),
        sa.UniqueConstraint("pid", name=op.f("uq_supports_pid")),
    )
    op.create_index(op.f("ix_supports_client_id"), "supports", ["client_id"], unique=False)
    op.create_table(
        "vacancy_events",
        sa.Column(
            "vacancy_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("happened_at", UTCDateTime(), nullable=False),
        sa.Column("by_pid", sa.String(), nullable=False),
        sa.Column("closes_on", sa.Date(), nullable=False),
        sa.Column("rule", sa.String(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(
            ["vacancy_id"], ["vacancies.id"], name=op.f("fk_vacancy_events_vacancy_id_vacancies")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_vacancy_events")),
    )
    op.create_index(
        op.f("ix_vacancy_events_vacancy_id"), "vacancy_events", ["vacancy_id"], unique=False
    )
    op.create_table(
        "feedback_slips",
        sa.Column("class_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("serial", sa.Integer(), nullable=False),
        sa.Column("code_hash", sa.LargeBinary(), nullable=False),
        sa.Column("used", sa.Boolean(), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(
            ["class_id"], ["classes.id"], name=op.f("fk_feedback_slips_class_id_classes")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_feedback_slips")),
        sa.UniqueConstraint("class_id", "serial", name=op.f("uq_feedback_slips_class_id_serial")),
        sa.UniqueConstraint("code_hash", name=op.f("uq_feedback_slips_code_hash")),
    )
    op.create_table(
        "support_papers",
        sa.Column(
            "support_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("line", sa.String(), nullable=False),
        sa.Column("seen_on", sa.Date(), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(
            ["support_id"], ["supports.id"], name=op.f("fk_support_papers_support_id_supports")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_support_papers")),
        sa.UniqueConstraint("support_id", "line", name=op.f("uq_support_papers_support_id_line")),
    )
    op.create_table(
        "weekly_sessions",
        sa.Column("class_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("weekday", sa.Integer(), nullable=False),
        sa.Column("starts", sa.Time(), nullable=False),
        sa.Column("ends", sa.Time(), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.CheckConstraint("ends > starts", name=op.f("ck_weekly_sessions_hours")),
        sa.CheckConstraint("weekday BETWEEN 0 AND 6", name=op.f("ck_weekly_sessions_weekday")),
        sa.ForeignKeyConstraint(
            ["class_id"], ["classes.id"], name=op.f("fk_weekly_sessions_class_id_classes")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_weekly_sessions")),
        sa.UniqueConstraint(
            "class_id", "weekday", "starts", name=op.f("uq_weekly_sessions_class_id_weekday_starts")
        ),
    )
    op.create_table(
        "certificates",
        sa.Column(
            "provider_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column(
            "learner_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("issued_on", sa.Date(), nullable=False),
        sa.Column("course_title", sa.String(), nullable=False),
        sa.Column("name_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("code_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("code_hash", sa.LargeBinary(), nullable=False),
        sa.Column("by_pid", sa.String(), nullable=True),
        sa.Column("revoked_on", sa.Date(), nullable=True),
        sa.Column("revoked_why", sa.Text(), nullable=False),
        sa.Column("key_wrapped", sa.LargeBinary(), nullable=True),
        sa.Column("pid", sa.String(length=22), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.CheckConstraint(
            "(revoked_on IS NULL) = (revoked_why = '')", name=op.f("ck_certificates_revoked")
        ),
        sa.ForeignKeyConstraint(
            ["learner_id"], ["learners.id"], name=op.f("fk_certificates_learner_id_learners")
        ),
        sa.ForeignKeyConstraint(
            ["provider_id"], ["providers.id"], name=op.f("fk_certificates_provider_id_providers")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_certificates")),
        sa.UniqueConstraint("code_hash", name=op.f("uq_certificates_code_hash")),
        sa.UniqueConstraint("pid", name=op.f("uq_certificates_pid")),
        sa.UniqueConstraint(
            "provider_id", "number", name=op.f("uq_certificates_provider_id_number")
        ),
    )
    op.create_index(op.f("ix_certificates_issued_on"), "certificates", ["issued_on"], unique=False)
    op.create_index(
        "uq_certificates_in_force",
        "certificates",
        ["learner_id"],
        unique=True,
        sqlite_where=sa.text("revoked_on IS NULL"),
        postgresql_where=sa.text("revoked_on IS NULL"),
    )
    op.create_table(
        "class_attendance",
        sa.Column(
            "learner_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("mark", sa.String(), nullable=False),
        sa.Column("by_pid", sa.String(), nullable=True),
        sa.Column("marked_at", UTCDateTime(), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.CheckConstraint(
            "mark IN ('present', 'absent', 'excused')", name=op.f("ck_class_attendance_mark")
        ),
        sa.ForeignKeyConstraint(
            ["learner_id"], ["learners.id"], name=op.f("fk_class_attendance_learner_id_learners")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_class_attendance")),
        sa.UniqueConstraint(
            "learner_id", "held_on", name=op.f("uq_class_attendance_learner_id_held_on")
        ),
    )
    op.add_column("applications", sa.Column("answer_by", sa.Date(), nullable=True))
    op.add_column(
        "applications", sa.Column("reason", sa.String(), server_default="", nullable=False)
    )
    op.add_column("classes", sa.Column("address", sa.String(), server_default="", nullable=False))
    op.add_column("classes", sa.Column("enrol_from", sa.Date(), nullable=True))
    op.add_column(
        "classes", sa.Column("min_seats", sa.Integer(), server_default="0", nullable=False)
    )
    op.add_column(
        "classes", sa.Column("offer_days", sa.Integer(), server_default="3", nullable=False)
    )
    op.add_column(
        "employers", sa.Column("asked_name", sa.String(), server_default="", nullable=False)
    )
    op.add_column(
        "employers", sa.Column("asked_tax_code", sa.String(), server_default="", nullable=False)
    )
    op.add_column("learners", sa.Column("offer_ends_on", sa.Date(), nullable=True))
    op.add_column(
        "learners", sa.Column("declined_for", sa.String(), server_default="", nullable=False)
    )
    op.add_column("learners", sa.Column("dropped_why", sa.String(), nullable=True))
    op.add_column("learners", sa.Column("dropped_words_sealed", sa.LargeBinary(), nullable=True))
    op.add_column(
        "providers", sa.Column("contact_name", sa.String(), server_default="", nullable=False)
    )
    op.add_column("providers", sa.Column("address", sa.String(), server_default="", nullable=False))
    op.add_column("providers", sa.Column("about", sa.Text(), server_default="", nullable=False))
    op.add_column("providers", sa.Column("look_asked_at", UTCDateTime(), nullable=True))
    op.add_column(
        "reminder_choices", sa.Column("language", sa.String(), server_default="vi", nullable=False)
    )
    op.add_column(
        "vacancies", sa.Column("how_to_apply", sa.Text(), server_default="", nullable=False)
    )
    op.add_column("vacancies", sa.Column("posted_on", sa.Date(), nullable=True))
    op.add_column("vacancies", sa.Column("hours_day", sa.SmallInteger(), nullable=True))
    op.add_column("vacancies", sa.Column("hours_week", sa.SmallInteger(), nullable=True))
    op.add_column("vacancies", sa.Column("overtime_month", sa.SmallInteger(), nullable=True))
    op.add_column("vacancies", sa.Column("filled_here", sa.Integer(), nullable=True))
    op.add_column("vacancies", sa.Column("filled_elsewhere", sa.Integer(), nullable=True))


def downgrade() -> None:
    """Go back."""
    op.drop_column("vacancies", "filled_elsewhere")
    op.drop_column("vacancies", "filled_here")
    op.drop_column("vacancies", "overtime_month")
    op.drop_column("vacancies", "hours_week")
    op.drop_column("vacancies", "hours_day")
    op.drop_column("vacancies", "posted_on")
    op.drop_column("vacancies", "how_to_apply")
    op.drop_column("reminder_choices", "language")
    op.drop_column("providers", "look_asked_at")
    op.drop_column("providers", "about")
    op.drop_column("providers", "address")
    op.drop_column("providers", "contact_name")
    op.drop_column("learners", "dropped_words_sealed")
    op.drop_column("learners", "dropped_why")
    op.drop_column("learners", "declined_for")
    op.drop_column("learners", "offer_ends_on")
    op.drop_column("employers", "asked_tax_code")
    op.drop_column("employers", "asked_name")
    op.drop_column("classes", "offer_days")
    op.drop_column("classes", "min_seats")
    op.drop_column("classes", "enrol_from")
    op.drop_column("classes", "address")
    op.drop_column("applications", "reason")
    op.drop_column("applications", "answer_by")
    op.drop_table("class_attendance")
    op.drop_index(
        "uq_certificates_in_force",
        table_name="certificates",
        sqlite_where=sa.text("revoked_on IS NULL"),
        postgresql_where=sa.text("revoked_on IS NULL"),
    )
    op.drop_index(op.f("ix_certificates_issued_on"), table_name="certificates")
    op.drop_table("certificates")
    op.drop_table("weekly_sessions")
    op.drop_table("support_papers")
    op.drop_table("feedback_slips")
    op.drop_index(op.f("ix_vacancy_events_vacancy_id"), table_name="vacancy_events")
    op.drop_table("vacancy_events")
    op.drop_index(op.f("ix_supports_client_id"), table_name="supports")
    op.drop_table("supports")
    op.drop_index("ix_resources_raised_club_day", table_name="resources_raised")
    op.drop_table("resources_raised")
    op.drop_index(op.f("ix_referrals_client_id"), table_name="referrals")
    op.drop_table("referrals")
    op.drop_table("need_origins")
    op.drop_index(op.f("ix_milestones_client_id"), table_name="milestones")
    op.drop_table("milestones")
    op.drop_index(op.f("ix_job_reports_vacancy_id"), table_name="job_reports")
    op.drop_index(op.f("ix_job_reports_state"), table_name="job_reports")
    op.drop_table("job_reports")
    op.drop_index(op.f("ix_job_questions_vacancy_id"), table_name="job_questions")
    op.drop_table("job_questions")
    op.drop_index(op.f("ix_handover_moves_handover_id"), table_name="handover_moves")
    op.drop_index(op.f("ix_handover_moves_client_id"), table_name="handover_moves")
    op.drop_table("handover_moves")
    op.drop_index(op.f("ix_file_changes_client_id"), table_name="file_changes")
    op.drop_index(op.f("ix_file_changes_case_file_id"), table_name="file_changes")
    op.drop_table("file_changes")
    op.drop_index(op.f("ix_feedback_course_id"), table_name="feedback")
    op.drop_table("feedback")
    op.drop_table("asked_employers")
    op.drop_index(op.f("ix_acted_for_step_id"), table_name="acted_for")
    op.drop_table("acted_for")
    op.drop_index(op.f("ix_vacancy_drafts_employer_id"), table_name="vacancy_drafts")
    op.drop_table("vacancy_drafts")
    op.drop_index(
        "uq_transfers_waiting",
        table_name="transfers",
        sqlite_where=sa.text("state IN ('asked', 'agreed')"),
        postgresql_where=sa.text("state IN ('asked', 'agreed')"),
    )
    op.drop_index(op.f("ix_transfers_to_club_id"), table_name="transfers")
    op.drop_index(op.f("ix_transfers_from_club_id"), table_name="transfers")
    op.drop_index(op.f("ix_transfers_client_id"), table_name="transfers")
    op.drop_table("transfers")
    op.drop_index(op.f("ix_saved_searches_client_id"), table_name="saved_searches")
    op.drop_table("saved_searches")
    op.drop_index(op.f("ix_relay_sheets_centre_id"), table_name="relay_sheets")
    op.drop_table("relay_sheets")
    op.drop_index(op.f("ix_provider_checks_provider_id"), table_name="provider_checks")
    op.drop_table("provider_checks")
    op.drop_index(op.f("ix_pledges_employer_id"), table_name="pledges")
    op.drop_table("pledges")
    op.drop_table("past_work")
    op.drop_index("ix_outreach_club_approached", table_name="outreach")
    op.drop_table("outreach")
    op.drop_table("integration_plans")
    op.drop_index(op.f("ix_handovers_commune_code"), table_name="handovers")
    op.drop_index(op.f("ix_handovers_client_id"), table_name="handovers")
    op.drop_table("handovers")
    op.drop_index(op.f("ix_guardian_consents_client_id"), table_name="guardian_consents")
    op.drop_table("guardian_consents")
    op.drop_index(op.f("ix_goals_client_id"), table_name="goals")
    op.drop_table("goals")
    op.drop_index(op.f("ix_fair_employers_employer_id"), table_name="fair_employers")
    op.drop_table("fair_employers")
    op.drop_index(
        "uq_fair_counts_standing",
        table_name="fair_counts",
        sqlite_where=sa.text("replaced_at IS NULL"),
        postgresql_where=sa.text("replaced_at IS NULL"),
    )
    op.drop_table("fair_counts")
    op.drop_index(op.f("ix_employer_decisions_employer_id"), table_name="employer_decisions")
    op.drop_table("employer_decisions")
    op.drop_index(op.f("ix_data_requests_commune_code"), table_name="data_requests")
    op.drop_index(op.f("ix_data_requests_client_id"), table_name="data_requests")
    op.drop_table("data_requests")
    op.drop_table("club_seats")
    op.drop_table("centre_flows")
    op.drop_index("ix_cash_entries_club_day", table_name="cash_entries")
    op.drop_table("cash_entries")
    op.drop_table("cash_closings")
    op.drop_table("request_rules")
    op.drop_index(op.f("ix_job_fairs_held_on"), table_name="job_fairs")
    op.drop_index(op.f("ix_job_fairs_commune_code"), table_name="job_fairs")
    op.drop_table("job_fairs")
    op.drop_table("hiring_reasons")
    op.drop_table("handover_rules")
    op.drop_index(op.f("ix_employment_centres_place_code"), table_name="employment_centres")
    op.drop_table("employment_centres")
    op.drop_table("course_aid")
