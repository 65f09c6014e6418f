// On every page: entries that cannot be sent wait on this phone, and the page shows what waits.

import { address, dropClearance, keep, kept, keepRun, localNow, newId, runHere, status, who } from "./phone.js";
import { cover } from "./cover.js";
import { isWalk } from "./guide-form.js";
import { flush, isHeld, ofOthers, post, put, remove, voids, waiting } from "./queue.js";
import { forget, wait } from "./reminder.js";
import { pathOf, reopen } from "./reopen.js";
import { showWaiting } from "./waiting.js";
import { say } from "./words.js";

const SOON = 2500; // a tracker that was busy or away for a moment is tried again soon, then less often
const AGAIN = 20_000;
const SIGN_IN = /\/sign-in/;
const ENTRY = /\/(check-in|session|red-flags)$/;
const NEEDED = { "check-in": ["pain", "sensation"], session: ["kind"], "red-flags": ["emergency", "urgent", "routine"] };
const FILLED_IN = ["date", "kind", "minutes", "uid"]; // from the address, as the server does
const main = document.querySelector("main");
const pageOwner = document.body.dataset.owner ?? who()?.owner; // whoever signs in elsewhere meanwhile
const passed = new WeakSet(); // forms that go the ordinary way
let again;
let pause = SOON;

// Sends what waits and asks what today allows; tries again while the server cannot be reached.
export async function refresh() {
  const { sent, answer } = await flush().catch(() => ({ sent: 0, answer: null }));
  const isRunning = document.querySelector("[data-guide=going], [data-guide=ended], [data-guide=stopped]");
  if (sent && !isRunning && lookAgain()) return;
  if (answer?.owner) navigator.serviceWorker?.register(address(`service-worker.js?language=${document.documentElement.lang}`)).catch(() => undefined);
  await showWaiting(answer, { sent: sent > 0 && !isRunning });
  await cover(pageOwner);
  clearTimeout(again);
  const left = await waiting().catch(() => []);
  const unsent = left.filter((entry) => !entry.asked);
  const isStuck = unsent.some((entry) => !isHeld(entry));
  if (unsent.length) again = setTimeout(refresh, isStuck ? pause : AGAIN);
  pause = isStuck ? Math.min(2 * pause, AGAIN) : SOON;
  return answer;
}

// What was sent may have changed what the page says: it is asked for again, unless somebody types.
function lookAgain() {
  if (main.querySelector("[data-kept-words], [data-guide=kept]")) location.assign(address(""));
  else if (isTouched()) return false;
  else location.reload();
  return true;
}

const isTouched = () =>
  [...document.querySelectorAll("form[method=post] :is(input:not([type=hidden]), textarea)")].some(
    (input) => input.checked !== input.defaultChecked || input.value !== input.defaultValue,
  );

document.addEventListener("submit", async (event) => {
  const form = event.target;
  const name = form.method === "post" && ENTRY.exec(new URL(form.action).pathname)?.[1];
  if (!name || event.defaultPrevented || event.submitter?.name || passed.delete(form)) return;
  event.preventDefault();
  const fields = [...new FormData(form)].filter(([name]) => name !== "csrf_token");
  if (voids(fields)) dropClearance();
  if (name === "check-in") forget();
  const path = await pathOf(form, name).catch(() => name);
  form.action = address(path);
  const answer = document.body.dataset.offline === undefined ? await status() : null;
  if (answer && !who()) return sendOn(form, event.submitter);
  if (!answer?.diary) return keepHere(form, name, path, fields);
  await revise(path, fields).catch(() => undefined);
  const { leads, asks } = await post(path, new FormData(form));
  if (leads && name === "session") isLogged(new Map(fields));
  if (leads && !SIGN_IN.test(leads)) location.assign(leads);
  else if (asks) sendOn(form, event.submitter); // for the page that asks
  else await keepHere(form, name, path, fields);
});

// A run of the guide that was logged by hand has been told: its own form asks no more.
function isLogged(session) {
  const run = runHere();
  if (!run?.endedAt || run.sharp || session.get("date") !== run.date) return;
  const ran = /[1-9]/.test(session.get("jog_minutes") ?? "");
  if (isWalk(run) ? session.get("kind") === "walk" : ran) keepRun(run.owner, null);
}

// What is sent may be the answer to a question about an entry that waits here.
async function revise(path, fields) {
  const uid = new Map(fields).get("uid");
  const older = (await waiting()).find((entry) => entry.uid === uid && entry.path === path);
  if (older) await put({ ...older, fields, holdUntil: 0 });
}

function sendOn(form, submitter) {
  passed.add(form);
  delete form.dataset.sent;
  form.requestSubmit(submitter);
}

async function keepHere(form, name, path, fields) {
  const problem = notice(form);
  const entry = { path, fields: dated(form, fields), owner: pageOwner, label: say(name) };
  problem.textContent = missing(name, fields) || (await put(entry).then(() => "", () => say("no memory")));
  if (problem.textContent) return release(form, problem);
  const words = document.querySelector("[data-kept-here]");
  const kept = words.content.cloneNode(true);
  kept.querySelector("[data-voids]").hidden = !voids(fields);
  kept.querySelector("[data-emergency]").hidden = !isEmergency(fields);
  const title = Object.assign(document.createElement("h1"), { textContent: words.dataset.title });
  main.replaceChildren(document.querySelector("[data-waiting]"), title, kept);
  main.focus();
  await refresh();
}

const isEmergency = (fields) =>
  fields.some(([name, value]) => (name === "red_flags" && value.startsWith("E")) || (name === "emergency" && value !== "none"));

function missing(name, fields) {
  if (!pageOwner) return say("nobody");
  const given = new Set(fields.filter(([, value]) => value).map(([name]) => name));
  const lacking = NEEDED[name].filter((answer) => !given.has(answer));
  return lacking.length ? say("missing") : "";
}

function tell(form, words) {
  const problem = notice(form);
  problem.textContent = words;
  problem.focus();
}

function notice(form) {
  const there = form.querySelector("[data-problem]");
  if (there) return there;
  const problem = Object.assign(document.createElement("p"), { className: "problems", tabIndex: -1 });
  problem.dataset.problem = "";
  problem.role = "alert";
  form.prepend(problem);
  return problem;
}

function release(form, problem) {
  delete form.dataset.sent;
  form.querySelector("[aria-disabled]")?.removeAttribute("aria-disabled");
  problem.focus();
}

// A day and time left as they were offered mean now, less the length of a session.
function dated(form, fields) {
  const values = new Map(fields);
  const offered = !values.get("date") || values.get("shown") === `${values.get("date")}T${values.get("time")}`;
  const own = { shown: "", uid: values.get("uid") || newId() };
  if (offered) Object.assign(own, localNow(Date.now() - lengthOf(values.get("minutes"))));
  return [...fields.filter(([name]) => !(name in own)), ...Object.entries(own)];
}

function lengthOf(minutes = "") {
  const [whole, rest = "0"] = minutes.replace(",", ".").split(":");
  return (Number(whole) * 60 + Number(rest)) * 1000 || 0;
}

// Signing out clears what is stored; what was not sent yet is not thrown away unasked.
document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (!form.action.endsWith("/sign-out")) return;
  event.preventDefault();
  event.stopPropagation(); // before it counts as sent
  if (!(await status())) return tell(form, say("cannot sign out"));
  const entries = await waiting().catch(() => []);
  const unsent = entries.length + (runHere() ? 1 : 0);
  const question = document.querySelector("[data-sign-out-question]");
  if (unsent && question.hidden) {
    form.before(question);
    question.hidden = false;
    question.querySelector("strong").textContent = String(unsent);
    question.focus();
    return;
  }
  await clear(form, entries);
  form.submit();
}, true);

async function clear(form, entries) {
  const owner = who()?.owner;
  for (const entry of entries) await remove(entry.id);
  // Another account's entries are not this one's to delete.
  if (await ofOthers(owner).catch(() => false)) form.append(Object.assign(document.createElement("input"), { type: "hidden", name: "others", value: "yes" }));
  if (runHere()) keepRun(owner, null);
  if (kept("stop")?.owner === owner) keep("stop", null);
  for (const name of ["who", "clearance"]) keep(name, null);
  await forget();
}

for (const form of document.querySelectorAll("form")) {
  if (document.body.dataset.offline === undefined) break;
  const { date, time } = localNow();
  const own = { uid: newId(), date, time, shown: `${date}T${time}` };
  const asked = [...new URLSearchParams(location.search)].filter(([name]) => FILLED_IN.includes(name));
  for (const [name, value] of [...Object.entries(own), ...asked]) {
    if (form.elements[name]) form.elements[name].value = value;
  }
}

// Back to a form that was sent brings its id back: sent once more it is the same entry.
const [{ type } = {}] = performance.getEntriesByType("navigation");
for (const { action, elements } of document.forms) {
  const name = ENTRY.exec(new URL(action).pathname)?.[1];
  if (!name || !elements.uid || document.body.dataset.offline !== undefined) continue;
  const ids = history.state?.ids ?? {};
  if (type === "back_forward" && ids[name]) elements.uid.value = ids[name];
  history.replaceState({ ...history.state, ids: { ...ids, [name]: elements.uid.value } }, "");
}

cover(pageOwner);
reopen().catch(() => undefined);
for (const news of ["online", "put-back"]) addEventListener(news, refresh);
wait();
export const firstAnswer = refresh();
