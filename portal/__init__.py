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
    journeys    needs, steps (enrolled, applied, placed, turned down), whether a job lasted
    clubs       clubs and their book, boards, memberships, series, meetings, rolls, minutes, tasks,
                reminders, care, volunteers, counselling points
    people      clients, consents, aftercare files, notes

The outside: knows no member
    training    providers, courses, classes, rosters
    jobs        employers, vacancies, applications

What all rooms stand on
    accounts    users, posts, sessions, second factor, cards
    places      units by the days they were in force, successors, wages
    trades      occupations, skills, closed vocabularies
    search      one protocol, two engines; never a person
    messages    outbox, closed list of templates, worker
    papers      the lay-out of official papers, in Word and on the page
    access audit changes files vault web forms i18n constraints paging versions contact
    db errors text clock config

In a room: models (what is true), service (what may happen), forms (what was typed), views (which
address). A view calls one service; a service takes the actor first and never commits.
"""
