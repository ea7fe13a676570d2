// The whole script of the site: the choice of light or dark, and the menu on a
// phone. Pages work without it.
(function () {
  "use strict";
  var root = document.documentElement;
  var key = "kohort-scheme";
  var order = ["auto", "light", "dark"];

  function stored() {
    try { return localStorage.getItem(key) || "auto"; } catch (e) { return "auto"; }
  }
  function show(scheme, button) {
    if (scheme === "auto") { root.removeAttribute("data-theme"); } else { root.setAttribute("data-theme", scheme); }
    if (button) { button.textContent = button.getAttribute("data-" + scheme); }
  }
  var button = document.querySelector("button.scheme");
  var scheme = order.indexOf(stored()) < 0 ? "auto" : stored();
  show(scheme, button);
  if (button) {
    button.hidden = false;
    button.addEventListener("click", function () {
      scheme = order[(order.indexOf(scheme) + 1) % order.length];
      try { localStorage.setItem(key, scheme); } catch (e) { /* the choice lasts for this page */ }
      show(scheme, button);
    });
  }

  // A browser that cannot open details by style gets the columns opened here.
  var wide = window.matchMedia("(min-width: 64rem)");
  var styled = window.CSS && CSS.supports("selector(::details-content)");
  function columns() {
    document.querySelectorAll("details.side, details.toc").forEach(function (d) { d.open = wide.matches; });
  }
  if (!styled) { columns(); wide.addEventListener("change", columns); }

  // A link into a closed answer opens it.
  function reveal() {
    var id = decodeURIComponent(location.hash.slice(1));
    var target = id && document.getElementById(id);
    for (var e = target; e; e = e.parentElement) { if (e.tagName === "DETAILS") { e.open = true; } }
    if (target) { target.scrollIntoView(); }
  }
  window.addEventListener("hashchange", reveal);
  if (location.hash) { reveal(); }

  document.addEventListener("keydown", function (e) {
    var menu = document.querySelector("details.side[open]");
    if (e.key === "Escape" && menu && !wide.matches) { menu.open = false; menu.querySelector("summary").focus(); }
  });
})();
