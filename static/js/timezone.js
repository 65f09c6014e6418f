// Offers the browser's own time zone where the page left it empty.
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
for (const control of document.querySelectorAll("[data-timezone]")) {
  const known = control.tagName !== "SELECT" || [...control.options].some((o) => o.value === zone);
  if (zone && known && !control.value) control.value = zone;
}
