"""The command line in real processes: one owns the file, others reach it, and a second owner is told so."""

import os
import re
import signal
import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import httpx2
import pytest

from adapters.whereabouts import Whereabouts, find, leave, note_of
from tests.adapters.commandline import Ran, really, running, saf

SERVED = "is served at"
ANN = '{"person": "ann", "name": "Ann"}'


@dataclass(frozen=True)
class Served:
    """A ledger that another process serves, where that listens, and its administrator's token."""

    file: Path
    process: int
    url: str
    token: str

    def saf(self, *words: str, token: str = "") -> Ran:
        """Run a verb on the ledger, in this process."""
        return saf(*words, SAF_DB=str(self.file), SAF_TOKEN=token)


def set_up(folder: Path) -> str:
    """Make a ledger in a folder; its administrator's token."""
    made = saf("setup", "--person", "ada", "--json", SAF_DB=str(folder / "saf.sqlite"))
    return str(made.json["token"])


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A ledger that a real process serves, begun in another folder than the ledger's."""
    folder, elsewhere = tmp_path_factory.mktemp("ledger"), tmp_path_factory.mktemp("elsewhere")
    token, file = set_up(folder), folder / "saf.sqlite"
    with running("serve", "--db", str(file), "--port", "0", folder=elsewhere, says=SERVED) as (process, said):
        url = re.search(r"http://127\.0\.0\.1:\d+", said)
        assert url
        yield Served(file, process.pid, url[0], token)
    assert not note_of(file).exists()
    assert list(elsewhere.iterdir()) == []


def test_another_process_reaches_the_owner(served: Served) -> None:
    """Verbs of another process reach whoever serves the file: they act, read, issue tokens, tick and rebuild."""
    given = served.saf("do", "add_person", "--json-body", ANN, token=served.token)
    assert (given.code, given.out) == (0, "Done: add_person.\n"), given.err
    assert served.saf("token", "issue", "ann").out.startswith("saf_")
    assert served.saf("token", "revoke", "ann", "--json").json["revoked"] == 1
    assert served.saf("case", "list", "--json").json == []
    assert served.saf("inbox", "--as-of", "2024-10-01", "--json").json == []
    assert served.saf("tick").out == "Nothing had fallen due.\n"
    assert served.saf("rebuild", "--json").json == {"cases": 0}


def test_refusals_come_through_from_the_owner(served: Served) -> None:
    """What the owner refuses is said with every rule and source, whichever door it was asked at."""
    ada = '{"person": "ada", "name": "Ada"}'
    refused = served.saf("do", "add_person", "--json-body", ada, token=served.token)
    assert refused.why_not == ["Refused: Nobody is added twice (SAF 1, offices and bodies [A])."]
    assert served.saf("setup").why_not[0].startswith("Refused: The first administrator is made once")
    assert served.saf("case", "show", "SAF-2024-0001").why_not == ["There is no case SAF-2024-0001."]
    assert "not known" in served.saf("do", "add_person", "--json-body", ada, token="saf_wrong").why_not[0]
    words = ("calendar", "cancel", "board/2024-09-04", "--reason", "None")
    assert served.saf(*words, token=served.token).why_not[0].startswith("Refused: ")


def test_a_second_owner_is_told_which_process_has_the_file(served: Served) -> None:
    """Serving a file that is served already ends with 1 and one sentence that names the process."""
    for verb in (("serve", "--port", "0"), ("worker",)):
        (said,) = served.saf(*verb).why_not
        assert str(served.process) in said
        assert "only one process at a time" in said


def test_it_is_served_to_tokens_only(served: Served) -> None:
    """The API answers whoever holds a token; the owner's door needs the owner's key, and is not there without it."""
    mine = {"Authorization": f"Bearer {served.token}"}
    with httpx2.Client(base_url=served.url) as client:
        assert client.get("/api/v1/cases").status_code == 401
        assert client.get("/api/v1/cases", headers=mine).json()["items"] == []
        for shown in ({}, mine):
            assert client.post("/owner/issue", json={"person": "ada"}, headers=shown).status_code == 404
        note = find(served.file)
        assert note
        key = {"Authorization": f"Bearer {note.key}"}
        assert client.post("/owner/burn", json={}, headers=key).json()["trouble"]["says"]
        assert client.post("/owner/issue", content=b"{", headers=key).status_code == 400
        assert client.get("/api/v1/cases", headers=key).status_code == 401
    assert os.stat(served.file).st_mode & 0o077 == 0


def test_a_server_is_asked_by_its_address(served: Served) -> None:
    """With SAF_URL a verb asks a server with a token; what only the ledger's machine may do is refused there."""
    assert saf("case", "list", "--json", SAF_URL=served.url, SAF_TOKEN=served.token).json == []
    assert saf("calendar", "show", "--json", SAF_URL=served.url, SAF_TOKEN=served.token).json["cycles"] == []
    assert "SAF_TOKEN" in saf("case", "list", SAF_URL=served.url).why_not[0]
    words = ("plan", "--kind", "concept_paper", "--value", "1", "--submit-on", "2024-10-01")
    assert "machine where the ledger is" in saf(*words, SAF_URL=served.url).why_not[0]
    assert "cannot be reached" in saf("inbox", SAF_URL="http://127.0.0.1:9", SAF_TOKEN="x").why_not[0]


def test_a_port_that_is_taken_is_said(served: Served, tmp_path: Path) -> None:
    """A port that cannot be listened on is refused in one sentence, and the file is given up."""
    file, port = str(tmp_path / "other.sqlite"), served.url.rsplit(":", 1)[1]
    assert "--port 0" in saf("serve", "--db", file, "--port", port).why_not[0]
    assert "--port 0" in saf("serve", "--db", file, "--port", "99999").why_not[0]
    assert saf("case", "list", "--db", file, "--json").json == []


def test_a_worker_that_was_killed_leaves_nothing_in_the_way(tmp_path: Path) -> None:
    """A worker is an owner that others reach; killed, its note stands and its lock does not, so the next verb owns."""
    set_up(tmp_path)
    file = tmp_path / "saf.sqlite"
    with running("worker", folder=tmp_path, says=SERVED) as (owner, _):
        assert saf("inbox", "--json", SAF_DB=str(file)).json == []
        owner.send_signal(signal.SIGKILL)
        owner.wait(10)
    assert note_of(file).exists()
    assert saf("case", "list", "--json", SAF_DB=str(file)).json == []


def test_verbs_at_the_same_time_wait_for_one_another(tmp_path: Path) -> None:
    """A verb that finds the file owned for a moment by another verb waits for it, and both are done."""
    set_up(tmp_path)
    with ThreadPoolExecutor(2) as both:
        ran = list(both.map(lambda _: really("token", "issue", "ada", folder=tmp_path), range(2)))
    assert [one.code for one in ran] == [0, 0], [one.err for one in ran]
    with sqlite3.connect(tmp_path / "saf.sqlite") as kept:
        assert kept.execute("SELECT count(*) FROM tokens").fetchone() == (3,)


def test_the_note_is_for_its_owner_only(tmp_path: Path) -> None:
    """The note holds a key, so nobody else may read it; one that cannot be read is none."""
    ledger = tmp_path / "saf.sqlite"
    assert find(ledger) is None
    leave(ledger, Whereabouts(1, "http://127.0.0.1:1", "key"))
    assert note_of(ledger).stat().st_mode & 0o777 == 0o600
    assert find(ledger) == Whereabouts(1, "http://127.0.0.1:1", "key")
    note_of(ledger).write_text("{")
    assert find(ledger) is None
