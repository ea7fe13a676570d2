// The dialog of search: what is typed, what is found, and the keys between.
(function () {
  "use strict";
  const search = window.KohortSearch, element = search.element;
  const lang = document.documentElement.lang, kept = "kohort-search-" + lang;
  const pause = 120; // milliseconds without a key before a search begins
  const atOnce = 10; // pages that are shown, and that are added when more are asked for
  let words, home;
  let dialog, input, list, note, more, status;
  let active = -1; // the option that Enter opens; -1 is none yet, and the first
  let turn = 0, timer = 0, busy = false, entered = false;
  let asked = "", pages = 0; // what is shown: the query, and how many of its pages

  // say takes the words of the dialog, in the reader's language.
  search.say = function (given) { words = given; };

  // show opens the dialog. at is the folder of the index, seen from the page.
  search.show = function (at, opener) {
    if (!dialog) {
      const index = new URL(at, document.baseURI).href;
      home = new URL("../", index).href;
      search.open(index, lang);
      build();
    }
    if (dialog.open) { return; }
    dialog.showModal();
    fit();
    input.value = recall();
    input.focus();
    input.select();
    ask();
    opener.setAttribute("aria-expanded", "true");
    dialog.addEventListener("close", function () { opener.setAttribute("aria-expanded", "false"); }, { once: true });
  };

  function fill(text, slots) {
    return text.replace(/\{(\w+)\}/g, function (whole, name) { return name in slots ? slots[name] : whole; });
  }

  function recall() {
    try { return sessionStorage.getItem(kept) || ""; } catch (e) { return ""; }
  }
  function keep(text) {
    try { sessionStorage.setItem(kept, text); } catch (e) { /* nothing is kept */ }
  }

  function build() {
    input = element("input", {
      type: "search", role: "combobox", "aria-label": words.label, "aria-controls": "search-list", "aria-expanded": "false",
      "aria-autocomplete": "list", placeholder: words.placeholder,
      autocomplete: "off", autocapitalize: "off", autocorrect: "off", spellcheck: "false", enterkeyhint: "go",
    });
    const close = element("button", { type: "button" }, words.close);
    list = element("div", { id: "search-list", role: "listbox", "aria-label": words.results });
    note = element("div", { class: "search-note" });
    more = element("p", { class: "search-note search-more" });
    status = element("p", { role: "status", class: "unseen" });
    dialog = element("dialog", { class: "search-dialog", "aria-label": words.title },
      element("div", { class: "search-bar" }, input, close),
      element("div", { class: "search-found" }, note, list, more),
      element("p", { class: "search-keys", "aria-hidden": "true" },
        element("kbd", {}, "↑"), " ", element("kbd", {}, "↓"), element("span", {}, words.key_move),
        element("kbd", {}, "Enter"), element("span", {}, words.key_open),
        element("kbd", {}, "Esc"), element("span", {}, words.key_close)),
      status);
    document.body.append(dialog);

    close.addEventListener("click", function () { dialog.close(); });
    let pressed; // a selection that is drawn to the outside closes nothing
    dialog.addEventListener("mousedown", function (e) { pressed = e.target; });
    dialog.addEventListener("click", function (e) { if (e.target === dialog && pressed === dialog) { dialog.close(); } });
    dialog.addEventListener("close", function () { turn++; clearTimeout(timer); });
    input.addEventListener("compositionend", typed);
    input.addEventListener("input", function (e) { if (!e.isComposing) { typed(); } });
    input.addEventListener("keydown", key);
    list.addEventListener("mousemove", function (e) {
      const at = options().indexOf(e.target.closest("[role=option]"));
      const moved = e.movementX || e.movementY; // else the list was scrolled below the mouse
      if (moved && at >= 0 && at !== active) { select(at, false); }
    });
    list.addEventListener("click", function (e) {
      if (e.target.closest("a") && !e.ctrlKey && !e.metaKey && !e.shiftKey) { dialog.close(); }
    });
    if (window.visualViewport) { visualViewport.addEventListener("resize", fit); }
  }

  // fit leaves room for a keyboard on the screen.
  function fit() {
    if (window.visualViewport && dialog.open) { dialog.style.setProperty("--seen", visualViewport.height + "px"); }
  }

  function options() { return Array.from(list.querySelectorAll("[role=option]")); }

  function typed() {
    entered = false;
    turn++; // what is being searched for is no longer asked
    clearTimeout(timer);
    timer = setTimeout(ask, pause);
    wait(true);
  }

  // ask searches for what is typed. An answer that comes after the next key is
  // dropped.
  function ask() {
    const text = input.value.trim(), mine = ++turn;
    clearTimeout(timer);
    timer = 0;
    keep(text);
    wait(true);
    if (!text) { return hint(); }
    const slow = setTimeout(function () {
      if (mine === turn) { note.textContent = status.textContent = words.loading; }
    }, 300);
    search.query(text, atOnce).then(
      function (found) { if (mine === turn) { show(text, found); } },
      function () { if (mine === turn) { fail(); } },
    ).finally(function () { clearTimeout(slow); });
  }

  // wait says whether what is typed waits for its answer.
  function wait(now) {
    busy = now;
    list.setAttribute("aria-busy", String(now));
  }

  // say shows lines, the first of which is said aloud too, and below them what
  // was found.
  function say(lines, tips = [], groups = []) {
    note.replaceChildren(...lines.map(line => element("p", {}, line)));
    if (tips.length) { note.append(element("ul", {}, ...tips.map(tip => element("li", {}, tip)))); }
    more.replaceChildren();
    list.replaceChildren(...groups);
    number();
    list.hidden = !groups.length;
    input.setAttribute("aria-expanded", String(!list.hidden));
    select(-1);
    list.parentElement.scrollTop = 0;
    status.textContent = lines[0] || "";
    wait(false);
  }

  function number() { options().forEach(function (o, i) { o.id = "search-option-" + i; }); }

  function hint() { say([words.hint], [words.hint_words, words.hint_kana]); }

  function show(text, found) {
    const groups = search.list(found, words, home);
    if (!groups.length) { return say([fill(words.none, { q: text })], [words.none_shorter, words.none_other, words.none_menu]); }
    say(found.instead ? [fill(words.instead, { q: text, instead: found.instead })] : [], [], groups);
    asked = text;
    count(found);
    if (entered) { go(options()[0]); }
  }

  // count says how much is shown, and offers what further pages there are.
  function count(found) {
    pages = found.groups.length;
    status.textContent += " " + fill(words.count, { n: options().length, pages: pages });
    if (!found.more) { return more.replaceChildren(); }
    const button = more.querySelector("button") || element("button", { type: "button" }, words.show_more);
    button.onclick = function (e) { showMore(e.detail === 0); };
    more.replaceChildren(element("span", {}, fill(words.more, { n: found.more })), button);
  }

  // showMore adds further pages below those that are shown; by the keyboard, it
  // goes on to the first of them.
  function showMore(byKey) {
    const mine = ++turn, from = pages, before = options().length;
    wait(true);
    search.query(asked, from + atOnce).then(function (found) {
      if (mine !== turn) { return; }
      list.append(...search.list(found, words, home, from));
      number();
      status.textContent = "";
      count(found);
      wait(false);
      if (byKey) { input.focus(); select(before, true); }
    }, function () { if (mine === turn) { fail(); } });
  }

  function fail() {
    const again = element("button", { type: "button" }, words.retry);
    again.addEventListener("click", function () { input.focus(); ask(); });
    say([words.failed, words.failed_hint]);
    note.append(again);
  }

  // select makes the option at a place the active one; -1 is none.
  function select(at, scroll) {
    const all = options();
    if (all[active]) { all[active].setAttribute("aria-selected", "false"); }
    active = all[at] ? at : -1;
    if (active < 0) { return input.removeAttribute("aria-activedescendant"); }
    all[at].setAttribute("aria-selected", "true");
    input.setAttribute("aria-activedescendant", all[at].id);
    if (scroll) { all[at].scrollIntoView({ block: "nearest" }); }
    if (scroll && at === 0) { list.parentElement.scrollTop = 0; } // its page's title, too
  }

  function go(option, aside) {
    if (!option) { return; }
    if (aside) { window.open(option.href, "_blank", "noopener"); } else { option.click(); }
  }

  function key(e) {
    if (e.isComposing || e.keyCode === 229) { return; } // the input method's key
    const count = options().length, walks = active >= 0;
    switch (e.key) {
      case "ArrowDown": select(active + 1 < count ? active + 1 : 0, true); break;
      case "ArrowUp": select(active > 0 ? active - 1 : count - 1, true); break;
      case "Home": if (!walks) { return; } select(0, true); break;
      case "End": if (!walks) { return; } select(count - 1, true); break;
      case "Enter":
        entered = busy; // what is typed decides, not what is still shown
        if (timer) { ask(); }
        if (!busy) { go(options()[Math.max(active, 0)], e.ctrlKey || e.metaKey); }
        break;
      case "Escape": dialog.close(); break;
      default: return;
    }
    e.preventDefault();
  }
})();
