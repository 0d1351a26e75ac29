"""What is said when something cannot be done: a sentence for each thing that may go wrong, and every broken rule."""

from typing import Any


def sentences(wrong: Exception) -> list[str]:
    """What to tell a person, one sentence a line; nothing for what is a fault of ours and wants a traceback."""
    from adapters.cli.speech import Sorry

    if isinstance(wrong, Sorry):
        return [str(wrong)]
    if isinstance(wrong, BrokenPipeError):
        return []
    if isinstance(wrong, OSError) and wrong.filename:
        return [f"{wrong.filename}: {(wrong.strerror or 'cannot be opened').lower()}."]
    return _of_the_house(wrong) or _of_a_file(wrong)


def refused(rules: list[dict[str, Any]]) -> list[str]:
    """Every broken rule with its source."""
    return [f"Refused: {rule['says'].rstrip('.')} ({rule['source']})." for rule in rules]


def _of_the_house(wrong: Exception) -> list[str]:
    from domain.rules import Refused
    from workflows.handle import NotYours
    from workflows.ports import Conflict, NotFound, RequestReused

    if isinstance(wrong, Refused):
        return refused([{"says": rule.says, "source": rule.source} for rule in wrong.rules])
    if isinstance(wrong, NotYours | NotFound | Conflict | RequestReused):
        return [_sentence(wrong)]
    return []


def _of_a_file(wrong: Exception) -> list[str]:
    from adapters.imports.calendar_files import NotACalendar
    from adapters.imports.policy_files import NotAPolicy
    from adapters.imports.project_files import NotAProjectFile
    from adapters.imports.simulation_files import NotASimulation
    from adapters.store.owner import StoreInUse
    from adapters.store.sqlite_file import StoreUnknown

    kinds = (NotACalendar, NotAPolicy, NotAProjectFile, NotASimulation, StoreInUse, StoreUnknown)
    return [_sentence(wrong)] if isinstance(wrong, kinds) else []


def _sentence(wrong: Exception) -> str:
    words = " ".join(str(wrong.args[0] if wrong.args else type(wrong).__name__).split())
    return f"{words[:1].upper()}{words[1:].rstrip('.')}."
