// Opens the shell without a network. Pages of the diary are never kept: what is cached holds no data.
// VERSION, FILES, PAGES, OFFLINE, CHECK_IN and WORDS stand above, written by the server.

const CACHE = `shell-${VERSION}`;
const PATIENCE = 6000;
const withoutNetwork = new Set(); // pages that were opened from the cache

addEventListener("install", (event) => {
  skipWaiting();
  event.waitUntil(fill());
});

addEventListener("activate", (event) => event.waitUntil(tidy()));

// Shells without cookies, so that none can hold anything of an account; a file's address changes
// whenever the file does, so one that the page has fetched is not fetched again.
async function fill() {
  const cache = await caches.open(CACHE);
  const shells = [...Object.values(PAGES), OFFLINE];
  const anew = shells.map((page) => new Request(page, { cache: "reload", credentials: "omit" }));
  await cache.addAll([...FILES, ...anew]);
}

async function tidy() {
  for (const name of await caches.keys()) {
    if (name.startsWith("shell-") && name !== CACHE) await caches.delete(name);
  }
  await clients.claim();
}

addEventListener("fetch", (event) => {
  const { method, mode, url } = event.request;
  if (mode === "navigate") event.respondWith(page(event));
  else if (method === "GET" && FILES.includes(new URL(url).pathname)) event.respondWith(file(event));
});

async function page({ request, resultingClientId }) {
  const shell = request.method === "GET" && PAGES[new URL(request.url).pathname];
  try {
    const response = await (shell ? soon(fetch(request)) : fetch(request));
    const ours = !shell && response.headers.has("X-Request-ID"); // it says what is the matter
    if (ours || ![502, 503, 504].includes(response.status)) return response;
  } catch {
    // no network, or a server that is not there
  }
  withoutNetwork.add(resultingClientId);
  return kept(shell || OFFLINE);
}

async function file({ request, clientId }) {
  const found = await kept(request.url);
  if (found && withoutNetwork.has(clientId)) return found;
  return soon(fetch(request)).catch(() => found ?? Response.error());
}

const kept = async (url) => (await caches.open(CACHE)).match(url);

function soon(answer) {
  const late = new Promise((_, reject) => setTimeout(reject, PATIENCE, new Error("late")));
  return Promise.race([answer, late]);
}

addEventListener("message", (event) => event.data === "reminder" && event.waitUntil(remind()));
addEventListener("periodicsync", (event) => event.tag === "reminder" && event.waitUntil(remind()));

// The words say nothing about anybody's health: a locked screen shows them.
async function remind() {
  const due = await (await caches.match("/due", { cacheName: "reminder" }))?.text();
  if (!due || Date.now() < due) return;
  await caches.delete("reminder");
  await registration.showNotification(WORDS.title, { body: WORDS.body, tag: "reminder" });
}

addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(clients.openWindow(CHECK_IN));
});
