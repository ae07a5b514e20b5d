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
        "provider_checks",
        sa.Column(
            "provider_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("decision", sa.String(), nullable=False),
        sa.Column("papers", sa.Integer(), nullable=False),
        sa.Column("paper_number", sa.String(), nullable=False),
        sa.Column("paper_on", sa.Date(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("by_pid", sa.String(), nullable=True),
        sa.Column("decided_at", UTCDateTime(), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.CheckConstraint(
            "decision = 'refused' OR papers > 0", name=op.f("ck_provider_checks_papers")
        ),
        sa.CheckConstraint(
            "decision IN ('approved', 'refused')", name=op.f("ck_provider_checks_decision")
        ),
        sa.ForeignKeyConstraint(
            ["provider_id"], ["providers.id"], name=op.f("fk_provider_checks_provider_id_providers")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_provider_checks")),
    )
    op.create_index(
        op.f("ix_provider_checks_provider_id"), "provider_checks", ["provider_id"], unique=False
    )
    op.create_table(
        "feedback",
        sa.Column(
            "course_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("overall", sa.Integer(), nullable=False),
        sa.Column("teaching", sa.Integer(), nullable=False),
        sa.Column("practice", sa.Integer(), nullable=False),
        sa.Column("hours", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.CheckConstraint("hours BETWEEN 1 AND 4", name=op.f("ck_feedback_hours")),
        sa.CheckConstraint("overall BETWEEN 1 AND 4", name=op.f("ck_feedback_overall")),
        sa.CheckConstraint("practice BETWEEN 1 AND 4", name=op.f("ck_feedback_practice")),
        sa.CheckConstraint("teaching BETWEEN 1 AND 4", name=op.f("ck_feedback_teaching")),
        sa.ForeignKeyConstraint(
            ["course_id"], ["courses.id"], name=op.f("fk_feedback_course_id_courses")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_feedback")),
    )
    op.create_index(op.f("ix_feedback_course_id"), "feedback", ["course_id"], unique=False)
    op.create_table(
        "feedback_slips",
        sa.Column("class_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("serial", sa.Integer(), nullable=False),
        sa.Column("code_hash", sa.LargeBinary(), nullable=False),
        sa.Column("used", sa.Boolean(), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(
            ["class_id"], ["classes.id"], name=op.f("fk_feedback_slips_class_id_classes")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_feedback_slips")),
        sa.UniqueConstraint("class_id", "serial", name=op.f("uq_feedback_slips_class_id_serial")),
        sa.UniqueConstraint("code_hash", name=op.f("uq_feedback_slips_code_hash")),
    )
    op.create_table(
        "certificates",
        sa.Column(
            "provider_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column(
            "learner_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("issued_on", sa.Date(), nullable=False),
        sa.Column("course_title", sa.String(), nullable=False),
        sa.Column("name_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("code_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("code_hash", sa.LargeBinary(), nullable=False),
        sa.Column("by_pid", sa.String(), nullable=True),
        sa.Column("revoked_on", sa.Date(), nullable=True),
        sa.Column("revoked_why", sa.Text(), nullable=False),
        sa.Column("key_wrapped", sa.LargeBinary(), nullable=True),
        sa.Column("pid", sa.String(length=22), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.CheckConstraint(
            "(revoked_on IS NULL) = (revoked_why = '')", name=op.f("ck_certificates_revoked")
        ),
        sa.ForeignKeyConstraint(
            ["learner_id"], ["learners.id"], name=op.f("fk_certificates_learner_id_learners")
        ),
        sa.ForeignKeyConstraint(
            ["provider_id"], ["providers.id"], name=op.f("fk_certificates_provider_id_providers")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_certificates")),
        sa.UniqueConstraint("code_hash", name=op.f("uq_certificates_code_hash")),
        sa.UniqueConstraint("pid", name=op.f("uq_certificates_pid")),
        sa.UniqueConstraint(
            "provider_id", "number", name=op.f("uq_certificates_provider_id_number")
        ),
    )
    op.create_index(op.f("ix_certificates_issued_on"), "certificates", ["issued_on"], unique=False)
    op.create_index(
        "uq_certificates_in_force",
        "certificates",
        ["learner_id"],
        unique=True,
        sqlite_where=sa.text("revoked_on IS NULL"),
        postgresql_where=sa.text("revoked_on IS NULL"),
    )
    op.create_table(
        "class_attendance",
        sa.Column(
            "learner_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("mark", sa.String(), nullable=False),
        sa.Column("by_pid", sa.String(), nullable=True),
        sa.Column("marked_at", UTCDateTime(), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.CheckConstraint(
            "mark IN ('present', 'absent', 'excused')", name=op.f("ck_class_attendance_mark")
        ),
        sa.ForeignKeyConstraint(
            ["learner_id"], ["learners.id"], name=op.f("fk_class_attendance_learner_id_learners")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_class_attendance")),
        sa.UniqueConstraint(
            "learner_id", "held_on", name=op.f("uq_class_attendance_learner_id_held_on")
        ),
    )
    op.add_column("learners", sa.Column("dropped_why", sa.String(), nullable=True))
    op.add_column("learners", sa.Column("dropped_words_sealed", sa.LargeBinary(), nullable=True))
    op.add_column(
        "providers", sa.Column("contact_name", sa.String(), server_default="", nullable=False)
    )
    op.add_column("providers", sa.Column("address", sa.String(), server_default="", nullable=False))
    op.add_column("providers", sa.Column("about", sa.Text(), server_default="", nullable=False))
    op.add_column("providers", sa.Column("look_asked_at", UTCDateTime(), nullable=True))


def downgrade() -> None:
    """Go back."""
    op.drop_column("providers", "look_asked_at")
    op.drop_column("providers", "about")
    op.drop_column("providers", "address")
    op.drop_column("providers", "contact_name")
    op.drop_column("learners", "dropped_words_sealed")
    op.drop_column("learners", "dropped_why")
    op.drop_table("class_attendance")
    op.drop_index(
        "uq_certificates_in_force",
        table_name="certificates",
        sqlite_where=sa.text("revoked_on IS NULL"),
        postgresql_where=sa.text("revoked_on IS NULL"),
    )
    op.drop_index(op.f("ix_certificates_issued_on"), table_name="certificates")
    op.drop_table("certificates")
    op.drop_table("feedback_slips")
    op.drop_index(op.f("ix_feedback_course_id"), table_name="feedback")
    op.drop_table("feedback")
    op.drop_index(op.f("ix_provider_checks_provider_id"), table_name="provider_checks")
    op.drop_table("provider_checks")
