// Entries that wait on this phone: sent in order to the ordinary forms, each with an id made here,
// so that one that arrives twice is stored once. Nothing leaves the phone's memory before the server
// has said, to the same account, that it holds it.

import { address, clearance, dropClearance, keep, kept, status, who } from "./phone.js";

export const HURTS = ["pain", "sharp"];
const STOP = "stop"; // where a stop is kept at once, and its id while it is there
let opened;
let last = Promise.resolve();

function database() {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open("return-to-run", 1);
    request.onupgradeneeded = () => request.result.createObjectStore("queue", { keyPath: "id", autoIncrement: true });
    request.onsuccess = () => {
      request.result.onclose = () => (opened = undefined);
      resolve(request.result);
    };
    request.onerror = () => reject(request.error);
  });
  opened.catch(() => (opened = undefined));
  return opened;
}

async function work(mode, task) {
  const transaction = (await database()).transaction("queue", mode, { durability: "strict" });
  const request = task(transaction.objectStore("queue"));
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = () => reject(transaction.error);
  });
}

// A stop that the queue has no room for is sent from where it was kept at once.
export async function everything() {
  const stop = kept(STOP);
  const queue = work("readonly", (store) => store.getAll());
  const entries = stop ? await queue.catch(() => []) : await queue;
  if (!stop || entries.some(isOf(stop))) return entries;
  return [...entries, { ...stop, id: STOP, asked: stop.asked ?? 0 }];
}

const isOf =
  ({ uid, path }) =>
  (entry) =>
    entry.uid === uid && entry.path === path;

const write = (entry) =>
  entry.id === STOP ? keep(STOP, entry) : work("readwrite", (store) => store.put(entry));

export const remove = (id) => (id === STOP ? keep(STOP, null) : work("readwrite", (store) => store.delete(id)));

export async function waiting(owner = who()?.owner) {
  return (await everything()).filter((entry) => entry.owner === owner);
}

// Until when an entry is held back, by a clock that may be set back meanwhile: then it is held no longer.
export const holdFor = (milliseconds) => ({ heldFrom: Date.now(), holdUntil: Date.now() + milliseconds });

export const isHeld = ({ heldFrom = 0, holdUntil }) => heldFrom <= Date.now() && Date.now() < holdUntil;

export async function ofOthers(owner) {
  return (await everything()).some((entry) => entry.owner !== owner);
}

// Keeps an entry { path, fields: [[name, value]…], label, heldFrom?, holdUntil? }; one of the same id and
// path is replaced. It ends today's clearance if it tells of pain, of a painkiller or of a run.
export function put(entry) {
  if (voids(entry.fields)) dropClearance();
  return alone(() => add(entry));
}

async function add({ path, fields, label, heldFrom = 0, holdUntil = 0, owner = who().owner }) {
  const entry = { owner, uid: uidOf(fields), path, fields, label, heldFrom, holdUntil, asked: 0 };
  const older = (await waiting(owner)).filter(({ id }) => id !== STOP).find(isOf(entry));
  await write(older ? { ...entry, id: older.id } : entry);
}

const uidOf = (fields) => new Map(fields).get("uid");

// Keeps a stop at once. The queue may be busy; if the page is closed before its turn, the next takes it in. Rejects
// where neither memory of the phone takes it.
export function putStop(entry) {
  dropClearance();
  if (!keep(STOP, { ...entry, uid: uidOf(entry.fields) })) return alone(() => add(entry));
  return alone(takeIn);
}

async function takeIn() {
  const stop = kept(STOP);
  if (!stop) return;
  const isIn = await add(stop).then(() => true, () => false);
  if (isIn) keep(STOP, null);
}

// Keeps an entry from being sent while it is changed, and returns it; undefined if it is gone.
export function holdBack(uid, milliseconds) {
  return alone(async () => {
    const entry = (await waiting()).find((found) => found.uid === uid);
    if (entry) await write({ ...entry, ...holdFor(milliseconds) });
    return entry;
  });
}

// Takes one entry out, and returns it; undefined if it was sent before.
export function takeOut(id) {
  return alone(async () => {
    const entry = (await waiting()).find((found) => found.id === id);
    if (entry) await remove(id);
    return entry;
  });
}

// Puts it back, in its old place.
export const putBack = (entry) => alone(() => write(entry));

// Takes back all of a uid; says whether anything was still here.
export function takeBack(uid) {
  return alone(async () => {
    const found = (await waiting()).filter((entry) => entry.uid === uid);
    for (const entry of found) await remove(entry.id);
    if (kept(STOP)?.uid === uid) keep(STOP, null);
    return found.length > 0;
  });
}

export function voids(fields) {
  return fields.some(
    ([name, value]) =>
      (name === "pain" && value > 0) ||
      (name === "sensation" && HURTS.includes(value)) ||
      ["limp", "painkiller", "red_flags"].includes(name) ||
      (["emergency", "urgent"].includes(name) && value !== "none") ||
      (name === "jog_minutes" && /[1-9]/.test(value)),
  );
}

// Sends what waits, then asks what today allows. Returns the server's answer, null without one, and
// how much was sent.
export function flush() {
  return alone(async () => {
    await takeIn();
    const before = await status();
    const sent = before?.diary ? await sendAll(before) : 0;
    return { sent, answer: await settle(sent ? await status() : before) };
  });
}

async function sendAll({ owner, csrf_token }) {
  const held = [];
  for (const entry of await waiting(owner)) {
    if (isHeld(entry)) break;
    const { leads, asks } = await send(entry, csrf_token);
    if (leads) held.push(entry);
    else if (asks) await write({ ...entry, asked: asks });
    else break;
  }
  // An answer also leads to the sign-in page: only who is still signed in has been heard.
  const after = held.length ? await status() : null;
  if (!after?.diary || after.owner !== owner) return 0;
  for (const entry of held) await remove(entry.id);
  return held.length;
}

// Posts an entry as one that waited: what it tells of has happened.
export const send = ({ path, fields }, csrf_token) =>
  post(path, [...fields, ["csrf_token", csrf_token], ["queued", "yes"]]);

// Posts a form. It `leads` somewhere once the server holds it; what it `asks` is the status of an
// answer that wants something; neither, and it has to be tried later.
export async function post(path, fields) {
  const body = new URLSearchParams(fields);
  const headers = { Accept: "application/json" };
  try {
    const signal = AbortSignal.timeout(15000);
    const response = await fetch(address(path), { method: "POST", body, headers, signal });
    if (response.ok) return { leads: (await response.json()).location };
    return response.status >= 500 || [408, 429].includes(response.status) ? {} : { asks: response.status };
  } catch {
    return {};
  }
}

// While something waits the server does not know the whole day, so its clearance is not kept.
async function settle(answer) {
  if (!answer) return null;
  if (!answer.owner) {
    dropClearance();
    return answer;
  }
  const { owner, timezone } = answer;
  keep("who", { owner, timezone });
  const clear = answer.clearance && (await waiting(owner)).length === 0;
  if (!keep("clearance", clear ? { owner, ...answer.clearance } : null)) dropClearance();
  clearance();
  return answer;
}

// One task after another, of all pages; where the browser has no locks, of this page.
function alone(task) {
  if (navigator.locks) return navigator.locks.request("queue", task);
  last = last.then(task, task);
  return last;
}
