// The frame of every page: the switch of light and dark, the menu, and the
// table of contents that follows. Pages work without it.
(function () {
  "use strict";
  var root = document.documentElement;
  var wide = window.matchMedia("(min-width: 64rem)");
  var wider = window.matchMedia("(min-width: 80rem)");
  var side = document.querySelector("details.side");
  var toc = document.querySelector("details.toc");

  function kept(store, key) { try { return window[store].getItem(key); } catch (e) { return null; } }
  function keep(store, key, value) { try { window[store].setItem(key, value); } catch (e) { /* lasts for this page */ } }

  // What a fragment leads to, null where it is none of the page's.
  function target(fragment) {
    try { return document.getElementById(decodeURIComponent(fragment.slice(1))); } catch (e) { return null; }
  }

  // theme.js has set what was chosen before; here it is chosen.
  var scheme = document.querySelector(".scheme");
  if (scheme) {
    var choice = scheme.querySelector("select");
    choice.value = root.getAttribute("data-theme") || "auto";
    choice.addEventListener("change", function () {
      keep("localStorage", "kohort-scheme", choice.value);
      if (choice.value === "auto") { root.removeAttribute("data-theme"); } else { root.setAttribute("data-theme", choice.value); }
    });
    scheme.hidden = false;
  }

  // Where they are columns they stand open; there is nothing to fold there.
  function column(d, room) {
    if (!d) { return; }
    function fit() {
      d.open = room.matches;
      d.querySelector("summary").tabIndex = room.matches ? -1 : 0;
    }
    fit();
    room.addEventListener("change", fit);
  }
  column(side, wide);
  column(toc, wider);

  // On a phone they lie over the page: they close when the reader goes on.
  function over(d) {
    if (!d) { return; }
    function close() { if (!wide.matches) { d.open = false; } }
    function left(e) { if (!d.contains(e.target)) { close(); } }
    document.addEventListener("click", left);
    document.addEventListener("focusin", left);
    d.addEventListener("click", function (e) { if (e.target.closest("nav a")) { close(); } });
    document.addEventListener("keydown", function (e) {
      if (e.key !== "Escape" || !d.open || wide.matches) { return; }
      close();
      d.querySelector("summary").focus();
    });
  }
  over(side);
  over(toc);

  // The nav stands where it was left, with the page's own entry in sight.
  if (side) {
    side.scrollTop = +kept("sessionStorage", "kohort-nav") || 0;
    var own = side.querySelector("[aria-current]");
    var top = own && own.getBoundingClientRect().top - side.getBoundingClientRect().top;
    if (own && (top < 0 || top > side.clientHeight - 40)) { side.scrollTop += top - side.clientHeight / 2; }
    window.addEventListener("pagehide", function () { keep("sessionStorage", "kohort-nav", side.scrollTop); });
  }

  // The table of contents marks the heading that is being read.
  var entries = Array.from(document.querySelectorAll(".toc a"));
  var headings = entries.map(function (a) { return target(a.hash); });
  var waiting = false;
  var marked = -1;
  function mark() {
    waiting = false;
    var here = -1;
    headings.forEach(function (h, i) { if (h && !h.closest("[hidden]") && h.getBoundingClientRect().top < 140) { here = i; } });
    if (window.scrollY > 0 && window.innerHeight + window.scrollY > root.scrollHeight - 4) { here = entries.length - 1; }
    if (here === marked) { return; }
    if (marked >= 0) { entries[marked].removeAttribute("aria-current"); }
    marked = here;
    toc.querySelector(".here").textContent = here < 0 ? "" : entries[here].textContent;
    if (here < 0) { return; }
    entries[here].setAttribute("aria-current", "true");
    if (wider.matches) { toc.scrollTop = entries[here].offsetTop - toc.clientHeight / 2; }
  }
  function scrolled() { if (!waiting) { waiting = true; requestAnimationFrame(mark); } }
  if (entries.length) { window.addEventListener("scroll", scrolled, { passive: true }); mark(); }

  // A link into a closed answer opens it.
  function reveal() {
    var there = target(location.hash);
    for (var e = there; e; e = e.parentElement) { if (e.tagName === "DETAILS") { e.open = true; } }
    if (there) { there.scrollIntoView(); }
  }
  window.addEventListener("hashchange", reveal);
  if (location.hash) { reveal(); }
})();
