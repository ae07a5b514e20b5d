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
        "meeting_series",
        sa.Column("club_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("rule", sa.String(), nullable=False),
        sa.Column("starts", sa.Time(), nullable=False),
        sa.Column("ends", sa.Time(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("agenda", sa.Text(), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("until_on", sa.Date(), nullable=True),
        sa.Column("ended_at", UTCDateTime(), nullable=True),
        sa.Column("pid", sa.String(length=22), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("ends > starts", name=op.f("ck_meeting_series_hours")),
        sa.CheckConstraint(
            "until_on IS NULL OR until_on >= from_on", name=op.f("ck_meeting_series_days")
        ),
        sa.ForeignKeyConstraint(
            ["club_id"], ["clubs.id"], name=op.f("fk_meeting_series_club_id_clubs")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting_series")),
        sa.UniqueConstraint("pid", name=op.f("uq_meeting_series_pid")),
    )
    op.create_index(op.f("ix_meeting_series_club_id"), "meeting_series", ["club_id"], unique=False)
    op.create_table(
        "series_dates",
        sa.Column(
            "series_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("original_on", sa.Date(), nullable=False),
        sa.Column(
            "meeting_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meetings.id"], name=op.f("fk_series_dates_meeting_id_meetings")
        ),
        sa.ForeignKeyConstraint(
            ["series_id"],
            ["meeting_series.id"],
            name=op.f("fk_series_dates_series_id_meeting_series"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_series_dates")),
        sa.UniqueConstraint("meeting_id", name=op.f("uq_series_dates_meeting_id")),
        sa.UniqueConstraint(
            "series_id", "original_on", name=op.f("uq_series_dates_series_id_original_on")
        ),
    )
    op.add_column("answers", sa.Column("earlier_at", UTCDateTime(), nullable=True))
    op.add_column("meetings", sa.Column("moved_reason", sa.String(), nullable=True))


def downgrade() -> None:
    """Go back."""
    op.drop_column("meetings", "moved_reason")
    op.drop_column("answers", "earlier_at")
    op.drop_table("series_dates")
    op.drop_index(op.f("ix_meeting_series_club_id"), table_name="meeting_series")
    op.drop_table("meeting_series")
