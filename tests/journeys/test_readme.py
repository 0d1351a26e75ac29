"""What the README tells a newcomer to type does what it says."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from adapters.cli import app
from adapters.wiring import now
from domain.words import london_day
from tests.architecture.source import ROOT

BEGINS = "<!-- played by tests/journeys/test_readme.py -->"
SAYS_REFUSED = "# refused"
ASSIGNED = re.compile(r"(?P<name>\w+)=\$\((?P<run>saf .+)\)")


def lines() -> Iterator[str]:
    """Every line of the README's shell blocks from where they are to be typed one after the other."""
    played = (ROOT / "README.md").read_text(encoding="utf-8").partition(BEGINS)[2]
    for block in re.findall(r"```sh\n(.*?)```", played, re.DOTALL):
        yield from block.strip().splitlines()


class Shell:
    """As much of a shell as the README asks for: variables, and `saf` with its exit code."""

    def __init__(self, ledger: Path) -> None:
        self.given = {"SAF_DB": str(ledger), "CASE": f"SAF-{london_day(now()).year}-0001"}

    def type(self, line: str) -> None:
        """Type one line; a line marked as refused must end with 1, every other with 0."""
        line, refused = line.removesuffix(SAYS_REFUSED).rstrip(), line.endswith(SAYS_REFUSED)
        if line.startswith(("export SAF_DB=", "CASE=")):
            return
        if found := ASSIGNED.fullmatch(line.removeprefix("export ")):
            self.given[found["name"]] = self.run(found["run"], refused)
        else:
            self.run(line, refused)

    def run(self, line: str, refused: bool) -> str:
        """Run `saf`, its variables filled in; what it printed."""
        words = [re.sub(r"\$(\w+)", lambda name: self.given[name[1]], word) for word in shlex.split(line)]
        own = dict(word.split("=", 1) for word in words[: words.index("saf")])
        done = CliRunner().invoke(app, words[words.index("saf") + 1 :], env={**self.given, **own})
        assert done.exit_code == int(refused), f"{line}\n{done.output}"
        assert not refused or "Refused" in done.stderr
        return done.stdout.strip()


def test_the_readme_can_be_typed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every line of the ten minutes does what it says, and what it says is refused is refused."""
    monkeypatch.chdir(ROOT)
    shell = Shell(tmp_path / "try.sqlite")
    typed = list(lines())
    for line in typed:
        shell.type(line)
    assert sum(line.endswith(SAYS_REFUSED) for line in typed) == 2
