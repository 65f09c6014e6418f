// What waits on this phone and speaks against a run covers the verdict and its buttons, whatever the
// server said when it made the page: it has not heard of it yet.

import { kept } from "./phone.js";
import { voids, waiting } from "./queue.js";

export async function cover(owner) {
  const stop = kept("stop");
  if (stop && stop.owner === owner) return coverNow();
  const entries = await waiting(owner).catch(() => []);
  if (entries.some(({ fields }) => voids(fields))) coverNow();
}

function coverNow() {
  const words = document.querySelector("[data-not-known]");
  if (!words || document.querySelector("[data-covered]")) return;
  const [first, ...others] = document.querySelectorAll("[data-verdict]");
  if (!first) return;
  const card = words.content.firstElementChild.cloneNode(true);
  card.dataset.covered = "";
  const { className, id, textContent } = card.querySelector("[data-title]");
  const title = Object.assign(document.createElement("h1"), { className, id, textContent });
  card.querySelector("[data-title]").replaceWith(title);
  first.replaceWith(card);
  for (const other of others) other.remove();
  document.title = document.title.replace(/^.*(?= · )/, title.textContent);
}
