"""Closed sets of words that columns take."""

from enum import StrEnum


class Unit(StrEnum):
    """In what distances are shown; they are stored in metres."""

    KM = "km"
    MI = "mi"


class ChangeAction(StrEnum):
    """What an edit did to an entry."""

    CREATE = "create"
    UPDATE = "update"
    DELETE = "delete"


class ImportSource(StrEnum):
    """What was read in."""

    EXPORT = "export"
    TABLE = "table"
    RECORDINGS = "recordings"
