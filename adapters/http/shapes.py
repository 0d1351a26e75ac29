"""Commands as JSON: for each of the domain's dataclasses a strict model that bounds every word, sum and date in it.

A sum is whole pence as a JSON integer, as everywhere in the product: £1,000,000.00 is 100000000.
"""

from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, NewType, TypeAlias, Union, cast, get_args, get_origin, get_type_hints

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, create_model

from domain.calendar.key_dates import KEY_DATES, KeyDateName
from domain.meeting.events import Verb
from domain.report.events import ReportHash
from domain.words import AttachmentId, CaseId, Pence, SittingId, Text
from workflows.acts.items import AS_COMMAND

Hint: TypeAlias = Any
"""A type as an annotation writes it."""

FIRST_DAY, LAST_DAY = date(2000, 1, 1), date(2099, 12, 31)
MOST_PENCE = 10**15 - 1
MOST_DAYS = 36_500
LONGEST_TEXT = 100_000
MOST_ITEMS = 1_000
LAYOUT = frozenset("\t\n\r")
ID_PATTERN = r"^[A-Za-z0-9][A-Za-z0-9_.@:+-]{0,99}$"
SITTING_PATTERN = r"^[A-Za-z0-9][A-Za-z0-9_.-]{0,99}/[A-Za-z0-9][A-Za-z0-9_.-]{0,99}$"
DIGEST_PATTERN = r"^[0-9a-f]{64}$"


class Mirror(BaseModel):
    """What a dataclass of the domain looks like at the door: nothing is converted, nothing unknown is let in."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


def readable(text: str) -> str:
    """The text, if every character of it can be shown and stored. Raises ValueError."""
    if any((ord(letter) < 32 and letter not in LAYOUT) or 0x7F <= ord(letter) < 0xA0 for letter in text):
        raise ValueError("it holds a control character")
    if any(0xD800 <= ord(letter) < 0xE000 for letter in text):
        raise ValueError("it holds half a character")
    return text


def _words(longest: int) -> Hint:
    return Annotated[str, StringConstraints(max_length=longest, strip_whitespace=True), AfterValidator(readable)]


def _id(pattern: str, says: str) -> Hint:
    return Annotated[str, StringConstraints(pattern=pattern), Field(description=says)]


KEY_DATE_NAMES = tuple(str(row.name) for row in KEY_DATES)
VERBS = tuple(str(outcome.value) for outcome in AS_COMMAND)

BOUNDS: Mapping[Hint, Hint] = {
    Text: _words(LONGEST_TEXT),
    Pence: Annotated[int, Field(ge=0, le=MOST_PENCE, description="Whole pence: £1,000,000.00 is 100000000.")],
    SittingId: _id(SITTING_PATTERN, "A sitting: body/cycle or board/date."),
    AttachmentId: _id(DIGEST_PATTERN, "The SHA-256 of a file that is attached to the case."),
    ReportHash: _id(DIGEST_PATTERN, "The SHA-256 of a version of the report."),
    KeyDateName: Literal[KEY_DATE_NAMES],
    Verb: Literal[VERBS],
    str: _words(500),
    int: Annotated[int, Field(ge=-MOST_DAYS, le=MOST_DAYS)],
    date: Annotated[date, Field(ge=FIRST_DAY, le=LAST_DAY)],
    bool: bool,
    type(None): None,
}
"""How far each word of the domain may go at the door; any other id is short and holds no blank."""


@cache
def mirror(shape: type, without: tuple[str, ...] = (), name: str = "") -> type[Mirror]:
    """The model of a dataclass, less the fields that come from elsewhere, such as the address."""
    hints = get_type_hints(shape)
    held: dict[str, Any] = {}
    for each in fields(shape):
        if each.name in without:
            continue
        hint = _bounded(hints[each.name])
        if each.default is not MISSING:
            held[each.name] = (hint, each.default)
        elif each.default_factory is not MISSING:
            held[each.name] = (hint, Field(default_factory=each.default_factory))
        else:
            held[each.name] = (hint, ...)
    model = create_model(name or shape.__name__, __base__=Mirror, __doc__=shape.__doc__, **held)
    _MIRRORED[model] = shape
    return model


_MIRRORED: dict[type[BaseModel], type] = {}


def _bounded(hint: Hint) -> Hint:
    """A type of the domain as it is bounded at the door. Raises TypeError for one that nobody has bounded."""
    if hint in BOUNDS:
        return BOUNDS[hint]
    if isinstance(hint, NewType):
        return _id(ID_PATTERN, f"{hint.__name__.removesuffix('Id')}: an id.")
    if is_dataclass(hint):
        return mirror(hint)  # type: ignore[arg-type]
    origin, args = cast(Any, get_origin(hint)), get_args(hint)
    if origin in (Union, UnionType):
        return Union[tuple(_bounded(arg) for arg in args)]  # noqa: UP007
    if origin is tuple and args[1:] == (Ellipsis,):
        return Annotated[tuple[_bounded(args[0]), ...], Field(max_length=MOST_ITEMS)]  # type: ignore[misc]
    if origin is tuple:
        return tuple[tuple(_bounded(arg) for arg in args)]  # type: ignore[misc]
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint
    raise TypeError(f"a command holds {hint!r}, for which the door has no bounds")


def unmirrored(value: Any, known: Mapping[str, Any] | None = None) -> Any:
    """The domain's value that a model stands for, with the fields that come from elsewhere."""
    if isinstance(value, Mirror):
        given = {name: unmirrored(getattr(value, name)) for name in sorted(value.model_fields_set)}
        return _MIRRORED[type(value)](**{**given, **(known or {})})
    if isinstance(value, tuple):
        return tuple(unmirrored(item) for item in value)
    return value


def cases_in(value: Any, hint: Hint = None) -> frozenset[CaseId]:
    """Every case that a value of the domain names."""
    if hint is CaseId or (isinstance(value, str) and CaseId in get_args(hint)):
        return frozenset({CaseId(value)})
    if is_dataclass(value) and not isinstance(value, type):
        hints = get_type_hints(type(value))
        return frozenset().union(*(cases_in(getattr(value, f.name), hints[f.name]) for f in fields(value)))
    if isinstance(value, tuple):
        args = [arg for arg in get_args(hint) if arg is not Ellipsis]
        inner = args * len(value) if len(args) == 1 else args
        return frozenset().union(*(cases_in(item, each) for item, each in zip(value, inner, strict=False)))
    return frozenset()
