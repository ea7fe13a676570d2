// The button that opens search, / and Ctrl+K. What search needs is loaded when
// it is opened for the first time.
(function () {
  "use strict";
  const button = document.querySelector("button.search");
  if (!button || !window.HTMLDialogElement) { return; }
  const from = button.dataset, label = button.querySelector("span"), name = label.textContent;
  let ready = null;

  function call(text, failed) {
    label.textContent = text;
    button.classList.toggle("failed", failed);
  }

  function load(name, settings) {
    return new Promise(function (resolve, reject) {
      const e = Object.assign(document.createElement(name), settings);
      e.onload = resolve;
      e.onerror = function () { e.remove(); reject(new Error(settings.src || settings.href)); };
      document.head.append(e);
    });
  }

  function open() {
    ready = ready || Promise.all([
      load("link", { rel: "stylesheet", href: from.sheet }),
      load("script", { src: from.script, async: false }),
      load("script", { src: from.words, async: false }),
    ]);
    ready.then(function () {
      call(name, false);
      KohortSearch.show(from.index, button);
    }, function () {
      ready = null;
      call(from.failed, true);
    });
  }

  button.hidden = false;
  button.addEventListener("click", open);
  document.addEventListener("keydown", function (e) {
    const control = e.ctrlKey || e.metaKey, shown = document.querySelector(".search-dialog[open]");
    const chord = control && !e.altKey && !e.shiftKey && /^k$/i.test(e.key);
    const slash = e.key === "/" && !control && !e.altKey && !e.target.closest("input, textarea, select, dialog, [contenteditable]");
    if (e.isComposing || !chord && !slash) { return; }
    e.preventDefault();
    if (shown) { shown.close(); } else { open(); }
  });
})();
