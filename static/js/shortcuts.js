// Single keys that lead to a page, listed in a dialog. They rest in forms, during a run, and once switched off.

import { keep, kept } from "./phone.js";

const dialog = document.querySelector("dialog.shortcuts");
const switches = [...document.querySelectorAll("[data-keys-wanted]")];
const wanted = () => kept("shortcuts") !== false;

const rests = ({ target, ctrlKey, altKey, metaKey, isComposing }) =>
  !wanted() || ctrlKey || altKey || metaKey || isComposing ||
  document.body.classList.contains("guiding") ||
  target.closest?.("input, select, textarea, [contenteditable]");

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.repeat || rests(event)) return;
  if (event.key === "?") {
    if (dialog.open) dialog.close();
    else dialog.showModal();
  } else dialog.querySelector(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`)?.click();
});

for (const choice of switches) {
  choice.hidden = false;
  const box = choice.querySelector("input");
  box.checked = wanted();
  box.addEventListener("change", () => {
    keep("shortcuts", box.checked);
    for (const other of switches) other.querySelector("input").checked = box.checked;
  });
}
