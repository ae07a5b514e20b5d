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
    op.add_column(
        "employers", sa.Column("asked_name", sa.String(), server_default="", nullable=False)
    )
    op.add_column(
        "employers", sa.Column("asked_tax_code", sa.String(), server_default="", nullable=False)
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
    op.drop_column("employers", "asked_tax_code")
    op.drop_column("employers", "asked_name")
    op.drop_index(op.f("ix_vacancy_events_vacancy_id"), table_name="vacancy_events")
    op.drop_table("vacancy_events")
    op.drop_index(op.f("ix_job_reports_vacancy_id"), table_name="job_reports")
    op.drop_index(op.f("ix_job_reports_state"), table_name="job_reports")
    op.drop_table("job_reports")
    op.drop_index(op.f("ix_vacancy_drafts_employer_id"), table_name="vacancy_drafts")
    op.drop_table("vacancy_drafts")
    op.drop_index(op.f("ix_pledges_employer_id"), table_name="pledges")
    op.drop_table("pledges")
    op.drop_index(op.f("ix_employer_decisions_employer_id"), table_name="employer_decisions")
    op.drop_table("employer_decisions")
