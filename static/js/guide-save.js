// How a run of the guide is kept: on this phone, which may have no room or lose what it held, or at once by the tracker.

import * as clock from "./clock.js";
import { session, signs } from "./guide-form.js";
import { keep, keepRun, kept, status, who } from "./phone.js";
import { holdFor, put, putStop, send, waiting } from "./queue.js";

export const UNDO = 10_000;
const PATIENCE = 2000;
const AGAIN = 5000; // how often a run that goes on says that it does
const signedIn = who(); // as it was when the page came
let isFull = false;
let wasCleared = false;
let missing = 0;

// Waits for as long as a runner does.
export const soon = (work) => Promise.race([work, new Promise((done) => setTimeout(done, PATIENCE))]);

// Keeps a run as it stands; without the clearance that it would give back, where that takes too much room.
export function save(run) {
  if (run) run.clock = clock.state();
  const owner = run?.owner ?? who()?.owner;
  isFull = !keepRun(owner, run) && !keepRun(owner, { ...run, cleared: undefined });
  if (run && !run.endedAt) notice(run);
}

// Notes that the run goes on, so that a page that comes later sees a clock that was set meanwhile.
function notice(run) {
  const at = clock.now();
  const seen = kept("seen");
  const isNear = (one, other) => Math.abs(one - other) < AGAIN;
  if (seen?.uid === run.uid && isNear(seen.shift, clock.state().shift) && isNear(seen.at, at)) return;
  if (!keep("seen", { uid: run.uid, at, ...clock.state() })) isFull = true;
}

// The run that a page finds: counted on by the clock that it was begun with.
export function found(run) {
  const seen = kept("seen");
  const isGoing = run && !run.endedAt && seen?.uid === run.uid;
  const isPaused = run?.events.at(-1)?.what === "pause";
  clock.countOn(isGoing ? seen : run?.clock, isGoing && !isPaused ? seen.at : undefined);
  return run;
}

// Looks whether the phone holds the run still. Another window may be a moment ahead with dropping it, so twice.
export async function watch(run, form) {
  if (isFull) save(run);
  else if (!run.endedAt) notice(run);
  missing = kept("run") || isFull ? 0 : missing + 1;
  if (missing < 2) return;
  missing = 0;
  wasCleared = true;
  if (!who()) keep("who", signedIn);
  save(run);
  if (run.sharp && !run.sent) await keepStop(run, form);
}

export const trouble = () => ({ isFull, wasCleared });

// Keeps a stop; `unkept` says that the phone did not.
export async function keepStop(run, form) {
  const work = putStop({ ...session(form, run), ...holdFor(UNDO) });
  const isKept = await soon(work.then(() => true, () => false));
  run.unkept = !(isKept ?? !!kept("stop"));
}

// Sends a stop that the phone does not keep; says whether the tracker has it.
export async function sendStop(run, form) {
  const answer = await ownDiary(run);
  run.sent = !!answer && !!(await send(session(form, run), answer.csrf_token)).leads;
  run.unkept = !run.sent;
  return run.sent;
}

async function ownDiary(run) {
  const answer = await status();
  return answer?.diary && answer.owner === run.owner ? answer : null;
}

// Keeps what was answered, or sends it at once where the phone keeps nothing; says whether either went well.
export async function keepAnswers(form, run) {
  const isUnsent = run.unkept || (await waiting(run.owner).catch(() => [])).some(({ uid }) => uid === run.uid);
  const entries = [session(form, run, { known: run.sharp && !isUnsent }), signs(form, run)].filter(Boolean);
  return keepAll(entries).then(() => true, () => sendAll(entries, run));
}

async function keepAll(entries) {
  for (const entry of entries) await put(entry);
}

async function sendAll(entries, run) {
  const answer = await ownDiary(run);
  for (const entry of entries) {
    if (!answer || !(await send(entry, answer.csrf_token)).leads) return false;
  }
  return true;
}
