"""The entries of a story as rows of the export's files.

ok                                a waking check-in: 0, none
evening 3 soreness limp tablet signs E1+U7 at 21:00
walk 30 · bike 20 · run 30 · other 60 jog 60 · jog 1/4x5 (walk, jog, repeats)
  with: scored 2 · unscored · felt sharp · unfelt · effort 7 · limp · stopped · walk 2 · bout 9
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

CHECK_INS = (
    "date", "time", "moment", "pain", "sensation", "limp", "painkiller", "red_flags",
    "note", "entered_at", "id",
)  # fmt: skip
SESSIONS = (
    "date", "time", "kind", "minutes", "walk_minutes", "jog_minutes", "longest_jog_minutes",
    "distance_km", "effort", "pain", "sensation", "limp", "stopped_early", "deviation",
    "note", "entered_at", "id",
)  # fmt: skip
_MOMENTS = ("waking", "day", "evening", "night")
_SENSATIONS = ("none", "soreness", "pain", "sharp")


def is_check_in(text: str) -> bool:
    return text.split(maxsplit=1)[0] in {"ok", *_MOMENTS}


def check_in(text: str, day: date, id_: str) -> dict[str, str]:
    words = text.replace("ok", "waking 0", 1).split() if text.startswith("ok") else text.split()
    moment, pain, *more = words
    row = {
        "date": day.isoformat(),
        "moment": moment,
        "pain": pain,
        "sensation": "none" if pain == "0" else "pain",
        "id": id_,
    }
    while more:
        word = more.pop(0)
        if word in _SENSATIONS:
            row["sensation"] = word
        elif word in {"limp", "tablet"}:
            row[{"tablet": "painkiller"}.get(word, word)] = "yes"
        elif word == "signs":
            row["red_flags"] = more.pop(0).replace("+", ";")
        else:
            row[{"at": "time", "entered": "entered_at"}[word]] = more.pop(0)
    return row


def session(text: str, day: date, id_: str) -> dict[str, str]:
    kind, amount, *more = text.split()
    row = _amounts(kind, amount)
    row |= {"date": day.isoformat(), "pain": "0", "sensation": "none", "id": id_}
    while more:
        word = more.pop(0)
        if word == "scored":
            row["pain"] = more.pop(0)
            row["sensation"] = "none" if row["pain"] == "0" else "pain"
        elif word in {"unscored", "unfelt"}:
            del row["pain" if word == "unscored" else "sensation"]
        elif word in {"limp", "stopped"}:
            row[{"stopped": "stopped_early"}.get(word, word)] = "yes"
        else:
            row[_COLUMNS[word]] = more.pop(0)
    if row.get("longest_jog_minutes") == "-":
        del row["longest_jog_minutes"]
    if kind in {"run", "jog"}:
        row["minutes"] = _sum(row["walk_minutes"], row["jog_minutes"])
    return row


_COLUMNS = {
    "felt": "sensation",
    "effort": "effort",
    "walk": "walk_minutes",
    "jog": "jog_minutes",
    "bout": "longest_jog_minutes",
    "at": "time",
    "entered": "entered_at",
}


def _sum(*amounts: str) -> str:
    """Minutes, each whole or mm:ss, together."""
    seconds = 0
    for amount in amounts:
        minutes, _, rest = amount.partition(":")
        seconds += int(minutes) * 60 + int(rest or 0)
    minutes_, rest_ = divmod(seconds, 60)
    return f"{minutes_}:{rest_:02}" if rest_ else str(minutes_)


def _amounts(kind: str, amount: str) -> dict[str, str]:
    if kind == "jog":
        walk, rest = amount.split("/")
        bout, repeats = rest.split("x")
        return {
            "kind": "walk_jog",
            "walk_minutes": str(int(walk) * int(repeats)),
            "jog_minutes": str(int(bout) * int(repeats)),
            "longest_jog_minutes": bout,
        }
    if kind == "run":
        no_walk = {"walk_minutes": "0", "longest_jog_minutes": amount}
        return {"kind": kind, "jog_minutes": amount, **no_walk}
    return {"kind": kind, "minutes": amount}
