"""Good entries as programs send them, and how much is stored."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests import raw_sql
from tests.web.conftest import TODAY

if TYPE_CHECKING:
    from tracker.storage.database import Database

GOOD = {"date": f"{TODAY}", "time": "07:00", "pain": 0, "sensation": "none"}
WALK = {"date": f"{TODAY}", "time": "07:15", "kind": "walk", "seconds": 1800, "pain": 0}
RUN = {"date": f"{TODAY}", "time": "07:30", "kind": "run", "jog_seconds": 600, "before": None}
ICE = {"date": f"{TODAY}", "kind": "ice", "minutes": 15}
ENTRIES = {"/check-ins/a1": GOOD, "/sessions/a1": WALK, "/care/a1": ICE}


def rows(database: Database) -> dict[str, int]:
    tables = ("check_ins", "sessions", "care_entries", "changes")
    return {t: raw_sql.rows(database.place, f"SELECT count(*) FROM {t}")[0][0] for t in tables}
