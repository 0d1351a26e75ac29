"""Where requests meet the house: who asks, by their token, and one at a time."""

import threading
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeVar

import anyio.to_thread
from starlette.requests import Request

from adapters.http.problems import SIGN_IN, Problem
from domain.words import PersonId
from workflows.handle import House

Answer = TypeVar("Answer")

LONGEST_TOKEN = 500


@dataclass(frozen=True, slots=True)
class Desk:
    """The house as the API reaches it.

    The house is synchronous and has one writer. What concerns the present runs in the event loop itself, without an
    `await` in the middle and holding `turn`: a command takes a millisecond or two, less than a thread would cost, and
    its instant is taken once it is its turn, so that instants never run backwards. Whoever else uses the same house
    from another thread, as the alarm does, holds the same `turn`. What concerns the past replays the ledger, which
    may take long and shares nothing with the present: it runs in a thread, and holds nothing up.
    """

    house: House
    bearer: Callable[[str], PersonId | None]
    clock: Callable[[], datetime]
    new_id: Callable[[], str]
    turn: AbstractContextManager[Any] = field(default_factory=threading.Lock)

    def person(self, request: Request) -> PersonId:
        """Who asks, by the bearer token alone. Raises Problem (401) where there is none, or none that stands."""
        sent = request.headers.getlist("authorization")
        if not sent:
            raise Problem(SIGN_IN, "send a bearer token", headers={"WWW-Authenticate": 'Bearer realm="saf"'})
        scheme, _, token = sent[0].partition(" ")
        token = token.strip()
        plausible = len(sent) == 1 and scheme.lower() == "bearer" and 0 < len(token) <= LONGEST_TOKEN
        person = self.bearer(token) if plausible else None
        if person is None:
            challenge = {"WWW-Authenticate": 'Bearer realm="saf", error="invalid_token"'}
            raise Problem(SIGN_IN, "this token does not stand", headers=challenge)
        return person

    async def now(self, work: Callable[[House, datetime], Answer]) -> Answer:
        """What comes of some work on the house as it stands, done before anybody else's turn."""
        with self.turn:
            return work(self.house, self.clock())

    async def past(self, work: Callable[[House, datetime], Answer]) -> Answer:
        """What comes of some work on the house as it stood, done beside everybody else's."""
        return await anyio.to_thread.run_sync(work, self.house, self.clock())
