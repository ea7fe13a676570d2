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
    if (button) { button.querySelector("span").textContent = button.getAttribute("data-" + scheme); }
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
  var wider = window.matchMedia("(min-width: 80rem)");
  var styled = window.CSS && CSS.supports("selector(::details-content)");
  function column(selector, room) {
    var d = document.querySelector(selector);
    function fit() { d.open = room.matches; }
    if (d && !styled) { fit(); room.addEventListener("change", fit); }
  }
  column("details.side", wide);
  column("details.toc", wider);

  // The table of contents marks the heading that is being read.
  var entries = Array.from(document.querySelectorAll(".toc a"));
  var headings = entries.map(function (a) { return document.getElementById(decodeURIComponent(a.hash.slice(1))); });
  var waiting = false;
  function mark() {
    waiting = false;
    var here = -1;
    headings.forEach(function (h, i) { if (h && h.getBoundingClientRect().top < 120) { here = i; } });
    entries.forEach(function (a, i) {
      if (i === here) { a.setAttribute("aria-current", "true"); } else { a.removeAttribute("aria-current"); }
    });
  }
  function scrolled() { if (!waiting) { waiting = true; requestAnimationFrame(mark); } }
  if (entries.length) { window.addEventListener("scroll", scrolled, { passive: true }); mark(); }

  // A listing that is wider than its place can be scrolled from the keyboard.
  document.querySelectorAll("pre").forEach(function (p) { if (p.scrollWidth > p.clientWidth) { p.tabIndex = 0; } });

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
