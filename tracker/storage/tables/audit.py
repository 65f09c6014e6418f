"""The tables of what was shown when, and of what was edited: the audit of a diary."""

import datetime as dt
from typing import Annotated, Any

from sqlalchemy.orm import Mapped, mapped_column

from tracker.storage.columns import Base, Document, LongDocument, one_of
from tracker.storage.keys import OwnId, PartId, of_an_episode, own_key
from tracker.storage.words import ChangeAction

_Words = Annotated[str, mapped_column(server_default="")]


class DecisionShownRow(Base):
    """What the runner was shown, for the record; never read back as truth."""

    __tablename__ = "decisions_shown"
    __table_args__ = (own_key(), *of_an_episode("date"))

    account_id: Mapped[PartId]
    id: Mapped[OwnId]
    episode_id: Mapped[int]
    date: Mapped[dt.date]
    shown_at: Mapped[dt.datetime]
    protocol: Mapped[str]
    decision: Mapped[str]
    findings: Mapped[list[dict[str, Any]]] = mapped_column(LongDocument)
    inputs: Mapped[dict[str, Any]] = mapped_column(LongDocument)


class ChangeRow(Base):
    """One edit of an entry, with what it was before and after: the audit, and the way to undo."""

    __tablename__ = "changes"
    __table_args__ = (own_key(), *of_an_episode("at"))

    account_id: Mapped[PartId]
    id: Mapped[OwnId]
    episode_id: Mapped[int]
    at: Mapped[dt.datetime]
    entity: Mapped[str]
    uid: Mapped[str]
    action: Mapped[ChangeAction] = mapped_column(one_of(ChangeAction))
    before: Mapped[dict[str, Any] | None] = mapped_column(Document(none_as_null=True))
    after: Mapped[dict[str, Any] | None] = mapped_column(Document(none_as_null=True))
    undone_at: Mapped[dt.datetime | None]
    reason: Mapped[_Words]
    seen_at: Mapped[dt.datetime | None]
