// What the guide shows. Nothing is decided here.

import * as clock from "./clock.js";
import { isWalk, session } from "./guide-form.js";
import { typedMinutes } from "./phone.js";
import { canGoBack, position } from "./timeline.js";
import { told as toldEntry } from "./waiting.js";
import { say } from "./words.js";

const guide = document.querySelector("[data-guide]");

export const part = (name) => guide.querySelector(`[data-part="${name}"]`);

// Shows the parts that belong to a state: asking, none, ready, going, ended, stopped, kept.
export function show(state) {
  if (guide.dataset.guide === state) return;
  guide.dataset.guide = state;
  document.body.classList.toggle("guiding", state === "going");
  for (const element of guide.querySelectorAll("[data-in]")) {
    element.hidden = !element.dataset.in.split(" ").includes(state);
  }
  guide.querySelector(`[data-lands=${state}]`)?.focus();
}

export function showSteps(steps) {
  const items = steps.map((step) => Object.assign(document.createElement("li"), { textContent: told(step) }));
  part("steps").replaceChildren(...items);
}

export function showPosition(run, now) {
  const here = position(run, now);
  guide.dataset.kind = here.kind;
  write("kind", say(here.paused ? `${here.kind} paused` : here.kind));
  write("left", typedMinutes(here.left));
  write("next", here.next ? told(here.next) : say("the end"));
  write("whole-text", say("of whole", { done: typedMinutes(here.elapsed), whole: typedMinutes(here.total) }));
  part("whole").max = here.total;
  part("whole").value = here.elapsed;
  write("pause", say(here.paused ? "go on" : "pause"));
  part("back").disabled = !canGoBack(run, now);
  part("back").hidden = isWalk(run);
}

export function showUndo(left) {
  if (left <= 0 && part("undo").contains(document.activeElement)) guide.querySelector("[data-lands=stopped]").focus();
  part("undo").hidden = left <= 0;
  write("undo-left", String(left));
}

// What is the matter with this phone's clock or memory.
export function showTrouble(run, { isFull, wasCleared }) {
  const { set, unwatched } = clock.state();
  part("clock-set").hidden = !run || !clock.wasChanged();
  write("clock-set", say(set < 0 ? "set back" : "set forward", { time: span(set) }));
  part("unwatched").hidden = !run || !unwatched;
  write("unwatched-for", span(unwatched));
  part("cleared").hidden = !run || !wasCleared;
  part("not-kept").hidden = !run || !isFull || !!run.unkept || !!run.sent;
}

// A stop that this phone cannot keep: said at once, with what works all the same.
export function showUnkept(run, form) {
  part("stop-sent").hidden = !run.sent;
  const isNew = run.unkept && part("unkept").hidden;
  part("unkept").hidden = !run.unkept;
  if (!isNew) return;
  const { kind, minutes } = form.elements;
  write("paper", `${toldEntry(session(form, run))}, ${minutes.value} min`);
  const asked = new URLSearchParams({ kind: kind.value, minutes: minutes.value, uid: run.uid });
  part("plain-form").search = asked;
  part("unkept").focus();
}

function span(milliseconds) {
  const seconds = Math.round(Math.abs(milliseconds) / 1000);
  const minutes = Math.floor(seconds / 60);
  return told({ seconds: minutes >= 10 ? minutes * 60 : seconds });
}

export const write = (name, text) => {
  const element = part(name);
  if (element.textContent !== text) element.textContent = text;
};

export function told({ kind, seconds }) {
  const minutes = Math.floor(seconds / 60);
  const rest = seconds % 60;
  return [kind && say(kind), minutes && `${minutes} min`, rest && `${rest} s`].filter(Boolean).join(" ");
}
