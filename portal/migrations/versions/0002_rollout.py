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
        "summary_cells",
        sa.Column("measure", sa.String(), nullable=False),
        sa.Column("level", sa.String(), nullable=False),
        sa.Column("place_code", sa.String(), nullable=False),
        sa.Column("period", sa.String(), nullable=False),
        sa.Column("numerator", sa.Integer(), nullable=False),
        sa.Column("denominator", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint(
            "measure", "level", "place_code", "period", name=op.f("pk_summary_cells")
        ),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "summary_parts",
        sa.Column("measure", sa.String(), nullable=False),
        sa.Column("subject", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("commune_code", sa.String(), nullable=True),
        sa.Column("district_code", sa.String(), nullable=True),
        sa.Column("province_code", sa.String(), nullable=True),
        sa.Column("numerator", sa.Integer(), nullable=False),
        sa.Column("denominator", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("measure", "subject", "day", name=op.f("pk_summary_parts")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "ix_summary_parts_places", "summary_parts", ["measure", "commune_code", "day"], unique=False
    )
    op.create_table(
        "summary_state",
        sa.Column("map_on", sa.Date(), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_summary_state")),
    )


def downgrade() -> None:
    """Go back."""
    op.drop_table("summary_state")
    op.drop_index("ix_summary_parts_places", table_name="summary_parts")
    op.drop_table("summary_parts")
    op.drop_table("summary_cells")
