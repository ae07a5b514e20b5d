"""Clubs' cash, outreach and moves; training, work and journeys followed to the end."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""
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
    op.add_column("applications", sa.Column("answer_by", sa.Date(), nullable=True))
    op.add_column(
        "applications", sa.Column("reason", sa.String(), server_default="", nullable=False)
    )
    op.add_column(
        "vacancies", sa.Column("how_to_apply", sa.Text(), server_default="", nullable=False)
    )


def downgrade() -> None:
    """Go back."""
    op.drop_column("vacancies", "how_to_apply")
    op.drop_column("applications", "reason")
    op.drop_column("applications", "answer_by")
    op.drop_index(op.f("ix_relay_sheets_centre_id"), table_name="relay_sheets")
    op.drop_table("relay_sheets")
    op.drop_table("past_work")
    op.drop_table("centre_flows")
    op.drop_table("hiring_reasons")
    op.drop_index(op.f("ix_employment_centres_place_code"), table_name="employment_centres")
    op.drop_table("employment_centres")
