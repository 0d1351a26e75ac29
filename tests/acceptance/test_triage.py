"""Triage: features/triage.feature."""

from datetime import datetime

from pytest_bdd import scenarios, then, when

from domain.words import Text
from tests.dsl import Stage, label, said

scenarios("triage.feature")


@when(said("{who} shares {case} with the PMO on {at:moment}"))
def _(stage: Stage, who: str, case: str, at: datetime) -> None:
    stage.tries("share", who, at, case=case)


@when(said("{who} remarks on {case} on {at:moment}: {remark:text}"))
def _(stage: Stage, who: str, case: str, at: datetime, remark: str) -> None:
    stage.tries("remark", who, at, case=case, remark=Text(remark))


@then(said("the PMO is asked to comment on the draft of {case}"))
def _(stage: Stage, case: str) -> None:
    assert (label(case), "comment on the draft", None) in stage.waiting("office:pmo")
