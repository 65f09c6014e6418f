"""Ways through the pages that may not lift a warning sign, though each of them writes."""

from __future__ import annotations

import json
import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

from tests.services.injury.kept_variants import SLOWER
from tests.web.conftest import PASSPHRASE, START
from tests.web.injury.test_new_episode import DESCRIBED
from tests.web.pages import PageClient, words_of
from tests.web.reading.test_answer import WHO, decide, made
from tests.web.transfer.test_imports import changed, send
from tracker.content.red_flags import SIGNS
from tracker.services.injury import variants

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tests.web.pages import Fields

    Way = Callable[[PageClient], None]

E1 = SIGNS["E1"].question
U2 = SIGNS["U2"].question
DENIED: Fields = {"emergency": ["none"], "urgent": ["none"]}
NO_SCREEN: Fields = DENIED | dict.fromkeys(
    ("under_18", "pregnant", "operated", "complete_tear"), "no"
)
SIGN: Fields = {"uid": "sign", "pain": "1", "sensation": "pain", "red_flags": ["E1"]}
EDIT = "/check-ins/sign/edit"
DOCTOR: Fields = {"by": "Dr Okafor", "date": "2026-05-01"}


def locked_by(client: PageClient) -> str:
    """The words of the page that says what locks running; nothing where it is not locked."""
    words = words_of(client.get("/warning"))
    is_locked = "Running is locked since" in words
    assert is_locked == ("Running is locked" in words_of(client.get("/")))
    return words.partition("Cleared already")[0] if is_locked else ""


def answers_well(client: PageClient) -> None:
    for day in ("2026-05-01", "2026-04-30", "2026-04-02"):
        client.submit("/check-in", pain="0", sensation="none", red_flags=["none"], date=day)


def edits_its_entry(client: PageClient) -> None:
    if client.get(EDIT).status_code != 200:
        return  # it is of an injury that is ended by now
    for denied in (["none"], [], ["R1"]):
        assert client.submit(EDIT, red_flags=denied).status_code == 422
    assert client.submit(EDIT, date="2026-03-20").status_code == 422
    assert client.submit(EDIT, pain="2").status_code == 303
    for day in ("2026-04-10", "2026-05-01", "2026-04-30"):
        client.submit(EDIT, date=day)


def deletes_its_entry(client: PageClient) -> None:
    if client.get(EDIT).status_code == 200:
        assert client.submit(EDIT, button="Delete this check-in").status_code == 422


def takes_back_what_was_done(client: PageClient) -> None:
    forms = client.page("/").iter("form")
    for form in [f for f in forms if "/undo/" in (f.get("action") or "")]:
        client.send(form, "/", {})


def denies_the_signs(client: PageClient) -> None:
    client.submit("/red-flags", DENIED | {"routine": ["none"]})


def trains(client: PageClient) -> None:
    bike: Fields = {"kind": "bike", "minutes": "20", "pain": "0", "sensation": "none"}
    client.submit("/session", bike | {"uid": "ride"})
    if client.get("/sessions/ride/edit").status_code == 200:
        client.submit("/sessions/ride/edit", minutes="25")
        client.submit("/sessions/ride/edit", button="Delete this session")


def moves_the_onset(client: PageClient) -> None:
    address = client.get("/episode").location
    assert address is not None
    for onset in ("2026-05-01", "2026-03-01", "2026-04-30"):
        client.submit(f"{address}/edit", onset=onset)


def answers_the_screen(client: PageClient) -> None:
    address = client.get("/episode").location
    client.submit(f"{address}/screen", NO_SCREEN)


def end(client: PageClient) -> None:
    client.submit(f"{client.get('/episode').location}/end", reason="mistake")


def begins_anew(client: PageClient) -> None:
    end(client)
    assert client.submit("/start", DESCRIBED).status_code == 303


def goes_on_with_an_ended_one(client: PageClient) -> None:
    begins_anew(client)
    for episode in ("1", client.get("/episode").location.rpartition("/")[2], "1"):
        end(client)
        page = client.page(f"/episodes/{episode}")
        form = next(f for f in page.iter("form") if "/reopen" in (f.get("action") or ""))
        client.send(form, f"/episodes/{episode}", {})
        assert client.get("/episode").location == f"/episodes/{episode}"
        assert E1 in locked_by(client)


def take_in(client: PageClient, content: bytes) -> None:
    page = send(client, content)
    if page.status_code == 200 and "Add it to my diary" in words_of(page):
        client.submit(page.request.full_path, button="Add it to my diary")


def imports(client: PageClient) -> None:
    own = client.get("/export/everything.zip").get_data()
    take_in(client, own)
    take_in(client, changed(own, ",E1,", ",none,"))
    take_in(client, b"date,pain\n2026-05-01,0\n2026-04-30,0\n")
    take_in(client, another_injury(closed_on="2026-05-01"))
    end(client)
    take_in(client, another_injury(closed_on=None))


def undoes_an_import(client: PageClient) -> None:
    take_in(client, changed(client.get("/export/everything.zip").get_data(), ",sign", ",brought"))
    links = [a.get("href") or "" for a in client.page("/history").iter("a")]
    pages = {link: client.page(link) for link in links if link.endswith("/undo")}
    asking = [link for link, page in pages.items() if page.find(".//*[@name='reason']") is not None]
    for link in asking:  # they brought a sign that nothing else tells of
        assert client.submit(link, reason=" ").status_code == 422


def another_injury(closed_on: str | None) -> bytes:
    """An export of an injury of the other leg, with a clearance that names nothing."""
    ended = {"closed_on": closed_on, "closed_reason": "mistake"} if closed_on else {}
    facts = {
        "format": "return-to-run/1",
        "onset": "2026-04-05" if closed_on else "2026-04-06",
        "site": "gluteal",
        "side": "right",
        "baseline_run_minutes": 40,
        "timezone": "Europe/Berlin",
        "protocol": "return-to-run-1",
        "clearances": [{"date": "2026-05-01", "by": "Dr Okafor", "note": ""}],
    }
    written = BytesIO()
    with zipfile.ZipFile(written, "w") as made:
        made.writestr("episode.json", json.dumps(facts | ended))
    return written.getvalue()


def changes_a_number(client: PageClient) -> None:
    client.submit("/numbers/pain_allowed", DOCTOR | {"value": "2"})


def is_placed(client: PageClient) -> None:
    client.submit("/numbers/step", DOCTOR | {"value": "9"})


def is_cleared_of_another_sign(client: PageClient) -> None:
    client.submit("/check-in", pain="1", sensation="pain", red_flags=["U2"])
    said: Fields = DOCTOR | {"note": "Go on.", "covers": ["U2"]}
    assert client.submit("/clearance", said).status_code == 303
    assert U2 not in locked_by(client)


def accepts_an_answer_about_another_sign(client: PageClient) -> None:
    client.submit("/check-in", pain="1", sensation="pain", red_flags=["U2"])
    if "Your passphrase" in words_of(client.get("/account/confirm")):  # before a link is made
        client.submit("/account/confirm", confirm_passphrase=PASSPHRASE)
    reader = client.application.test_client()
    assert isinstance(reader, PageClient)
    said: Fields = WHO | {"covers": ["U2"], "number_step": "9"}
    assert "Your answer is sent" in words_of(reader.submit(f"{made(client)}answer", said))
    assert decide(client, "refuse").status_code == 303
    reader.submit(f"{made(client)}answer", said)
    for _ in range(2):
        assert decide(client, "accept").status_code == 303


def is_decided_by_another_protocol(client: PageClient) -> None:
    variants.keep(client.application.config["DATABASE"], SLOWER, START)
    client.submit("/numbers/protocol", protocol="okafor-1", by="Dr Okafor")


WAYS: Mapping[str, Way] = {
    "/check-in": answers_well,
    "/check-ins/<uid>/edit": edits_its_entry,
    "/check-ins/<uid>/delete": deletes_its_entry,
    "/undo/<int:change_id>": takes_back_what_was_done,
    "/red-flags": denies_the_signs,
    "/session": trains,
    "/sessions/<uid>/edit": trains,
    "/sessions/<uid>/delete": trains,
    "/episodes/<int:episode_id>/edit": moves_the_onset,
    "/episodes/<int:episode_id>/screen": answers_the_screen,
    "/episodes/<int:episode_id>/end": begins_anew,
    "/start": begins_anew,
    "/episodes/<int:episode_id>/reopen": goes_on_with_an_ended_one,
    "/import": imports,
    "/import/preview": imports,
    "/imports/<int:import_id>/undo": undoes_an_import,
    "/numbers/<name>": changes_a_number,
    "/numbers/step": is_placed,
    "/numbers/protocol": is_decided_by_another_protocol,
    "/clearance": is_cleared_of_another_sign,
    "/proposals/<int:proposal_id>/accept": accepts_an_answer_about_another_sign,
    "/proposals/<int:proposal_id>/refuse": accepts_an_answer_about_another_sign,
}
