"""Whatever file is sent: a page that says what is the matter, and all of it or nothing."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from tests.exchange.any_table.mutated import mutated
from tests.exchange.splices import Change, changed, changes
from tests.exchange.watch.test_recordings import SAMPLES
from tests.web.diaries import with_whole_allowance
from tests.web.diary.test_recordings import gpx
from tests.web.pages import words_of
from tests.web.test_fuzz import ODD
from tracker.exchange.parse_errors import FilesError
from tracker.exchange.watch.offer import offered
from tracker.exchange.watch.recording import read_recording
from tracker.services.access import accounts
from tracker.services.diary import integrity
from tracker.services.transfer import demo
from tracker.services.transfer.exports import all_archives, zipped

if TYPE_CHECKING:
    from werkzeug.test import TestResponse

    from tests.web.conftest import Clock, SignedIn
    from tests.web.pages import PageClient
    from tracker.storage.access.accounts import Account
    from tracker.storage.database import Database

pytestmark = [
    pytest.mark.own_app,  # each file has the whole allowance
    pytest.mark.slow,
    pytest.mark.filterwarnings("ignore::UserWarning:fitdecode.reader"),  # of what is damaged
]

MANY = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
ODD_CELLS = st.one_of(st.sampled_from((*ODD, "", '"', "a,b", "\n", "c0", "=1+1")), st.text())


CHANGES = changes([b"0", b"-1", b"NaN", b"1e309", b"<a>"], most_gone=5_000, most_changes=4)


def sent(client: PageClient, url: str, token: str, content: bytes) -> TestResponse:
    """What is answered in the end; a file without a name would be none."""
    with_whole_allowance(client.application)
    fields = {"csrf_token": token, "file": (BytesIO(content), "any.bin")}
    answer = client.post(url, data=fields)
    return client.get(answer.location) if answer.status_code == 303 else answer


def token_of(client: PageClient) -> str:
    token: str = client.get("/guide/clearance").get_json()["csrf_token"]
    return token


def kinds_of_recordings() -> list[bytes]:
    real = [SAMPLES / name for name in ("garmin-fenix-5-run.fit", "paddle.tcx")]
    made = gpx((40, 1.4, 60), (40, 2.8, 80))
    return [made, *(path.read_bytes() for path in real if path.exists())]


@settings(MANY, max_examples=3000)
@given(recording=st.sampled_from(kinds_of_recordings()), by=CHANGES)
def test_a_recording_is_read_or_refused_in_our_own_words(
    recording: bytes, by: list[Change]
) -> None:
    try:
        legs = read_recording(changed(recording, by)).legs
    except FilesError as error:
        (fault,) = error.faults
        event(fault.what[:20])
    else:
        event("read")
        for proposal in map(offered, legs):
            longest, jogged = proposal.longest_jog_seconds or 0, proposal.jog_seconds or 0
            assert 0 <= longest <= jogged <= proposal.seconds <= 86_400


@pytest.mark.usefixtures("signed_in")
def test_no_recording_breaks_a_page_and_none_is_saved_unseen(client: PageClient) -> None:
    token = token_of(client)
    before = client.get("/export/everything.zip").get_data()

    @MANY
    @given(recording=st.sampled_from(kinds_of_recordings()), by=CHANGES)
    def check(recording: bytes, by: list[Change]) -> None:
        answer = sent(client, "/session/file", token, changed(recording, by))
        assert answer.status_code in {200, 422}

    check()
    assert client.get("/export/everything.zip").get_data() == before


class Diary(NamedTuple):
    """The diary that files are read into: `entries` says how many it has."""

    client: PageClient
    database: Database
    account_id: int
    clock: Clock
    token: str

    def exported(self) -> bytes:
        archives = all_archives(self.database, self.account_id)
        return b"".join(zipped(archives, self.clock()))

    @property
    def entries(self) -> int:
        archives = all_archives(self.database, self.account_id)
        return sum(len(a.check_ins) + len(a.sessions) + len(a.care) for a in archives)

    def takes_all_or_nothing(self, content: bytes) -> int:
        """Look at a file and say yes to it: just what was promised is added. How much it was."""
        before, entries = self.exported(), self.entries
        response = sent(self.client, "/import", self.token, content)
        assert self.exported() == before
        if response.location == "/start":
            return 0  # no ZIP any more, so a table: of which injury?
        assert response.status_code in {200, 422}
        promised = sum(
            map(int, re.findall(r"(\d+) (?:check-in|session|care entr)", added(response)))
        )
        if response.status_code == 422 or not promised:
            return 0
        done = self.client.submit(response.request.full_path, button="Add it to my diary")
        assert done.status_code == 303
        assert self.entries == entries + promised
        assert integrity.faults(self.database) == []
        return promised


def added(page: TestResponse) -> str:
    """The sentences that say what would be added."""
    return " ".join(re.findall(r"To be added: [^.]*\.", words_of(page)))


@pytest.fixture
def diary(client: PageClient, account: Account, database: Database, clock: Clock) -> Diary:
    """An account without an injury: the first file that is sound brings one."""
    return Diary(client, database, account.id, clock, token_of(client))


@pytest.fixture
def export(database: Database, account: Account, clock: Clock) -> dict[str, bytes]:
    """The files of the made-up diary."""
    demo.fill(database, clock())
    (made_up,) = (a.id for a in accounts.all_accounts(database) if a.id != account.id)
    content = b"".join(zipped(all_archives(database, made_up), clock()))
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(files: dict[str, bytes]) -> bytes:
    written = BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return written.getvalue()


def test_an_export_that_was_tampered_with_is_taken_in_whole_or_refused(
    diary: Diary, export: dict[str, bytes]
) -> None:
    taken: list[int] = []

    @MANY
    @given(name=st.sampled_from(sorted(export)), by=CHANGES)
    def check(name: str, by: list[Change]) -> None:
        tampered = packed(export | {name: changed(export[name], by)})
        taken.append(diary.takes_all_or_nothing(tampered))

    check()
    assert any(taken)


def test_a_zip_that_is_damaged_is_taken_in_whole_or_refused(
    diary: Diary, export: dict[str, bytes]
) -> None:
    content = packed(export)

    @MANY
    @given(by=CHANGES)
    def check(by: list[Change]) -> None:
        diary.takes_all_or_nothing(changed(content, by))

    check()


USUAL = {
    "date": ["2026-04-20", "21.4.2026", "2026-04-22"],
    "time": ["07:30", "6.15 pm", ""],
    "pain": ["0", "3", "2/10"],
    "kind": ["bike", "run", "walk"],
    "minutes": ["20", "35:30"],
    "note": ["fine", "schön", ""],
    "id": ["", "one", "two"],
}


@st.composite
def tables(draw: st.DrawFn) -> bytes:
    """A table with some columns, often of what belongs in them."""
    names = draw(st.lists(st.sampled_from(sorted(USUAL)), max_size=4))
    columns = list(dict.fromkeys(["date", draw(st.sampled_from(["pain", "kind"])), *names]))
    usual = [st.sampled_from(USUAL[name]) for name in columns]
    odd = st.lists(st.tuples(*(st.one_of(cell, ODD_CELLS) for cell in usual)), max_size=4)
    rows = draw(st.one_of(st.lists(st.tuples(*usual), min_size=1, max_size=4), odd))
    mark, end = draw(st.sampled_from(",;\t")), draw(st.sampled_from(["\n", "\r\n", "\r"]))
    lines = [mark.join(cells) for cells in (columns, *rows)]
    return end.join(lines).encode(errors="surrogatepass")


def test_a_table_of_anything_is_taken_in_whole_or_refused(
    client: PageClient, signed_in: SignedIn, database: Database, clock: Clock
) -> None:
    diary = Diary(client, database, signed_in.account.id, clock, token_of(client))
    taken = set()

    @MANY
    @given(table=tables())
    def check(table: bytes) -> None:
        taken.add(diary.takes_all_or_nothing(table))

    check()
    assert len(taken) > 1


def test_a_mutated_table_of_a_site_is_taken_in_whole_or_refused(
    client: PageClient, signed_in: SignedIn, database: Database, clock: Clock
) -> None:
    diary = Diary(client, database, signed_in.account.id, clock, token_of(client))
    taken = {diary.takes_all_or_nothing(b"date,pain\n2026-04-30,3\n")}

    @MANY
    @given(table=mutated())
    def check(table: bytes) -> None:
        taken.add(diary.takes_all_or_nothing(table))

    check()
    assert len(taken) > 1
