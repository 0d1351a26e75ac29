"""What forbids giving or withdrawing the notice of a key decision."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from domain.notice.state import AnyNotice, NoNotice, Notice
from domain.rules import Asked, Rule


@dataclass(frozen=True, slots=True)
class Known:
    """What the rules must see of the case: whether it may still be decided (a draft may), and whether it was."""

    undecided: bool
    decided: bool


AskedNotice = Asked[AnyNotice, Any, Known]

ARTICLE_11 = "SI 2017/68 art 11"

OF_GIVE_NOTICE: tuple[Rule, ...] = (
    Rule(
        "to_be_made",
        "Notice is given of a decision that is still to be made; the case may be a draft",
        ARTICLE_11,
        lambda a: a.known.undecided,
    ),
    Rule(
        "given_once",
        "Notice is given once: the one that stands is withdrawn before another is given",
        ARTICLE_11,
        lambda a: isinstance(a.state, NoNotice),
    ),
    Rule(
        "period_forwards",
        "The period in which the decision is to be made does not end before it begins",
        ARTICLE_11,
        lambda a: a.command.date_or_period is None or a.command.date_or_period[0] <= a.command.date_or_period[1],
        of_command=True,
    ),
    Rule(
        "period_ahead",
        "The decision is to be made after the day of the notice",
        ARTICLE_11,
        lambda a: a.command.date_or_period is None or a.command.date_or_period[1] > a.today,
        of_command=True,
    ),
)

OF_WITHDRAW_NOTICE: tuple[Rule, ...] = (
    Rule("given", "A notice stands", ARTICLE_11, lambda a: isinstance(a.state, Notice)),
    Rule(
        "nothing_rests_on_it",
        "A notice is not withdrawn once the decision it was given for is made",
        "SAF 4, publication is of a version",
        lambda a: not a.known.decided,
    ),
    Rule(
        "reason",
        "A reason is given for the record",
        "SAF 4, publication is of a version",
        lambda a: bool(a.command.reason),
        of_command=True,
    ),
)

RULES: Mapping[str, tuple[Rule, ...]] = {"give_notice": OF_GIVE_NOTICE, "withdraw_notice": OF_WITHDRAW_NOTICE}
"""The rules of every verb about a notice."""
