// Small conveniences. Every page works without them.

import { say } from "./words.js";

// A form marked data-once is sent once, however often its button is pressed.
for (const form of document.querySelectorAll("form[data-once]")) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "yes";
    event.submitter?.setAttribute("aria-disabled", "true");
    setTimeout(release, 8000);
  });
}

// A lost connection, or the browser's Back, leaves the page standing: its forms work again.
function release() {
  for (const form of document.querySelectorAll("form[data-sent]")) {
    delete form.dataset.sent;
    form.querySelector("[aria-disabled]")?.removeAttribute("aria-disabled");
  }
}
window.addEventListener("pageshow", release);

// A server cuts off a file that is far too large: better to say so before it is sent.
for (const input of document.querySelectorAll("input[data-most]")) {
  input.addEventListener("change", () => {
    const isTooLarge = input.files[0]?.size > input.dataset.most;
    input.setCustomValidity(isTooLarge ? say("too large") : "");
    input.reportValidity();
    if (isTooLarge) input.value = "";
  });
}

// After an error, start reading where the errors are listed; after a save, what was said of it.
const first = document.querySelector("[data-focus], .said[tabindex]");
first?.focus({ preventScroll: first.matches(".said") && location.hash !== "" });

// A link to something folded away opens it.
const unfold = () => {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  for (let fold = target?.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  if (target?.closest("details")) target.scrollIntoView();
};
window.addEventListener("hashchange", unfold);
unfold();
