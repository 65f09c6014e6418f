// One local notification on the morning after a run, where the browser allows it.

const HOUR = 7;
const KEPT = "reminder";

export const canRemind = () => isSecureContext && "Notification" in window && "serviceWorker" in navigator;

// Asks for leave if need be. Best effort: a phone that sleeps may wake for it late, or not at all.
export async function remindTomorrow() {
  if (!canRemind() || (await Notification.requestPermission()) !== "granted") return;
  const due = new Date();
  due.setDate(due.getDate() + 1);
  due.setHours(HOUR, 0, 0, 0);
  await (await caches.open(KEPT)).put("/due", new Response(String(due.getTime())));
  const { periodicSync } = await navigator.serviceWorker.ready;
  await periodicSync?.register(KEPT, { minInterval: 3_600_000 }).catch(() => undefined);
  wait();
}

// A page that stays open reminds by itself.
export async function wait() {
  if (!canRemind()) return;
  const due = await (await caches.match("/due", { cacheName: KEPT }))?.text();
  if (!due) return;
  const { active } = await navigator.serviceWorker.ready;
  setTimeout(() => active.postMessage(KEPT), Math.max(0, due - Date.now()));
}

export const forget = () => "caches" in window && caches.delete(KEPT);
