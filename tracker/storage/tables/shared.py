"""The tables of what several processes share on a server; a file's diary has it beside the file."""

import datetime as dt

from sqlalchemy import Float, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from tracker.storage.columns import Base


class SharedSecretRow(Base):
    """A secret that every process needs: the key that signs cookies."""

    __tablename__ = "shared_secrets"

    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]


class WorkSpentRow(Base):
    """What a key had spent of its allowance of work at an instant."""

    __tablename__ = "work_spent"

    key: Mapped[str] = mapped_column(primary_key=True)
    spent: Mapped[float] = mapped_column(Float)
    at: Mapped[dt.datetime]


class StagedFileRow(Base):
    """A file that an account sent, until its sender decides."""

    __tablename__ = "staged_files"

    account_id: Mapped[int] = mapped_column(
        ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    content: Mapped[bytes]
    at: Mapped[dt.datetime]
