// The guided session. Every change is kept before it is shown, so that a reload, a crash or a flat
// battery resumes where the clock says.

import * as cues from "./cues.js";
import { contradictsItself, fill, isWalk, lacksPain, session, signs } from "./guide-form.js";
import { part, show, showPosition, showSteps, showUndo, told, write } from "./guide-view.js";
import { firstAnswer, refresh } from "./offline.js";
import { address, clearance, dropClearance, keep, keepRun, kept, localNow, newId, runHere, status, who } from "./phone.js";
import { put, putStop, send, takeBack, waiting } from "./queue.js";
import { canRemind, remindTomorrow } from "./reminder.js";
import { position } from "./timeline.js";

const UNDO = 10_000;
const PATIENCE = 2000;
const form = part("form");
let run = runHere();
let asking = true;
let outcome = null;
let toldTurn; // the last piece that was told of; none after a reload
let discarded = null; // the run that was thrown away last on this page, for Undo
let isSaving = false;

const save = () => keepRun(run?.owner ?? who()?.owner, run);

const taps = {
  // Another device may have told of pain since.
  async start() {
    cues.wake(); // browsers let a page sound only from a tap on
    await soon(refresh());
    const cleared = clearance();
    if (!cleared) return cues.sleep();
    const { owner, date, since, steps } = cleared;
    run = { owner, date, since, steps, uid: newId(), signsId: newId(), startedAt: Date.now(), events: [], cleared };
    toldTurn = -1;
  },
  pause() {
    const { paused } = position(run, Date.now());
    if (!paused) happened("pause");
    else if (!isOver()) happened("resume");
  },
  back() {
    happened("back");
  },
  end() {
    end(Date.now());
  },
  stop() {
    run.sharp = true;
    end(Date.now());
    setTimeout(refresh, UNDO + 50);
    return putStop({ ...session(form, run), holdUntil: run.endedAt + UNDO });
  },
  async undo() {
    if (!(await takeBack(run.uid))) return;
    delete run.sharp;
    goOn();
  },
  // The time since the end was no part of the run.
  on() {
    if (isOver()) return;
    run.events.push({ what: "pause", at: run.endedAt });
    happened("resume");
    goOn();
  },
  async discard() {
    discarded = run;
    run = null;
    form.reset();
    save();
    const told = await waiting().catch(() => []);
    if (!told.length && discarded.cleared) keep("clearance", discarded.cleared); // nobody ran on it
    await refresh();
  },
  restore() {
    run = discarded;
    discarded = null;
    dropClearance();
    fill(form, run);
  },
};

// A run belongs to its day: what was paused overnight is not gone on with.
const isOver = () => run.date !== localNow().date;

function happened(what) {
  run.events.push({ what, at: Date.now() });
}

function goOn() {
  delete run.endedAt;
  form.reset();
}

function end(at) {
  run.endedAt = at;
  dropClearance();
  cues.sleep();
  fill(form, run);
}

document.addEventListener("click", async ({ target }) => {
  const name = target.closest("[data-tap]")?.dataset.tap;
  if (!name) return;
  const done = taps[name]();
  if (name !== "start") save();
  draw(); // at once; what goes to the queue may take longer
  if (state() === "going") cues.wake();
  await done;
  save();
  draw();
  if (name === "discard") part("discarded").querySelector("button").focus();
});

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  part("need-one").hidden = !contradictsItself(form);
  if (contradictsItself(form)) return document.querySelector("#sign-none").focus();
  part("need-pain").hidden = !lacksPain(form);
  if (lacksPain(form)) return form.elements.pain[0].focus();
  if (isSaving) return;
  isSaving = true;
  if (form.elements.remind.checked) await soon(remindTomorrow().catch(() => undefined)); // best effort
  await keepAnswers().catch(sendAtOnce);
  isSaving = false;
  if (outcome && !(await waiting().catch(() => [])).length) location.assign(address(""));
  draw();
});

// Waits for as long as a runner does.
const soon = (work) => Promise.race([work, new Promise((done) => setTimeout(done, PATIENCE))]);

// A phone that keeps nothing sends the answers now, or says that it cannot.
async function sendAtOnce() {
  const answer = await status();
  const isOwn = answer?.diary && answer.owner === run?.owner;
  for (const entry of isOwn ? [session(form, run), signs(form, run)] : []) {
    if (entry && (await send(entry, answer.csrf_token)).leads) outcome = "kept";
  }
  part("need-memory").hidden = !!outcome;
  if (!outcome) return part("need-memory").focus();
  run = null;
  save();
}

async function keepAnswers() {
  const unsent = (await waiting(run.owner)).some(({ uid }) => uid === run.uid);
  await put(session(form, run, { known: run.sharp && !unsent }));
  const found = signs(form, run);
  if (found) await put(found);
  run = null;
  outcome = "kept";
  save();
  await refresh();
}

function state() {
  if (run) return run.sharp ? "stopped" : run.endedAt ? "ended" : "going";
  if (outcome) return outcome;
  if (asking) return "asking";
  return clearance() ? "ready" : "none";
}

function draw() {
  const here = state();
  drawn[here]?.();
  part("discarded").hidden = !discarded;
  if (state() === here) show(here);
}

const drawn = {
  ready: () => showSteps(clearance().steps),
  going() {
    const now = Date.now();
    const { finished, finishedAt, turn, changes, paused, ...step } = position(run, now);
    if (finished) return finish(finishedAt);
    if (paused && isOver()) return end(run.events.at(-1).at), save(), draw();
    showPosition(run, now);
    cues.planBeeps(`${turn} ${paused} ${run.events.length}`, changes);
    if (turn !== toldTurn && toldTurn !== undefined) announce(cue(step));
    toldTurn = turn;
  },
  ended: () => (part("go-on").hidden = isOver() || position(run, run.endedAt).finished),
  stopped() {
    showUndo(Math.ceil((run.endedAt + UNDO - Date.now()) / 1000));
    if (kept("stop") || run.date === localNow().date) return;
    run = null; // its entry is in the queue, or sent
    save();
    draw();
  },
};

// A cue that is a moment late still names the whole step.
function cue({ kind, length, left }) {
  return told({ kind, seconds: length - left < 5 ? length : left });
}

function finish(at) {
  end(at);
  save();
  announce(isWalk(run) ? "Done." : "Done. Walk easily for a while.");
  draw();
}

function announce(words) {
  cues.tell(words);
  write("said", words);
}

function tick() {
  if (run) draw();
  setTimeout(tick, 250);
}

document.addEventListener("visibilitychange", async () => {
  if (state() === "going") cues.stayAwake();
  if (!run && !document.hidden) await refresh();
  draw();
});

// The same run in another window.
addEventListener("storage", ({ key }) => {
  if (key !== "run") return;
  run = runHere();
  if (state() !== "going") cues.sleep();
  if (run?.endedAt) fill(form, run);
  draw();
});

for (const box of part("cues").querySelectorAll("input")) {
  box.checked = cues.wanted()[box.name];
  box.closest(".choice").hidden = !cues.CAN[box.name];
  box.addEventListener("change", () => cues.want(box.name, box.checked));
}
for (const missing of part("missing").children) {
  missing.hidden = { ...cues.CAN, secure: isSecureContext }[missing.dataset.without];
}
part("remind-field").hidden = !canRemind();

if (run?.endedAt) fill(form, run);
tick();
draw();
await firstAnswer;
asking = false;
draw();
