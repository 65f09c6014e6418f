"""The tables of imports: when something was read in, and what it brought."""

import datetime as dt
from typing import Annotated

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from tracker.storage.columns import Base

_Id = Annotated[int, mapped_column(primary_key=True)]


class ImportRow(Base):
    """A file that was read in. `reason` is why the warning signs it brought were taken back."""

    __tablename__ = "imports"

    id: Mapped[_Id]
    account_id: Mapped[int] = mapped_column(
        ForeignKey("accounts.id", ondelete="CASCADE"), index=True
    )
    at: Mapped[dt.datetime]
    source: Mapped[str]
    undone_at: Mapped[dt.datetime | None]
    reason: Mapped[str] = mapped_column(server_default="")


class ImportItemRow(Base):
    """One thing that an import brought to an episode, and what it was then."""

    __tablename__ = "import_items"

    id: Mapped[_Id]
    import_id: Mapped[int] = mapped_column(ForeignKey("imports.id", ondelete="CASCADE"), index=True)
    episode_id: Mapped[int] = mapped_column(
        ForeignKey("episodes.id", ondelete="CASCADE"), index=True
    )
    entity: Mapped[str]
    uid: Mapped[str]
    content: Mapped[str]
