// The guided session. Every change is kept before it is shown, so that a reload, a crash or a flat
// battery resumes where the clock says.

import * as cues from "./cues.js";
import { fill, lacksPain, session, signs } from "./guide-form.js";
import { part, show, showPosition, showSteps, showUndo, told, write } from "./guide-view.js";
import { firstAnswer, refresh } from "./offline.js";
import { address, clearance, dropClearance, keep, kept, localNow, newId, runHere } from "./phone.js";
import { put, putStop, takeBack, waiting } from "./queue.js";
import { canRemind, remindTomorrow } from "./reminder.js";
import { position } from "./timeline.js";

const UNDO = 10_000;
const form = part("form");
let run = runHere();
let asking = true;
let outcome = null;
let toldTurn; // the last piece that was told of; none after a reload

const save = () => keep("run", run);

const taps = {
  start() {
    const cleared = clearance();
    if (!cleared) return;
    const { owner, date, steps } = cleared;
    run = { owner, date, steps, uid: newId(), startedAt: Date.now(), events: [] };
    toldTurn = -1;
  },
  pause() {
    happened(position(run, Date.now()).paused ? "resume" : "pause");
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
    run.events.push({ what: "pause", at: run.endedAt });
    happened("resume");
    goOn();
  },
  discard() {
    run = null;
    form.reset();
    return refresh();
  },
};

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
  save();
  draw(); // at once; what goes to the queue may take longer
  if (state() === "going") cues.wake();
  await done;
  save();
  draw();
});

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  part("need-pain").hidden = !lacksPain(form);
  if (lacksPain(form)) return form.elements.pain[0].focus();
  if (form.elements.remind.checked) await remindTomorrow();
  await keepAnswers();
  if ((await waiting()).length === 0) location.assign(address(""));
  draw();
});

async function keepAnswers() {
  const unsent = (await waiting()).some(({ uid }) => uid === run.uid);
  await put(session(form, run, { known: run.sharp && !unsent }));
  const found = signs(form);
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
  if (state() === here) show(here);
}

const drawn = {
  ready: () => showSteps(clearance().steps),
  going() {
    const now = Date.now();
    const { finished, finishedAt, turn, changes, paused, ...step } = position(run, now);
    if (finished) return finish(finishedAt);
    showPosition(run, now);
    cues.planBeeps(`${turn} ${paused} ${run.events.length}`, changes);
    if (turn !== toldTurn && toldTurn !== undefined) announce(cue(step));
    toldTurn = turn;
  },
  ended: () => (part("go-on").hidden = position(run, run.endedAt).finished),
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
  announce("Done. Walk easily for a while.");
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

document.addEventListener("visibilitychange", () => {
  if (state() === "going") cues.stayAwake();
  if (run) draw();
});

// The same run in another window.
addEventListener("storage", ({ key }) => {
  if (key !== "run") return;
  run = runHere();
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
