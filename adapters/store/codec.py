"""How facts are stored: each class under a permanent name, as JSON, with upcasts so that old bytes load for ever."""

import json
from collections.abc import Callable, Mapping
from dataclasses import is_dataclass
from importlib import import_module
from typing import Any

from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticSerializationError

from workflows.ports import Fact

MODULES: Mapping[str, str] = {
    "calendar": "domain.calendar.events",
    "case": "domain.case.events",
    "decision": "domain.decision.events",
    "delegations": "domain.register.delegations.events",
    "meeting": "domain.meeting.events",
    "notice": "domain.notice.events",
    "people": "domain.people.events",
    "register": "domain.register.events",
    "report": "domain.report.events",
    "routing": "domain.routing.events",
}
"""The first half of a stored name, and the module whose dataclasses it stands for. Add rows, never change one."""

Upcast = Callable[[dict[str, Any]], dict[str, Any]]

UPCASTS: Mapping[str, tuple[Upcast, ...]] = {}
"""For a stored name, what turns shape 0 into shape 1, shape 1 into shape 2, and so on. Add at the end only."""


class UnknownFact(LookupError):
    """A stored name, or a class, that no row of the table stands for."""


class NotStorable(TypeError):
    """A fact that would not come back from the store as it went in; it is refused before anything is written."""


class Codec:
    """Turns facts into named bytes and back; strict in both directions, because what is stored is stored for ever."""

    def __init__(self, facts: Mapping[str, type], upcasts: Mapping[str, tuple[Upcast, ...]] = UPCASTS) -> None:
        self.facts = dict(facts)
        self._names = {fact: name for name, fact in self.facts.items()}
        if len(self._names) != len(self.facts):
            raise ValueError("one class is stored under two names")
        if strangers := upcasts.keys() - self.facts.keys():
            raise UnknownFact(f"upcasts for names that are not stored: {', '.join(sorted(strangers))}")
        self._upcasts = upcasts
        self._opening = {name: b'{"shape":%d,"fact":' % len(upcasts.get(name, ())) for name in self.facts}
        self._adapters: dict[str, TypeAdapter[Any]] = {}

    def name(self, fact: Fact) -> str:
        """The stored name of a fact. Raises UnknownFact if its class is in no events module."""
        try:
            return self._names[type(fact)]
        except KeyError:
            raise UnknownFact(f"{type(fact).__qualname__} is in no events module of the table") from None

    def encode(self, fact: Fact) -> tuple[str, bytes]:
        """A fact's stored name and bytes. Raises NotStorable unless those bytes load back as an equal fact."""
        name = self.name(fact)
        try:
            payload = self._opening[name] + self._adapter(name).dump_json(fact, warnings="error") + b"}"
            same = self.decode(name, payload) == fact
        except (PydanticSerializationError, ValidationError) as wrong:
            raise NotStorable(f"{name} would not load again: {wrong}") from wrong
        if not same:
            raise NotStorable(f"{name} would load as something else: {fact!r}")
        return name, payload

    def decode(self, name: str, payload: bytes) -> Fact:
        """The fact that was stored. Raises UnknownFact for a name that is not ours, ValueError for a wrong shape."""
        if name not in self.facts:
            raise UnknownFact(f"the ledger holds {name!r}, which this release does not know")
        opening = self._opening[name]
        body = payload[len(opening) : -1] if payload.startswith(opening) else self._upcast(name, payload)
        return self._adapter(name).validate_json(body, strict=True, extra="forbid")

    def _upcast(self, name: str, payload: bytes) -> bytes:
        stored = json.loads(payload)
        shape, fact = stored["shape"], stored["fact"]
        upcasts = self._upcasts.get(name, ())
        if not 0 <= shape <= len(upcasts):
            raise ValueError(f"{name} is stored in shape {shape}, and this release knows up to {len(upcasts)}")
        for upcast in upcasts[shape:]:
            fact = upcast(fact)
        return json.dumps(fact).encode()

    def _adapter(self, name: str) -> TypeAdapter[Any]:
        if name not in self._adapters:
            self._adapters[name] = TypeAdapter(self.facts[name])
        return self._adapters[name]


def gather(modules: Mapping[str, str]) -> dict[str, type]:
    """Every dataclass that is defined in the modules of a table, by its stored name such as "case.Submitted"."""
    facts: dict[str, type] = {}
    for prefix, module in modules.items():
        for name, value in vars(import_module(module)).items():
            if isinstance(value, type) and is_dataclass(value) and value.__module__ == module:
                facts[f"{prefix}.{name}"] = value
    return facts


ALL = Codec(gather(MODULES))
"""The codec of every fact of the domain."""
