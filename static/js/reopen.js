// An entry that waits here, opened in its own form to be changed before it is sent.

import { address } from "./phone.js";
import { holdBack, waiting } from "./queue.js";

const LONG_ENOUGH = 180_000; // who left meanwhile keeps the others waiting no longer
const FORMS = ["check-in", "session", "red-flags"];
const EDITED_AT = { "check-in": "check-ins", session: "sessions" };

// Where an entry can be changed; null where only the server's own page can.
export const addressOf = ({ path, uid }) => (FORMS.includes(path) ? `${address(path)}?waiting=${uid}` : null);

// On that page: fills in the form. The entry is not sent meanwhile.
export async function reopen() {
  const uid = new URLSearchParams(location.search).get("waiting");
  const entry = uid && (await holdBack(uid, LONG_ENOUGH));
  const form = entry && [...document.forms].find(({ action }) => action === address(entry.path));
  if (!form) return;
  form.dataset.reopened = uid;
  for (const input of form.elements) if (input.name !== "csrf_token") fill(input, entry.fields);
  for (const fold of form.querySelectorAll("details")) fold.open = true;
  form.dispatchEvent(new Event("change", { bubbles: true }));
}

function fill(input, fields) {
  const values = fields.filter(([name]) => name === input.name).map(([, value]) => value);
  if (["radio", "checkbox"].includes(input.type)) input.checked = values.includes(input.value);
  else if (values.length) input.value = values.at(-1);
}

// Where a form is sent to: once its entry has been sent after all, it changes what the server holds.
export async function pathOf(form, name) {
  const uid = form.dataset.reopened;
  const sent = uid && EDITED_AT[name] && !(await waiting()).some((entry) => entry.uid === uid);
  return sent ? `${EDITED_AT[name]}/${uid}/edit` : name;
}
