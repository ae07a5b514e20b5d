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
        "plan_editions",
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("slug", sa.String(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("entered_at", UTCDateTime(), nullable=False),
        sa.Column("entered_by", sa.String(), nullable=True),
        sa.Column("replaced_at", UTCDateTime(), nullable=True),
        sa.Column("pid", sa.String(length=22), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_editions")),
        sa.UniqueConstraint("pid", name=op.f("uq_plan_editions_pid")),
    )
    op.create_index(op.f("ix_plan_editions_number"), "plan_editions", ["number"], unique=False)
    op.create_index(
        "uq_plan_editions_current",
        "plan_editions",
        ["slug"],
        unique=True,
        sqlite_where=sa.text("replaced_at IS NULL"),
        postgresql_where=sa.text("replaced_at IS NULL"),
    )
    op.create_table(
        "plan_reports",
        sa.Column("plan_number", sa.String(), nullable=False),
        sa.Column("place_code", sa.String(), nullable=False),
        sa.Column("period", sa.String(), nullable=False),
        sa.Column("first_on", sa.Date(), nullable=False),
        sa.Column("last_on", sa.Date(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("results", sa.Text(), nullable=False),
        sa.Column("difficulties", sa.Text(), nullable=False),
        sa.Column("proposals", sa.Text(), nullable=False),
        sa.Column("next_tasks", sa.Text(), nullable=False),
        sa.Column("pid", sa.String(length=22), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("first_on <= last_on", name=op.f("ck_plan_reports_days")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_reports")),
        sa.UniqueConstraint("pid", name=op.f("uq_plan_reports_pid")),
        sa.UniqueConstraint(
            "plan_number",
            "place_code",
            "period",
            name=op.f("uq_plan_reports_plan_number_place_code_period"),
        ),
    )
    op.create_index(
        op.f("ix_plan_reports_place_code"), "plan_reports", ["place_code"], unique=False
    )
    op.create_table(
        "plan_tasks",
        sa.Column("plan_number", sa.String(), nullable=False),
        sa.Column("target_id", sa.String(), nullable=True),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("progress", sa.String(), nullable=False),
        sa.Column("percent", sa.Integer(), nullable=False),
        sa.Column("remark", sa.Text(), nullable=False),
        sa.Column("entered_at", UTCDateTime(), nullable=False),
        sa.Column("entered_by", sa.String(), nullable=True),
        sa.Column("pid", sa.String(length=22), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("percent BETWEEN 0 AND 100", name=op.f("ck_plan_tasks_percent")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_tasks")),
        sa.UniqueConstraint("pid", name=op.f("uq_plan_tasks_pid")),
    )
    op.create_index(op.f("ix_plan_tasks_plan_number"), "plan_tasks", ["plan_number"], unique=False)
    op.create_table(
        "rollout_rules",
        sa.Column("place_code", sa.String(), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("needs_decision", sa.Boolean(), nullable=False),
        sa.Column("needs_chair", sa.Boolean(), nullable=False),
        sa.Column("months", sa.Integer(), nullable=False),
        sa.Column("least_attendance", sa.Integer(), nullable=False),
        sa.Column("needs_report", sa.Boolean(), nullable=False),
        sa.Column("period_starts_on", sa.Integer(), nullable=False),
        sa.Column("commune_days", sa.Integer(), nullable=False),
        sa.Column("province_days", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("entered_by", sa.String(), nullable=True),
        sa.Column("entered_at", UTCDateTime(), nullable=False),
        sa.Column("pid", sa.String(length=22), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.CheckConstraint(
            "commune_days >= 0 AND province_days >= 0", name=op.f("ck_rollout_rules_days")
        ),
        sa.CheckConstraint(
            "least_attendance BETWEEN 0 AND 100", name=op.f("ck_rollout_rules_share")
        ),
        sa.CheckConstraint("months BETWEEN 1 AND 12", name=op.f("ck_rollout_rules_months")),
        sa.CheckConstraint("period_starts_on IN (1, 15)", name=op.f("ck_rollout_rules_cut")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rollout_rules")),
        sa.UniqueConstraint("pid", name=op.f("uq_rollout_rules_pid")),
        sa.UniqueConstraint(
            "place_code", "from_on", name=op.f("uq_rollout_rules_place_code_from_on")
        ),
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
    op.create_table(
        "plan_task_steps",
        sa.Column("task_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("at", UTCDateTime(), nullable=False),
        sa.Column("by", sa.String(), nullable=True),
        sa.Column("progress", sa.String(), nullable=False),
        sa.Column("percent", sa.Integer(), nullable=False),
        sa.Column("remark", sa.Text(), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(
            ["task_id"],
            ["plan_tasks.id"],
            name=op.f("fk_plan_task_steps_task_id_plan_tasks"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_task_steps")),
    )
    op.create_index(
        op.f("ix_plan_task_steps_task_id"), "plan_task_steps", ["task_id"], unique=False
    )
    op.create_table(
        "report_moves",
        sa.Column(
            "report_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("from_state", sa.String(), nullable=False),
        sa.Column("to_state", sa.String(), nullable=False),
        sa.Column("at", UTCDateTime(), nullable=False),
        sa.Column("by_pid", sa.String(), nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(
            ["report_id"], ["plan_reports.id"], name=op.f("fk_report_moves_report_id_plan_reports")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report_moves")),
    )
    op.create_index(op.f("ix_report_moves_report_id"), "report_moves", ["report_id"], unique=False)
    op.create_table(
        "report_snapshots",
        sa.Column(
            "report_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("figures", sa.Text(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("frozen_at", UTCDateTime(), nullable=False),
        sa.Column("by_pid", sa.String(), nullable=True),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(
            ["report_id"],
            ["plan_reports.id"],
            name=op.f("fk_report_snapshots_report_id_plan_reports"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report_snapshots")),
        sa.UniqueConstraint("report_id", name=op.f("uq_report_snapshots_report_id")),
    )
    op.create_table(
        "report_corrections",
        sa.Column(
            "snapshot_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("line", sa.String(), nullable=False),
        sa.Column("from_figure", sa.Integer(), nullable=True),
        sa.Column("to_figure", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("at", UTCDateTime(), nullable=False),
        sa.Column("by_pid", sa.String(), nullable=True),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(
            ["snapshot_id"],
            ["report_snapshots.id"],
            name=op.f("fk_report_corrections_snapshot_id_report_snapshots"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report_corrections")),
    )
    op.create_index(
        op.f("ix_report_corrections_snapshot_id"),
        "report_corrections",
        ["snapshot_id"],
        unique=False,
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
    op.add_column("figures", sa.Column("reason", sa.String(), server_default="", nullable=False))


def downgrade() -> None:
    """Go back."""
    op.drop_column("figures", "reason")
    op.drop_table("retention_checks")
    op.drop_index(op.f("ix_report_corrections_snapshot_id"), table_name="report_corrections")
    op.drop_table("report_corrections")
    op.drop_table("report_snapshots")
    op.drop_index(op.f("ix_report_moves_report_id"), table_name="report_moves")
    op.drop_table("report_moves")
    op.drop_index(op.f("ix_plan_task_steps_task_id"), table_name="plan_task_steps")
    op.drop_table("plan_task_steps")
    op.drop_index(op.f("ix_club_states_club_id"), table_name="club_states")
    op.drop_table("club_states")
    op.drop_table("rollout_rules")
    op.drop_index(op.f("ix_plan_tasks_plan_number"), table_name="plan_tasks")
    op.drop_table("plan_tasks")
    op.drop_index(op.f("ix_plan_reports_place_code"), table_name="plan_reports")
    op.drop_table("plan_reports")
    op.drop_index(
        "uq_plan_editions_current",
        table_name="plan_editions",
        sqlite_where=sa.text("replaced_at IS NULL"),
        postgresql_where=sa.text("replaced_at IS NULL"),
    )
    op.drop_index(op.f("ix_plan_editions_number"), table_name="plan_editions")
    op.drop_table("plan_editions")
    op.drop_index(
        "uq_assignments_current",
        table_name="assignments",
        sqlite_where=sa.text("replaced_at IS NULL"),
        postgresql_where=sa.text("replaced_at IS NULL"),
    )
    op.drop_table("assignments")
