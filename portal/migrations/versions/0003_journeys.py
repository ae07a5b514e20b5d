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


def downgrade() -> None:
    """Go back."""
    op.drop_index(op.f("ix_handover_moves_handover_id"), table_name="handover_moves")
    op.drop_index(op.f("ix_handover_moves_client_id"), table_name="handover_moves")
    op.drop_table("handover_moves")
    op.drop_index(op.f("ix_file_changes_client_id"), table_name="file_changes")
    op.drop_index(op.f("ix_file_changes_case_file_id"), table_name="file_changes")
    op.drop_table("file_changes")
    op.drop_index(op.f("ix_handovers_commune_code"), table_name="handovers")
    op.drop_index(op.f("ix_handovers_client_id"), table_name="handovers")
    op.drop_table("handovers")
    op.drop_index(op.f("ix_guardian_consents_client_id"), table_name="guardian_consents")
    op.drop_table("guardian_consents")
    op.drop_index(op.f("ix_data_requests_commune_code"), table_name="data_requests")
    op.drop_index(op.f("ix_data_requests_client_id"), table_name="data_requests")
    op.drop_table("data_requests")
    op.drop_table("handover_rules")
