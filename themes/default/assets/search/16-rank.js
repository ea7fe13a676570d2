// What passages and pages are worth for a query. It reckons as
// generator/search/wanted.go and rank.go do, step by step, so that a build can
// test what readers find.
(function (search) {
  "use strict";

  var worthPrefix = 0.6, worthAlso = 0.5, mostPrefixShards = 3;
  var worthWhole = 3, worthLoud = 1.5, worthTogether = 1, worthName = 1.5, worthTitle = 2, worthAnswer = 1.5, worthLinked = 0.6, worthBody = 0.3, worthCut = 0.8;
  var bodyWorth = [0, 0.3, 1, 1.3];
  var enoughBeside = 0.7, enoughAlone = 0.3, enoughOfShort = 0.6;
  var soft = 1, firstPages = 3, mostHits = 3, laterHits = 1, hitWorth = 0.6;

  function shorter(a, b) { return a === 0 || b !== 0 && b < a ? b : a; }

  // join adds what a term has; of a passage with several terms the worthiest
  // counts. form says that it is not the word itself.
  function join(m, f, worth, form) {
    m.spread += f.spread;
    m.cut = m.cut || f.cut;
    var out = [], i = 0;
    f.hits.forEach(function (k) {
      while (i < m.hits.length && m.hits[i].passage < k.passage) { out.push(m.hits[i++]); }
      var less = worth < 1 ? 1 : 0;
      var h = {
        passage: k.passage, body: bodyWorth[k.body] * worth, soft: form || k.body === soft && !k.name && !k.page,
        name: k.name && k.name + less, page: k.page && k.page + less, next: k.next,
      };
      if (i < m.hits.length && m.hits[i].passage === k.passage) {
        var o = m.hits[i++];
        h.body = Math.max(o.body, h.body);
        h.soft = o.soft && h.soft;
        h.name = shorter(o.name, h.name);
        h.page = shorter(o.page, h.page);
        h.next |= o.next;
      }
      out.push(h);
    });
    m.hits = out.concat(m.hits.slice(i));
  }

  async function match(shards, w) {
    var m = { hits: [], spread: 0, cut: false }, dictionary = w.words ? "w" : "g";
    join(m, await shards.find(dictionary, w.key), 1, false);
    if (!w.words) {
      if (w.also) { join(m, await shards.find("g", w.also), worthAlso, false); }
      return m;
    }
    if (w.joined) { join(m, await shards.find("w", w.joined), 1, false); }
    var longer = w.prefix || !m.spread;
    if (longer || w.also) { await matchForms(shards, w, longer, m); }
    return m;
  }

  // matchForms adds the words that begin with what a word begins with: with all
  // of it, where longer ones will do, or with what it is without its ending.
  async function matchForms(shards, w, longer, m) {
    var starts = shards.manifest.starts.w, begin = w.also || w.key, shard = shards.shard("w", begin);
    for (var i = shard; i < starts.length && i < shard + mostPrefixShards; i++) {
      if (i > shard && !starts[i].startsWith(begin)) { break; }
      (await shards.entries("w", i)).forEach(function (e) {
        if (e.term === w.key || e.term === w.joined || !e.term.startsWith(begin)) { return; }
        if (longer && e.term.startsWith(w.key)) {
          join(m, search.found(e), worthPrefix, true);
        } else if (w.also) {
          join(m, search.found(e), worthAlso, true);
        }
      });
    }
  }

  function matchAll(shards, wanted) {
    return Promise.all(wanted.map(function (w) { return match(shards, w); }));
  }

  // weights says how rare each of the wanted is, in eighths of a bit; what is
  // minor is worth an eighth.
  function weights(passages, wanted, all) {
    var sum = 0, there = 0;
    var out = all.map(function (m) {
      if (!m.spread) { return 0; }
      var w = Math.max(Math.floor(8 * Math.log2(1 + passages / m.spread) + 0.5) / 8, 0.125);
      sum += w;
      there++;
      return w;
    });
    return out.map(function (w, i) { return (w || (there ? sum / there : 1)) / (wanted[i].minor ? 8 : 1); });
  }

  function tally(map, n) {
    var t = map.get(n);
    if (!t) {
      t = { covered: 0, cut: 0, body: 0, heading: { near: 0, minor: 0, has: 0 }, title: { near: 0, minor: 0, has: 0 }, linked: 0, broken: 0, soft: 0, has: 0, hasCut: 0 };
      map.set(n, t);
    }
    return t;
  }

  function add(t, weight, minor, cut) {
    t.covered += weight;
    if (minor) { return; }
    t.has++;
    if (cut) { t.cut += weight; t.hasCut++; }
  }

  function addName(n, length, wanted, minor) {
    if (!length) { return; }
    n[minor ? "minor" : "near"] += 1 / Math.max(length, wanted);
    if (!minor) { n.has++; }
  }

  // nearly says, 0 to 1, how nearly a name says just what is wanted.
  function nearly(n, wanted) { return n.has === wanted ? n.near + n.minor : n.near; }

  // Ranking is what all passages have of a query.
  function Ranking(shards, wanted, all) {
    var k = this;
    k.shards = shards;
    k.passages = new Map();
    k.pages = new Map();
    k.wanted = wanted.filter(function (w) { return !w.minor; }).length;
    k.short = all.length === 2 && wanted[0].bound;
    k.links = k.total = k.cutAll = k.cuts = 0;
    var ws = weights(shards.manifest.passages, wanted, all);
    all.forEach(function (m, i) {
      var w = ws[i], next = wanted[i].next, minor = wanted[i].minor, latest = -1;
      k.total += w;
      if (next) { k.links++; }
      if (m.cut && !minor) { k.cutAll += w; k.cuts++; }
      m.hits.forEach(function (h) {
        var t = tally(k.passages, h.passage), page = shards.page(h.passage);
        add(t, w, minor, m.cut);
        t.body += w * h.body;
        addName(t.heading, h.name, k.wanted, minor);
        addName(t.title, h.page, k.wanted, minor);
        if (h.soft && wanted[i].loud && !minor) { t.soft++; }
        if (next & h.next) { t.linked++; } else if (next && wanted[i].bound) { t.broken++; }
        if (page !== latest) { add(tally(k.pages, page), w, minor, m.cut); }
        latest = page;
      });
    });
    k.order = Array.from(k.passages.keys()).sort(function (a, b) { return a - b; });
  }

  Ranking.prototype.whole = function (t) { return t.broken === 0 && t.has + this.cuts - t.hasCut === this.wanted; };

  Ranking.prototype.coverage = function (t) { return (t.covered + worthCut * (this.cutAll - t.cut)) / this.total; };

  Ranking.prototype.anyWhole = function () {
    for (var t of this.passages.values()) { if (this.whole(t)) { return true; } }
    return false;
  };

  // named says how nearly a heading of a passage says just what is wanted.
  Ranking.prototype.named = function (n) { return nearly(this.passages.get(n).heading, this.wanted); };

  Ranking.prototype.score = function (n) {
    var t = this.passages.get(n), c = this.coverage(t), name = this.named(n), title = nearly(t.title, this.wanted);
    var s = c * c + worthBody * c * t.body / this.total + worthName * (name + name * name) + worthTitle * (title + title * title);
    if (this.links) { s += worthLinked * t.linked / this.links; }
    if (t.heading.has === this.wanted) { s += 0.5; }
    if (t.title.has === this.wanted) { s += 1; }
    if (this.whole(t)) { s += t.soft ? worthWhole : worthWhole + worthLoud; }
    if (name > 0.99 && this.shards.manifest.kinds.has(n)) { s += worthAnswer; }
    return s;
  };

  function byScore(a, b) { return b.score - a.score || a.number - b.number; }

  // best gives the pages that are worth showing with their passages, the best first.
  Ranking.prototype.best = function () {
    var k = this, pages = [], enough = k.short ? enoughOfShort : enoughAlone;
    k.order.forEach(function (n) {
      var page = k.shards.page(n), p = pages[pages.length - 1];
      if (!p || p.number !== page) {
        pages.push(p = { number: page, score: 0, passages: [] });
        if (k.whole(k.pages.get(page))) { enough = enoughBeside; }
      }
      p.passages.push({ number: n, score: k.score(n) });
    });
    pages = pages.filter(function (p) { return k.coverage(k.pages.get(p.number)) >= enough; });
    pages.forEach(function (p) { k.settle(p); });
    pages.sort(byScore).forEach(function (p, i) { p.passages = p.passages.slice(0, i < firstPages ? mostHits : laterHits); });
    return pages;
  };

  Ranking.prototype.settle = function (p) {
    var k = this, t = k.pages.get(p.number);
    var whole = p.passages.filter(function (s) { return k.whole(k.passages.get(s.number)); }).length;
    p.passages.sort(byScore);
    var best = p.passages[0].score;
    p.score = best + 0.05 * Math.min(whole, 5);
    p.score += k.whole(t) ? worthTogether : 0.5 * k.coverage(t);
    p.passages = p.passages.filter(function (s) { return s.score >= hitWorth * best; });
  };

  search.matchAll = matchAll;
  search.Ranking = Ranking;
  search.byScore = byScore;
})(window.KohortSearch);
