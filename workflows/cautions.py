"""What a plan warns of: notice that falls awkwardly or too late, sittings that do not fit, dates that are not known."""

from domain.calendar.working_days import written
from workflows.course import Course, Question, due_by, follow, notice_by


def cautions(asked: Question, course: Course) -> tuple[str, ...]:
    """Every warning about the dates of a course, one sentence each."""
    found = (course.lacking, *_of_notice(asked, course), *_of_sittings(asked, course), *_of_restriction(asked, course))
    return tuple(one for one in found if one)


def _of_notice(asked: Question, course: Course) -> tuple[str, ...]:
    if not asked.is_key or course.cycle is None:
        return ()
    given = asked.notice_given or asked.submit_on
    unmoved = follow(asked, course.cycle, None).dues[-1]
    by, wanted = notice_by(asked, course.dues[-1]), notice_by(asked, unmoved)
    found = []
    if by and not asked.calendar.days.is_open(by):
        day = asked.calendar.days.on_or_before(by)
        found.append(
            f"{written(by)} is not a working day: give notice by {written(day)} ({day}), the working day before."
        )
    if course.binding == "notice" and unmoved and wanted:
        found.append(
            f"Notice given on {written(given)} is too late for {written(unmoved)}: it was due by {written(wanted)}."
        )
    if (
        asked.deciding.acts_by == "ceo_submission"
        and by
        and (closes := asked.calendar.date(course.cycle, "pmo_submission"))
    ):
        found.append(
            f"For a key decision of the {asked.deciding.name} notice falls 10 to 12 days before submission to the PMO "
            f"in every published cycle; here {(closes - by).days} days before, on {written(by)}."
        )
    return tuple(found)


def _of_sittings(asked: Question, course: Course) -> tuple[str, ...]:
    cycle, scheme, found = course.cycle, asked.calendar.scheme, []
    committee, board = due_by(asked, course, "committee"), due_by(asked, course, "board")
    sits_on, boards = scheme.body_on("committee"), scheme.body_on("board")
    own = asked.calendar.sitting_of(sits_on, cycle) if sits_on and cycle else None
    if committee and (own is None or own.cancelled):
        why = "is cancelled" if own else "does not exist"
        found.append(f"The committee of cycle {cycle} {why}: its cases go to the one of {written(committee)}.")
    held = (
        one for one in asked.calendar.sittings.values() if (one.body, one.on, one.cancelled) == (boards, board, False)
    )
    listed = next(held, None)
    if committee and listed and listed.agenda_due < committee:
        found.append(
            f"The agenda for {written(listed.on)} is due on {written(listed.agenda_due)}, before the committee of "
            f"{written(committee)}: the case is listed subject to the committee's step."
        )
    return tuple(found)


def _of_restriction(asked: Question, course: Course) -> tuple[str, ...]:
    steps = zip(asked.route.steps, course.dues, strict=True)
    return tuple(
        f"The {asked.policy.body(step.body).name}'s {written(due)} falls in a restricted period ({period.kind})."
        for step, due in steps
        for period in asked.calendar.restricted
        if due and period.touches(step.body, due)
    )
