"""Plans, targets, reports and registers; the clubs' series."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""
    op.create_table(
        "released_figures",
        sa.Column("province_code", sa.String(), nullable=False),
        sa.Column("indicator", sa.String(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("place_code", sa.String(), nullable=False),
        sa.Column("done", sa.String(), nullable=False),
        sa.Column("rest", sa.String(), nullable=False),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_released_figures")),
        sa.UniqueConstraint(
            "province_code",
            "indicator",
            "year",
            "place_code",
            name=op.f("uq_released_figures_province_code_indicator_year_place_code"),
        ),
    )
    op.create_table(
        "retention_checks",
        sa.Column("step_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("months", sa.Integer(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("asked_on", sa.Date(), nullable=False),
        sa.Column("kept", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("by_pid", sa.String(), nullable=True),
        sa.Column("pid", sa.String(length=22), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.CheckConstraint(
            "(kept AND reason = '') OR (NOT kept AND reason IN ('wage', 'distance', 'hours', 'health', 'ended', 'other_job', 'people', 'other'))",
            name=op.f("ck_retention_checks_reason"),
        ),
        sa.CheckConstraint("asked_on >= due_on", name=op.f("ck_retention_checks_days")),
        sa.CheckConstraint("months IN (1, 3, 6, 12)", name=op.f("ck_retention_checks_months")),
        sa.ForeignKeyConstraint(
            ["step_id"], ["steps.id"], name=op.f("fk_retention_checks_step_id_steps")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_retention_checks")),
        sa.UniqueConstraint("pid", name=op.f("uq_retention_checks_pid")),
        sa.UniqueConstraint("step_id", "months", name=op.f("uq_retention_checks_step_id_months")),
    )


def downgrade() -> None:
    """Go back."""
    op.drop_table("retention_checks")
    op.drop_table("released_figures")
