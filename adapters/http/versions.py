"""Versions as ETags: a case's, a sitting's or a project's streams and how many facts each holds."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from starlette.requests import Request

from adapters.http.problems import MALFORMED, VERSION_NEEDED, Problem
from domain.words import CaseId, ProjectId, SittingId
from workflows import streams
from workflows.ports import Conflict, Ledger

TAGS = re.compile(r'\s*(?:W/)?"[\x21\x23-\x7e]*"\s*(?:,\s*(?:W/)?"[\x21\x23-\x7e]*"\s*)*')
TAG = re.compile(r'(?:W/)?"[\x21\x23-\x7e]*"')

STREAMS: Mapping[str, tuple[tuple[str, Callable[[str], str]], ...]] = {
    "case": (
        ("case", lambda id: streams.case_stream(CaseId(id))),
        ("report", lambda id: streams.report_stream(CaseId(id))),
        ("notice", lambda id: streams.notice_stream(CaseId(id))),
        ("decision", lambda id: streams.decision_stream(CaseId(id))),
    ),
    "sitting": (("meeting", lambda id: streams.meeting_stream(SittingId(id))),),
    "project": (("project", lambda id: streams.project_stream(ProjectId(id))),),
}
"""What the version of a case, a sitting or a project is made of: each stream's word, and its name."""


@dataclass(frozen=True, slots=True)
class Version:
    """Where the streams of one thing stand."""

    of: Mapping[str, int]
    tag: str


def version(ledger: Ledger, about: str, id: str) -> Version:
    """The version at which a case, a sitting or a project stands."""
    found = {word: (stream(id), ledger.version(stream(id))) for word, stream in STREAMS[about]}
    tag = ".".join(f"{word}{count}" for word, (_, count) in found.items())
    return Version(dict(found.values()), f'"{tag}"')


def asked_for(request: Request, needed: bool) -> tuple[str, ...] | None:
    """The ETags of If-Match; None where any version will do. Raises Problem where one is needed and none is named."""
    sent = ",".join(request.headers.getlist("if-match")).strip()
    if not sent:
        if needed:
            raise Problem(VERSION_NEEDED, "this replaces what you were shown: send its ETag as If-Match")
        return None
    if sent == "*":
        return None
    if not TAGS.fullmatch(sent):
        raise Problem(MALFORMED, 'If-Match holds ETags, such as "case3.report0.notice0.decision0"')
    return tuple(TAG.findall(sent))


def expected(tags: tuple[str, ...] | None, stands: Version | None) -> Mapping[str, int]:
    """The stream versions a command insists on. Raises Conflict where none of the tags is the one that stands."""
    if tags is None:
        return {}
    if stands is None:
        raise Conflict("what this command changes carries no version")
    if stands.tag not in tags:
        raise Conflict(f"it now stands at {stands.tag}")
    return stands.of
