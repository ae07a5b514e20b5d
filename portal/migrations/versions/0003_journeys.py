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


def downgrade() -> None:
    """Go back."""
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
    op.drop_table("club_seats")
