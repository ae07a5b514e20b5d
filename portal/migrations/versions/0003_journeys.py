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
        "goals",
        sa.Column(
            "client_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("state_on", sa.Date(), nullable=False),
        sa.Column("title_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("steps_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("reason_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("by_pid", sa.String(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("pid", sa.String(length=22), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.CheckConstraint("state IN ('open', 'reached', 'given_up')", name=op.f("ck_goals_state")),
        sa.CheckConstraint(
            "who IN ('member', 'family', 'case_officer', 'coordinator', 'volunteer', 'other')",
            name=op.f("ck_goals_who"),
        ),
        sa.ForeignKeyConstraint(
            ["client_id"], ["clients.id"], name=op.f("fk_goals_client_id_clients")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_goals")),
        sa.UniqueConstraint("pid", name=op.f("uq_goals_pid")),
    )
    op.create_index(op.f("ix_goals_client_id"), "goals", ["client_id"], unique=False)
    op.create_table(
        "integration_plans",
        sa.Column(
            "client_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.Column("aim_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("agreed_on", sa.Date(), nullable=True),
        sa.Column("agreed_how", sa.String(), nullable=False),
        sa.Column("by_pid", sa.String(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("pid", sa.String(length=22), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.CheckConstraint(
            "(agreed_on IS NULL) = (agreed_how = '')", name=op.f("ck_integration_plans_agreed")
        ),
        sa.CheckConstraint(
            "agreed_how IN ('', 'screen', 'paper')", name=op.f("ck_integration_plans_agreed_how")
        ),
        sa.ForeignKeyConstraint(
            ["client_id"], ["clients.id"], name=op.f("fk_integration_plans_client_id_clients")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_integration_plans")),
        sa.UniqueConstraint("client_id", name=op.f("uq_integration_plans_client_id")),
        sa.UniqueConstraint("pid", name=op.f("uq_integration_plans_pid")),
    )
    op.create_table(
        "acted_for",
        sa.Column("step_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("told_how", sa.String(), nullable=False),
        sa.Column("by_pid", sa.String(), nullable=False),
        sa.Column("acted_at", UTCDateTime(), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.CheckConstraint(
            "told_how IN ('in_person', 'phone', 'paper', 'message')",
            name=op.f("ck_acted_for_told_how"),
        ),
        sa.ForeignKeyConstraint(["step_id"], ["steps.id"], name=op.f("fk_acted_for_step_id_steps")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_acted_for")),
    )
    op.create_index(op.f("ix_acted_for_step_id"), "acted_for", ["step_id"], unique=False)
    op.create_table(
        "asked_employers",
        sa.Column("step_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("months", sa.Integer(), nullable=False),
        sa.Column("question_pid", sa.String(), nullable=False),
        sa.Column("asked_on", sa.Date(), nullable=False),
        sa.Column("still", sa.Boolean(), nullable=True),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.CheckConstraint("months IN (1, 3, 6, 12)", name=op.f("ck_asked_employers_months")),
        sa.ForeignKeyConstraint(
            ["step_id"], ["steps.id"], name=op.f("fk_asked_employers_step_id_steps")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_asked_employers")),
        sa.UniqueConstraint("question_pid", name=op.f("uq_asked_employers_question_pid")),
        sa.UniqueConstraint("step_id", "months", name=op.f("uq_asked_employers_step_id_months")),
    )
    op.create_table(
        "job_questions",
        sa.Column(
            "vacancy_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("name_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("hired_on", sa.Date(), nullable=False),
        sa.Column("asked_on", sa.Date(), nullable=False),
        sa.Column("answer_by", sa.Date(), nullable=False),
        sa.Column("still", sa.Boolean(), nullable=True),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.Column("key_wrapped", sa.LargeBinary(), nullable=True),
        sa.Column("pid", sa.String(length=22), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.CheckConstraint(
            "(answered_on IS NULL) = (still IS NULL)", name=op.f("ck_job_questions_answered")
        ),
        sa.CheckConstraint("answer_by >= asked_on", name=op.f("ck_job_questions_days")),
        sa.ForeignKeyConstraint(
            ["vacancy_id"], ["vacancies.id"], name=op.f("fk_job_questions_vacancy_id_vacancies")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_job_questions")),
        sa.UniqueConstraint("pid", name=op.f("uq_job_questions_pid")),
    )
    op.create_index(
        op.f("ix_job_questions_vacancy_id"), "job_questions", ["vacancy_id"], unique=False
    )
    op.create_table(
        "milestones",
        sa.Column(
            "client_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("reached_on", sa.Date(), nullable=False),
        sa.Column("evidence", sa.String(), nullable=False),
        sa.Column("number_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("words_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("step_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("by_pid", sa.String(), nullable=True),
        sa.Column("recorded_at", UTCDateTime(), nullable=False),
        sa.Column("pid", sa.String(length=22), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.CheckConstraint(
            "(kind = 'placed') = (step_id IS NOT NULL)", name=op.f("ck_milestones_step")
        ),
        sa.CheckConstraint(
            "evidence IN ('contract', 'certificate', 'licence', 'record', 'statement', 'other')",
            name=op.f("ck_milestones_evidence"),
        ),
        sa.CheckConstraint(
            "kind IN ('consulted', 'certified', 'placed', 'self_employed')",
            name=op.f("ck_milestones_kind"),
        ),
        sa.ForeignKeyConstraint(
            ["client_id"], ["clients.id"], name=op.f("fk_milestones_client_id_clients")
        ),
        sa.ForeignKeyConstraint(
            ["step_id"], ["steps.id"], name=op.f("fk_milestones_step_id_steps")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_milestones")),
        sa.UniqueConstraint(
            "client_id", "kind", "reached_on", name=op.f("uq_milestones_client_id_kind_reached_on")
        ),
        sa.UniqueConstraint("pid", name=op.f("uq_milestones_pid")),
        sa.UniqueConstraint("step_id", name=op.f("uq_milestones_step_id")),
    )
    op.create_index(op.f("ix_milestones_client_id"), "milestones", ["client_id"], unique=False)
    op.create_table(
        "need_origins",
        sa.Column("need_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "client_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("told_by", sa.String(), nullable=False),
        sa.Column("where_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("pid", sa.String(length=22), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.CheckConstraint(
            "told_by IN ('member', 'family', 'club', 'volunteer', 'visit', 'facility', 'other')",
            name=op.f("ck_need_origins_told_by"),
        ),
        sa.ForeignKeyConstraint(
            ["client_id"], ["clients.id"], name=op.f("fk_need_origins_client_id_clients")
        ),
        sa.ForeignKeyConstraint(
            ["need_id"], ["needs.id"], name=op.f("fk_need_origins_need_id_needs")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_need_origins")),
        sa.UniqueConstraint("need_id", name=op.f("uq_need_origins_need_id")),
        sa.UniqueConstraint("pid", name=op.f("uq_need_origins_pid")),
    )
    op.create_table(
        "referrals",
        sa.Column(
            "client_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("need_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("body_kind", sa.String(), nullable=False),
        sa.Column("body_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("sent_on", sa.Date(), nullable=False),
        sa.Column("reply_by", sa.Date(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("state_on", sa.Date(), nullable=False),
        sa.Column("words_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("by_pid", sa.String(), nullable=True),
        sa.Column("pid", sa.String(length=22), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.CheckConstraint(
            "body_kind IN ('commune', 'provider', 'club', 'employment_centre', 'legal_aid', 'health', 'bank', 'other')",
            name=op.f("ck_referrals_body_kind"),
        ),
        sa.CheckConstraint(
            "state IN ('sent', 'accepted', 'refused', 'done', 'dropped')",
            name=op.f("ck_referrals_state"),
        ),
        sa.CheckConstraint("reply_by >= sent_on", name=op.f("ck_referrals_reply_by")),
        sa.CheckConstraint("state_on >= sent_on", name=op.f("ck_referrals_days")),
        sa.ForeignKeyConstraint(
            ["client_id"], ["clients.id"], name=op.f("fk_referrals_client_id_clients")
        ),
        sa.ForeignKeyConstraint(["need_id"], ["needs.id"], name=op.f("fk_referrals_need_id_needs")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_referrals")),
        sa.UniqueConstraint("pid", name=op.f("uq_referrals_pid")),
    )
    op.create_index(op.f("ix_referrals_client_id"), "referrals", ["client_id"], unique=False)
    op.create_table(
        "supports",
        sa.Column(
            "client_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("need_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("asked_on", sa.Date(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("state_on", sa.Date(), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column("amount", sa.BigInteger(), nullable=True),
        sa.Column("years", sa.Integer(), nullable=True),
        sa.Column("body_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("paper_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("words_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("by_pid", sa.String(), nullable=True),
        sa.Column("pid", sa.String(length=22), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.CheckConstraint(
            "kind IN ('loan', 'legal_aid', 'schooling', 'housing', 'production', 'household')",
            name=op.f("ck_supports_kind"),
        ),
        sa.CheckConstraint(
            "state IN ('asked', 'complete', 'sent', 'granted', 'refused', 'done', 'dropped')",
            name=op.f("ck_supports_state"),
        ),
        sa.CheckConstraint(
            "amount IS NULL OR amount BETWEEN 1 AND 1000000000000", name=op.f("ck_supports_amount")
        ),
        sa.CheckConstraint(
            "decided_on IS NULL OR decided_on >= asked_on", name=op.f("ck_supports_decided")
        ),
        sa.CheckConstraint("state_on >= asked_on", name=op.f("ck_supports_days")),
        sa.CheckConstraint("years IS NULL OR years > 0", name=op.f("ck_supports_years")),
        sa.ForeignKeyConstraint(
            ["client_id"], ["clients.id"], name=op.f("fk_supports_client_id_clients")
        ),
        sa.ForeignKeyConstraint(["need_id"], ["needs.id"], name=op.f("fk_supports_need_id_needs")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_supports")),
        sa.UniqueConstraint("pid", name=op.f("uq_supports_pid")),
    )
    op.create_index(op.f("ix_supports_client_id"), "supports", ["client_id"], unique=False)
    op.create_table(
        "support_papers",
        sa.Column(
            "support_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("line", sa.String(), nullable=False),
        sa.Column("seen_on", sa.Date(), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(
            ["support_id"], ["supports.id"], name=op.f("fk_support_papers_support_id_supports")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_support_papers")),
        sa.UniqueConstraint("support_id", "line", name=op.f("uq_support_papers_support_id_line")),
    )


def downgrade() -> None:
    """Go back."""
    op.drop_table("support_papers")
    op.drop_index(op.f("ix_supports_client_id"), table_name="supports")
    op.drop_table("supports")
    op.drop_index(op.f("ix_referrals_client_id"), table_name="referrals")
    op.drop_table("referrals")
    op.drop_table("need_origins")
    op.drop_index(op.f("ix_milestones_client_id"), table_name="milestones")
    op.drop_table("milestones")
    op.drop_index(op.f("ix_job_questions_vacancy_id"), table_name="job_questions")
    op.drop_table("job_questions")
    op.drop_table("asked_employers")
    op.drop_index(op.f("ix_acted_for_step_id"), table_name="acted_for")
    op.drop_table("acted_for")
    op.drop_table("integration_plans")
    op.drop_index(op.f("ix_goals_client_id"), table_name="goals")
    op.drop_table("goals")
