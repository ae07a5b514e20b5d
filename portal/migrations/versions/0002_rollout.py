"""Plans, targets, reports and registers; the clubs' series."""

import sqlalchemy as sa
from alembic import op

from portal.db import UTCDateTime

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""
    op.create_table(
        "assignments",
        sa.Column("plan_number", sa.String(), nullable=False),
        sa.Column("target_id", sa.String(), nullable=False),
        sa.Column("place_code", sa.String(), nullable=False),
        sa.Column("answerable", sa.String(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("entered_at", UTCDateTime(), nullable=False),
        sa.Column("entered_by", sa.String(), nullable=True),
        sa.Column("replaced_at", UTCDateTime(), nullable=True),
        sa.Column("pid", sa.String(length=22), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assignments")),
        sa.UniqueConstraint("pid", name=op.f("uq_assignments_pid")),
    )
    op.create_index(
        "uq_assignments_current",
        "assignments",
        ["plan_number", "target_id", "place_code"],
        unique=True,
        sqlite_where=sa.text("replaced_at IS NULL"),
        postgresql_where=sa.text("replaced_at IS NULL"),
    )
    op.create_table(
        "club_states",
        sa.Column("club_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.CheckConstraint(
            "status IN ('operating', 'planned', 'paused', 'dissolved')",
            name=op.f("ck_club_states_status"),
        ),
        sa.ForeignKeyConstraint(
            ["club_id"], ["clubs.id"], name=op.f("fk_club_states_club_id_clubs")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_club_states")),
    )
    op.create_index(op.f("ix_club_states_club_id"), "club_states", ["club_id"], unique=False)


def downgrade() -> None:
    """Go back."""
    op.drop_index(op.f("ix_club_states_club_id"), table_name="club_states")
    op.drop_table("club_states")
    op.drop_index(
        "uq_assignments_current",
        table_name="assignments",
        sqlite_where=sa.text("replaced_at IS NULL"),
        postgresql_where=sa.text("replaced_at IS NULL"),
    )
    op.drop_table("assignments")
