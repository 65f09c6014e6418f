// The time of a run. It begins as the phone's clock and goes on evenly: a clock that is set while the page lives moves
// nothing. Where a phone sleeps, the even clock may stand still too. That happens out of sight only, so what the phone's
// clock is ahead by then is counted, and told: nobody here can know whether it slept or was set.

const SLACK = 2000; // milliseconds that the two clocks may differ by between two looks
const LONG = 120_000; // milliseconds out of sight or closed that are worth telling
let shift = 0; // what the run's time is ahead of the phone's clock
let set = 0; // what the phone's clock was set by, forward or back
let unwatched = 0;
let last = look();
let wasHidden = document.hidden;

function look() {
  return { wall: Date.now(), even: performance.now() };
}

document.addEventListener("visibilitychange", () => (wasHidden ||= document.hidden));

export function now() {
  const found = look();
  const jump = found.wall - last.wall - (found.even - last.even);
  if (jump < -SLACK || (jump > SLACK && !wasHidden)) wasSet(jump);
  else if (jump > LONG) unwatched += jump;
  last = found;
  wasHidden = document.hidden;
  return found.wall + shift;
}

function wasSet(by) {
  shift -= by;
  set += by;
}

// What there is to keep, so that a page that comes later counts on.
export const state = () => ({ shift, set, unwatched });

// For a run that starts now, or one that is gone on with: kept at `seenAt` last, if it was going.
export function countOn(kept = {}, seenAt = undefined) {
  ({ shift = 0, set = 0, unwatched = 0 } = kept);
  last = look();
  if (seenAt === undefined) return;
  const gap = last.wall + shift - seenAt;
  if (gap < -SLACK) wasSet(gap);
  else if (gap > LONG) unwatched += gap;
}

export const wasChanged = () => Math.abs(set) > SLACK;
