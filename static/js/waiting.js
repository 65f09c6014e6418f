// The list of what waits on this phone.

import { address, keepRun, runHere, status, who } from "./phone.js";
import { everything, isHeld, putBack, takeOut, waiting } from "./queue.js";
import { addressOf } from "./reopen.js";
import { locale, say } from "./words.js";

const REFUSED = 409; // a run that is not cleared
const panel = document.querySelector("[data-waiting]");
const item = panel.querySelector("template");
let deleted; // the entry that was deleted last on this page, for Undo
const words = (name) => panel.querySelector(`[data-words=${name}]`);

// `answer` is the server's, null where it cannot be reached. Signed out, only the number is shown: of all accounts.
export async function showWaiting(answer, { sent = false } = {}) {
  const isOut = answer && !answer.owner;
  const entries = await (isOut ? everything() : waiting()).catch(() => []);
  const signedIn = !isOut && (!answer || answer.owner === who()?.owner);
  const unfinished = signedIn && runHere() && !document.querySelector("[data-guide]");
  const { endedAt, sharp } = runHere() ?? {};
  words("run").querySelector("button").hidden = !endedAt || sharp;
  const undoable = signedIn && deleted;
  panel.hidden = !entries.length && !unfinished && !undoable && !sent;
  words("sent").hidden = !sent;
  words("run").hidden = !unfinished;
  words("offline").hidden = !entries.some((entry) => !entry.asked) || !!answer;
  const untaken = entries.some((entry) => !entry.asked && !isHeld(entry));
  words("trouble").hidden = !signedIn || !answer?.diary || !untaken;
  words("sign-in").hidden = !entries.length || signedIn;
  words("none-open").hidden = !entries.length || !signedIn || !answer || answer.diary;
  words("refused").hidden = !signedIn || !entries.some((entry) => entry.asked === REFUSED);
  words("asked").hidden = !signedIn || !entries.some((entry) => entry.asked && entry.asked !== REFUSED);
  panel.querySelector("[data-count]").textContent = say("waiting", { n: entries.length });
  panel.querySelector("h2").hidden = !entries.length;
  panel.querySelector("ul").replaceChildren(...(signedIn ? entries.map(row) : []), ...(undoable ? [undoRow()] : []));
}

// Thrown away by who has logged it otherwise, or does not want it.
words("run").querySelector("button").addEventListener("click", async () => {
  keepRun(who()?.owner, null);
  await showWaiting(await status());
});

function row(entry) {
  const shown = item.content.cloneNode(true);
  shown.querySelector("span").textContent = told(entry);
  const [look, drop, undo] = shown.querySelectorAll("button");
  const change = shown.querySelector("a");
  const beingAnswered = runHere()?.uid === entry.uid; // in the guide
  undo.remove();
  look.hidden = !entry.asked;
  drop.hidden = beingAnswered;
  change.href = addressOf(entry) ?? "";
  change.hidden = entry.asked || beingAnswered || !addressOf(entry);
  look.addEventListener("click", () => openForm(entry));
  drop.addEventListener("click", async () => {
    deleted = (await takeOut(entry.id)) ?? deleted; // it may just have been sent
    await showWaiting(await status());
    panel.querySelector("[data-undo]")?.focus();
  });
  return shown;
}

function undoRow() {
  const shown = item.content.cloneNode(true);
  const text = shown.querySelector("span");
  const [look, drop, undo] = shown.querySelectorAll("button");
  text.textContent = say("deleted", { what: told(deleted) });
  for (const other of [look, drop, shown.querySelector("a")]) other.remove();
  undo.setAttribute("aria-label", say("undo", { what: told(deleted) }));
  undo.addEventListener("click", async () => {
    await putBack(deleted);
    deleted = undefined;
    dispatchEvent(new Event("put-back"));
    panel.focus();
  });
  return shown;
}

export function told({ label, fields }) {
  const values = new Map(fields);
  const at = new Date(`${values.get("date")}T${values.get("time")}`);
  const when = { weekday: "long", day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" };
  return `${label}, ${at.toLocaleString(locale, when)}`;
}

// Sends the entry as if it had just been typed, so that the server answers with its own page.
async function openForm(entry) {
  const answer = await status();
  if (!answer?.diary) return showWaiting(answer);
  const form = Object.assign(document.createElement("form"), { method: "post", action: address(entry.path) });
  // What waited was asked here already how hard it was.
  for (const [name, value] of [["asked", "effort"], ...entry.fields, ["csrf_token", answer.csrf_token]]) {
    form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
  }
  document.body.append(form);
  form.submit();
}
