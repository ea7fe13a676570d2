// Results as elements: one list for a screen reader to walk, in groups.
(function () {
  "use strict";
  const search = window.KohortSearch = window.KohortSearch || {};

  // element makes an element; children are elements or text.
  search.element = function (name, attributes, ...children) {
    const e = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) { e.setAttribute(key, value); }
    e.append(...children);
    return e;
  };
  const element = search.element;

  // marked gives the pieces of a text, those that were searched for as marks.
  function marked(pieces) {
    return (pieces || []).map(function (p) { return p.mark ? element("mark", {}, p.text) : p.text; });
  }

  // address is where a hit stands; home is the folder of the reader's language.
  function address(home, url, anchor) {
    const path = url.split("/").map(encodeURIComponent).join("/");
    return new URL(path + (anchor ? "#" + encodeURIComponent(anchor) : ""), home).href;
  }

  function option(home, page, hit, ...children) {
    return element("a", { role: "option", href: address(home, page.url, hit.anchor), tabindex: "-1", "aria-selected": "false" }, ...children);
  }

  // said is an element with words of a page, in the language of the page.
  function said(name, attributes, page, ...children) {
    return element(name, page.lang ? Object.assign({ lang: page.lang }, attributes) : attributes, ...children);
  }

  function answer(words, home, page, hit) {
    return option(home, page, hit,
      element("span", { class: "search-kind" }, words[hit.kind] || ""),
      said("b", {}, page, hit.heading),
      said("span", { class: "search-text" }, page, hit.answer),
      said("span", { class: "search-where" }, page, page.title));
  }

  function section(home, page, hit) {
    return option(home, page, hit,
      said("b", {}, page, hit.heading || page.title),
      said("span", { class: "search-text" }, page, ...marked(hit.snippet)));
  }

  // list gives the groups of what was found, but for so many pages that are
  // shown: answers first, if nothing is shown yet, then one a page.
  search.list = function (found, words, home, shown = 0) {
    const answers = [], groups = [];
    const onTop = h => h.answer && !shown;
    for (const page of found.groups.slice(shown)) {
      answers.push(...page.hits.filter(onTop).map(h => answer(words, home, page, h)));
      const rest = page.hits.filter(h => !onTop(h)).map(h => section(home, page, h));
      if (rest.length) { groups.push(group(page, "search-page", rest)); }
    }
    return answers.length ? [group({ title: words.answers }, "search-answers", answers), ...groups] : groups;
  };

  // group puts options below a title, unless the first is the page itself.
  function group(of, name, options) {
    const own = options[0].querySelector("b").textContent === of.title;
    return element("div", { role: "group", class: name, "aria-label": of.title },
      ...(own ? [] : [said("p", { class: "search-title", "aria-hidden": "true" }, of, of.title)]), ...options);
  }
})();
