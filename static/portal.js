// The site's own script.
"use strict";
// When a form comes back with errors, put the reader at their summary.
const showErrors = (event) => event.target.querySelector("#error-summary")?.focus();
document.addEventListener("DOMContentLoaded", showErrors);
document.addEventListener("htmx:afterSettle", showErrors);

// On a sheet typed from paper a letter leads to the next field; so do Enter and the arrows.
const step = (field, by) => {
  const stops = [...field.form.querySelectorAll("[data-step], .buttons button")];
  stops[stops.indexOf(field) + by]?.focus();
};
document.addEventListener("focusin", ({ target }) => target.matches("[data-step]") && target.select());
document.addEventListener("input", ({ target }) => target.matches("[data-step=letter]") && target.value && step(target, 1));
document.addEventListener("keydown", (event) => {
  const by = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!by || event.isComposing || !event.target.matches("[data-step]")) return;
  event.preventDefault();
  step(event.target, by);
});
// What only a script can do is hidden until there is one.
document.addEventListener("DOMContentLoaded", () => document.querySelectorAll("[hx-get][hidden]").forEach((it) => { it.hidden = false; }));
