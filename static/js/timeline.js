// Where a run stands, worked out from instants alone: a tick that is late or missed changes nothing.
//
// A run is { steps: [{kind: "walk" | "jog", seconds}], startedAt, events: [{what, at}], endedAt? }
// with instants in milliseconds. What can happen on the way: "pause", "resume", and "back", which
// goes back to the start of the walk. Jogging already done is never asked for twice, so that a run
// never holds more jogging than its plan.

export function position(run, now) {
  const walked = follow(run, run.endedAt ?? now);
  const [current, next] = walked.ahead;
  const left = sum(walked.ahead, (piece) => piece.length - piece.done);
  const total = sum(walked.done, (bout) => bout.length);
  return {
    finished: !current,
    finishedAt: current ? null : walked.at,
    paused: walked.paused,
    turn: walked.turn, // rises with every new piece: what a cue is for
    kind: current?.kind ?? null,
    length: current ? seconds(current.length) : 0,
    left: current ? seconds(current.length - current.done, Math.ceil) : 0,
    next: next ? { kind: next.kind, seconds: seconds(next.length - next.done) } : null,
    elapsed: seconds(total),
    total: seconds(total + left),
    walk: seconds(sum(walked.done, (bout) => (bout.kind === "walk" ? bout.length : 0))),
    jog: seconds(sum(walked.done, (bout) => (bout.kind === "jog" ? bout.length : 0))),
    longestJog: seconds(longest(walked.done)),
    changes: changes(walked),
  };
}

// Whether there is a walk to go back to: in a walk, or in the jog that follows one.
export function canGoBack(run, now) {
  const [current] = follow(run, run.endedAt ?? now).ahead;
  return !!current && walkOf(run, current) !== undefined;
}

function follow(run, until) {
  const state = {
    ahead: run.steps.map((step, index) => ({ kind: step.kind, length: step.seconds * 1000, done: 0, index })),
    done: [],
    at: run.startedAt,
    paused: false,
    broken: true, // the next stretch begins a new bout
    turn: 0,
  };
  for (const { what, at } of run.events) {
    if (at > until) break;
    advance(state, at);
    if (state.ahead.length) happen[what](state, run);
  }
  advance(state, until);
  return state;
}

const happen = {
  pause(state) {
    state.paused = true;
    state.broken = true;
  },
  resume(state) {
    state.paused = false;
  },
  back(state, run) {
    const [current] = state.ahead;
    const walk = walkOf(run, current);
    if (walk === undefined) return;
    const again = { kind: "walk", length: walk.seconds * 1000, done: 0, index: current.index };
    if (current.kind === "walk") state.ahead.shift();
    else cut(current);
    state.ahead.unshift(again);
    state.broken = true;
    state.turn += 1;
  },
};

// A clock that was set back moves nothing.
function advance(state, to) {
  let rest = Math.max(0, to - state.at);
  if (state.paused) {
    state.at += rest;
    return;
  }
  while (rest > 0 && state.ahead.length) {
    const [piece] = state.ahead;
    const part = Math.min(rest, piece.length - piece.done);
    record(state, piece.kind, part);
    piece.done += part;
    state.at += part;
    rest -= part;
    if (piece.done < piece.length) continue;
    state.ahead.shift();
    state.turn += 1;
  }
}

function record(state, kind, length) {
  const last = state.done.at(-1);
  if (!state.broken && last?.kind === kind) last.length += length;
  else state.done.push({ kind, length });
  state.broken = false;
}

function cut(piece) {
  piece.length -= piece.done;
  piece.done = 0;
}

function walkOf(run, piece) {
  const step = run.steps[piece.index];
  const walk = step.kind === "walk" ? step : run.steps[piece.index - 1];
  return walk?.kind === "walk" ? walk : undefined;
}

// In how many seconds each piece to come begins, and the end; nothing while paused.
function changes({ ahead, paused }) {
  if (paused) return [];
  let at = 0;
  return ahead.map((piece) => (at += piece.length - piece.done) / 1000);
}

function longest(done) {
  return done.reduce((most, bout) => (bout.kind === "jog" ? Math.max(most, bout.length) : most), 0);
}

function sum(items, of) {
  return items.reduce((total, item) => total + of(item), 0);
}

function seconds(milliseconds, round = Math.round) {
  return round(milliseconds / 1000);
}
