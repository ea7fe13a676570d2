// The button of a document to print.
(() => {
  "use strict";
  const button = document.querySelector("button.print");
  if (!button) return;
  button.hidden = false;
  button.addEventListener("click", () => window.print());
})();
