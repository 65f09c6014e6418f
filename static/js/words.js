// What scripts say, in the language of the page: the server wrote it there.

const { locale: spoken, said } = JSON.parse(document.querySelector("#words").textContent);
const plural = new Intl.PluralRules(spoken);

export const locale = spoken;

// `{name}` in a message is filled in; one that counts has a form for each plural, chosen by `n`.
export function say(name, values = {}) {
  const forms = said[name];
  const text = typeof forms === "string" ? forms : (forms[plural.select(values.n)] ?? forms.other);
  return text.replace(/\{(\w+)\}/g, (_, key) => values[key]);
}
