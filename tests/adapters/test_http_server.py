"""The API behind a real server on loopback, with several clients at once."""

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx2
import pytest
import uvicorn

from adapters import wiring
from adapters.http.api import create_app
from domain.words import PersonId
from tests.adapters.http_door import Door, at, house_of_an_authority


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[str, Door, dict[str, str]]]:
    """The address of a server over an SQLite ledger, the door behind it, and a token of each of two people."""
    house = house_of_an_authority(wiring.house_on_file(tmp_path / "saf.db"))
    tokens = wiring.tokens_of(house)
    issued = {person: tokens.issue(PersonId(person), at("2024-10-01T09:00")) for person in ("ann", "pat")}
    door = Door(house)
    door.app = create_app(house, tokens.bearer, lambda: door.now, wiring.new_id)
    server = uvicorn.Server(uvicorn.Config(door.app, host="127.0.0.1", port=0, log_level="warning", lifespan="off"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        assert thread.is_alive()
    port = server.servers[0].sockets[0].getsockname()[1]
    yield f"http://127.0.0.1:{port}/api/v1", door, issued
    server.should_exit = True
    thread.join(timeout=10)
    house.ledger.close()


def client(url: str, token: str) -> httpx2.Client:
    """A client that signs in with a token."""
    return httpx2.Client(base_url=url, headers={"Authorization": f"Bearer {token}"}, trust_env=False)


def test_a_case_is_drafted_submitted_and_accepted_over_a_socket(served: tuple[str, Door, dict[str, str]]) -> None:
    """Two people with tokens issued by the product carry a case to the panel."""
    url, _, tokens = served
    with client(url, tokens["ann"]) as ann, client(url, tokens["pat"]) as pat:
        body = {"kind": "change_request", "title": "Chalk", "project": "chalk", "value": 40_000_000}
        case = ann.post("/cases", json=body).raise_for_status().json()["case"]
        ann.post(f"/cases/{case}/submit").raise_for_status()
        assert pat.get("/inbox").json()["items"][0]["case"] == case
        pat.post(f"/cases/{case}/accept").raise_for_status()
        assert ann.get(f"/cases/{case}").json()["route"][0]["outcome"] == "accept"
        encoded = ann.get("/sittings/investment_committee%2F2024-11")
        assert encoded.status_code == 200


def test_clients_at_once_neither_lose_nor_double_anything(served: tuple[str, Door, dict[str, str]]) -> None:
    """Forty drafts from eight clients, each sent twice under its key, are forty cases with forty references."""
    url, door, tokens = served

    def draft(number: int) -> tuple[str, str]:
        with client(url, tokens["ann"]) as ann:
            body = {"kind": "concept_paper", "title": f"Number {number}"}
            keyed = {"Idempotency-Key": f"draft-{number}"}
            first, again = (ann.post("/cases", json=body, headers=keyed).raise_for_status().json() for _ in range(2))
            ann.get(f"/cases?as_of={door.now.date()}").raise_for_status()
            assert first == again
            return first["case"], first["reference"]

    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(draft, range(40)))
    assert len({case for case, _ in made}) == len({reference for _, reference in made}) == 40
    assert len(door.house.ledger.rows("cases", "")) == 40


def test_somebody_elses_thread_waits_its_turn(served: tuple[str, Door, dict[str, str]]) -> None:
    """While another thread holds the turn, as the alarm does for a tick, no command is carried out."""
    _, door, _ = served
    turn = threading.Lock()
    app = create_app(door.house, lambda _: PersonId("ann"), lambda: door.now, wiring.new_id, turn)
    waiting = Door(door.house)
    waiting.client = type(waiting.client)(app)
    with ThreadPoolExecutor(1) as pool:
        with turn:
            answer = pool.submit(waiting.post, "/cases", {"kind": "concept_paper", "title": "A ferry"})
            with pytest.raises(TimeoutError):
                answer.result(timeout=0.3)
            assert not door.house.ledger.rows("cases", "")
        assert answer.result(timeout=10).status_code == 201
