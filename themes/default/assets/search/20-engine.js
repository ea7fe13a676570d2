// The search of the site.
//
//   KohortSearch.open(base, lang)    whose index: base is the address of its folder, with a slash
//   KohortSearch.query(text, limit)  a promise of {groups, more, instead}
//
// groups are pages, the best first: {url, title, lang, hits}; url is relative to
// the edition's folder; lang is that of the words where it is not the index's. hits are sections: {anchor, heading, kind, snippet, answer};
// kind is "body", "question" or "term"; snippet is [{text, mark}]; answer is text
// where a question or a term was asked for, else empty; named says, 0 to 1, how
// nearly the query is the heading. more is how many further
// pages there are, instead what was searched instead of what was typed, or "".
// A query is rejected where a file cannot be loaded.
(function (search) {
  "use strict";

  var shards = null;

  search.open = function (base) {
    if (!shards || shards.base !== base) { shards = new search.Shards(base); }
  };

  // Every file of an index calls this.
  search.add = function (part, value) { shards.values.set(part, value); };

  function isMarked(snippet) { return snippet.some(function (p) { return p.mark; }); }

  // byAlias is the other name by which a term was found, to stand before what
  // its text says.
  function byAlias(aliases, q) {
    var found = aliases.map(function (alias) { return search.snippet(alias, q); }).find(isMarked);
    return found ? found.concat({ text: " … ", mark: false }) : [];
  }

  async function hit(index, k, s, q) {
    var t = await index.text(s.number), kind = t.kind || "body", named = k.named(s.number);
    var wanted = kind !== "body" && (named > 0.5 || k.passages.get(s.number).heading.has === k.wanted);
    var lead = t.anchor === "" && t.description ? t.description : "";
    var snippet = search.snippet(t.text || lead, q);
    if (lead && !isMarked(snippet)) { snippet = search.snippet(lead, q); }
    if (!isMarked(snippet)) { snippet = byAlias(t.aliases, q).concat(snippet); }
    return {
      page: { url: t.url, title: t.title, lang: t.lang },
      hit: { anchor: t.anchor, heading: t.heading, kind: kind, snippet: snippet, answer: wanted ? search.answer(t.text) : "", named: named },
    };
  }

  async function group(index, k, page, q) {
    var all = await Promise.all(page.passages.map(function (s) { return hit(index, k, s, q); }));
    var out = Object.assign({}, all[0].page, { hits: [] });
    all.forEach(function (h) {
      if (!out.hits.some(function (o) { return o.anchor === h.hit.anchor; })) { out.hits.push(h.hit); }
    });
    return out;
  }

  // settleAnswers leaves those answers alone that were asked for by name, where
  // there are any: to リバースメンタリング the office of it is none.
  function settleAnswers(groups) {
    var hits = groups.flatMap(function (g) { return g.hits; });
    var exact = hits.some(function (h) { return h.answer && h.named > 0.99; });
    hits.forEach(function (h) { if (exact && h.named <= 0.99) { h.answer = ""; } });
  }

  async function run(index, text, limit, manifest) {
    await index.open(manifest);
    var q = search.read(text), none = { groups: [], more: 0, instead: "" };
    if (!q.wanted.length) { return none; }
    var all = await search.matchAll(index, q.wanted), k = new search.Ranking(index, q.wanted, all), instead = "";
    if (!k.anyWhole()) {
      instead = await search.correct(index, q, all);
      if (instead) {
        q = search.read(instead);
        k = new search.Ranking(index, q.wanted, await search.matchAll(index, q.wanted));
      }
    }
    var pages = k.best(), shown = pages.slice(0, limit);
    var groups = await Promise.all(shown.map(function (p) { return group(index, k, p, q); }));
    settleAnswers(groups);
    return { groups: groups, more: pages.length - shown.length, instead: instead };
  }

  // A site that was published anew since the manifest was read, or cached, has
  // shards of other names: the manifest is read once more.
  search.query = async function (text, limit) {
    var index = shards;
    try {
      return await run(index, text, limit || 10, "index.js");
    } catch (error) {
      if (shards !== index) { throw error; }
      shards = new search.Shards(index.base);
      return run(shards, text, limit || 10, "index.js?" + Date.now());
    }
  };
})(window.KohortSearch);
