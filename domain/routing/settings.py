"""Every assumption an authority may set otherwise, with its default, what it says and where it comes from."""

from dataclasses import dataclass, field, fields
from typing import Any

from domain.people.offices import CHIEF_EXECUTIVE, MONITORING_OFFICER, PMO
from domain.routing.kinds import Kind
from domain.words import OfficeId, Pence


@dataclass(frozen=True, slots=True)
class Setting:
    """One row of the settings: the name a policy gives it under, its default, and what it rests on."""

    name: str
    default: Any
    says: str
    source: str


def _said(says: str, source: str) -> dict[str, str]:
    return {"says": says, "source": source}


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one policy. They are stored with it, so that a later default never re-judges what was decided."""

    key_decision_over: Pence = field(
        default=Pence(50_000_000),
        metadata=_said(
            "A decision is key when its own new spend or saving is over this sum, in pence",
            "SI 2017/68 art 11; the sum from a public entry [P], its basis [A]",
        ),
    )
    notice_clear_days: int = field(
        default=28,
        metadata=_said(
            "Clear calendar days between the notice of a key decision and the decision",
            "SI 2017/68 art 11; calendar days [A]",
        ),
    )
    general_exception_clear_days: int = field(
        default=5,
        metadata=_said(
            "Clear working days' notice to the scrutiny chair where 28 days' notice is impracticable",
            "SI 2012/2089, general exception; SI 2017/68 arts 12-13 not retrieved",
        ),
    )
    agenda_clear_days: int = field(
        default=5,
        metadata=_said(
            "Clear working days between an agenda with its reports and the meeting", "Local Government Act 1972 s.100B"
        ),
    )
    panel_agenda_blocks: bool = field(
        default=False,
        metadata=_said(
            "The panel may not sit without its agenda out by panel_agenda",
            "SAF 4, the panel has no statutory minimum [A]",
        ),
    )
    call_in_clear_days: int = field(
        default=6,
        metadata=_said(
            "Clear working days after publication in which a decision may be called in",
            "SAF 4, call-in [P, two entries]",
        ),
    )
    officer_callable_only_when_key: bool = field(
        default=True, metadata=_said("An officer's decision may be called in only when it is key", "SAF 4, call-in [A]")
    )
    decline_is_final: bool = field(
        default=False,
        metadata=_said(
            "A case the panel does not recommend ends there, instead of going on with that advice",
            "SAF 2, capacities [A]",
        ),
    )
    lapse_after_days: int = field(
        default=90,
        metadata=_said(
            "Days after its return when a case not resubmitted may be closed as lapsed", "SAF 2, returned [A]"
        ),
    )
    engagement_blocks: tuple[Kind, ...] = field(
        default=(Kind.BUSINESS_CASE,),
        metadata=_said(
            "Kinds of case that cannot be submitted while a service asked has not answered; the others are warned",
            "SAF 6, engagement [A]",
        ),
    )
    escalated_by: tuple[OfficeId, ...] = field(
        default=(PMO, CHIEF_EXECUTIVE, MONITORING_OFFICER),
        metadata=_said(
            "Offices that may escalate a case above what the table says, until it is decided", "SAF 2, escalation [I]"
        ),
    )
    new_value_returns_to_panel: bool = field(
        default=True,
        metadata=_said(
            "A value changed after the panel sends the case back to its next open agenda, even in the same band",
            "SAF 2, versioned policy [A]",
        ),
    )
    attendance_before_outcome: bool = field(
        default=False,
        metadata=_said("No outcome of a sitting is recorded before its attendance", "SAF 4, voting and quorum [A]"),
    )
    remote_counts: bool = field(
        default=False,
        metadata=_said("Those attending remotely count towards quorum and vote", "SAF 4, voting and quorum [A]"),
    )
    review_within_days: int = field(
        default=366,
        metadata=_said(
            "A policy's review falls due within this many days of its taking effect",
            "SAF 2, annual review; the count [A]",
        ),
    )


SETTINGS: tuple[Setting, ...] = tuple(
    Setting(one.name, one.default, one.metadata["says"], one.metadata["source"]) for one in fields(Settings)
)
"""The settings as rows, for the page that lists them."""
