"""Runs the command line in this process, or for real in another, and says what came of it."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from typer.testing import CliRunner

from adapters.cli import app

ROOT = Path(__file__).resolve().parents[2]
YEAR = ROOT / "docs" / "examples" / "published-year"
KEY_DATES, BOARDS = str(YEAR / "key-dates.csv"), str(YEAR / "board-sittings.csv")
WEST_MIDLANDS = str(ROOT / "docs" / "examples" / "west-midlands" / "policy.json")
NOWHERE = {"SAF_DB": "", "SAF_TOKEN": "", "SAF_URL": ""}


@dataclass(frozen=True, slots=True)
class Ran:
    """How a verb ended, and what it said on stdout and on stderr."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """What it told a program, which is all that stdout holds."""
        assert self.code == 0, self.err
        return json.loads(self.out)

    @property
    def why_not(self) -> list[str]:
        """The sentences in which it said no, with nothing on stdout."""
        assert (self.code, self.out) == (1, ""), (self.code, self.out, self.err)
        return self.err.splitlines()


def saf(*words: str, **settings: str) -> Ran:
    """Run a verb in this process, with settings such as SAF_DB in its environment."""
    env: Mapping[str, str | None] = {name: settings.get(name) for name in NOWHERE}
    ran = CliRunner().invoke(app, list(words), env=env)
    if ran.exception and not isinstance(ran.exception, SystemExit):
        raise ran.exception
    return Ran(ran.exit_code, ran.stdout, ran.stderr)


def command(*words: str) -> list[str]:
    """The command line of a real process."""
    return [sys.executable, "-c", "from adapters.cli import main; main()", *words]


def real_environment(**settings: str) -> dict[str, str]:
    """The environment of a real process."""
    kept = {name: value for name, value in os.environ.items() if name not in NOWHERE}
    return kept | {"PYTHONPATH": str(ROOT)} | settings


def really(*words: str, folder: Path, **settings: str) -> Ran:
    """Run a verb in a process of its own, in a folder of its own."""
    ran = subprocess.run(
        command(*words),
        cwd=folder,
        env=real_environment(**settings),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    return Ran(ran.returncode, ran.stdout, ran.stderr)


@contextmanager
def running(*words: str, folder: Path, says: str, **settings: str) -> Iterator[tuple["subprocess.Popen[str]", str]]:
    """A real process that goes on until it is told to end, once it has said something on stderr; and what it said."""
    process = subprocess.Popen(
        command(*words),
        cwd=folder,
        env=real_environment(**settings),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stderr is not None
    said = ""
    try:
        while says not in said:
            line = process.stderr.readline()
            assert line, f"it ended with {process.wait()}, having said: {said}"
            said += line
        yield process, said
    finally:
        process.terminate()
        process.communicate(timeout=30)
