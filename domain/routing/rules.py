"""What forbids adopting or reviewing a policy: first what makes its table unsound, then how it stands to the others."""

from collections.abc import Callable
from datetime import timedelta

from domain.routing.bodies import Sort
from domain.routing.kinds import Capacity, Kind
from domain.routing.policy import Policy
from domain.rules import Rule

TABLE = "SAF 2, the route"
VERSIONS = "SAF 2, versioned policy"
REVIEW = "SAF 2, annual review"


def _bodies_are_told_apart(policy: Policy) -> bool:
    ids = [body.id for body in policy.bodies]
    return bool(ids) and len(ids) == len(set(ids))


def _every_sum_has_a_row(policy: Policy) -> bool:
    def whole(kind: Kind) -> bool:
        limits = [band.up_to for band in policy.rows(kind)]
        sums = [limit for limit in limits[:-1] if limit is not None]
        rising = len(sums) == len(limits) - 1 and sums == sorted(set(sums))
        return bool(limits) and limits[-1] is None and rising

    return all(whole(kind) for kind in Kind)


def _every_row_has_steps(policy: Policy) -> bool:
    return all(band.steps for band in policy.bands)


def _steps_fit_their_bodies(policy: Policy) -> bool:
    steps = [step for band in policy.bands for step in band.steps]
    return all(policy.knows(step.body) and step.capacity in policy.body(step.body).capacities for step in steps)


def _the_last_step_decides(policy: Policy) -> bool:
    def decides(band_steps: list[Capacity]) -> bool:
        return band_steps[-1:] == [Capacity.DECIDE] and Capacity.DECIDE not in band_steps[:-1]

    return all(decides([step.capacity for step in band.steps]) for band in policy.bands)


def _no_body_twice_in_a_row(policy: Policy) -> bool:
    return all(len({step.body for step in band.steps}) == len(band.steps) for band in policy.bands)


def _larger_sums_never_go_lower(policy: Policy) -> bool:
    def climbs(kind: Kind) -> bool:
        ranks = [policy.rank(band.decider) for band in policy.rows(kind)]
        return ranks == sorted(ranks)

    return _every_row_has_steps(policy) and all(climbs(kind) for kind in Kind)


def _deciders_are_on_the_ladder(policy: Policy) -> bool:
    return _every_row_has_steps(policy) and all(policy.rank(band.decider) >= 0 for band in policy.bands)


def _members_have_a_vote(policy: Policy) -> bool:
    return all(body.vote is not None and body.quorum is not None for body in policy.bodies if body.sort is Sort.MEMBERS)


SOUND: tuple[Rule, ...] = (
    Rule("bodies_are_told_apart", "Every body of the policy has an id of its own", TABLE, _bodies_are_told_apart),
    Rule(
        "every_sum_has_a_row",
        "Each kind of case has rows of rising sums, and its last row has no limit",
        TABLE,
        _every_sum_has_a_row,
    ),
    Rule(
        "steps_fit_their_bodies",
        "Every step names a body of the policy, in a capacity that body holds",
        TABLE,
        _steps_fit_their_bodies,
    ),
    Rule(
        "the_last_step_decides",
        "Each row ends with the body that decides, and no other decides",
        TABLE,
        _the_last_step_decides,
    ),
    Rule("no_body_twice_in_a_row", "No body acts twice in one row", TABLE, _no_body_twice_in_a_row),
    Rule(
        "deciders_are_on_the_ladder",
        "Whoever decides any case also decides business cases of some sum, so that it is known who stands above whom",
        "SAF 2, escalation [I]",
        _deciders_are_on_the_ladder,
    ),
    Rule(
        "larger_sums_never_go_lower",
        "A larger sum of the same kind is never decided by a lower body",
        TABLE,
        _larger_sums_never_go_lower,
    ),
    Rule(
        "members_have_a_vote",
        "Every body of members has a quorum and a voting arrangement from the list",
        "SAF 4, voting and quorum",
        _members_have_a_vote,
    ),
)
"""Rules judged on a policy alone. A file that breaks one is not read; a policy that breaks one is not adopted."""


def flaws(policy: Policy) -> tuple[Rule, ...]:
    """Every rule of a sound table that a policy breaks."""
    return tuple(rule for rule in SOUND if not rule.holds(policy))


def _of_adoption(rule: Rule) -> Rule:
    judged: Callable[[Policy], bool] = rule.holds
    return Rule(rule.name, rule.says, rule.source, lambda a: judged(a.command.policy), of_command=True)


OF_ADOPT: tuple[Rule, ...] = (
    Rule(
        "the_id_is_new",
        "A policy is never adopted twice under one id",
        VERSIONS,
        lambda a: not a.state.known(a.command.policy.id),
        of_command=True,
    ),
    Rule(
        "takes_effect_after_the_others",
        "A policy takes effect later than every policy adopted before it, so that two are never in force at once",
        VERSIONS,
        lambda a: all(other.effective_from < a.command.policy.effective_from for other in a.state.adopted),
        of_command=True,
    ),
    Rule(
        "adopted_already",
        "A policy has been adopted by the day on which that is recorded",
        VERSIONS,
        lambda a: a.command.policy.adopted_on <= a.today,
        of_command=True,
    ),
    Rule(
        "not_in_effect_before_adopted",
        "A policy does not take effect before the day of its adoption",
        VERSIONS,
        lambda a: a.command.policy.adopted_on <= a.command.policy.effective_from,
        of_command=True,
    ),
    Rule(
        "adopter_and_clearances_are_named",
        "Who adopted the policy and which departments cleared it are named",
        VERSIONS,
        lambda a: bool(a.command.policy.adopted_by and a.command.policy.cleared_by),
        of_command=True,
    ),
    Rule(
        "review_is_annual",
        "A policy's review falls due after it takes effect, and within the year",
        REVIEW,
        lambda a: _within_the_year(a.command.policy),
        of_command=True,
    ),
    *(_of_adoption(rule) for rule in SOUND),
)

OF_REVIEW: tuple[Rule, ...] = (
    Rule(
        "the_policy_is_known",
        "Only a policy that was adopted is reviewed",
        REVIEW,
        lambda a: a.state.known(a.command.policy),
        of_command=True,
    ),
    Rule(
        "the_next_review_is_within_the_year",
        "The next review falls due after the day this one is recorded, and within the year",
        REVIEW,
        lambda a: (
            not a.state.known(a.command.policy)
            or timedelta(0)
            < a.command.next_due - a.today
            <= timedelta(a.state.get(a.command.policy).settings.review_within_days)
        ),
        of_command=True,
    ),
    Rule(
        "findings_are_given", "A review says what it found", REVIEW, lambda a: bool(a.command.findings), of_command=True
    ),
)


def _within_the_year(policy: Policy) -> bool:
    wait = policy.review_due - policy.effective_from
    return timedelta(0) < wait <= timedelta(policy.settings.review_within_days)
