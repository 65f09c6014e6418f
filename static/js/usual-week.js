// Shows the question for the usual week once the usual run is long enough for it to be asked.
const part = document.querySelector("[data-asked-above]");
const run = document.querySelector("input[name=baseline_minutes]");
const week = part.querySelector("input");
const adapt = () => {
  part.hidden = !(Number(run.value) > Number(part.dataset.askedAbove)) && !week.value;
};
run.addEventListener("input", adapt);
window.addEventListener("pageshow", adapt);
adapt();
