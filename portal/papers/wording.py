"""What stands on every official paper, and its days: Vietnamese in every language."""

from datetime import date

MOTTO = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
RECIPIENTS = "Nơi nhận:"


def short_day(day: date) -> str:
    """05/10/2026."""
    return f"{day:%d/%m/%Y}"


def long_day(day: date) -> str:
    """ngày 05 tháng 10 năm 2026: days below 10 and the months 1 and 2 with a nought before."""
    month = f"{day.month:02}" if day.month < 3 else str(day.month)
    return f"ngày {day.day:02} tháng {month} năm {day.year}"
