"""Frozen dataclasses ↔ plain JSON values, led by their type hints, so that no field is forgotten."""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from compare.errors import WireError
from compare.model import Moment, Name, Quantity, Quotation, State, Unknown

# the members of ``model.Value``, told apart by a 'type' field
_TAGS: dict[str, type] = {
    "quantity": Quantity,
    "moment": Moment,
    "name": Name,
    "quotation": Quotation,
    "state": State,
    "unknown": Unknown,
}
_NAMES = {kind: tag for tag, kind in _TAGS.items()}


def encode(value: object) -> Any:
    """Return a value as JSON can hold it: exact numbers as strings, sets sorted, floats with four digits."""
    if is_dataclass(value) and not isinstance(value, type):
        plain = {f.name: encode(getattr(value, f.name)) for f in fields(value)}
        return plain | {"type": _NAMES[type(value)]} if type(value) in _NAMES else plain
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, date):  # a datetime is a date
        return value.isoformat()
    if isinstance(value, float):
        return round(value, 4)
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, tuple):
        return [encode(item) for item in value]
    if isinstance(value, Mapping):
        return {key: encode(value[key]) for key in sorted(value)}
    return value


def decode(kind: Any, plain: Any, where: str) -> Any:
    """Return the typed value of a plain one; raise `WireError` naming ``where`` when it does not fit."""
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        return _decode_union(arguments, plain, where)
    if origin is Literal:
        return plain if plain in arguments else _refuse(plain, where)
    if origin in (tuple, frozenset):
        items = plain if isinstance(plain, list) else _refuse(plain, where)
        if origin is tuple and arguments[-1] is not Ellipsis:  # a fixed shape, such as (start, end)
            if len(items) != len(arguments):
                _refuse(plain, where)
            return tuple(decode(k, item, where) for k, item in zip(arguments, items, strict=True))
        return origin(decode(arguments[0], item, f"{where}[{i}]") for i, item in enumerate(items))
    if is_dataclass(kind):
        return decode_fields(kind, plain, where)
    return _decode_scalar(kind, plain, where)


def decode_fields(kind: Any, plain: Any, where: str, **known: object) -> Any:
    """Build a dataclass from a plain mapping; fields in ``known`` are taken as given."""
    if not isinstance(plain, dict):
        _refuse(plain, where)
    hints = get_type_hints(kind)
    values = {
        f.name: decode(hints[f.name], plain[f.name], f"{where}.{f.name}")
        for f in fields(kind)
        if f.name not in known and f.name in plain
    }
    try:
        return kind(**values, **known)
    except TypeError as error:
        raise WireError(f"The report is damaged: {where} lacks a field ({error}).") from error


def _decode_union(arguments: tuple[Any, ...], plain: Any, where: str) -> Any:
    if plain is None and types.NoneType in arguments:
        return None
    members = [a for a in arguments if a is not types.NoneType]
    if len(members) == 1:
        return decode(members[0], plain, where)
    if isinstance(plain, dict):
        tag = _TAGS.get(str(plain.get("type")))
        return decode(tag, plain, where) if tag in members else _refuse(plain, where)
    if datetime in members and isinstance(plain, str):
        return decode(datetime if "T" in plain else date, plain, where)
    return _refuse(plain, where)


def _decode_scalar(kind: Any, plain: Any, where: str) -> Any:
    try:
        if kind is Decimal and isinstance(plain, str):
            return Decimal(plain)
        if kind in (date, datetime) and isinstance(plain, str):
            return kind.fromisoformat(plain)
    except (ValueError, InvalidOperation):
        _refuse(plain, where)
    if kind is float and isinstance(plain, int | float) and not isinstance(plain, bool):
        return float(plain)
    if kind in (str, int, bool) and type(plain) is kind:
        return plain
    return _refuse(plain, where)


def _refuse(plain: object, where: str) -> Any:
    raise WireError(f"The report is damaged: {where} cannot be {str(plain)[:60]!r}.")
