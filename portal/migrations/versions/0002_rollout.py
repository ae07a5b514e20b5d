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
        "checklist_items",
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_checklist_items")),
        sa.UniqueConstraint("code", name=op.f("uq_checklist_items_code")),
    )
    op.create_table(
        "commendations",
        sa.Column("place_code", sa.String(), nullable=False),
        sa.Column("recipient", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("unit", sa.String(), nullable=False),
        sa.Column("form", sa.String(), nullable=False),
        sa.Column("decision", sa.String(), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("pid", sa.String(length=22), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "form IN ('certificate', 'letter', 'title', 'other')",
            name=op.f("ck_commendations_form"),
        ),
        sa.CheckConstraint(
            "recipient IN ('collective', 'official', 'volunteer', 'board_member')",
            name=op.f("ck_commendations_recipient"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_commendations")),
        sa.UniqueConstraint("pid", name=op.f("uq_commendations_pid")),
    )
    op.create_index(
        op.f("ix_commendations_place_code"), "commendations", ["place_code"], unique=False
    )
    op.create_table(
        "reviews",
        sa.Column("plan", sa.String(), nullable=False),
        sa.Column("place_code", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("document_number", sa.String(), nullable=False),
        sa.Column("results", sa.Text(), nullable=False),
        sa.Column("lessons", sa.Text(), nullable=False),
        sa.Column("tasks_ahead", sa.Text(), nullable=False),
        sa.Column("pid", sa.String(length=22), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("kind IN ('interim', 'final')", name=op.f("ck_reviews_kind")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reviews")),
        sa.UniqueConstraint("pid", name=op.f("uq_reviews_pid")),
    )
    op.create_index(op.f("ix_reviews_place_code"), "reviews", ["place_code"], unique=False)
    op.create_index(
        "uq_reviews_final",
        "reviews",
        ["plan", "place_code"],
        unique=True,
        sqlite_where=sa.text("kind = 'final'"),
        postgresql_where=sa.text("kind = 'final'"),
    )
    op.create_table(
        "volunteer_teams",
        sa.Column("commune_code", sa.String(), nullable=False),
        sa.Column("formed_on", sa.Date(), nullable=False),
        sa.Column("decision", sa.String(), nullable=False),
        sa.Column("pid", sa.String(length=22), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_volunteer_teams")),
        sa.UniqueConstraint("pid", name=op.f("uq_volunteer_teams_pid")),
    )
    op.create_index(
        op.f("ix_volunteer_teams_commune_code"), "volunteer_teams", ["commune_code"], unique=False
    )
    op.create_table(
        "monitoring_visits",
        sa.Column("place_code", sa.String(), nullable=False),
        sa.Column("club_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("team", sa.Text(), nullable=False),
        sa.Column("findings", sa.Text(), nullable=False),
        sa.Column("pid", sa.String(length=22), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["club_id"], ["clubs.id"], name=op.f("fk_monitoring_visits_club_id_clubs")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_monitoring_visits")),
        sa.UniqueConstraint("pid", name=op.f("uq_monitoring_visits_pid")),
    )
    op.create_index(
        op.f("ix_monitoring_visits_club_id"), "monitoring_visits", ["club_id"], unique=False
    )
    op.create_index(
        op.f("ix_monitoring_visits_place_code"), "monitoring_visits", ["place_code"], unique=False
    )
    op.create_table(
        "volunteers",
        sa.Column("team_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("area", sa.String(), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("to_on", sa.Date(), nullable=True),
        sa.Column("charges", sa.Integer(), nullable=False),
        sa.Column("pid", sa.String(length=22), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("charges BETWEEN 0 AND 5", name=op.f("ck_volunteers_charges")),
        sa.CheckConstraint("to_on IS NULL OR to_on >= from_on", name=op.f("ck_volunteers_days")),
        sa.ForeignKeyConstraint(
            ["team_id"], ["volunteer_teams.id"], name=op.f("fk_volunteers_team_id_volunteer_teams")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_volunteers")),
        sa.UniqueConstraint("pid", name=op.f("uq_volunteers_pid")),
    )
    op.create_index(op.f("ix_volunteers_team_id"), "volunteers", ["team_id"], unique=False)
    op.create_table(
        "charges",
        sa.Column(
            "volunteer_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column(
            "client_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("to_on", sa.Date(), nullable=True),
        sa.Column("pid", sa.String(length=22), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.CheckConstraint("to_on IS NULL OR to_on >= from_on", name=op.f("ck_charges_days")),
        sa.ForeignKeyConstraint(
            ["client_id"], ["clients.id"], name=op.f("fk_charges_client_id_clients")
        ),
        sa.ForeignKeyConstraint(
            ["volunteer_id"], ["volunteers.id"], name=op.f("fk_charges_volunteer_id_volunteers")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_charges")),
        sa.UniqueConstraint("pid", name=op.f("uq_charges_pid")),
    )
    op.create_index(op.f("ix_charges_client_id"), "charges", ["client_id"], unique=False)
    op.create_index(op.f("ix_charges_volunteer_id"), "charges", ["volunteer_id"], unique=False)
    op.create_index(
        "uq_charges_open",
        "charges",
        ["client_id"],
        unique=True,
        sqlite_where=sa.text("to_on IS NULL"),
        postgresql_where=sa.text("to_on IS NULL"),
    )
    op.create_table(
        "checklist_answers",
        sa.Column("visit_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("item", sa.String(), nullable=False),
        sa.Column("answer", sa.String(), nullable=False),
        sa.Column("remark", sa.String(), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.CheckConstraint(
            "answer IN ('yes', 'no', 'not_applicable')", name=op.f("ck_checklist_answers_answer")
        ),
        sa.ForeignKeyConstraint(
            ["item"],
            ["checklist_items.code"],
            name=op.f("fk_checklist_answers_item_checklist_items"),
        ),
        sa.ForeignKeyConstraint(
            ["visit_id"],
            ["monitoring_visits.id"],
            name=op.f("fk_checklist_answers_visit_id_monitoring_visits"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_checklist_answers")),
        sa.UniqueConstraint("visit_id", "item", name=op.f("uq_checklist_answers_visit_id_item")),
    )
    op.create_index(
        op.f("ix_checklist_answers_visit_id"), "checklist_answers", ["visit_id"], unique=False
    )
    op.create_table(
        "follow_ups",
        sa.Column("visit_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("task", sa.String(), nullable=False),
        sa.Column("responsible", sa.String(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("pid", sa.String(length=22), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(
            ["visit_id"],
            ["monitoring_visits.id"],
            name=op.f("fk_follow_ups_visit_id_monitoring_visits"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_follow_ups")),
        sa.UniqueConstraint("pid", name=op.f("uq_follow_ups_pid")),
    )
    op.create_index(op.f("ix_follow_ups_visit_id"), "follow_ups", ["visit_id"], unique=False)
    op.add_column(
        "counselling_points", sa.Column("version", sa.Integer(), server_default="1", nullable=False)
    )
    op.add_column(
        "staff_training",
        sa.Column("certificate_number", sa.String(), server_default="", nullable=False),
    )
    op.add_column(
        "staff_training", sa.Column("version", sa.Integer(), server_default="1", nullable=False)
    )


def downgrade() -> None:
    """Go back."""
    op.drop_column("staff_training", "version")
    op.drop_column("staff_training", "certificate_number")
    op.drop_column("counselling_points", "version")
    op.drop_index(op.f("ix_follow_ups_visit_id"), table_name="follow_ups")
    op.drop_table("follow_ups")
    op.drop_index(op.f("ix_checklist_answers_visit_id"), table_name="checklist_answers")
    op.drop_table("checklist_answers")
    op.drop_index(
        "uq_charges_open",
        table_name="charges",
        sqlite_where=sa.text("to_on IS NULL"),
        postgresql_where=sa.text("to_on IS NULL"),
    )
    op.drop_index(op.f("ix_charges_volunteer_id"), table_name="charges")
    op.drop_index(op.f("ix_charges_client_id"), table_name="charges")
    op.drop_table("charges")
    op.drop_index(op.f("ix_volunteers_team_id"), table_name="volunteers")
    op.drop_table("volunteers")
    op.drop_index(op.f("ix_monitoring_visits_place_code"), table_name="monitoring_visits")
    op.drop_index(op.f("ix_monitoring_visits_club_id"), table_name="monitoring_visits")
    op.drop_table("monitoring_visits")
    op.drop_index(op.f("ix_volunteer_teams_commune_code"), table_name="volunteer_teams")
    op.drop_table("volunteer_teams")
    op.drop_index(
        "uq_reviews_final",
        table_name="reviews",
        sqlite_where=sa.text("kind = 'final'"),
        postgresql_where=sa.text("kind = 'final'"),
    )
    op.drop_index(op.f("ix_reviews_place_code"), table_name="reviews")
    op.drop_table("reviews")
    op.drop_index(op.f("ix_commendations_place_code"), table_name="commendations")
    op.drop_table("commendations")
    op.drop_table("checklist_items")
