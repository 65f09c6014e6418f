// A link to pass on, or a token: one press copies it, or opens what the phone shares links with.
const field = document.querySelector("[data-link]");
const copy = document.querySelector("[data-copy]");
const share = document.querySelector("[data-share]");
const said = document.querySelector("[data-said]");
const link = { title: "Return-to-running summary", url: field.textContent.trim() };

copy.hidden = !navigator.clipboard;
copy.addEventListener("click", async () => {
  try {
    await navigator.clipboard.writeText(link.url);
    said.textContent = "Copied.";
  } catch {
    getSelection().selectAllChildren(field);
    said.textContent = "It could not be copied. It is marked: copy it by hand.";
  }
});

if (share) {
  share.hidden = !navigator.canShare?.(link);
  share.addEventListener("click", () => navigator.share(link).catch(() => undefined));
}
