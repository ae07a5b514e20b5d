"""The closed vocabularies in words, in the order in which a form shows them."""

from typing import Any

from portal.i18n import lazy
from portal.trades.vocabulary import from_bits

Labels = dict[str, Any]

SHIFT_LABELS: Labels = {
    "morning": lazy("buổi sáng"),
    "afternoon": lazy("buổi chiều"),
    "evening": lazy("buổi tối"),
    "night": lazy("ca đêm"),
    "weekend": lazy("cuối tuần"),
}
DEMAND_LABELS: Labels = {
    "heavy": lazy("mang vác nặng"),
    "heights": lazy("làm trên cao"),
    "dust": lazy("bụi"),
    "chemicals": lazy("hóa chất"),
    "standing": lazy("đứng lâu"),
    "driving": lazy("lái xe"),
    "night": lazy("làm đêm"),
    "water": lazy("dưới nước"),
}
EDUCATION_LABELS: dict[int, Any] = {
    0: lazy("không yêu cầu"),
    1: lazy("tiểu học"),
    2: lazy("trung học cơ sở"),
    3: lazy("trung học phổ thông"),
    4: lazy("sơ cấp nghề"),
    5: lazy("trung cấp"),
    6: lazy("cao đẳng trở lên"),
}
CONTRACT_LABELS: Labels = {
    "indefinite": lazy("không xác định thời hạn"),
    "year": lazy("từ 1 năm trở lên"),
    "short": lazy("dưới 1 năm hoặc theo mùa"),
    "none": lazy("không có hợp đồng"),
}
LEVEL_LABELS: Labels = {
    "elementary": lazy("sơ cấp"),
    "short": lazy("dưới 3 tháng"),
    "other": lazy("khác"),
}


def in_words(bits: int, labels: Labels) -> str:
    """A set of words as a person reads it; `labels` are in the order of their vocabulary."""
    return ", ".join(str(labels[word]) for word in from_bits(bits, tuple(labels)))
