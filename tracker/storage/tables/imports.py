"""The tables of imports: when something was read in, and what it brought."""

import datetime as dt

from sqlalchemy.orm import Mapped, mapped_column

from tracker.storage.columns import Base
from tracker.storage.keys import (
    AccountId,
    OwnId,
    PartId,
    of_an_episode,
    own_key,
    parent_key,
    part_of,
)


class ImportRow(Base):
    """A file that was read in. `reason` is why the warning signs it brought were taken back."""

    __tablename__ = "imports"
    __table_args__ = parent_key()

    account_id: Mapped[AccountId] = mapped_column(index=True)
    id: Mapped[OwnId]
    at: Mapped[dt.datetime]
    source: Mapped[str]
    undone_at: Mapped[dt.datetime | None]
    reason: Mapped[str] = mapped_column(server_default="")


class ImportItemRow(Base):
    """One thing that an import brought to an episode, and what it was then."""

    __tablename__ = "import_items"
    __table_args__ = (own_key(), *part_of("imports", "import_id"), *of_an_episode())

    account_id: Mapped[PartId]
    id: Mapped[OwnId]
    import_id: Mapped[int]
    episode_id: Mapped[int]
    entity: Mapped[str]
    uid: Mapped[str]
    content: Mapped[str]
