// What this phone keeps of today: who was signed in last, today's clearance, a run going on.
// The server decides; nothing here works out whether a run is fine.

const root = new URL("../../", import.meta.url);

export const address = (path) => new URL(path, root).href;

export function kept(name) {
  try {
    return JSON.parse(localStorage.getItem(name));
  } catch {
    return null;
  }
}

// Says whether it could: a memory that is full, or that the browser forbids, takes nothing.
export function keep(name, value) {
  try {
    if (value === null) localStorage.removeItem(name);
    else localStorage.setItem(name, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

export const who = () => kept("who");

export const dropClearance = () => keep("clearance", null);

// Today's clearance of the account that was signed in last: its date and steps. It ends with its day.
export function clearance() {
  const found = kept("clearance");
  if (!found) return null;
  const good = found.owner === who()?.owner && Date.now() < found.expires && found.date === localNow().date;
  if (!good) dropClearance();
  return good ? found : null;
}

// The run of whom the page is for; a page that the phone keeps is for who was signed in last.
export function runHere(owner = document.body.dataset.owner ?? who()?.owner) {
  return [kept("run"), kept(aside(owner))].find((run) => run && run.owner === owner) ?? null;
}

// Keeps an account's run, or none any more; another account's, not saved yet, is laid aside. Says whether it could.
export function keepRun(owner, run) {
  const there = kept("run");
  if (there && there.owner !== owner) keep(aside(there.owner), there);
  keep(aside(owner), null);
  if (!run || run.endedAt) keep("seen", null);
  return keep("run", run);
}

const aside = (owner) => `run of ${owner}`;

// Asks the server who is signed in and what today allows; null where it cannot be reached. A page
// for nobody needs not ask.
export async function status() {
  if (document.body.dataset.nobody !== undefined) return { owner: null, diary: false };
  try {
    const response = await fetch(address("guide/clearance"), { cache: "no-store", signal: AbortSignal.timeout(5000) });
    return response.ok || response.status === 401 ? await response.json() : null;
  } catch {
    return null;
  }
}

// The date and time of an instant where the runner is, as forms write them.
export function localNow(instant = Date.now()) {
  const timeZone = who()?.timezone;
  const [date, time] = new Date(instant).toLocaleString("sv-SE", { timeZone }).split(" ");
  return { date, time: time.slice(0, 5) };
}

export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

export function typedMinutes(seconds) {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
