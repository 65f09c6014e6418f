// Passkeys, for the forms marked with where what to ask for is had: data-passkey="/…".
// data-create: one is made, else one is asked for. The form is then sent as any other.

for (const form of document.querySelectorAll("form[data-passkey]")) {
  const can = window.PublicKeyCredential?.parseRequestOptionsFromJSON && PublicKeyCredential.parseCreationOptionsFromJSON;
  if (!can) continue;
  form.hidden = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const failed = form.querySelector("[data-failed]");
    failed.hidden = true;
    try {
      const answer = await fetch(form.dataset.passkey, { headers: { Accept: "application/json" } });
      // Whoever has to prove again who they are is led there.
      if (answer.redirected) return location.assign(answer.url);
      const { publicKey, challenge } = await answer.json();
      form.querySelector("[data-credential]").value = JSON.stringify(await credential(form, publicKey));
      form.querySelector("[data-challenge]").value = challenge;
      form.submit();
    } catch {
      failed.hidden = false;
    }
  });
}

async function credential(form, options) {
  const made = form.dataset.create === undefined
    ? await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) })
    : await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) });
  return made.toJSON();
}
