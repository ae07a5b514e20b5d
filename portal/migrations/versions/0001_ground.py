"""The ground: the tables of every room."""

import sqlalchemy as sa
from alembic import op

from portal.db import UTCDateTime

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


SQLITE_GUARDS = (
    "CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit "
    "BEGIN SELECT RAISE(ABORT, 'audit rows are only ever added'); END",
    "CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit "
    "BEGIN SELECT RAISE(ABORT, 'audit rows are only ever added'); END",
)
POSTGRES_GUARDS = (
    "CREATE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN RAISE EXCEPTION 'audit rows are only ever added'; END $$",
    "CREATE TRIGGER audit_insert_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit "
    "FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse()",
)


def upgrade() -> None:
    """Go forward."""
    op.create_table(
        "aid_rates",
        sa.Column("household_status", sa.String(), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("amount", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("pid", sa.String(length=22), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_aid_rates")),
        sa.UniqueConstraint(
            "household_status", "from_on", name=op.f("uq_aid_rates_household_status_from_on")
        ),
        sa.UniqueConstraint("pid", name=op.f("uq_aid_rates_pid")),
    )
    op.create_table(
        "attendance_kinds",
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("counts_as", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.CheckConstraint(
            "counts_as IN ('present', 'absent', 'ignored')",
            name=op.f("ck_attendance_kinds_counts_as"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attendance_kinds")),
        sa.UniqueConstraint("code", name=op.f("uq_attendance_kinds_code")),
    )
    op.create_table(
        "audit",
        sa.Column("at", UTCDateTime(), nullable=False),
        sa.Column("user_pid", sa.String(), nullable=True),
        sa.Column("roles", sa.String(), nullable=False),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("client_pid", sa.String(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit")),
    )
    op.create_index(op.f("ix_audit_client_pid"), "audit", ["client_pid"], unique=False)
    op.create_index(op.f("ix_audit_user_pid"), "audit", ["user_pid"], unique=False)
    op.create_table(
        "changes",
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("place_code", sa.String(), nullable=True),
        sa.Column("on", sa.Date(), nullable=True),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_changes")),
    )
    op.create_table(
        "clients",
        sa.Column("name_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("phone_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("phone_hash", sa.LargeBinary(), nullable=True),
        sa.Column("birth_year", sa.Integer(), nullable=False),
        sa.Column("commune_code", sa.String(), nullable=False),
        sa.Column("household_status", sa.String(), nullable=False),
        sa.Column("education", sa.Integer(), nullable=False),
        sa.Column("shifts", sa.Integer(), nullable=False),
        sa.Column("limits", sa.Integer(), nullable=False),
        sa.Column("max_km", sa.Integer(), nullable=False),
        sa.Column("min_wage", sa.Integer(), nullable=False),
        sa.Column("registered_on", sa.Date(), nullable=True),
        sa.Column("key_wrapped", sa.LargeBinary(), nullable=True),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("pid", sa.String(length=22), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("birth_year BETWEEN 1900 AND 2100", name=op.f("ck_clients_birth_year")),
        sa.CheckConstraint("education BETWEEN 0 AND 6", name=op.f("ck_clients_education")),
        sa.CheckConstraint("max_km >= 1", name=op.f("ck_clients_max_km")),
        sa.CheckConstraint("min_wage >= 0", name=op.f("ck_clients_min_wage")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_clients")),
        sa.UniqueConstraint("code", name=op.f("uq_clients_code")),
        sa.UniqueConstraint("pid", name=op.f("uq_clients_pid")),
    )
    op.create_index(op.f("ix_clients_commune_code"), "clients", ["commune_code"], unique=False)
    op.create_index(op.f("ix_clients_phone_hash"), "clients", ["phone_hash"], unique=False)
    op.create_table(
        "clubs",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("display_name", sa.String(), nullable=False),
        sa.Column("commune_code", sa.String(), nullable=False),
        sa.Column("founded_on", sa.Date(), nullable=True),
        sa.Column("decision", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("status_on", sa.Date(), nullable=True),
        sa.Column("old_district_code", sa.String(), nullable=True),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("meeting_note", sa.Text(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("pid", sa.String(length=22), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "status IN ('operating', 'planned', 'paused', 'dissolved')",
            name=op.f("ck_clubs_status"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_clubs")),
        sa.UniqueConstraint("code", name=op.f("uq_clubs_code")),
        sa.UniqueConstraint("pid", name=op.f("uq_clubs_pid")),
    )
    op.create_index(op.f("ix_clubs_commune_code"), "clubs", ["commune_code"], unique=False)
    op.create_table(
        "counselling_points",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("commune_code", sa.String(), nullable=False),
        sa.Column("opened_on", sa.Date(), nullable=True),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("hours", sa.Text(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("pid", sa.String(length=22), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.CheckConstraint(
            "closed_on IS NULL OR closed_on >= opened_on", name=op.f("ck_counselling_points_days")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_counselling_points")),
        sa.UniqueConstraint("code", name=op.f("uq_counselling_points_code")),
        sa.UniqueConstraint("pid", name=op.f("uq_counselling_points_pid")),
    )
    op.create_index(
        op.f("ix_counselling_points_commune_code"),
        "counselling_points",
        ["commune_code"],
        unique=False,
    )
    op.create_table(
        "employers",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("tax_code", sa.String(), nullable=False),
        sa.Column("commune_code", sa.String(), nullable=False),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("verification", sa.String(), nullable=False),
        sa.Column("pledged", sa.Boolean(), nullable=False),
        sa.Column("registered_at", UTCDateTime(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("pid", sa.String(length=22), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_employers")),
        sa.UniqueConstraint("code", name=op.f("uq_employers_code")),
        sa.UniqueConstraint("pid", name=op.f("uq_employers_pid")),
    )
    op.create_index(op.f("ix_employers_commune_code"), "employers", ["commune_code"], unique=False)
    op.create_table(
        "figures",
        sa.Column("indicator", sa.String(), nullable=False),
        sa.Column("place_code", sa.String(), nullable=False),
        sa.Column("period", sa.String(), nullable=False),
        sa.Column("numerator", sa.Integer(), nullable=False),
        sa.Column("denominator", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("entered_at", UTCDateTime(), nullable=False),
        sa.Column("entered_by", sa.String(), nullable=True),
        sa.Column("replaced_at", UTCDateTime(), nullable=True),
        sa.Column("pid", sa.String(length=22), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.CheckConstraint("numerator <= denominator", name=op.f("ck_figures_share")),
        sa.CheckConstraint("numerator >= 0 AND denominator >= 0", name=op.f("ck_figures_counts")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_figures")),
        sa.UniqueConstraint("pid", name=op.f("uq_figures_pid")),
    )
    op.create_index(
        "uq_figures_current",
        "figures",
        ["indicator", "place_code", "period"],
        unique=True,
        sqlite_where=sa.text("replaced_at IS NULL"),
        postgresql_where=sa.text("replaced_at IS NULL"),
    )
    op.create_table(
        "form_answers",
        sa.Column("form_hash", sa.LargeBinary(), nullable=False),
        sa.Column("location", sa.String(), nullable=False),
        sa.Column("at", UTCDateTime(), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_form_answers")),
        sa.UniqueConstraint("form_hash", name=op.f("uq_form_answers_form_hash")),
    )
    op.create_index(op.f("ix_form_answers_at"), "form_answers", ["at"], unique=False)
    op.create_table(
        "minimum_wages",
        sa.Column("zone", sa.Integer(), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("to_on", sa.Date(), nullable=False),
        sa.Column("month_vnd", sa.Integer(), nullable=False),
        sa.Column("hour_vnd", sa.Integer(), nullable=False),
        sa.Column("decree", sa.String(), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.CheckConstraint("from_on <= to_on", name=op.f("ck_minimum_wages_days")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_minimum_wages")),
        sa.UniqueConstraint("zone", "from_on", name=op.f("uq_minimum_wages_zone_from_on")),
    )
    op.create_table(
        "occupations",
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("name_vi", sa.String(), nullable=False),
        sa.Column("name_en", sa.String(), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_occupations")),
        sa.UniqueConstraint("code", name=op.f("uq_occupations_code")),
    )
    op.create_table(
        "outbox",
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("payload", sa.JSON(), nullable=False),
        sa.Column("due_at", UTCDateTime(), nullable=False),
        sa.Column("done_at", UTCDateTime(), nullable=True),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("error", sa.Text(), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox")),
    )
    op.create_index("ix_outbox_due", "outbox", ["done_at", "due_at"], unique=False)
    op.create_table(
        "place_editions",
        sa.Column("mark", sa.String(), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_place_editions")),
    )
    op.create_table(
        "providers",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("commune_code", sa.String(), nullable=False),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("approval", sa.String(), nullable=False),
        sa.Column("registered_at", UTCDateTime(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("pid", sa.String(length=22), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_providers")),
        sa.UniqueConstraint("code", name=op.f("uq_providers_code")),
        sa.UniqueConstraint("pid", name=op.f("uq_providers_pid")),
    )
    op.create_index(op.f("ix_providers_commune_code"), "providers", ["commune_code"], unique=False)
    op.create_table(
        "skills",
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("name_vi", sa.String(), nullable=False),
        sa.Column("name_en", sa.String(), nullable=False),
        sa.Column("synonyms", sa.String(), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_skills")),
        sa.UniqueConstraint("code", name=op.f("uq_skills_code")),
    )
    op.create_table(
        "staff_training",
        sa.Column("person_code", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("place_code", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("course", sa.String(), nullable=False),
        sa.Column("completed_on", sa.Date(), nullable=True),
        sa.Column("pid", sa.String(length=22), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_staff_training")),
        sa.UniqueConstraint(
            "person_code", "course", name=op.f("uq_staff_training_person_code_course")
        ),
        sa.UniqueConstraint("pid", name=op.f("uq_staff_training_pid")),
    )
    op.create_table(
        "tries",
        sa.Column("key_hash", sa.LargeBinary(), nullable=False),
        sa.Column("failed", sa.Integer(), nullable=False),
        sa.Column("last_at", UTCDateTime(), nullable=False),
        sa.Column("wait_until", UTCDateTime(), nullable=True),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tries")),
        sa.UniqueConstraint("key_hash", name=op.f("uq_tries_key_hash")),
    )
    op.create_table(
        "unit_successors",
        sa.Column("old_code", sa.String(), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("new_code", sa.String(), nullable=False),
        sa.Column("is_default", sa.Boolean(), nullable=False),
        sa.Column("decision", sa.String(), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_unit_successors")),
        sa.UniqueConstraint(
            "old_code",
            "from_on",
            "new_code",
            name=op.f("uq_unit_successors_old_code_from_on_new_code"),
        ),
    )
    op.create_table(
        "units",
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=False),
        sa.Column("level", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("parent_code", sa.String(), nullable=True),
        sa.Column("lat", sa.Double(), nullable=True),
        sa.Column("lon", sa.Double(), nullable=True),
        sa.Column("name_folded", sa.String(), nullable=False),
        sa.Column("sort_key", sa.String(), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.CheckConstraint(
            "level IN ('province', 'district', 'commune')", name=op.f("ck_units_level")
        ),
        sa.CheckConstraint("valid_from <= valid_to", name=op.f("ck_units_days")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_units")),
        sa.UniqueConstraint("code", "valid_from", name=op.f("uq_units_code_valid_from")),
    )
    op.create_index(
        op.f("ix_units_parent_code"), "units", ["parent_code", "valid_from"], unique=False
    )
    op.create_table(
        "users",
        sa.Column("login", sa.String(), nullable=False),
        sa.Column("password_hash", sa.String(), nullable=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("second_factor_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("second_factor_step", sa.Integer(), nullable=False),
        sa.Column("disabled_at", UTCDateTime(), nullable=True),
        sa.Column("created_at", UTCDateTime(), nullable=False),
        sa.Column("key_wrapped", sa.LargeBinary(), nullable=True),
        sa.Column("pid", sa.String(length=22), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_users")),
        sa.UniqueConstraint("login", name=op.f("uq_users_login")),
        sa.UniqueConstraint("pid", name=op.f("uq_users_pid")),
    )
    op.create_table(
        "wage_zones",
        sa.Column("commune_code", sa.String(), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("zone", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.CheckConstraint("zone BETWEEN 1 AND 4", name=op.f("ck_wage_zones_zone")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_wage_zones")),
        sa.UniqueConstraint(
            "commune_code", "from_on", name=op.f("uq_wage_zones_commune_code_from_on")
        ),
    )
    op.create_table(
        "blocked_employers",
        sa.Column(
            "client_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("employer_code", sa.String(), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(
            ["client_id"], ["clients.id"], name=op.f("fk_blocked_employers_client_id_clients")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_blocked_employers")),
        sa.UniqueConstraint(
            "client_id", "employer_code", name=op.f("uq_blocked_employers_client_id_employer_code")
        ),
    )
    op.create_index(
        op.f("ix_blocked_employers_client_id"), "blocked_employers", ["client_id"], unique=False
    )
    op.create_table(
        "board_members",
        sa.Column("club_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("post", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("agency", sa.String(), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("to_on", sa.Date(), nullable=True),
        sa.Column("pid", sa.String(length=22), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.CheckConstraint("to_on IS NULL OR to_on >= from_on", name=op.f("ck_board_members_days")),
        sa.ForeignKeyConstraint(
            ["club_id"], ["clubs.id"], name=op.f("fk_board_members_club_id_clubs")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_board_members")),
        sa.UniqueConstraint(
            "club_id",
            "post",
            "name",
            "from_on",
            name=op.f("uq_board_members_club_id_post_name_from_on"),
        ),
        sa.UniqueConstraint("pid", name=op.f("uq_board_members_pid")),
    )
    op.create_index(op.f("ix_board_members_club_id"), "board_members", ["club_id"], unique=False)
    op.create_table(
        "case_files",
        sa.Column(
            "client_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("completed_on", sa.Date(), nullable=False),
        sa.Column("managed_from", sa.Date(), nullable=True),
        sa.Column("managed_to", sa.Date(), nullable=True),
        sa.Column("pid", sa.String(length=22), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.CheckConstraint(
            "kind IN ('voluntary', 'compulsory', 'substitution')", name=op.f("ck_case_files_kind")
        ),
        sa.CheckConstraint(
            "managed_to IS NULL OR managed_to >= managed_from", name=op.f("ck_case_files_managed")
        ),
        sa.ForeignKeyConstraint(
            ["client_id"], ["clients.id"], name=op.f("fk_case_files_client_id_clients")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_files")),
        sa.UniqueConstraint(
            "client_id", "completed_on", name=op.f("uq_case_files_client_id_completed_on")
        ),
        sa.UniqueConstraint("pid", name=op.f("uq_case_files_pid")),
    )
    op.create_index(op.f("ix_case_files_client_id"), "case_files", ["client_id"], unique=False)
    op.create_table(
        "client_skills",
        sa.Column(
            "client_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("skill", sa.String(), nullable=False),
        sa.Column("proven", sa.Boolean(), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(
            ["client_id"], ["clients.id"], name=op.f("fk_client_skills_client_id_clients")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_client_skills")),
        sa.UniqueConstraint("client_id", "skill", name=op.f("uq_client_skills_client_id_skill")),
    )
    op.create_index(
        op.f("ix_client_skills_client_id"), "client_skills", ["client_id"], unique=False
    )
    op.create_table(
        "club_reports",
        sa.Column("club_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("period", sa.String(), nullable=False),
        sa.Column("sent_on", sa.Date(), nullable=True),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(
            ["club_id"], ["clubs.id"], name=op.f("fk_club_reports_club_id_clubs")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_club_reports")),
        sa.UniqueConstraint("club_id", "period", name=op.f("uq_club_reports_club_id_period")),
    )
    op.create_index(op.f("ix_club_reports_club_id"), "club_reports", ["club_id"], unique=False)
    op.create_table(
        "consents",
        sa.Column(
            "client_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("basis", sa.String(), nullable=False),
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column("viewer", sa.String(), nullable=False),
        sa.Column("fields", sa.String(), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("to_on", sa.Date(), nullable=True),
        sa.Column("given_how", sa.String(), nullable=False),
        sa.Column("given_at", UTCDateTime(), nullable=False),
        sa.Column("withdrawn_at", UTCDateTime(), nullable=True),
        sa.Column("pid", sa.String(length=22), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.CheckConstraint("basis IN ('law', 'consent')", name=op.f("ck_consents_basis")),
        sa.ForeignKeyConstraint(
            ["client_id"], ["clients.id"], name=op.f("fk_consents_client_id_clients")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consents")),
        sa.UniqueConstraint("pid", name=op.f("uq_consents_pid")),
    )
    op.create_index("ix_consents_client_viewer", "consents", ["client_id", "viewer"], unique=False)
    op.create_table(
        "courses",
        sa.Column(
            "provider_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("occupation", sa.String(), nullable=False),
        sa.Column("level", sa.String(), nullable=False),
        sa.Column("education", sa.Integer(), nullable=False),
        sa.Column("hours", sa.Integer(), nullable=False),
        sa.Column("fee", sa.Integer(), nullable=False),
        sa.Column("certificate", sa.Boolean(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("pid", sa.String(length=22), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("education BETWEEN 0 AND 6", name=op.f("ck_courses_education")),
        sa.CheckConstraint("fee >= 0", name=op.f("ck_courses_fee")),
        sa.CheckConstraint("hours >= 0", name=op.f("ck_courses_hours")),
        sa.ForeignKeyConstraint(
            ["provider_id"], ["providers.id"], name=op.f("fk_courses_provider_id_providers")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_courses")),
        sa.UniqueConstraint("code", name=op.f("uq_courses_code")),
        sa.UniqueConstraint("pid", name=op.f("uq_courses_pid")),
    )
    op.create_index(op.f("ix_courses_occupation"), "courses", ["occupation"], unique=False)
    op.create_index(op.f("ix_courses_provider_id"), "courses", ["provider_id"], unique=False)
    op.create_table(
        "meetings",
        sa.Column("club_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("starts_at", UTCDateTime(), nullable=False),
        sa.Column("ends_at", UTCDateTime(), nullable=True),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("agenda", sa.Text(), nullable=False),
        sa.Column("minutes", sa.Text(), nullable=False),
        sa.Column("cancelled_at", UTCDateTime(), nullable=True),
        sa.Column("cancelled_reason", sa.String(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("pid", sa.String(length=22), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "ends_at IS NULL OR ends_at > starts_at", name=op.f("ck_meetings_hours")
        ),
        sa.ForeignKeyConstraint(["club_id"], ["clubs.id"], name=op.f("fk_meetings_club_id_clubs")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meetings")),
        sa.UniqueConstraint("code", name=op.f("uq_meetings_code")),
        sa.UniqueConstraint("pid", name=op.f("uq_meetings_pid")),
    )
    op.create_index("ix_meetings_club_starts", "meetings", ["club_id", "starts_at"], unique=False)
    op.create_index(op.f("ix_meetings_starts_at"), "meetings", ["starts_at"], unique=False)
    op.create_table(
        "memberships",
        sa.Column("club_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "client_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("joined_on", sa.Date(), nullable=False),
        sa.Column("left_on", sa.Date(), nullable=True),
        sa.Column("pid", sa.String(length=22), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.CheckConstraint(
            "left_on IS NULL OR left_on >= joined_on", name=op.f("ck_memberships_days")
        ),
        sa.ForeignKeyConstraint(
            ["client_id"], ["clients.id"], name=op.f("fk_memberships_client_id_clients")
        ),
        sa.ForeignKeyConstraint(
            ["club_id"], ["clubs.id"], name=op.f("fk_memberships_club_id_clubs")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_memberships")),
        sa.UniqueConstraint(
            "club_id",
            "client_id",
            "joined_on",
            name=op.f("uq_memberships_club_id_client_id_joined_on"),
        ),
        sa.UniqueConstraint("pid", name=op.f("uq_memberships_pid")),
    )
    op.create_index(op.f("ix_memberships_client_id"), "memberships", ["client_id"], unique=False)
    op.create_index(op.f("ix_memberships_club_id"), "memberships", ["club_id"], unique=False)
    op.create_index(
        "uq_memberships_open",
        "memberships",
        ["club_id", "client_id"],
        unique=True,
        sqlite_where=sa.text("left_on IS NULL"),
        postgresql_where=sa.text("left_on IS NULL"),
    )
    op.create_table(
        "needs",
        sa.Column(
            "client_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("recorded_on", sa.Date(), nullable=False),
        sa.Column("met_on", sa.Date(), nullable=True),
        sa.Column("how_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("remark_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("pid", sa.String(length=22), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.CheckConstraint(
            "kind IN ('training', 'work', 'loan', 'legal_aid', 'schooling', 'housing', 'papers', 'health')",
            name=op.f("ck_needs_kind"),
        ),
        sa.CheckConstraint("met_on IS NULL OR met_on >= recorded_on", name=op.f("ck_needs_days")),
        sa.ForeignKeyConstraint(
            ["client_id"], ["clients.id"], name=op.f("fk_needs_client_id_clients")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_needs")),
        sa.UniqueConstraint(
            "client_id", "kind", "recorded_on", name=op.f("uq_needs_client_id_kind_recorded_on")
        ),
        sa.UniqueConstraint("pid", name=op.f("uq_needs_pid")),
    )
    op.create_index(op.f("ix_needs_client_id"), "needs", ["client_id"], unique=False)
    op.create_table(
        "notes",
        sa.Column(
            "client_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("author_pid", sa.String(), nullable=False),
        sa.Column("written_at", UTCDateTime(), nullable=False),
        sa.Column("body_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("pid", sa.String(length=22), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.CheckConstraint("kind IN ('visit', 'consultation')", name=op.f("ck_notes_kind")),
        sa.ForeignKeyConstraint(
            ["client_id"], ["clients.id"], name=op.f("fk_notes_client_id_clients")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notes")),
        sa.UniqueConstraint("pid", name=op.f("uq_notes_pid")),
    )
    op.create_index(op.f("ix_notes_client_id"), "notes", ["client_id"], unique=False)
    op.create_table(
        "notices",
        sa.Column("user_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("template", sa.String(), nullable=False),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.Column("made_at", UTCDateTime(), nullable=False),
        sa.Column("read_at", UTCDateTime(), nullable=True),
        sa.Column("pid", sa.String(length=22), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.CheckConstraint("template <> ''", name=op.f("ck_notices_template")),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_notices_user_id_users")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notices")),
        sa.UniqueConstraint("pid", name=op.f("uq_notices_pid")),
    )
    op.create_index(op.f("ix_notices_user_id"), "notices", ["user_id"], unique=False)
    op.create_table(
        "one_time_codes",
        sa.Column("user_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("code_hash", sa.LargeBinary(), nullable=False),
        sa.Column("made_at", UTCDateTime(), nullable=False),
        sa.Column("expires_at", UTCDateTime(), nullable=False),
        sa.Column("used_at", UTCDateTime(), nullable=True),
        sa.Column("pid", sa.String(length=22), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_one_time_codes_user_id_users")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_one_time_codes")),
        sa.UniqueConstraint("code_hash", name=op.f("uq_one_time_codes_code_hash")),
        sa.UniqueConstraint("pid", name=op.f("uq_one_time_codes_pid")),
    )
    op.create_index(op.f("ix_one_time_codes_user_id"), "one_time_codes", ["user_id"], unique=False)
    op.create_table(
        "phone_clashes",
        sa.Column(
            "client_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("other_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("found_at", UTCDateTime(), nullable=False),
        sa.Column("settled_at", UTCDateTime(), nullable=True),
        sa.Column("pid", sa.String(length=22), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(
            ["client_id"], ["clients.id"], name=op.f("fk_phone_clashes_client_id_clients")
        ),
        sa.ForeignKeyConstraint(
            ["other_id"], ["clients.id"], name=op.f("fk_phone_clashes_other_id_clients")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_phone_clashes")),
        sa.UniqueConstraint("pid", name=op.f("uq_phone_clashes_pid")),
    )
    op.create_index(
        op.f("ix_phone_clashes_client_id"), "phone_clashes", ["client_id"], unique=False
    )
    op.create_table(
        "posts",
        sa.Column("user_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("scope", sa.String(), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("to_on", sa.Date(), nullable=True),
        sa.Column("pid", sa.String(length=22), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.CheckConstraint("(role = 'admin') = (scope = '')", name=op.f("ck_posts_scope")),
        sa.CheckConstraint(
            "role IN ('member', 'coordinator', 'case_officer', 'employer', 'provider', 'officer', 'admin')",
            name=op.f("ck_posts_role"),
        ),
        sa.CheckConstraint("to_on IS NULL OR to_on >= from_on", name=op.f("ck_posts_days")),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_posts_user_id_users")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_posts")),
        sa.UniqueConstraint("pid", name=op.f("uq_posts_pid")),
    )
    op.create_index("ix_posts_role_scope", "posts", ["role", "scope"], unique=False)
    op.create_index(op.f("ix_posts_user_id"), "posts", ["user_id"], unique=False)
    op.create_table(
        "sign_ins",
        sa.Column("user_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("token_hash", sa.LargeBinary(), nullable=False),
        sa.Column("started_at", UTCDateTime(), nullable=False),
        sa.Column("seen_at", UTCDateTime(), nullable=False),
        sa.Column("ended_at", UTCDateTime(), nullable=True),
        sa.Column("pid", sa.String(length=22), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_sign_ins_user_id_users")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign_ins")),
        sa.UniqueConstraint("pid", name=op.f("uq_sign_ins_pid")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_sign_ins_token_hash")),
    )
    op.create_index(op.f("ix_sign_ins_user_id"), "sign_ins", ["user_id"], unique=False)
    op.create_table(
        "steps",
        sa.Column(
            "client_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("opening_kind", sa.String(), nullable=False),
        sa.Column("opening_code", sa.String(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("copy_pid", sa.String(), nullable=True),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("taken_at", UTCDateTime(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("by_pid", sa.String(), nullable=True),
        sa.Column("pid", sa.String(length=22), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.CheckConstraint(
            "channel IN ('', 'plain', 'relay', 'knowing')", name=op.f("ck_steps_channel")
        ),
        sa.CheckConstraint(
            "kind IN ('enrolled', 'applied', 'placed', 'turned_down')", name=op.f("ck_steps_kind")
        ),
        sa.CheckConstraint(
            "opening_kind IN ('vacancy', 'class')", name=op.f("ck_steps_opening_kind")
        ),
        sa.ForeignKeyConstraint(
            ["client_id"], ["clients.id"], name=op.f("fk_steps_client_id_clients")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_steps")),
        sa.UniqueConstraint(
            "client_id", "kind", "opening_code", name=op.f("uq_steps_client_id_kind_opening_code")
        ),
        sa.UniqueConstraint("copy_pid", name=op.f("uq_steps_copy_pid")),
        sa.UniqueConstraint("pid", name=op.f("uq_steps_pid")),
    )
    op.create_index(op.f("ix_steps_client_id"), "steps", ["client_id"], unique=False)
    op.create_index("ix_steps_opening", "steps", ["opening_kind", "opening_code"], unique=False)
    op.create_table(
        "vacancies",
        sa.Column(
            "employer_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("commune_code", sa.String(), nullable=False),
        sa.Column("occupation", sa.String(), nullable=False),
        sa.Column("education", sa.Integer(), nullable=False),
        sa.Column("wage_from", sa.Integer(), nullable=True),
        sa.Column("wage_to", sa.Integer(), nullable=True),
        sa.Column("shifts", sa.Integer(), nullable=False),
        sa.Column("demands", sa.Integer(), nullable=False),
        sa.Column("accommodation", sa.Boolean(), nullable=False),
        sa.Column("contract", sa.String(), nullable=False),
        sa.Column("min_age", sa.Integer(), nullable=False),
        sa.Column("seats", sa.Integer(), nullable=False),
        sa.Column("taken", sa.Integer(), nullable=False),
        sa.Column("opens_on", sa.Date(), nullable=True),
        sa.Column("closes_on", sa.Date(), nullable=False),
        sa.Column("closed_at", UTCDateTime(), nullable=True),
        sa.Column("closed_reason", sa.String(), nullable=False),
        sa.Column("warnings", sa.Text(), nullable=False),
        sa.Column("suitable", sa.String(), nullable=False),
        sa.Column("suitable_on", sa.Date(), nullable=True),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("pid", sa.String(length=22), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("education BETWEEN 0 AND 6", name=op.f("ck_vacancies_education")),
        sa.CheckConstraint("min_age BETWEEN 0 AND 100", name=op.f("ck_vacancies_min_age")),
        sa.CheckConstraint(
            "seats >= 0 AND taken >= 0 AND taken <= seats", name=op.f("ck_vacancies_seats")
        ),
        sa.CheckConstraint(
            "wage_from IS NULL OR wage_from >= 0", name=op.f("ck_vacancies_wage_from")
        ),
        sa.CheckConstraint(
            "wage_to IS NULL OR wage_to >= wage_from", name=op.f("ck_vacancies_wage_to")
        ),
        sa.ForeignKeyConstraint(
            ["employer_id"], ["employers.id"], name=op.f("fk_vacancies_employer_id_employers")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_vacancies")),
        sa.UniqueConstraint("code", name=op.f("uq_vacancies_code")),
        sa.UniqueConstraint("pid", name=op.f("uq_vacancies_pid")),
    )
    op.create_index(op.f("ix_vacancies_closes_on"), "vacancies", ["closes_on"], unique=False)
    op.create_index(op.f("ix_vacancies_commune_code"), "vacancies", ["commune_code"], unique=False)
    op.create_index(op.f("ix_vacancies_employer_id"), "vacancies", ["employer_id"], unique=False)
    op.create_index(op.f("ix_vacancies_occupation"), "vacancies", ["occupation"], unique=False)
    op.create_table(
        "wanted_occupations",
        sa.Column(
            "client_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("occupation", sa.String(), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(
            ["client_id"], ["clients.id"], name=op.f("fk_wanted_occupations_client_id_clients")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_wanted_occupations")),
        sa.UniqueConstraint(
            "client_id", "occupation", name=op.f("uq_wanted_occupations_client_id_occupation")
        ),
    )
    op.create_index(
        op.f("ix_wanted_occupations_client_id"), "wanted_occupations", ["client_id"], unique=False
    )
    op.create_table(
        "answers",
        sa.Column(
            "meeting_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column(
            "client_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("comes", sa.Boolean(), nullable=False),
        sa.Column("apology_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("answered_at", UTCDateTime(), nullable=False),
        sa.Column("pid", sa.String(length=22), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(
            ["client_id"], ["clients.id"], name=op.f("fk_answers_client_id_clients")
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meetings.id"], name=op.f("fk_answers_meeting_id_meetings")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_answers")),
        sa.UniqueConstraint(
            "meeting_id", "client_id", name=op.f("uq_answers_meeting_id_client_id")
        ),
        sa.UniqueConstraint("pid", name=op.f("uq_answers_pid")),
    )
    op.create_index(op.f("ix_answers_client_id"), "answers", ["client_id"], unique=False)
    op.create_index(op.f("ix_answers_meeting_id"), "answers", ["meeting_id"], unique=False)
    op.create_table(
        "applications",
        sa.Column(
            "vacancy_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("name_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("phone_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("about_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("standing", sa.String(), nullable=False),
        sa.Column("sent_at", UTCDateTime(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("key_wrapped", sa.LargeBinary(), nullable=True),
        sa.Column("pid", sa.String(length=22), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(
            ["vacancy_id"], ["vacancies.id"], name=op.f("fk_applications_vacancy_id_vacancies")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_applications")),
        sa.UniqueConstraint("pid", name=op.f("uq_applications_pid")),
    )
    op.create_index(
        op.f("ix_applications_vacancy_id"), "applications", ["vacancy_id"], unique=False
    )
    op.create_table(
        "attendance",
        sa.Column(
            "meeting_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column(
            "client_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("noted_at", UTCDateTime(), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(
            ["client_id"], ["clients.id"], name=op.f("fk_attendance_client_id_clients")
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meetings.id"], name=op.f("fk_attendance_meeting_id_meetings")
        ),
        sa.ForeignKeyConstraint(
            ["status"],
            ["attendance_kinds.code"],
            name=op.f("fk_attendance_status_attendance_kinds"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attendance")),
        sa.UniqueConstraint(
            "meeting_id", "client_id", name=op.f("uq_attendance_meeting_id_client_id")
        ),
    )
    op.create_index(op.f("ix_attendance_client_id"), "attendance", ["client_id"], unique=False)
    op.create_index(op.f("ix_attendance_meeting_id"), "attendance", ["meeting_id"], unique=False)
    op.create_table(
        "classes",
        sa.Column(
            "course_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("commune_code", sa.String(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("enrol_by", sa.Date(), nullable=False),
        sa.Column("shifts", sa.Integer(), nullable=False),
        sa.Column("seats", sa.Integer(), nullable=False),
        sa.Column("taken", sa.Integer(), nullable=False),
        sa.Column("accommodation", sa.Boolean(), nullable=False),
        sa.Column("cancelled_at", UTCDateTime(), nullable=True),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("pid", sa.String(length=22), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("ends_on IS NULL OR ends_on >= starts_on", name=op.f("ck_classes_days")),
        sa.CheckConstraint(
            "seats >= 0 AND taken >= 0 AND taken <= seats", name=op.f("ck_classes_seats")
        ),
        sa.ForeignKeyConstraint(
            ["course_id"], ["courses.id"], name=op.f("fk_classes_course_id_courses")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_classes")),
        sa.UniqueConstraint("code", name=op.f("uq_classes_code")),
        sa.UniqueConstraint("pid", name=op.f("uq_classes_pid")),
    )
    op.create_index(op.f("ix_classes_commune_code"), "classes", ["commune_code"], unique=False)
    op.create_index(op.f("ix_classes_course_id"), "classes", ["course_id"], unique=False)
    op.create_table(
        "course_skills",
        sa.Column(
            "course_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("skill", sa.String(), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(
            ["course_id"], ["courses.id"], name=op.f("fk_course_skills_course_id_courses")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_course_skills")),
        sa.UniqueConstraint("course_id", "skill", name=op.f("uq_course_skills_course_id_skill")),
    )
    op.create_index(
        op.f("ix_course_skills_course_id"), "course_skills", ["course_id"], unique=False
    )
    op.create_table(
        "vacancy_skills",
        sa.Column(
            "vacancy_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("skill", sa.String(), nullable=False),
        sa.Column("must", sa.Boolean(), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(
            ["vacancy_id"], ["vacancies.id"], name=op.f("fk_vacancy_skills_vacancy_id_vacancies")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_vacancy_skills")),
        sa.UniqueConstraint("vacancy_id", "skill", name=op.f("uq_vacancy_skills_vacancy_id_skill")),
    )
    op.create_index(
        op.f("ix_vacancy_skills_vacancy_id"), "vacancy_skills", ["vacancy_id"], unique=False
    )
    op.create_table(
        "learners",
        sa.Column("class_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("name_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("phone_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("standing", sa.String(), nullable=False),
        sa.Column("joined_at", UTCDateTime(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("certificate_number", sa.String(), nullable=True),
        sa.Column("certified_on", sa.Date(), nullable=True),
        sa.Column("key_wrapped", sa.LargeBinary(), nullable=True),
        sa.Column("pid", sa.String(length=22), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(
            ["class_id"], ["classes.id"], name=op.f("fk_learners_class_id_classes")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_learners")),
        sa.UniqueConstraint("certificate_number", name=op.f("uq_learners_certificate_number")),
        sa.UniqueConstraint("pid", name=op.f("uq_learners_pid")),
    )
    op.create_index(op.f("ix_learners_class_id"), "learners", ["class_id"], unique=False)
    sqlite = op.get_bind().dialect.name == "sqlite"
    for guard in SQLITE_GUARDS if sqlite else POSTGRES_GUARDS:
        op.execute(guard)


def downgrade() -> None:
    """Go back."""
    op.drop_index(op.f("ix_learners_class_id"), table_name="learners")
    op.drop_table("learners")
    op.drop_index(op.f("ix_vacancy_skills_vacancy_id"), table_name="vacancy_skills")
    op.drop_table("vacancy_skills")
    op.drop_index(op.f("ix_course_skills_course_id"), table_name="course_skills")
    op.drop_table("course_skills")
    op.drop_index(op.f("ix_classes_course_id"), table_name="classes")
    op.drop_index(op.f("ix_classes_commune_code"), table_name="classes")
    op.drop_table("classes")
    op.drop_index(op.f("ix_attendance_meeting_id"), table_name="attendance")
    op.drop_index(op.f("ix_attendance_client_id"), table_name="attendance")
    op.drop_table("attendance")
    op.drop_index(op.f("ix_applications_vacancy_id"), table_name="applications")
    op.drop_table("applications")
    op.drop_index(op.f("ix_answers_meeting_id"), table_name="answers")
    op.drop_index(op.f("ix_answers_client_id"), table_name="answers")
    op.drop_table("answers")
    op.drop_index(op.f("ix_wanted_occupations_client_id"), table_name="wanted_occupations")
    op.drop_table("wanted_occupations")
    op.drop_index(op.f("ix_vacancies_occupation"), table_name="vacancies")
    op.drop_index(op.f("ix_vacancies_employer_id"), table_name="vacancies")
    op.drop_index(op.f("ix_vacancies_commune_code"), table_name="vacancies")
    op.drop_index(op.f("ix_vacancies_closes_on"), table_name="vacancies")
    op.drop_table("vacancies")
    op.drop_index("ix_steps_opening", table_name="steps")
    op.drop_index(op.f("ix_steps_client_id"), table_name="steps")
    op.drop_table("steps")
    op.drop_index(op.f("ix_sign_ins_user_id"), table_name="sign_ins")
    op.drop_table("sign_ins")
    op.drop_index(op.f("ix_posts_user_id"), table_name="posts")
    op.drop_index("ix_posts_role_scope", table_name="posts")
    op.drop_table("posts")
    op.drop_index(op.f("ix_phone_clashes_client_id"), table_name="phone_clashes")
    op.drop_table("phone_clashes")
    op.drop_index(op.f("ix_one_time_codes_user_id"), table_name="one_time_codes")
    op.drop_table("one_time_codes")
    op.drop_index(op.f("ix_notices_user_id"), table_name="notices")
    op.drop_table("notices")
    op.drop_index(op.f("ix_notes_client_id"), table_name="notes")
    op.drop_table("notes")
    op.drop_index(op.f("ix_needs_client_id"), table_name="needs")
    op.drop_table("needs")
    op.drop_index(
        "uq_memberships_open",
        table_name="memberships",
        sqlite_where=sa.text("left_on IS NULL"),
        postgresql_where=sa.text("left_on IS NULL"),
    )
    op.drop_index(op.f("ix_memberships_club_id"), table_name="memberships")
    op.drop_index(op.f("ix_memberships_client_id"), table_name="memberships")
    op.drop_table("memberships")
    op.drop_index(op.f("ix_meetings_starts_at"), table_name="meetings")
    op.drop_index("ix_meetings_club_starts", table_name="meetings")
    op.drop_table("meetings")
    op.drop_index(op.f("ix_courses_provider_id"), table_name="courses")
    op.drop_index(op.f("ix_courses_occupation"), table_name="courses")
    op.drop_table("courses")
    op.drop_index("ix_consents_client_viewer", table_name="consents")
    op.drop_table("consents")
    op.drop_index(op.f("ix_club_reports_club_id"), table_name="club_reports")
    op.drop_table("club_reports")
    op.drop_index(op.f("ix_client_skills_client_id"), table_name="client_skills")
    op.drop_table("client_skills")
    op.drop_index(op.f("ix_case_files_client_id"), table_name="case_files")
    op.drop_table("case_files")
    op.drop_index(op.f("ix_board_members_club_id"), table_name="board_members")
    op.drop_table("board_members")
    op.drop_index(op.f("ix_blocked_employers_client_id"), table_name="blocked_employers")
    op.drop_table("blocked_employers")
    op.drop_table("wage_zones")
    op.drop_table("users")
    op.drop_index(op.f("ix_units_parent_code"), table_name="units")
    op.drop_table("units")
    op.drop_table("unit_successors")
    op.drop_table("tries")
    op.drop_table("staff_training")
    op.drop_table("skills")
    op.drop_index(op.f("ix_providers_commune_code"), table_name="providers")
    op.drop_table("providers")
    op.drop_table("place_editions")
    op.drop_index("ix_outbox_due", table_name="outbox")
    op.drop_table("outbox")
    op.drop_table("occupations")
    op.drop_table("minimum_wages")
    op.drop_index(op.f("ix_form_answers_at"), table_name="form_answers")
    op.drop_table("form_answers")
    op.drop_index(
        "uq_figures_current",
        table_name="figures",
        sqlite_where=sa.text("replaced_at IS NULL"),
        postgresql_where=sa.text("replaced_at IS NULL"),
    )
    op.drop_table("figures")
    op.drop_index(op.f("ix_employers_commune_code"), table_name="employers")
    op.drop_table("employers")
    op.drop_index(op.f("ix_counselling_points_commune_code"), table_name="counselling_points")
    op.drop_table("counselling_points")
    op.drop_index(op.f("ix_clubs_commune_code"), table_name="clubs")
    op.drop_table("clubs")
    op.drop_index(op.f("ix_clients_phone_hash"), table_name="clients")
    op.drop_index(op.f("ix_clients_commune_code"), table_name="clients")
    op.drop_table("clients")
    op.drop_table("changes")
    op.drop_index(op.f("ix_audit_user_pid"), table_name="audit")
    op.drop_index(op.f("ix_audit_client_pid"), table_name="audit")
    op.drop_table("audit")
    op.drop_table("attendance_kinds")
    op.drop_table("aid_rates")
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION audit_refuse()")
