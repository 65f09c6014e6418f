"""Every table. Whoever has METADATA has all of them, whichever modules were imported before."""

from tracker.storage.columns import Base
from tracker.storage.tables import (
    access,
    audit,
    diary,
    imports,
    practice,
    reminders,
    security,
    shared,
)

METADATA = Base.metadata
__all__ = [
    "METADATA",
    "access",
    "audit",
    "diary",
    "imports",
    "practice",
    "reminders",
    "security",
    "shared",
]
