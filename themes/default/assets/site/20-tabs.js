// Tabs: labels to choose from in place of texts one below the other. The same
// label is chosen in all tabs of the page, and again on the next one.
(() => {
  "use strict";
  const key = "kohort-tabs " + document.currentScript.src.replace(/[^/]*\/[^/]*$/, "");
  // Where the browser can, a search in the page finds what is not shown.
  const hide = "onbeforematch" in document.body ? "until-found" : "";
  const groups = [];

  function kept() {
    try { return JSON.parse(localStorage.getItem(key)) || []; } catch (e) { return []; }
  }
  function keep(group, label) {
    const others = kept().filter((l) => !group.labels.includes(l));
    try { localStorage.setItem(key, JSON.stringify([label, ...others].slice(0, 50))); } catch (e) { /* lasts for this page */ }
  }

  function build(box) {
    const panels = [...box.children].filter((c) => c.classList.contains("tab"));
    if (!panels.length) { return; }
    const list = document.createElement("div");
    list.className = "tab-list";
    list.setAttribute("role", "tablist");
    const group = { panels, labels: [], tabs: [] };
    panels.forEach((panel) => {
      const label = panel.getAttribute("aria-label");
      const tab = document.createElement("button");
      tab.type = "button";
      tab.id = panel.id + ":tab";
      tab.textContent = label;
      tab.setAttribute("role", "tab");
      tab.setAttribute("aria-controls", panel.id);
      panel.setAttribute("role", "tabpanel");
      panel.setAttribute("aria-labelledby", tab.id);
      panel.removeAttribute("aria-label");
      panel.addEventListener("beforematch", () => select(group, label));
      tab.addEventListener("click", () => choose(group, label, list));
      group.labels.push(label);
      group.tabs.push(tab);
    });
    list.append(...group.tabs);
    list.addEventListener("keydown", (e) => move(e, group, list));
    box.prepend(list);
    box.classList.add("live");
    groups.push(group);
    select(group, kept().find((l) => group.labels.includes(l)) || group.labels[0]);
  }

  function select(group, label) {
    const chosen = group.labels.indexOf(label);
    if (chosen < 0) { return; }
    group.tabs.forEach((tab, i) => {
      const panel = group.panels[i];
      tab.setAttribute("aria-selected", i === chosen);
      tab.tabIndex = panel.tabIndex = i === chosen ? 0 : -1;
      if (i === chosen) { panel.removeAttribute("hidden"); } else { panel.setAttribute("hidden", hide); }
    });
  }

  // Other tabs change height: what the reader pressed stays under the pointer.
  function choose(group, label, list) {
    const top = list.getBoundingClientRect().top;
    keep(group, label);
    groups.forEach((g) => select(g, label));
    window.scrollBy({ top: list.getBoundingClientRect().top - top, behavior: "instant" });
  }

  function move(e, group, list) {
    const count = group.tabs.length;
    const here = group.tabs.indexOf(e.target);
    const to = { ArrowLeft: here + count - 1, ArrowRight: here + 1, Home: 0, End: count - 1 }[e.key] % count;
    if (!(to >= 0)) { return; }
    e.preventDefault();
    group.tabs[to].focus();
    choose(group, group.labels[to], list);
  }

  // A link into a tab that is not shown opens it.
  function reveal() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    let found = false;
    for (let e = target; e; e = e.parentElement) {
      groups.forEach((g) => {
        const i = g.panels.indexOf(e);
        if (i >= 0 && e.hidden) { select(g, g.labels[i]); found = true; }
      });
    }
    if (found) { target.scrollIntoView(); }
  }

  document.querySelectorAll(".tabs").forEach(build);
  if (groups.length) {
    window.addEventListener("hashchange", reveal);
    reveal();
  }
})();
