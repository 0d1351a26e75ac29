"""What forbids while a case is written: its sums, what it rests on, and the shared services that were asked."""

from domain.case.events import EntryLine
from domain.case.known import Ask
from domain.routing.kinds import Kind
from domain.rules import Rule


def _entitled(a: Ask) -> bool:
    if a.state.file.identity.kind is not Kind.BUSINESS_CASE:
        return True
    entry = a.state.file.entry
    return entry is not None and (entry[0] is not EntryLine.CONCEPT_PAPER or a.known.concept_in_effect)


def _services_answered(a: Ask) -> bool:
    if a.state.file.identity.kind not in a.known.settings.engagement_blocks:
        return True
    return all(question.answer is not None for question in a.state.file.questions)


def _entry_is_whole(a: Ask) -> bool:
    c = a.command
    return bool(c.concept if c.line is EntryLine.CONCEPT_PAPER else c.words)


HAS_FIGURE = Rule(
    "case.figure", "The case states its value", "SAF 2, the figure", lambda a: a.state.file.sums is not None
)

HAS_BASELINE = Rule(
    "case.baseline",
    "A change request names a registered project, whose baseline it changes",
    "SAF 2, the figure [I]; SAF 6",
    lambda a: a.state.file.identity.kind is not Kind.CHANGE_REQUEST or a.known.baseline is not None,
)

ENTITLED = Rule(
    "case.entry",
    "A business case rests on a concept paper whose approval has taken effect, a Corporate Plan line, "
    "or the PMO's exemption",
    "SAF 6",
    _entitled,
)

ENGAGED = Rule(
    "case.engagement",
    "Every shared service that was asked has answered",
    "SAF 6, engagement [S: vital; blocking A]",
    _services_answered,
)

IS_CHANGE_REQUEST = Rule(
    "case.is_change_request",
    "Only a change request pauses, resumes or cancels a project",
    "SAF 6",
    lambda a: a.state.file.identity.kind is Kind.CHANGE_REQUEST,
)

WAS_ASKED = Rule(
    "case.service_asked",
    "The service was asked",
    "SAF 6, engagement",
    lambda a: any(q.service == a.command.service for q in a.state.file.questions),
    of_command=True,
)

ANSWERS_FOR_IT = Rule(
    "case.service_officer",
    "The answer comes from a named officer of that service",
    "SAF 6, engagement",
    lambda a: a.known.answers_services,
    of_command=True,
)

MORE_TIME_DATED = Rule(
    "case.more_time",
    "More time is asked for with the date by which the answer will come",
    "SAF 6, engagement",
    lambda a: a.command.answer != "more_time" or a.command.answer_by is not None,
    of_command=True,
)

IS_BUSINESS_CASE = Rule(
    "case.is_business_case",
    "Only a business case needs an entry line",
    "SAF 6",
    lambda a: a.state.file.identity.kind is Kind.BUSINESS_CASE,
)

GIVEN_LINE = Rule(
    "case.entry_line",
    "A writer names a concept paper or a Corporate Plan line; an exemption is the PMO's to give",
    "SAF 6",
    lambda a: a.command.line is not EntryLine.EXEMPTION,
    of_command=True,
)

ENTRY_WHOLE = Rule(
    "case.entry_whole",
    "The concept paper, or the line of the Corporate Plan, is named",
    "SAF 6",
    _entry_is_whole,
    of_command=True,
)

NOT_LAST_AUTHOR = Rule(
    "case.last_author",
    "A case keeps at least one writer",
    "SAF 6",
    lambda a: a.state.file.authors != {a.command.person},
    of_command=True,
)

A_SUM = Rule(
    "case.a_sum",
    "The sums are stated",
    "SAF 2, the figure",
    lambda a: a.command.value is not None or a.command.figures is not None or a.command.new_spend is not None,
    of_command=True,
)

TITLED = Rule("case.title", "The case has a title", "SAF 6", lambda a: bool(a.command.title), of_command=True)
