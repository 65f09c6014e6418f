// The form after a run: filled in by the clock, answered by the runner.

import { localNow, typedMinutes } from "./phone.js";
import { HURTS } from "./queue.js";
import { position } from "./timeline.js";
import { say } from "./words.js";

const ABOUT_NOW = ["pain", "sensation", "limp"];

export const isWalk = ({ steps }) => steps.every((step) => step.kind === "walk");

function kindOf(run) {
  if (isWalk(run)) return "walk";
  return run.steps.some((step) => step.kind === "walk") ? "walk_jog" : "run";
}

// Never fills in an answer about pain, except that it was sharp.
export function fill(form, run) {
  const done = position(run, run.endedAt);
  const started = localNow(run.startedAt);
  const time = started.date === run.date && started.time < run.since ? run.since : started.time;
  const { date } = started;
  const values = {
    uid: run.uid,
    date,
    time,
    kind: kindOf(run),
    minutes: typedMinutes(done.elapsed),
    walk_minutes: kindOf(run) === "walk_jog" ? typedMinutes(done.walk) : "",
    jog_minutes: isWalk(run) ? "" : typedMinutes(done.jog),
    longest_jog_minutes: isWalk(run) ? "" : typedMinutes(done.longestJog),
  };
  for (const [name, value] of Object.entries(values)) form.elements[name].value = value;
  form.elements.stopped_early.checked = !done.finished;
  if (run.sharp) form.elements.sensation.value = "sharp";
}

// "None of these" beside a sign: only the runner knows which of the two is meant.
export function contradictsItself(form) {
  return ticked(form).length > 1 && ticked(form).includes("none");
}

// The answers are kept as a check-in, which needs a score that fits what was felt.
export function lacksPain(form) {
  const { pain, sensation } = form.elements;
  const contradicts = pain.value === "0" ? HURTS.includes(sensation.value) : sensation.value === "none";
  return ticked(form).length > 0 && (!pain.value || contradicts);
}

// The answers as the session form takes them. A session that was sent already is changed.
export function session(form, run, { known = false } = {}) {
  const fields = answers(form, (name) => !["red_flags", "remind"].includes(name));
  const name = isWalk(run) ? "walk" : "run";
  const path = known ? `sessions/${run.uid}/edit` : "session";
  return { path, fields, owner: run.owner, label: say(run.sharp ? `${name} stopped` : name) };
}

// What was ticked as a check-in of now, as the check-in form takes it; null where nothing was.
export function signs(form, { owner, signsId }) {
  if (!ticked(form).length) return null;
  const { date, time } = localNow();
  const fields = [["uid", signsId], ["date", date], ["time", time], ["moment", ""]];
  const said = answers(form, (name) => ABOUT_NOW.includes(name) || name === "red_flags");
  return { path: "check-in", fields: [...fields, ...said], owner, label: say("red-flags") };
}

const ticked = (form) => new FormData(form).getAll("red_flags");

const answers = (form, wanted) => [...new FormData(form)].filter(([name]) => wanted(name));
