// Checklists: boxes to tick, which the browser keeps, and how far the reader
// is. A tick hangs on the words of its item, so that it stays with them when
// the list is put in another order.
(() => {
  "use strict";
  const page = location.href.replace(/[?#].*/, "").replace(/index\.html$/, "");

  function build(list) {
    const boxes = [...list.querySelectorAll(".task > label > input, .task > p > label > input")];
    const key = "kohort-ticks " + page + "#" + list.id;
    const seen = {};
    const names = boxes.map((box) => {
      const words = box.parentElement.textContent.replace(/\s+/g, " ").trim();
      seen[words] = (seen[words] || 0) + 1;
      return seen[words] > 1 ? words + " " + seen[words] : words;
    });
    const bar = document.createElement("progress");
    const said = document.createElement("span");
    const reset = document.createElement("button");
    const state = document.createElement("p");
    let cleared = null; // what a reset took away, until the next tick

    function ticked() { return names.filter((name, i) => boxes[i].checked); }
    function set(ticks) { boxes.forEach((box, i) => { box.checked = ticks.includes(names[i]); }); }
    function show() {
      const done = ticked().length;
      bar.value = done;
      said.textContent = list.dataset.done.replace("{n}", done).replace("{m}", boxes.length);
      reset.textContent = cleared ? list.dataset.undo : list.dataset.reset;
      reset.hidden = !done && !cleared;
    }
    function keep() {
      try { localStorage.setItem(key, JSON.stringify(ticked())); } catch (e) { /* lasts for this page */ }
      show();
    }

    boxes.forEach((box) => {
      box.disabled = false;
      box.addEventListener("change", () => { cleared = null; keep(); });
    });
    try { set(JSON.parse(localStorage.getItem(key)) || ticked()); } catch (e) { /* as the author left it */ }
    bar.max = boxes.length;
    bar.setAttribute("aria-label", list.getAttribute("aria-label"));
    said.setAttribute("role", "status");
    reset.type = "button";
    reset.addEventListener("click", () => {
      const before = ticked();
      set(cleared || []);
      cleared = cleared ? null : before;
      keep();
    });
    state.className = "checklist-state";
    show();
    state.append(bar, said, reset);
    list.append(state);
  }

  document.querySelectorAll(".checklist").forEach(build);
})();
