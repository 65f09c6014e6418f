// A link to pass on, or a token: one press copies it, or opens what the phone shares links with.
import { say } from "./words.js";

const field = document.querySelector("[data-link]");
const copy = document.querySelector("[data-copy]");
const share = document.querySelector("[data-share]");
const said = document.querySelector("[data-said]");
const link = { title: say("summary"), url: field.textContent.trim() };

copy.hidden = !navigator.clipboard;
copy.addEventListener("click", async () => {
  try {
    await navigator.clipboard.writeText(link.url);
    said.textContent = say("copied");
  } catch {
    getSelection().selectAllChildren(field);
    said.textContent = say("not copied");
  }
});

if (share) {
  share.hidden = !navigator.canShare?.(link);
  share.addEventListener("click", () => navigator.share(link).catch(() => undefined));
}
