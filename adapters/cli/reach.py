"""How a verb reaches the ledger: it owns the file itself or, where another process does, asks that one."""

import json
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from adapters.cli.speech import Sorry
from adapters.cli.trouble import refused
from adapters.whereabouts import find

if TYPE_CHECKING:
    import httpx2

    from adapters.owners_door import Door

Progress = Callable[[int, int], None]
PATIENCE = 15.0
"""Seconds to wait for another process that owns the file for one command only."""

WHO = "Who acts? Set SAF_TOKEN, or give --token: `saf token issue PERSON` issues one on the ledger's machine."


def unseen(done: int, of: int) -> None:
    """Progress that nobody watches."""


@dataclass(frozen=True, slots=True)
class Desk:
    """A ledger within reach. `door` is set where this process owns the file, `key` where one on this machine does."""

    client: "Callable[[], httpx2.Client]"
    token: str
    door: "Door | None" = None
    key: str = ""

    def give(
        self, verb: str, fields: Mapping[str, Any], about: str = "", if_match: str = "*", key: str = ""
    ) -> dict[str, Any]:
        """Give a command of the catalogue through the API, as whoever the token stands for. Raises Sorry if refused."""
        from adapters.http.addresses import path_of_command
        from workflows.commands import BY_VERB

        row = BY_VERB[verb]
        path = path_of_command(row).replace(f"{{{row.about}}}", about) if row.about else path_of_command(row)
        headers = self._headers() | ({"If-Match": if_match} if row.replaces else {})
        headers |= {"Idempotency-Key": key} if key else {}
        answer: dict[str, Any] = self._answer(self.client().post(path, json=dict(fields), headers=headers))
        return answer

    def preview(self, verb: str, fields: Mapping[str, Any]) -> dict[str, Any]:
        """What a command would lead to, as whoever the token stands for. Nothing is stored. Raises Sorry if refused."""
        self._headers()
        shown: dict[str, Any] = self.owner("preview", {"verb": verb, "fields": dict(fields), "token": self.token})
        return shown

    def attach(self, case: str, file: Path) -> dict[str, Any]:
        """Attach a file to a case. Raises Sorry if refused."""
        from mimetypes import guess_type

        sort = guess_type(file.name)[0] or "application/octet-stream"
        path, headers = f"/api/v1/cases/{case}/attachments", self._headers() | {"Content-Type": sort}
        sent = self.client().post(path, params={"name": file.name}, content=file.read_bytes(), headers=headers)
        answer: dict[str, Any] = self._answer(sent)
        return answer

    def read(self, view: str, args: Mapping[str, str], as_of: str = "", progress: Progress = unseen) -> Any:
        """Read a view as whoever the token stands for; with none, on the ledger's machine, as its owner."""
        from adapters.cli.speech import an_instant

        until = an_instant(as_of or None, "--as-of")
        if self.door or self.key:
            asked = {"view": view, "args": dict(args), "token": self.token}
            return self.owner("read", asked | ({"as_of": until.isoformat()} if until else {}), progress)
        from workflows.views.table import VIEWS

        template = next(row.path for row in VIEWS if row.name == view)
        query = {name: value for name, value in args.items() if value and f"{{{name}}}" not in template}
        if until:
            query["as_of"] = as_of.strip() if len(as_of.strip()) == 10 else until.isoformat()
        return self._whole(f"/api/v1/{template.format_map(args)}", query)

    def _whole(self, path: str, query: dict[str, str]) -> Any:
        """What a view shows; of a list, every page."""
        shown = self._answer(self.client().get(path, params=query, headers=self._headers()))
        if not isinstance(shown, dict) or set(shown) != {"items", "next"}:
            return shown
        items = list(shown["items"])
        while shown["next"]:
            query = query | {"cursor": shown["next"]}
            shown = self._answer(self.client().get(path, params=query, headers=self._headers()))
            items += shown["items"]
        return items

    def next_steps(self, case: str) -> list[dict[str, Any]]:
        """What whoever the token stands for may do with a case, and the rules that forbid the rest."""
        steps: list[dict[str, Any]] = self._whole(f"/api/v1/cases/{case}/next-steps", {})
        return steps

    def case(self, given: str) -> str:
        """The id of a case by its reference or id. Raises Sorry where there is none that this person may know of."""
        return str(self.read("case", {"case": given})["case"])

    def owner(self, act: str, asked: Mapping[str, Any], progress: Progress = unseen) -> Any:
        """Do one of the acts of the ledger's owner. Raises Sorry away from the ledger's machine, or if refused."""
        if self.door:
            from adapters.owners_door import TROUBLE, trouble_of

            try:
                return self.door.answer(act, asked, progress)
            except TROUBLE as wrong:
                told = trouble_of(wrong)
                raise _sorry(told["says"], told["rules"]) from None
        if not self.key:
            raise Sorry("This is done on the machine where the ledger is: leave --url and SAF_URL out.")
        from adapters.owners_door import PATH

        headers = {"Authorization": f"Bearer {self.key}"}
        with self.client().stream("POST", PATH + act, json=dict(asked), headers=headers, timeout=None) as lines:
            if lines.status_code != 200:
                raise Sorry("The process that owns the ledger does not open its door to this one.")
            for line in map(json.loads, lines.iter_lines()):
                if "answer" in line:
                    return line["answer"]
                if "trouble" in line:
                    raise _sorry(line["trouble"]["says"], line["trouble"]["rules"])
                progress(line["done"], line["of"])
        raise Sorry("The process that owns the ledger ended before it had answered.")

    def _headers(self) -> dict[str, str]:
        if not self.token:
            raise Sorry(WHO)
        return {"Authorization": f"Bearer {self.token}"}

    def _answer(self, answered: "httpx2.Response") -> Any:
        if answered.is_success:
            return answered.json() if answered.content else {}
        if answered.status_code == 401:
            raise Sorry("This token is not known, or was revoked: `saf token issue PERSON` issues another.")
        try:
            problem = answered.json()
        except ValueError:
            raise Sorry(f"The server answered {answered.status_code} {answered.reason_phrase}.") from None
        raise _sorry(str(problem.get("detail") or problem.get("title") or answered.reason_phrase), problem.get("rules"))


def _sorry(says: str, rules: Any) -> Sorry:
    said = " ".join(says.split())
    return Sorry("\n".join(refused(rules)) if rules else f"{said[:1].upper()}{said[1:].rstrip('.')}.")


@contextmanager
def desk(db: Path, url: str = "", token: str = "", begins: bool = False) -> Iterator[Desk]:
    """A ledger within reach: the server of `url`, or else the file, owned here or reached through its owner.

    With `begins` a file that is not there yet is made. Raises StoreInUse where the owner cannot be reached.
    """
    with ExitStack() as opened:
        yield _elsewhere(opened, url, token) if url else _on_this_machine(opened, db, token, begins)


def _elsewhere(opened: ExitStack, url: str, token: str, key: str = "") -> Desk:
    """The ledger that another process owns."""
    import httpx2

    def unreachable(kind: Any, wrong: Any, where: Any) -> bool:
        if isinstance(wrong, httpx2.TransportError | httpx2.InvalidURL):
            raise Sorry(f"{url} cannot be reached: {str(wrong).rstrip('.')}.") from None
        return False

    opened.push(unreachable)
    client = opened.enter_context(httpx2.Client(base_url=url, timeout=60))
    return Desk(lambda: client, token, key=key)


def _on_this_machine(opened: ExitStack, db: Path, token: str, begins: bool) -> Desk:
    from adapters.store.owner import StoreInUse

    if not begins and not db.exists():
        raise Sorry(f"There is no ledger at {db}: `saf setup` begins one, and --db or SAF_DB names another.")
    until = time.monotonic() + PATIENCE
    while True:
        try:
            return _owned(opened, db, token)
        except StoreInUse:
            note = find(db)
            if note and _answers(note.url):
                return _elsewhere(opened, note.url, token, note.key)
            if time.monotonic() > until:
                raise
            time.sleep(0.1)


def _answers(url: str) -> bool:
    """Whether somebody listens there."""
    import socket
    from urllib.parse import urlsplit

    there = urlsplit(url)
    try:
        with socket.create_connection((there.hostname or "", there.port or 80), timeout=1):
            return True
    except OSError:
        return False


def _owned(opened: ExitStack, db: Path, token: str) -> Desk:
    """The ledger of a file that this process owns meanwhile, reached through the same API. Raises StoreInUse."""
    from adapters import wiring

    house = wiring.house_on_file(db)
    opened.callback(house.ledger.close)
    premises = wiring.Premises(house)

    @cache
    def client() -> "httpx2.Client":
        from adapters.cli.in_process import client_of

        return opened.enter_context(client_of(premises.app()))

    return Desk(client, token, door=premises.door())
