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
        sa.Column("responsible", sa.String(), nullable=False),
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
        "report_jobs",
        sa.Column("plan_number", sa.String(), nullable=False),
        sa.Column("place_code", sa.String(), nullable=False),
        sa.Column("period", sa.String(), nullable=False),
        sa.Column("last_on", sa.Date(), nullable=False),
        sa.Column("texts", sa.JSON(), nullable=False),
        sa.Column("by_pid", sa.String(), nullable=False),
        sa.Column("asked_at", UTCDateTime(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("steps_done", sa.Integer(), nullable=False),
        sa.Column("steps_all", sa.Integer(), nullable=False),
        sa.Column("error", sa.Text(), nullable=False),
        sa.Column("pid", sa.String(length=22), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.CheckConstraint(
            "state IN ('queued', 'running', 'done', 'failed')", name=op.f("ck_report_jobs_state")
        ),
        sa.CheckConstraint("steps_done <= steps_all", name=op.f("ck_report_jobs_steps")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report_jobs")),
        sa.UniqueConstraint("pid", name=op.f("uq_report_jobs_pid")),
    )
    op.create_index(op.f("ix_report_jobs_by_pid"), "report_jobs", ["by_pid"], unique=False)
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
        sa.Column("map_since", sa.Date(), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_summary_state")),
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
        "calendar_feeds",
        sa.Column("user_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("token_hash", sa.LargeBinary(), nullable=False),
        sa.Column("made_at", UTCDateTime(), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_calendar_feeds_user_id_users")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calendar_feeds")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_calendar_feeds_token_hash")),
        sa.UniqueConstraint("user_id", name=op.f("uq_calendar_feeds_user_id")),
    )
    op.create_table(
        "club_plans",
        sa.Column("club_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("topics", sa.Text(), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["club_id"], ["clubs.id"], name=op.f("fk_club_plans_club_id_clubs")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_club_plans")),
        sa.UniqueConstraint("club_id", "year", name=op.f("uq_club_plans_club_id_year")),
    )
    op.create_table(
        "club_rules",
        sa.Column("club_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(
            ["club_id"], ["clubs.id"], name=op.f("fk_club_rules_club_id_clubs")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_club_rules")),
        sa.UniqueConstraint("club_id", "number", name=op.f("uq_club_rules_club_id_number")),
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
        "plan_task_steps",
        sa.Column("task_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("at", UTCDateTime(), nullable=False),
        sa.Column("by_pid", sa.String(), nullable=True),
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
        "progress_sheets",
        sa.Column(
            "client_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("club_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("housing_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("housing_remark_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("work_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("work_remark_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("health_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("health_remark_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("family_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("family_remark_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("services_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("services_remark_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("agreed_on", sa.Date(), nullable=True),
        sa.Column("agreed_by", sa.String(), nullable=False),
        sa.Column("different_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("written_at", UTCDateTime(), nullable=False),
        sa.Column("by_pid", sa.String(), nullable=True),
        sa.Column("pid", sa.String(length=22), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "(agreed_on IS NULL AND agreed_by = '') OR (agreed_on IS NOT NULL AND agreed_by IN ('member', 'talk'))",
            name=op.f("ck_progress_sheets_agreed"),
        ),
        sa.ForeignKeyConstraint(
            ["client_id"], ["clients.id"], name=op.f("fk_progress_sheets_client_id_clients")
        ),
        sa.ForeignKeyConstraint(
            ["club_id"], ["clubs.id"], name=op.f("fk_progress_sheets_club_id_clubs")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_progress_sheets")),
        sa.UniqueConstraint(
            "client_id", "club_id", "month", name=op.f("uq_progress_sheets_client_id_club_id_month")
        ),
        sa.UniqueConstraint("pid", name=op.f("uq_progress_sheets_pid")),
    )
    op.create_index(
        op.f("ix_progress_sheets_client_id"), "progress_sheets", ["client_id"], unique=False
    )
    op.create_index(
        op.f("ix_progress_sheets_club_id"), "progress_sheets", ["club_id"], unique=False
    )
    op.create_table(
        "reminder_choices",
        sa.Column(
            "client_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("contact_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("chosen_at", UTCDateTime(), nullable=False),
        sa.Column("pid", sa.String(length=22), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.CheckConstraint(
            "channel IN ('notice', 'email', 'sms')", name=op.f("ck_reminder_choices_channel")
        ),
        sa.ForeignKeyConstraint(
            ["client_id"], ["clients.id"], name=op.f("fk_reminder_choices_client_id_clients")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reminder_choices")),
        sa.UniqueConstraint("client_id", name=op.f("uq_reminder_choices_client_id")),
        sa.UniqueConstraint("pid", name=op.f("uq_reminder_choices_pid")),
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
        "attendance_changes",
        sa.Column(
            "meeting_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("client_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("counted", sa.String(), nullable=True),
        sa.Column("from_mark", sa.String(), nullable=False),
        sa.Column("to_mark", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("changed_at", UTCDateTime(), nullable=False),
        sa.Column("by_pid", sa.String(), nullable=True),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.CheckConstraint("reason <> ''", name=op.f("ck_attendance_changes_reason")),
        sa.CheckConstraint(
            "(client_id IS NULL) = (counted IS NOT NULL)", name=op.f("ck_attendance_changes_one")
        ),
        sa.ForeignKeyConstraint(
            ["client_id"], ["clients.id"], name=op.f("fk_attendance_changes_client_id_clients")
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meetings.id"], name=op.f("fk_attendance_changes_meeting_id_meetings")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attendance_changes")),
    )
    op.create_index(
        op.f("ix_attendance_changes_client_id"), "attendance_changes", ["client_id"], unique=False
    )
    op.create_index(
        op.f("ix_attendance_changes_meeting_id"), "attendance_changes", ["meeting_id"], unique=False
    )
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
        "club_tasks",
        sa.Column("club_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "meeting_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("body", sa.String(), nullable=False),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("client_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("remark", sa.String(), nullable=False),
        sa.Column("pid", sa.String(length=22), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("client_id IS NULL OR who = ''", name=op.f("ck_club_tasks_who")),
        sa.ForeignKeyConstraint(
            ["client_id"], ["clients.id"], name=op.f("fk_club_tasks_client_id_clients")
        ),
        sa.ForeignKeyConstraint(
            ["club_id"], ["clubs.id"], name=op.f("fk_club_tasks_club_id_clubs")
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meetings.id"], name=op.f("fk_club_tasks_meeting_id_meetings")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_club_tasks")),
        sa.UniqueConstraint("pid", name=op.f("uq_club_tasks_pid")),
    )
    op.create_index(op.f("ix_club_tasks_client_id"), "club_tasks", ["client_id"], unique=False)
    op.create_index(op.f("ix_club_tasks_club_id"), "club_tasks", ["club_id"], unique=False)
    op.create_index(op.f("ix_club_tasks_meeting_id"), "club_tasks", ["meeting_id"], unique=False)
    op.create_table(
        "drifts",
        sa.Column(
            "membership_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column(
            "client_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("noticed_on", sa.Date(), nullable=False),
        sa.Column("step", sa.String(), nullable=False),
        sa.Column("who_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("by_pid", sa.String(), nullable=True),
        sa.Column("pid", sa.String(length=22), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("(outcome = '') = (closed_on IS NULL)", name=op.f("ck_drifts_closed")),
        sa.CheckConstraint(
            "outcome = '' OR outcome IN ('came_back', 'moved', 'other_shift', 'pause', 'left')",
            name=op.f("ck_drifts_outcome"),
        ),
        sa.CheckConstraint(
            "reason IN ('missed_two', 'silent', 'falling')", name=op.f("ck_drifts_reason")
        ),
        sa.CheckConstraint(
            "step IN ('call', 'visit', 'message', 'talk')", name=op.f("ck_drifts_step")
        ),
        sa.ForeignKeyConstraint(
            ["client_id"], ["clients.id"], name=op.f("fk_drifts_client_id_clients")
        ),
        sa.ForeignKeyConstraint(
            ["membership_id"], ["memberships.id"], name=op.f("fk_drifts_membership_id_memberships")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_drifts")),
        sa.UniqueConstraint("pid", name=op.f("uq_drifts_pid")),
    )
    op.create_index(op.f("ix_drifts_client_id"), "drifts", ["client_id"], unique=False)
    op.create_index(op.f("ix_drifts_membership_id"), "drifts", ["membership_id"], unique=False)
    op.create_index(
        "uq_drifts_open",
        "drifts",
        ["membership_id"],
        unique=True,
        sqlite_where=sa.text("closed_on IS NULL"),
        postgresql_where=sa.text("closed_on IS NULL"),
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
    op.create_table(
        "minutes_versions",
        sa.Column(
            "meeting_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("written_at", UTCDateTime(), nullable=False),
        sa.Column("by_pid", sa.String(), nullable=True),
        sa.Column("signed_at", UTCDateTime(), nullable=True),
        sa.Column("signed_by_pid", sa.String(), nullable=True),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meetings.id"], name=op.f("fk_minutes_versions_meeting_id_meetings")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_minutes_versions")),
        sa.UniqueConstraint(
            "meeting_id", "number", name=op.f("uq_minutes_versions_meeting_id_number")
        ),
    )
    op.create_table(
        "raised_needs",
        sa.Column(
            "client_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("club_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("origin", sa.String(), nullable=False),
        sa.Column("raised_on", sa.Date(), nullable=False),
        sa.Column("remark_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("by_pid", sa.String(), nullable=True),
        sa.Column("need_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.Column("answer_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("pid", sa.String(length=22), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.CheckConstraint(
            "kind IN ('training', 'work', 'loan', 'legal_aid', 'schooling', 'housing', 'papers', 'health')",
            name=op.f("ck_raised_needs_kind"),
        ),
        sa.CheckConstraint(
            "origin IN ('sheet', 'roll', 'talk')", name=op.f("ck_raised_needs_origin")
        ),
        sa.CheckConstraint(
            "answered_on IS NULL OR answered_on >= raised_on", name=op.f("ck_raised_needs_days")
        ),
        sa.CheckConstraint(
            "need_id IS NULL OR answered_on IS NOT NULL", name=op.f("ck_raised_needs_answered")
        ),
        sa.ForeignKeyConstraint(
            ["client_id"], ["clients.id"], name=op.f("fk_raised_needs_client_id_clients")
        ),
        sa.ForeignKeyConstraint(
            ["club_id"], ["clubs.id"], name=op.f("fk_raised_needs_club_id_clubs")
        ),
        sa.ForeignKeyConstraint(
            ["need_id"], ["needs.id"], name=op.f("fk_raised_needs_need_id_needs")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_raised_needs")),
        sa.UniqueConstraint("need_id", name=op.f("uq_raised_needs_need_id")),
        sa.UniqueConstraint("pid", name=op.f("uq_raised_needs_pid")),
    )
    op.create_index(op.f("ix_raised_needs_client_id"), "raised_needs", ["client_id"], unique=False)
    op.create_index(op.f("ix_raised_needs_club_id"), "raised_needs", ["club_id"], unique=False)
    op.create_table(
        "reminders",
        sa.Column(
            "meeting_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column(
            "client_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("occasion", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("made_at", UTCDateTime(), nullable=False),
        sa.Column("settled_at", UTCDateTime(), nullable=True),
        sa.Column("pid", sa.String(length=22), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.CheckConstraint(
            "state IN ('queued', 'sending', 'sent', 'dropped', 'failed')",
            name=op.f("ck_reminders_state"),
        ),
        sa.ForeignKeyConstraint(
            ["client_id"], ["clients.id"], name=op.f("fk_reminders_client_id_clients")
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meetings.id"], name=op.f("fk_reminders_meeting_id_meetings")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reminders")),
        sa.UniqueConstraint(
            "meeting_id",
            "client_id",
            "occasion",
            name=op.f("uq_reminders_meeting_id_client_id_occasion"),
        ),
        sa.UniqueConstraint("pid", name=op.f("uq_reminders_pid")),
    )
    op.create_index(op.f("ix_reminders_client_id"), "reminders", ["client_id"], unique=False)
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
    op.create_table(
        "volunteer_visits",
        sa.Column(
            "client_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column(
            "volunteer_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("next_on", sa.Date(), nullable=True),
        sa.Column("agreed_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("author_pid", sa.String(), nullable=False),
        sa.Column("written_at", UTCDateTime(), nullable=False),
        sa.Column("pid", sa.String(length=22), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.CheckConstraint(
            "next_on IS NULL OR next_on > held_on", name=op.f("ck_volunteer_visits_days")
        ),
        sa.ForeignKeyConstraint(
            ["client_id"], ["clients.id"], name=op.f("fk_volunteer_visits_client_id_clients")
        ),
        sa.ForeignKeyConstraint(
            ["volunteer_id"],
            ["volunteers.id"],
            name=op.f("fk_volunteer_visits_volunteer_id_volunteers"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_volunteer_visits")),
        sa.UniqueConstraint("pid", name=op.f("uq_volunteer_visits_pid")),
    )
    op.create_index(
        op.f("ix_volunteer_visits_client_id"), "volunteer_visits", ["client_id"], unique=False
    )
    op.create_index(
        op.f("ix_volunteer_visits_volunteer_id"), "volunteer_visits", ["volunteer_id"], unique=False
    )
    op.add_column("answers", sa.Column("earlier_at", UTCDateTime(), nullable=True))
    op.add_column(
        "clubs",
        sa.Column(
            "shows_meetings", sa.Boolean(), server_default=sa.text("(false)"), nullable=False
        ),
    )
    op.add_column("clubs", sa.Column("proposal", sa.Text(), server_default="", nullable=False))
    op.add_column(
        "clubs", sa.Column("proposing_agency", sa.String(), server_default="", nullable=False)
    )
    op.add_column("clubs", sa.Column("decided_on", sa.Date(), nullable=True))
    op.add_column("clubs", sa.Column("file_number", sa.String(), server_default="", nullable=False))
    op.add_column("clubs", sa.Column("venue", sa.String(), server_default="", nullable=False))
    op.add_column(
        "clubs", sa.Column("venue_address", sa.String(), server_default="", nullable=False)
    )
    op.add_column("clubs", sa.Column("venue_capacity", sa.Integer(), nullable=True))
    op.add_column("clubs", sa.Column("heir_pid", sa.String(), nullable=True))
    op.add_column(
        "clubs", sa.Column("reminded_days", sa.String(), server_default="2 0", nullable=False)
    )
    op.add_column(
        "counselling_points", sa.Column("version", sa.Integer(), server_default="1", nullable=False)
    )
    op.add_column("figures", sa.Column("reason", sa.String(), server_default="", nullable=False))
    op.add_column("meetings", sa.Column("moved_reason", sa.String(), nullable=True))
    op.add_column("meetings", sa.Column("guests", sa.Integer(), nullable=True))
    op.add_column("meetings", sa.Column("family", sa.Integer(), nullable=True))
    op.add_column("meetings", sa.Column("chair", sa.String(), server_default="", nullable=False))
    op.add_column(
        "meetings", sa.Column("secretary", sa.String(), server_default="", nullable=False)
    )
    op.add_column(
        "memberships", sa.Column("left_for", sa.String(), server_default="", nullable=False)
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
    op.drop_column("memberships", "left_for")
    op.drop_column("meetings", "secretary")
    op.drop_column("meetings", "chair")
    op.drop_column("meetings", "family")
    op.drop_column("meetings", "guests")
    op.drop_column("meetings", "moved_reason")
    op.drop_column("figures", "reason")
    op.drop_column("counselling_points", "version")
    op.drop_column("clubs", "reminded_days")
    op.drop_column("clubs", "heir_pid")
    op.drop_column("clubs", "venue_capacity")
    op.drop_column("clubs", "venue_address")
    op.drop_column("clubs", "venue")
    op.drop_column("clubs", "file_number")
    op.drop_column("clubs", "decided_on")
    op.drop_column("clubs", "proposing_agency")
    op.drop_column("clubs", "proposal")
    op.drop_column("clubs", "shows_meetings")
    op.drop_column("answers", "earlier_at")
    op.drop_index(op.f("ix_volunteer_visits_volunteer_id"), table_name="volunteer_visits")
    op.drop_index(op.f("ix_volunteer_visits_client_id"), table_name="volunteer_visits")
    op.drop_table("volunteer_visits")
    op.drop_table("series_dates")
    op.drop_table("retention_checks")
    op.drop_index(op.f("ix_report_corrections_snapshot_id"), table_name="report_corrections")
    op.drop_table("report_corrections")
    op.drop_index(op.f("ix_reminders_client_id"), table_name="reminders")
    op.drop_table("reminders")
    op.drop_index(op.f("ix_raised_needs_club_id"), table_name="raised_needs")
    op.drop_index(op.f("ix_raised_needs_client_id"), table_name="raised_needs")
    op.drop_table("raised_needs")
    op.drop_table("minutes_versions")
    op.drop_index(op.f("ix_follow_ups_visit_id"), table_name="follow_ups")
    op.drop_table("follow_ups")
    op.drop_index(
        "uq_drifts_open",
        table_name="drifts",
        sqlite_where=sa.text("closed_on IS NULL"),
        postgresql_where=sa.text("closed_on IS NULL"),
    )
    op.drop_index(op.f("ix_drifts_membership_id"), table_name="drifts")
    op.drop_index(op.f("ix_drifts_client_id"), table_name="drifts")
    op.drop_table("drifts")
    op.drop_index(op.f("ix_club_tasks_meeting_id"), table_name="club_tasks")
    op.drop_index(op.f("ix_club_tasks_club_id"), table_name="club_tasks")
    op.drop_index(op.f("ix_club_tasks_client_id"), table_name="club_tasks")
    op.drop_table("club_tasks")
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
    op.drop_index(op.f("ix_attendance_changes_meeting_id"), table_name="attendance_changes")
    op.drop_index(op.f("ix_attendance_changes_client_id"), table_name="attendance_changes")
    op.drop_table("attendance_changes")
    op.drop_index(op.f("ix_volunteers_team_id"), table_name="volunteers")
    op.drop_table("volunteers")
    op.drop_table("report_snapshots")
    op.drop_index(op.f("ix_report_moves_report_id"), table_name="report_moves")
    op.drop_table("report_moves")
    op.drop_table("reminder_choices")
    op.drop_index(op.f("ix_progress_sheets_club_id"), table_name="progress_sheets")
    op.drop_index(op.f("ix_progress_sheets_client_id"), table_name="progress_sheets")
    op.drop_table("progress_sheets")
    op.drop_index(op.f("ix_plan_task_steps_task_id"), table_name="plan_task_steps")
    op.drop_table("plan_task_steps")
    op.drop_index(op.f("ix_monitoring_visits_place_code"), table_name="monitoring_visits")
    op.drop_index(op.f("ix_monitoring_visits_club_id"), table_name="monitoring_visits")
    op.drop_table("monitoring_visits")
    op.drop_index(op.f("ix_meeting_series_club_id"), table_name="meeting_series")
    op.drop_table("meeting_series")
    op.drop_index(op.f("ix_club_states_club_id"), table_name="club_states")
    op.drop_table("club_states")
    op.drop_table("club_rules")
    op.drop_table("club_plans")
    op.drop_table("calendar_feeds")
    op.drop_index(op.f("ix_volunteer_teams_commune_code"), table_name="volunteer_teams")
    op.drop_table("volunteer_teams")
    op.drop_table("summary_state")
    op.drop_index("ix_summary_parts_places", table_name="summary_parts")
    op.drop_table("summary_parts")
    op.drop_table("summary_cells")
    op.drop_table("rollout_rules")
    op.drop_index(
        "uq_reviews_final",
        table_name="reviews",
        sqlite_where=sa.text("kind = 'final'"),
        postgresql_where=sa.text("kind = 'final'"),
    )
    op.drop_index(op.f("ix_reviews_place_code"), table_name="reviews")
    op.drop_table("reviews")
    op.drop_index(op.f("ix_report_jobs_by_pid"), table_name="report_jobs")
    op.drop_table("report_jobs")
    op.drop_table("released_figures")
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
    op.drop_index(op.f("ix_commendations_place_code"), table_name="commendations")
    op.drop_table("commendations")
    op.drop_table("checklist_items")
    op.drop_index(
        "uq_assignments_current",
        table_name="assignments",
        sqlite_where=sa.text("replaced_at IS NULL"),
        postgresql_where=sa.text("replaced_at IS NULL"),
    )
    op.drop_table("assignments")
