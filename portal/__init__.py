"""The aftercare portal, room by room; what stands higher may use what stands lower.

The front of the house
    app         the application, put together from top to bottom
    cli         the `portal` command; `commands` does what it says
    edge        what surrounds every request: transaction, actor, rule, one-time form, headers
    rooms       which rooms have a door to the web, and on which site
    failures    how each refusal looks
    chores      what the worker does, and what it does every day
    installation  settings, database, keys and search as one; schema, models, reference fill it
    demo        a synthetic province

The inside: knows members
    home        start pages of each role, the search page, my data
    exchange    import and export
    targets     plans, indicators, figures and states; the summary; reports and their papers;
                registers of staff, visits and reviews; the statistics gate
    matching    what fits whom, and why; the member's offers
    journeys    needs, plans and goals, steps (enrolled, applied, placed, turned down), referrals,
                supports, employment centres, whether a job lasted, the timeline
    clubs       clubs and their book, boards, memberships, transfers, series, meetings, rolls,
                minutes, tasks, reminders, care, volunteers, cash, outreach, counselling points
    people      clients, consents, handovers, aftercare files, notes, requests about one's data

The outside: knows no member
    training    providers, courses, classes, seats and offers, attendance, certificates, opinions
    jobs        employers, drafts, vacancies, what is lawful, reports of jobs, applications

What all rooms stand on
    accounts    users, posts, sessions, second factor, cards
    places      units by the days they were in force, successors, wages
    trades      occupations, skills, closed vocabularies
    search      one protocol, two engines; never a person
    messages    outbox, closed list of templates, worker
    papers      the lay-out of official papers, in Word and on the page; plain ones without a mark
    access audit changes files vault web forms i18n constraints paging versions contact workdays
    db errors text clock crowd config

In a room: models (what is true), service (what may happen), forms (what was typed), views (which
address). A view calls one service; a service takes the actor first and never commits.
"""
