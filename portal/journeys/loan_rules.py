"""What a loan asks for, by the day of the asking: conditions, papers, and how much for how long.

A new decision is a new rule with its first day; nothing else in the code knows one.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from portal.i18n import lazy


@dataclass(frozen=True)
class LoanRule:
    """One decision: the lines of the checklist by their key, in the order they are asked for."""

    from_on: date
    decision: str
    most: int  # đồng
    most_years: int
    lines: dict[str, Any]
    training_only: frozenset[str] = frozenset()  # asked for only where the loan is for training


RULES = (
    LoanRule(
        date(2026, 5, 1),
        "08/2026/QĐ-TTg",
        200_000_000,
        10,
        {
            "listed": lazy("Có tên trong danh sách do công an xã lập, UBND xã xác nhận"),
            "ten_years": lazy("Không quá 10 năm từ ngày có quyết định quản lý"),
            "lawful": lazy("Chấp hành tốt các quy định của pháp luật"),
            "no_other_loan": lazy("Vay học nghề: không còn nợ khoản vay khác cùng mục đích"),
            "request": lazy("Giấy đề nghị vay vốn"),
            "use": lazy("Phương án sử dụng vốn"),
            "school": lazy("Vay học nghề: giấy xác nhận của cơ sở đào tạo"),
            "identity": lazy("Giấy tờ tùy thân của người vay"),
        },
        frozenset({"no_other_loan", "school"}),
    ),
)
ONE_PAPER = {"request": lazy("Đơn đề nghị"), "proof": lazy("Giấy tờ chứng minh")}
"""What every other support asks for."""


def loan_rule(day: date) -> LoanRule | None:
    """The rule in force on a day; before the first there is none."""
    return next((rule for rule in reversed(RULES) if rule.from_on <= day), None)


def checklist(kind: str, asked_on: date) -> dict[str, Any]:
    """The lines of the checklist of a support that was asked for on a day."""
    rule = loan_rule(asked_on) if kind == "loan" else None
    return rule.lines if rule else ONE_PAPER


def needed(kind: str, asked_on: date) -> frozenset[str]:
    """The lines without which nothing is complete."""
    rule = loan_rule(asked_on) if kind == "loan" else None
    return frozenset(checklist(kind, asked_on)) - (rule.training_only if rule else frozenset())
