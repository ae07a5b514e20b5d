"""The closed list of messages: neutral in every word, for any bystander may read them."""

from typing import Any

from portal.i18n import lazy

TEMPLATES: dict[str, Any] = {
    "employer_verified": lazy("Tài khoản doanh nghiệp đã được duyệt. Anh/chị có thể đăng tin."),
    "employer_refused": lazy("Tài khoản doanh nghiệp chưa được duyệt: %(reason)s"),
    "provider_approved": lazy("Cơ sở đào tạo đã được duyệt. Anh/chị có thể đăng khóa học."),
    "provider_refused": lazy("Cơ sở đào tạo chưa được duyệt: %(reason)s"),
    "seat_found": lazy("Đã có chỗ trong lớp %(title)s. Anh/chị đã được ghi danh."),
    "class_cancelled": lazy("Lớp %(title)s không mở nữa. Mời anh/chị xem lớp khác."),
    "meeting_scheduled": lazy("Lịch mới: %(club)s, %(when)s, tại %(place)s."),
    "meeting_changed": lazy("Đổi lịch: %(club)s, %(when)s, tại %(place)s."),
    "meeting_cancelled": lazy("Buổi %(when)s của %(club)s không diễn ra."),
    "meeting_soon": lazy("Nhắc hẹn: %(club)s, %(when)s, tại %(place)s. Bận thì xin báo trước."),
    "not_reached": lazy("Có người chưa nhận được tin về buổi %(when)s của %(club)s."),
    "series_set": lazy("Lịch định kỳ: %(club)s, %(when)s, tại %(place)s."),
    "series_changed": lazy("Đổi lịch định kỳ: %(club)s, %(when)s, tại %(place)s."),
    "series_ended": lazy("%(club)s không còn lịch định kỳ. Có buổi mới sẽ báo anh/chị."),
    "series_date_check": lazy("Mời xem lại buổi %(when)s của %(club)s: trùng giờ hoặc ngày nghỉ."),
    "member_left": lazy("Một người đã thôi tham gia %(club)s. Lý do: %(reason)s."),
    "need_answered": lazy("Cán bộ phụ trách đã trả lời một đề nghị hỗ trợ."),
    "application_answered": lazy("Có trả lời cho việc %(title)s."),
    "report_due": lazy("Mời gửi báo cáo %(period)s; hạn gửi: %(day)s."),
    "report_submitted": lazy("%(place)s đã gửi báo cáo %(period)s."),
    "report_returned": lazy("Báo cáo %(period)s của %(place)s cần sửa lại."),
    "report_accepted": lazy("Báo cáo %(period)s của %(place)s đã được nhận."),
    "report_closed": lazy("Báo cáo %(period)s của %(place)s đã chốt."),
    "phone_known": lazy("Có một số điện thoại trùng cần xem lại."),
    "transfer_asked": lazy("%(club)s hỏi anh/chị có muốn chuyển sang %(to)s không."),
    "transfer_waits": lazy("Có người xin chuyển đến %(club)s. Mời trả lời đến hết %(day)s."),
    "transfer_withdrawn": lazy("Một đề nghị chuyển khỏi %(club)s đã được rút lại."),
    "transfer_accepted": lazy("%(club)s đã nhận người xin chuyển đến."),
    "transfer_declined": lazy("%(club)s chưa nhận được người xin chuyển đến."),
    "seat_offered": lazy("Lớp %(title)s có chỗ cho anh/chị. Mời trả lời đến hết %(day)s."),
    "seat_declined": lazy("Đã ghi: anh/chị không nhận chỗ trong lớp %(title)s."),
    "offer_lapsed": lazy("Đã hết hạn trả lời về chỗ trong lớp %(title)s."),
    "class_full": lazy("Lớp %(title)s đã khai giảng và hết chỗ. Mời anh/chị xem lớp khác."),
    "employer_suspended": lazy("Tài khoản doanh nghiệp tạm ngưng: %(reason)s"),
    "employer_restored": lazy("Tài khoản doanh nghiệp hoạt động trở lại; các tin hiện lại."),
    "employer_renamed": lazy("Tên hoặc mã số thuế mới đã được ghi nhận."),
    "employer_name_kept": lazy("Tên hoặc mã số thuế mới chưa được ghi nhận: %(reason)s"),
    "employer_pledge_ended": lazy("Bản cam kết của doanh nghiệp hết hiệu lực: %(reason)s"),
    "vacancy_ends_soon": lazy("Tin %(title)s hết hạn sau ngày %(day)s. Có thể gia hạn."),
    "vacancy_expired": lazy("Tin %(title)s đã hết hạn ngày %(day)s. Đã nhận được người chưa?"),
    "vacancy_taken_down": lazy("Tin %(title)s bị gỡ. %(reason)s"),
    "file_arrived": lazy("Có một hồ sơ mới chuyển đến. Mời mở danh sách hồ sơ."),
    "data_request": lazy("Có một đề nghị về dữ liệu cần trả lời."),
    "application_waits": lazy("Một hồ sơ cho việc %(title)s chờ trả lời, hạn là %(day)s."),
    "application_ended": lazy("Một hồ sơ cho việc %(title)s đã hết hạn và được xóa ở đây."),
    "application_unanswered": lazy(
        "Việc %(title)s: nơi tuyển chưa trả lời kịp. Anh/chị có thể nộp lại hoặc nộp nơi khác."
    ),
    "centre_closed": lazy("%(name)s tạm ngừng nhận phiếu qua đây. Mời xem lại số liệu."),
    "class_completed": lazy("Anh/chị đã học xong lớp %(title)s."),
    "class_dropped": lazy("Lớp %(title)s ghi là anh/chị đã nghỉ. Nếu chưa đúng, mời gọi nơi dạy."),
    "class_undone": lazy("Lớp %(title)s ghi lại: anh/chị đang học."),
    "certificate_given": lazy("Anh/chị có chứng chỉ lớp %(title)s. Mời đến nơi dạy nhận."),
    "certificate_revoked": lazy("Chứng chỉ lớp %(title)s thay đổi. Mời gọi nơi dạy."),
    "seat_withdrawn": lazy("Lớp %(title)s ghi là anh/chị đã rút. Nếu chưa đúng, mời gọi nơi dạy."),
    "new_jobs": lazy("Có %(n)s tin mới hợp với điều anh/chị tìm."),
    "job_search_ended": lazy("Đã tìm giúp anh/chị một năm. Muốn tìm tiếp, mời bấm để gia hạn."),
    "fair_planned": lazy("%(name)s, ngày %(day)s. Mời doanh nghiệp tham gia."),
    "fair_changed": lazy("%(name)s, ngày %(day)s: có thay đổi. Mời xem lại giờ và nơi."),
    "fair_cancelled": lazy("%(name)s, ngày %(day)s: không diễn ra nữa."),
}


def words(template: str, facts: dict[str, str]) -> str:
    """A message in the present language; an unknown template is an error of the program."""
    return str(TEMPLATES[template]) % facts
