"""The command line by itself: its help, the simulation, the demo and the atlas."""

import json
import re
import signal
import subprocess
import sys
from pathlib import Path

import httpx2
import pytest

from tests.adapters.commandline import YEAR, real_environment, really, running, saf

FIELDS = ("kind", "standing", "cycle", "route", "decided_by", "decided_on", "took_effect_on")


def test_help_needs_nothing_that_only_verbs_need(tmp_path: Path) -> None:
    """Help comes without what only verbs need, names every verb, and makes no file."""
    heavy = {"workflows", "fastapi", "pydantic", "eventsourcing", "holidays", "rich", "uvicorn"}
    program = f"import sys, adapters.cli; print({heavy!r} & {{name.split('.')[0] for name in sys.modules}})"
    words = [sys.executable, "-c", program]
    ran = subprocess.run(words, cwd=tmp_path, env=real_environment(), capture_output=True, text=True, check=True)
    assert ran.stdout == "set()\n"
    told = really("--help", folder=tmp_path)
    verbs = "demo serve worker tick setup token calendar route plan case inbox simulate rebuild atlas"
    assert told.code == 0
    assert all(f" {verb} " in told.out for verb in verbs.split())
    assert list(tmp_path.iterdir()) == []


def test_every_command_about_a_case_is_a_verb_of_case() -> None:
    """The verbs of `saf case` are drawn from the catalogue, with an option for each field."""
    told = saf("case", "--help").out
    assert all(verb in told for verb in ("submit", "accept_late", "clear_report", "give_notice", "publish_decision"))
    assert "--conditions" in saf("case", "approve", "--help").out
    assert "REF" not in saf("case", "draft", "--help").out
    assert saf("case", "list-to", "--help").code == 0
    assert saf("case", "dance", "X").code == 2


def test_a_simulation_in_the_shape_programs_read() -> None:
    """The published year is played; cases, refusals and what was raised come in the shape programs read."""
    found = saf("simulate", str(YEAR / "simulation.jsonl"), "--json").json
    assert list(found) == ["cases", "refusals", "raised"]
    assert all(tuple(case) == FIELDS for case in found["cases"].values())
    chalk = found["cases"]["chalk"]
    assert (chalk["standing"], chalk["decided_by"], chalk["decided_on"]) == (
        "in_effect",
        "chief_executive",
        "2024-10-31",
    )
    assert all(set(step) == {"body", "capacity", "outcome", "on"} for step in chalk["route"])


def test_refusals_do_not_fail_a_simulation(tmp_path: Path) -> None:
    """A file that could be played ends with 0, whatever was refused in it; the refused line and every rule are told."""
    lines = (
        {"at": "2024-10-01T09:00", "do": "add_person", "person": "ann", "offices": ["project_manager"]},
        {"at": "2024-10-01T10:00", "by": "ann", "do": "draft", "case": "one", "kind": "business_case"},
        {"at": "2024-10-01T11:00", "by": "ann", "do": "submit", "case": "one"},
    )
    file = tmp_path / "play.jsonl"
    file.write_text("\n".join(map(json.dumps, lines)))
    found = saf("simulate", str(file), "--json").json
    assert found["cases"]["one"]["standing"] == "draft"
    (refusal,) = found["refusals"]
    assert refusal["line"] == 3
    assert all(rule["says"] and rule["source"] for rule in refusal["rules"])
    told = saf("simulate", str(file))
    assert told.code == 0
    assert "Refused" in told.out


@pytest.mark.parametrize("text", ["", "{", '{"at": "2024-10-01T09:00", "do": "dance"}', "[]"])
def test_a_malformed_simulation_is_not_played(tmp_path: Path, text: str) -> None:
    """A file that cannot be played ends with 1 and one sentence."""
    file = tmp_path / "play.jsonl"
    file.write_text(text)
    assert len(saf("simulate", str(file), "--json").why_not) == 1
    assert len(saf("simulate", str(tmp_path / "none")).why_not) == 1


def test_the_fields_of_a_verb_are_printed() -> None:
    """For each verb it is told which fields a line takes; for a word that is no verb, which verbs there are."""
    names = [one["name"] for one in saf("simulate", "--fields", "submit", "--json").json]
    assert names[:3] == ["at", "do", "by"]
    assert "case" in saf("simulate", "--fields", "approve").out
    assert "submit" in saf("simulate", "--fields", "dance").why_not[0]
    assert "--fields" in saf("simulate").why_not[0]


def test_the_demo_shows_where_each_case_stands(tmp_path: Path) -> None:
    """`demo --once` plays the year from any folder, shows where each case stands, and ends."""
    ran = really("demo", "--once", folder=tmp_path)
    assert (ran.code, ran.err) == (0, "")
    assert "Where each case stands" in ran.out
    assert "chalk" in ran.out
    assert list(tmp_path.iterdir()) == []


def test_the_demo_is_served_until_it_is_ended(tmp_path: Path) -> None:
    """The demo says how to look around, and serves the year's end to its own token until it is interrupted."""
    with running("demo", "--port", "0", "--json", folder=tmp_path, says="/docs") as (process, said):
        url, token = re.search(r"http://127\.0\.0\.1:\d+", said), re.search(r"saf_[\w-]{40,}", said)
        assert url
        assert token
        mine = {"Authorization": f"Bearer {token[0]}"}
        assert httpx2.get(f"{url[0]}/api/v1/cases", headers=mine).json()["items"]
        assert httpx2.get(f"{url[0]}/docs").status_code == 200
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=30)
        assert process.returncode == 0


def test_the_atlas_is_drawn_and_checked(tmp_path: Path) -> None:
    """The atlas is drawn into a folder; a page that is changed, missing or strange makes the check end with 1."""
    out = ("--out", str(tmp_path))
    assert len(saf("atlas", *out, "--check").why_not) == 1
    assert saf("atlas", *out).code == 0
    assert saf("atlas", *out, "--check").code == 0
    page = next(path for path in sorted(tmp_path.rglob("*")) if path.is_file())
    page.write_text("changed")
    assert page.name in saf("atlas", *out, "--check").why_not[0]
    assert saf("atlas", *out).code == 0
    (tmp_path / "stray.md").write_text("stray")
    assert "stray.md" in saf("atlas", *out, "--check").why_not[0]
