// What stands behind a term, a figure or the number of a footnote comes to the
// reader: under the pointer, at the keyboard's focus, or by a tap, after which
// a second one follows the link. It can be pointed at, and Esc closes it.
(() => {
  "use strict";
  const links = "a[data-explain], .footnote-ref a";
  const main = document.querySelector("main");
  const pop = document.createElement("div");
  let current = null;
  let touched = false;
  let timer;

  function note(link) {
    const found = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    const copy = found ? found.cloneNode(true) : pop;
    copy.querySelectorAll(".footnote-back").forEach((b) => b.remove());
    copy.querySelectorAll("[id]").forEach((e) => e.removeAttribute("id"));
    return [...copy.childNodes];
  }
  function explanation(link) {
    if (!link.dataset.explain) { return note(link); }
    const text = document.createElement("p");
    text.textContent = link.dataset.explain;
    if (!touched) { return [text]; }
    const more = document.createElement("a");
    more.href = link.href;
    more.textContent = main.dataset.more;
    return [text, more];
  }

  function open(link) {
    clearTimeout(timer);
    if (current === link) { return; }
    close();
    current = link;
    pop.replaceChildren(...explanation(link));
    pop.lang = link.closest("[lang]").lang;
    pop.hidden = false;
    if (pop.showPopover) { pop.showPopover(); }
    link.setAttribute("aria-describedby", pop.id);
    const at = [...link.getClientRects()].pop();
    const box = pop.getBoundingClientRect();
    const gap = link.dataset.explain ? 6 : 14; // a footnote's number stands above its line
    const over = at.bottom + box.height + 12 > window.innerHeight && at.top > box.height + 60;
    const left = Math.min(at.left, document.documentElement.clientWidth - box.width - 8);
    pop.style.top = window.scrollY + (over ? at.top - box.height - 6 : at.bottom + gap) + "px";
    pop.style.left = window.scrollX + Math.max(left, 8) + "px";
  }
  function close() {
    clearTimeout(timer);
    if (!current) { return; }
    current.removeAttribute("aria-describedby");
    current = null;
    if (pop.hidePopover) { pop.hidePopover(); }
    pop.hidden = true;
  }
  // A link within the explanation is a plain one.
  function explained(target) { return pop.contains(target) ? null : target.closest(links); }
  function later(act, wait) {
    clearTimeout(timer);
    timer = setTimeout(act, wait);
  }

  document.querySelectorAll("a.term[title], a.explained[title]").forEach((link) => {
    link.dataset.explain = link.title;
    link.removeAttribute("title");
  });
  if (!document.querySelector(links)) { return; }
  pop.className = "explain";
  pop.id = "kohort-explain";
  pop.popover = "manual";
  pop.hidden = true;
  main.append(pop);

  document.addEventListener("pointerover", (e) => {
    const link = explained(e.target);
    touched = e.pointerType === "touch";
    if (touched) { return; }
    if (link) { later(() => open(link), 150); } else if (pop.contains(e.target)) { clearTimeout(timer); } else if (current !== document.activeElement) { later(close, 250); }
  });
  document.addEventListener("focusin", (e) => {
    const link = explained(e.target);
    if (link && !touched) { open(link); } else if (!link && !pop.contains(e.target)) { close(); }
  });
  document.addEventListener("pointerdown", (e) => {
    touched = e.pointerType === "touch";
    if (!explained(e.target) && !pop.contains(e.target)) { close(); }
  }, true);
  document.addEventListener("click", (e) => {
    const link = explained(e.target);
    if (!link) { return; }
    if (!touched || link === current) { close(); return; }
    e.preventDefault();
    open(link);
  });
  document.addEventListener("keydown", (e) => {
    touched = false;
    if (e.key === "Escape") { close(); }
  });
})();
