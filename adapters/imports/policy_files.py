"""Reads an authority's policy from JSON, in full or in the short form, and names the field that is wrong in it."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from domain.routing.bodies import SIMPLE_MAJORITY, VOTE_RULES, Quorum, Sort
from domain.routing.kinds import Kind
from domain.routing.policy import Policy
from domain.routing.rules import flaws
from domain.words import pounds

POLICY: TypeAdapter[Policy] = TypeAdapter(Policy)
QUORUM_OF = {Sort.OFFICERS_JOINTLY: 3, Sort.MEMBERS: 4}
"""How many make a quorum where the file gives none [A]; an office needs none."""

SUMS_IN_SETTINGS = ("key_decision_over",)


class NotAPolicy(ValueError):
    """The file is not a policy: one sentence that names the field and says what is wrong with it."""


def read_policy(source: bytes | str | Path) -> Policy:
    """The policy in a JSON file, given as its path or its bytes. Raises NotAPolicy, or OSError for a missing file."""
    content = source if isinstance(source, bytes) else Path(source).read_bytes()
    try:
        given = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise NotAPolicy(f"this is not a policy: it is not JSON ({error})") from None
    return policy_of(given)


def policy_of(given: Any) -> Policy:
    """The policy in an object already parsed from JSON. Raises NotAPolicy."""
    if not isinstance(given, dict):
        raise NotAPolicy("this is not a policy: it is not an object with the policy's fields")
    try:
        policy = POLICY.validate_json(json.dumps(_full(given)), strict=True, extra="forbid")
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        raise NotAPolicy(f"{_field(first['loc'])}: {first['msg'][:1].lower()}{first['msg'][1:]}") from None
    for flaw in flaws(policy)[:1]:
        raise NotAPolicy(f"bodies and bands: {flaw.says[:1].lower()}{flaw.says[1:]} ({flaw.source})")
    return policy


def _full(given: dict[str, Any]) -> dict[str, Any]:
    full = dict(given)
    if isinstance(bodies := given.get("bodies"), list):
        full["bodies"] = [_body(body, ("bodies", at)) for at, body in enumerate(bodies)]
    if isinstance(bands := given.get("bands"), list):
        full["bands"] = _bands([_band(band, ("bands", at)) for at, band in enumerate(bands)])
    if isinstance(settings := given.get("settings"), dict):
        sums = {name: _sum(settings[name], ("settings", name)) for name in SUMS_IN_SETTINGS if name in settings}
        full["settings"] = settings | sums
    return full


def _band(band: Any, at: tuple[str | int, ...]) -> Any:
    if not isinstance(band, dict) or band.get("up_to") is None:
        return band
    return band | {"up_to": _sum(band["up_to"], (*at, "up_to"))}


def _bands(bands: list[Any]) -> list[Any]:
    kinds = [band.get("kind") if isinstance(band, dict) else None for band in bands]
    if Kind.CHANGE_REQUEST.value in kinds:
        return bands
    copied = [band for band, kind in zip(bands, kinds, strict=True) if kind == Kind.BUSINESS_CASE.value]
    return bands + [band | {"kind": Kind.CHANGE_REQUEST.value} for band in copied]


def _body(body: Any, at: tuple[str | int, ...]) -> Any:
    if not isinstance(body, dict):
        return body
    full = dict(body)
    collective = next((sort for sort in QUORUM_OF if sort.value == body.get("sort")), None)
    if collective:
        full.setdefault("quorum", asdict(Quorum(QUORUM_OF[collective])))
        full.setdefault("vote", SIMPLE_MAJORITY.name)
    if full.get("vote") is not None:
        full["vote"] = _vote(full["vote"], (*at, "vote"))
    if isinstance(matters := body.get("matters"), list):
        full["matters"] = [_matter(matter, (*at, "matters", number)) for number, matter in enumerate(matters)]
    return full


def _matter(matter: Any, at: tuple[str | int, ...]) -> Any:
    if not isinstance(matter, dict) or "vote" not in matter:
        return matter
    return matter | {"vote": _vote(matter["vote"], (*at, "vote"))}


def _vote(name: Any, at: tuple[str | int, ...]) -> Mapping[str, Any]:
    if not isinstance(name, str) or name not in VOTE_RULES:
        raise NotAPolicy(f"{_field(at)}: write one of {', '.join(VOTE_RULES)}")
    return asdict(VOTE_RULES[name])


def _sum(amount: Any, at: tuple[str | int, ...]) -> int:
    if not isinstance(amount, str):
        raise NotAPolicy(f'{_field(at)}: write pounds as text, such as "999999.99"')
    try:
        return pounds(amount)
    except ValueError as error:
        raise NotAPolicy(f"{_field(at)}: {error}") from None


def _field(at: tuple[str | int, ...]) -> str:
    return ".".join(str(part) for part in at) or "the policy"
