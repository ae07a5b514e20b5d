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
    op.add_column(
        "reminder_choices", sa.Column("language", sa.String(), server_default="vi", nullable=False)
    )


def downgrade() -> None:
    """Go back."""
    op.drop_column("reminder_choices", "language")
    op.drop_index("ix_resources_raised_club_day", table_name="resources_raised")
    op.drop_table("resources_raised")
    op.drop_index(op.f("ix_handover_moves_handover_id"), table_name="handover_moves")
    op.drop_index(op.f("ix_handover_moves_client_id"), table_name="handover_moves")
    op.drop_table("handover_moves")
    op.drop_index(op.f("ix_file_changes_client_id"), table_name="file_changes")
    op.drop_index(op.f("ix_file_changes_case_file_id"), table_name="file_changes")
    op.drop_table("file_changes")
    op.drop_index("ix_outreach_club_approached", table_name="outreach")
    op.drop_table("outreach")
    op.drop_index(op.f("ix_handovers_commune_code"), table_name="handovers")
    op.drop_index(op.f("ix_handovers_client_id"), table_name="handovers")
    op.drop_table("handovers")
    op.drop_index(op.f("ix_guardian_consents_client_id"), table_name="guardian_consents")
    op.drop_table("guardian_consents")
    op.drop_index(op.f("ix_data_requests_commune_code"), table_name="data_requests")
    op.drop_index(op.f("ix_data_requests_client_id"), table_name="data_requests")
    op.drop_table("data_requests")
    op.drop_index("ix_cash_entries_club_day", table_name="cash_entries")
    op.drop_table("cash_entries")
    op.drop_table("cash_closings")
    op.drop_table("handover_rules")
