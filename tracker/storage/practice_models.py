"""The tables of a practice: answers by link, visits, clinicians, and who consents to whom."""

import datetime as dt
from typing import Annotated, Any

from sqlalchemy import ForeignKey, false
from sqlalchemy.orm import Mapped, mapped_column

from tracker.progression.episode import Through
from tracker.storage.columns import Base, Document, one_of
from tracker.storage.words import ProposalKind

_Id = Annotated[int, mapped_column(primary_key=True)]
_EpisodeId = Annotated[
    int, mapped_column(ForeignKey("episodes.id", ondelete="CASCADE"), index=True)
]
_AccountId = Annotated[
    int, mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"), index=True)
]
_Words = Annotated[str, mapped_column(server_default="")]
_Tick = Annotated[bool, mapped_column(server_default=false())]


class ProposalRow(Base):
    """What somebody proposed through a link, until the runner takes or refuses it, and after.

    `said` is the word as it would be recorded; `decided_at` and `is_accepted` stand together.
    """

    __tablename__ = "proposals"

    id: Mapped[_Id]
    episode_id: Mapped[_EpisodeId]
    kind: Mapped[ProposalKind] = mapped_column(one_of(ProposalKind, checked=False))
    said: Mapped[dict[str, Any]] = mapped_column(Document)
    at: Mapped[dt.datetime]
    decided_at: Mapped[dt.datetime | None]
    is_accepted: Mapped[bool | None]


class VisitRow(Base):
    """What a clinician said on a day, what the runner had asked, and the next appointment."""

    __tablename__ = "visits"

    id: Mapped[_Id]
    episode_id: Mapped[_EpisodeId]
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

    id: Mapped[_Id]
    account_id: Mapped[_AccountId]
    clinician_id: Mapped[_AccountId]
    with_notes: Mapped[_Tick]
    since: Mapped[dt.datetime]
    ended_at: Mapped[dt.datetime | None]
    seen_at: Mapped[dt.datetime | None]


class ConsentLinkRow(Base):
    """A link by which a runner and a clinician come together, once, until it expires.

    The runner makes it for a clinician to take, or a clinician for a runner.
    """

    __tablename__ = "consent_links"

    id: Mapped[_Id]
    account_id: Mapped[_AccountId]
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
