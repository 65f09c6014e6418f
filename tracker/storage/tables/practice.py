"""The tables of a practice: answers by link, visits, clinicians, and who consents to whom."""

import datetime as dt
from typing import Annotated, Any

from sqlalchemy import ForeignKey, false
from sqlalchemy.orm import Mapped, mapped_column

from tracker.progression.episode import Through
from tracker.storage.columns import Base, Document, one_of
from tracker.storage.keys import AccountId, OwnId, PartId, of_an_episode, own_key
from tracker.storage.words import ProposalKind

_Words = Annotated[str, mapped_column(server_default="")]
_Tick = Annotated[bool, mapped_column(server_default=false())]


class ProposalRow(Base):
    """What somebody proposed through a link, until the runner takes or refuses it, and after.

    `said` is the word as it would be recorded; `decided_at` and `is_accepted` stand together.
    """

    __tablename__ = "proposals"
    __table_args__ = (own_key(), *of_an_episode())

    account_id: Mapped[PartId]
    id: Mapped[OwnId]
    episode_id: Mapped[int]
    kind: Mapped[ProposalKind] = mapped_column(one_of(ProposalKind, checked=False))
    said: Mapped[dict[str, Any]] = mapped_column(Document)
    at: Mapped[dt.datetime]
    decided_at: Mapped[dt.datetime | None]
    is_accepted: Mapped[bool | None]


class VisitRow(Base):
    """What a clinician said on a day, what the runner had asked, and the next appointment."""

    __tablename__ = "visits"
    __table_args__ = (own_key(), *of_an_episode())

    account_id: Mapped[PartId]
    id: Mapped[OwnId]
    episode_id: Mapped[int]
    date: Mapped[dt.date]
    by: Mapped[str]
    said: Mapped[_Words]
    next_on: Mapped[dt.date | None]
    asked: Mapped[_Words]
    through: Mapped[Through] = mapped_column(one_of(Through, checked=False), server_default="")
    entered_at: Mapped[dt.datetime]


class ClinicianRow(Base):
    """An account that has the role of a clinician."""

    __tablename__ = "clinicians"

    account_id: Mapped[int] = mapped_column(
        ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True
    )
    since: Mapped[dt.datetime]


class ConsentRow(Base):
    """A runner lets a clinician read their diary and decide in it, until either ends it.

    `seen_at` is when the clinician last put it aside as looked at.
    """

    __tablename__ = "consents"
    __table_args__ = (own_key(),)

    account_id: Mapped[AccountId] = mapped_column(index=True)
    id: Mapped[OwnId]
    clinician_id: Mapped[int] = mapped_column(
        ForeignKey("accounts.id", ondelete="CASCADE"), index=True
    )
    with_notes: Mapped[_Tick]
    since: Mapped[dt.datetime]
    ended_at: Mapped[dt.datetime | None]
    seen_at: Mapped[dt.datetime | None]


class ConsentLinkRow(Base):
    """A link by which a runner and a clinician come together, once, until it expires.

    The runner makes it for a clinician to take, or a clinician for a runner.
    """

    __tablename__ = "consent_links"
    __table_args__ = (own_key(),)

    account_id: Mapped[AccountId] = mapped_column(index=True)
    id: Mapped[OwnId]
    token_hash: Mapped[str] = mapped_column(unique=True)
    by_clinician: Mapped[_Tick]
    with_notes: Mapped[_Tick]
    created_at: Mapped[dt.datetime]
    expires_at: Mapped[dt.datetime]
    used_at: Mapped[dt.datetime | None]
    revoked_at: Mapped[dt.datetime | None]


class ProtocolRow(Base):
    """A protocol of a clinician's own, as text. `offered`: an episode may be pinned to it.

    `kept`: it was stored through the program, and stays whatever lies in the folder.
    """

    __tablename__ = "protocols"

    id: Mapped[str] = mapped_column(primary_key=True)
    text: Mapped[str]
    offered: Mapped[_Tick]
    kept: Mapped[_Tick]
    taken_in_at: Mapped[dt.datetime]
