// The guided session. Every change is kept before it is shown, so that a reload, a crash or a flat
// battery resumes where the clock says.

import * as clock from "./clock.js";
import * as cues from "./cues.js";
import { contradictsItself, fill, isWalk, lacksPain } from "./guide-form.js";
import { found, keepAnswers, keepStop, save as keepAs, sendStop, soon, trouble, UNDO, watch } from "./guide-save.js";
import { part, show, showPosition, showSteps, showTrouble, showUndo, showUnkept, told, write } from "./guide-view.js";
import { firstAnswer, refresh } from "./offline.js";
import { address, clearance, dropClearance, keep, kept, localNow, newId, runHere } from "./phone.js";
import { takeBack, waiting } from "./queue.js";
import { canRemind, remindTomorrow } from "./reminder.js";
import { position } from "./timeline.js";
import { say } from "./words.js";

const AGAIN = 20_000;
const form = part("form");
let run = found(runHere());
let asking = true;
let outcome = null;
let toldTurn; // the last piece that was told of; none after a reload
let discarded = null; // the run that was thrown away last on this page, for Undo
let isSaving = false;
let again; // the next try with a stop that is not kept

const save = () => keepAs(run);

const taps = {
  // Another device may have told of pain since.
  async start() {
    cues.wake(); // browsers let a page sound only from a tap on
    await soon(refresh());
    const cleared = clearance();
    if (!cleared) return cues.sleep();
    const { owner, date, since, steps } = cleared;
    clock.countOn();
    run = { owner, date, since, steps, uid: newId(), signsId: newId(), startedAt: clock.now(), events: [], cleared };
    toldTurn = -1;
  },
  pause() {
    const { paused } = position(run, clock.now());
    if (!paused) happened("pause");
    else if (!isOver()) happened("resume");
  },
  back() {
    happened("back");
  },
  end() {
    end(clock.now());
  },
  async stop() {
    run.sharp = true;
    end(clock.now());
    setTimeout(refresh, UNDO + 50);
    await keepStop(run, form);
    if (run?.unkept) again = setTimeout(tryAgain, UNDO + 50);
  },
  async send() {
    part("not-reached").hidden = true;
    part("not-reached").hidden = await sendStop(run, form);
  },
  async undo() {
    if (run.sent || (!run.unkept && !(await takeBack(run.uid)))) return;
    delete run.sharp;
    delete run.unkept;
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
const isOver = () => run.date !== localNow(clock.now()).date;

// The phone may have room by now, or the tracker be there.
async function tryAgain() {
  if (!run?.unkept || clock.now() < run.endedAt + UNDO) return;
  await keepStop(run, form);
  if (run?.unkept) await sendStop(run, form);
  clearTimeout(again);
  if (run?.unkept) again = setTimeout(tryAgain, AGAIN);
  save();
  draw();
  await refresh();
}

function happened(what) {
  run.events.push({ what, at: clock.now() });
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
  if (await keepAnswers(form, run)) run = null;
  isSaving = false;
  part("need-memory").hidden = !run;
  if (run) return part("need-memory").focus();
  outcome = "kept";
  save();
  await refresh();
  if (outcome && !(await waiting().catch(() => [])).length) location.assign(address(""));
  draw();
});

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
  showTrouble(run, trouble());
  if (state() === here) show(here);
}

const drawn = {
  ready: () => showSteps(clearance().steps),
  going() {
    const now = clock.now();
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
    showUndo(run.sent ? 0 : Math.ceil((run.endedAt + UNDO - clock.now()) / 1000));
    showUnkept(run, form);
    if (kept("stop") || run.unkept || !isOver()) return;
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
  announce(say(isWalk(run) ? "walk done" : "run done"));
  draw();
}

function announce(words) {
  cues.tell(words);
  write("said", words);
}

function tick() {
  if (run) watch(run, form);
  if (run) draw();
  setTimeout(tick, 250);
}

document.addEventListener("visibilitychange", async () => {
  if (state() === "going") cues.stayAwake();
  if (!run && !document.hidden) await refresh();
  draw();
});

addEventListener("online", tryAgain);

// The same run in another window.
addEventListener("storage", ({ key }) => {
  if (key !== "run") return;
  const before = run?.uid;
  run = runHere();
  if (run?.uid !== before) found(run);
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
if (run?.unkept) tryAgain();
tick();
draw();
await firstAnswer;
asking = false;
draw();
