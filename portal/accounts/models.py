"""Users, the posts they hold, their sessions, one-time codes, and tries to sign in."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.access import Role
from portal.db import Base, Identified, Public, Versioned
from portal.vault import KeyOwner, Sealed

ROLES = ", ".join(f"'{role.value}'" for role in Role)


class User(KeyOwner, Public, Versioned, Base):
    """Someone who can sign in. A member's user holds no name: the client record does."""

    __tablename__ = "users"

    login: Mapped[str] = mapped_column(unique=True)
    password_hash: Mapped[str | None]
    name: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    language: Mapped[str] = mapped_column(default="vi")
    second_factor_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    second_factor_step: Mapped[int] = mapped_column(default=0)
    disabled_at: Mapped[datetime | None]
    created_at: Mapped[datetime]

    second_factor = Sealed()


class Post(Public, Base):
    """A role at a scope, from a day to a day, both included.

    The scope is a place's code or a public id (see `access.Role`): accounts stand below clubs,
    jobs and people and cannot point at their tables.
    """

    __tablename__ = "posts"
    __table_args__ = (
        CheckConstraint(f"role IN ({ROLES})", name="role"),
        CheckConstraint("(role = 'admin') = (scope = '')", name="scope"),
        CheckConstraint("to_on IS NULL OR to_on >= from_on", name="days"),
        Index("ix_posts_role_scope", "role", "scope"),
    )

    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"), index=True)
    role: Mapped[str]
    scope: Mapped[str] = mapped_column(default="")
    from_on: Mapped[date]
    to_on: Mapped[date | None]

    user: Mapped[User] = relationship(lazy="raise_on_sql")


class SignIn(Public, Base):
    """A session on the server: what the cookie holds is found here by its hash, or is nothing."""

    __tablename__ = "sign_ins"

    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"), index=True)
    token_hash: Mapped[bytes] = mapped_column(LargeBinary, unique=True)
    started_at: Mapped[datetime]
    seen_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]

    user: Mapped[User] = relationship(lazy="raise_on_sql")


class OneTimeCode(Public, Base):
    """A member's card code or a staff link: sets the PIN or password once, before it expires."""

    __tablename__ = "one_time_codes"

    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"), index=True)
    code_hash: Mapped[bytes] = mapped_column(LargeBinary, unique=True)
    made_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]

    user: Mapped[User] = relationship(lazy="raise_on_sql")


class Tries(Identified, Base):
    """Failed tries under one key (an account, an address, everyone), and until when to wait."""

    __tablename__ = "tries"

    key_hash: Mapped[bytes] = mapped_column(LargeBinary, unique=True)
    failed: Mapped[int]
    last_at: Mapped[datetime]
    wait_until: Mapped[datetime | None]


class FormAnswer(Identified, Base):
    """The answer that a one-time form got: a replay is sent there instead of acting again."""

    __tablename__ = "form_answers"

    form_hash: Mapped[bytes] = mapped_column(LargeBinary, unique=True)
    location: Mapped[str]
    at: Mapped[datetime] = mapped_column(index=True)
