// The reader's choice of light or dark stands before the page is painted: this
// is the one script that the browser waits for. site.js has the switch.
(function () {
  "use strict";
  try {
    var scheme = localStorage.getItem("kohort-scheme");
    if (scheme === "light" || scheme === "dark") { document.documentElement.setAttribute("data-theme", scheme); }
  } catch (e) { /* nothing is kept: the colours of the system */ }
})();
