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
    op.add_column("classes", sa.Column("address", sa.String(), server_default="", nullable=False))
    op.add_column("classes", sa.Column("enrol_from", sa.Date(), nullable=True))
    op.add_column(
        "classes", sa.Column("min_seats", sa.Integer(), server_default="0", nullable=False)
    )
    op.add_column(
        "classes", sa.Column("offer_days", sa.Integer(), server_default="3", nullable=False)
    )
    op.add_column("learners", sa.Column("offer_ends_on", sa.Date(), nullable=True))
    op.add_column(
        "learners", sa.Column("declined_for", sa.String(), server_default="", nullable=False)
    )


def downgrade() -> None:
    """Go back."""
    op.drop_column("learners", "declined_for")
    op.drop_column("learners", "offer_ends_on")
    op.drop_column("classes", "offer_days")
    op.drop_column("classes", "min_seats")
    op.drop_column("classes", "enrol_from")
    op.drop_column("classes", "address")
    op.drop_table("weekly_sessions")
    op.drop_table("course_aid")
