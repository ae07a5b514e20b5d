// The site's own script: when a form comes back with errors, put the reader at their summary.
"use strict";
const showErrors = (event) => event.target.querySelector("#error-summary")?.focus();
document.addEventListener("DOMContentLoaded", showErrors);
document.addEventListener("htmx:afterSettle", showErrors);
