// Shows, and sends, only the fields that the chosen kind of session needs.
const parts = document.querySelectorAll("[data-only]");
const adapt = () => {
  const kind = document.querySelector("input[name=kind]:checked")?.value;
  for (const part of parts) {
    part.hidden = !!kind && !part.dataset.only.split(" ").includes(kind);
    for (const input of part.querySelectorAll("input")) input.disabled = part.hidden;
  }
};
document.addEventListener("change", adapt);
window.addEventListener("pageshow", adapt);
adapt();
