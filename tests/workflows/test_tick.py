"""The tick: by the instant whatever its zone, and never round and round."""

from dataclasses import replace
from datetime import datetime

import pytest

from domain.words import LONDON
from tests.dsl import Stage
from workflows import deadlines
from workflows.handle import Stuck


def untriaged() -> Stage:
    """A business case that waits for triage when the list of 17 October 2024 closes, in summer time."""
    stage = Stage()
    stage.draft("Waiting", at="14 October 2024 at 09:00")
    stage.submit("Waiting", at="14 October 2024 at 10:00")
    return stage


def test_an_instant_is_the_same_instant_in_any_zone() -> None:
    """At half past midnight in London it is still the 17th in UTC; the list closed half an hour ago all the same."""
    stage = untriaged()
    stage.house.tick(datetime(2024, 10, 17, 23, 59, tzinfo=LONDON))
    assert stage.review("Waiting").cycle == "2024-11"
    stage.house.tick(datetime(2024, 10, 18, 0, 30, tzinfo=LONDON))
    assert stage.review("Waiting").cycle == "2024-12"


def test_a_deadline_that_does_nothing_stops_the_tick_loudly(monkeypatch: pytest.MonkeyPatch) -> None:
    """A row that is due and changes nothing is named, and neither skipped nor tried for ever."""
    stage = untriaged()
    idle = replace(deadlines.BY_NAME["roll_over"], act=lambda world, dossier, due: None)
    monkeypatch.setitem(deadlines.BY_NAME, "roll_over", idle)
    with pytest.raises(Stuck, match="roll_over"):
        stage.house.tick(datetime(2024, 10, 18, 9, tzinfo=LONDON))
