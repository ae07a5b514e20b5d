"""A row or two of every kind, as files."""

WORLD = {
    "skills": """code,name_vi,name_en,synonyms
han-mig,Hàn MIG/MAG,MIG/MAG welding,hàn co2;hàn bán tự động
may-1-kim,May một kim,Lockstitch sewing,
lai-xe-nang,Lái xe nâng,Forklift driving,
""",
    "employers": """code,name,tax_code,commune_code,phone,email,verified,pledged
E1,Công ty Thép Biên Hòa,3600000001,26041,0251 382 2222,tuyendung@example.com,1,1
E2,Xưởng may Tân Mai,,26005,+84912345678,,0,
""",
    "vacancies": """code,employer_code,title,description,commune_code,occupation,must_skills,\
nice_skills,education,wage_from,wage_to,shifts,demands,accommodation,contract,min_age,seats,\
opens_on,closes_on
V1,E1,Thợ hàn,"Hàn khung thép.
Có bữa trưa.",26041,7212,han-mig,lai-xe-nang;may-1-kim,2,8000000,11000000,morning;afternoon,\
heavy;dust,1,year,18,3,2026-11-01,2026-12-31
V2,E2,Thợ may,,26005,8153,,,,,,,,,,,2,,2026-12-31
""",
    "providers": """code,name,commune_code,phone,email
P1,Trường Trung cấp nghề,26041,,
""",
    "courses": """code,provider_code,title,description,occupation,level,teaches,education,hours,\
fee,certificate
K1,P1,Hàn cơ bản,,7212,elementary,han-mig;lai-xe-nang,1,300,2500000,1
""",
    "classes": """code,course_code,commune_code,starts_on,ends_on,enrol_by,shifts,seats,\
accommodation
L1,K1,26041,2026-12-05,2027-03-05,2026-12-01,evening;weekend,20,1
""",
    "clients": """code,name,phone,birth_year,commune_code,household_status,education,\
wanted_occupations,skills,proven_skills,limits,shifts,max_km,min_wage,blocked_employers
C1,Nguyễn Văn Hòa,0912345678,1990,26041,poor,2,7212;72,may-1-kim,han-mig,heights,\
morning;afternoon,15,7000000,E2
C2,Trần Thị Thúy,,1985,26005,,3,,,,,,,,
""",
    "case_files": """client_code,kind,completed_on,managed_from,managed_to
C1,compulsory,2026-01-15,2026-02-01,
C2,voluntary,2026-03-15,,
""",
    "needs": """client_code,kind,recorded_on,met_on,how
C1,work,2026-02-10,2026-03-01,Nhận việc tại xưởng
C1,loan,2026-02-10,,
""",
    "clubs": """code,name,commune_code,founded_on,decision,status,status_on,old_district_code
B1,CLB Tân Hòa,26005,2024-09-01,12/QĐ-UBND,,,731
B2,CLB Bửu Long,26011,2024-10-01,,paused,2026-05-01,
B3,CLB Không ngày,26041,,,dissolved,,
""",
    "club_seats": """club_code,from_on,commune_code,decision,decided_on
B1,2026-05-01,26080,3/QĐ-UBND,2026-04-20
B1,2026-09-01,25993,9/QĐ-UBND,
""",
    "memberships": """client_code,club_code,joined_on,left_on
C1,B1,2026-02-01,
C2,B1,2026-03-20,2026-06-30
""",
    "meetings": """code,club_code,starts_at,ends_at,place,minutes
M1,B1,2026-03-22T19:30,2026-03-22T21:00,Nhà văn hóa,"1. Điểm danh
2. Việc làm"
M2,B1,2026-04-22T19:30,,,
""",
    "attendance": """meeting_code,client_code,status
M1,C1,present
M1,C2,absent_excused
""",
    "boards": """club_code,post,name,agency,from_on,to_on
B1,chair,Lê Văn Đức,UBND phường,2024-09-01,
""",
    "club_reports": """club_code,period,sent_on
B1,2026-10,2026-11-03
B1,2026-Q3,
""",
    "counselling_points": """code,name,commune_code,opened_on,closed_on,hours
T1,Điểm tư vấn Tân Hòa,26005,2025-01-10,,"Thứ Hai: 8–11 giờ
Thứ Năm: 14–16 giờ"
""",
    "figures": """indicator,place_code,period,numerator,denominator,source
reached,49,2024,810,1000,Báo cáo năm 2024
voluntary_share,75,2026-Q3,3,10,Công an tỉnh
""",
    "staff_training": """person_code,name,place_code,role,course,completed_on
S1,Phạm Thị Mận,26041,secretary,Cơ bản,2026-05-05
S1,Phạm Thị Mận,26041,secretary,Nâng cao,
S2,Võ Văn Em,75,,Cơ bản,
""",
}
