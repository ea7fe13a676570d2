// What was typed wrong by one character. See generator/search/correct.go and
// near.go.
(function (search) {
  "use strict";

  var tried = 8, shortestPart = 3;

  function oneAway(a, b) {
    if (a.length > b.length) { var c = a; a = b; b = c; }
    if (b.length - a.length > 1) { return false; }
    var i = 0, j = 0;
    while (i < a.length && a[i] === b[i]) { i++; }
    while (j < a.length - i && a[a.length - 1 - j] === b[b.length - 1 - j]) { j++; }
    var rest = a.length - i - j;
    if (b.length > a.length) { return rest === 0; }
    return rest === 1 || rest === 2 && a[i] === b[i + 1] && a[i + 1] === b[i];
  }

  function end(folded, i) { return i + 1 < folded.from.length ? folded.from[i + 1] : folded.stop; }

  function script(c) { return search.isKana(c) ? 0 : search.isCJK(c) ? 1 : 2; }

  // likeness says how good a stretch of a text is; nought where it is not near.
  function likeness(typed, text, at, length) {
    var part = text.slice(at, at + length), first = part[0], last = part[length - 1], end = typed[typed.length - 1];
    if (search.isKana(first) !== search.isKana(typed[0]) || search.isKana(last) !== search.isKana(end)) { return 0; }
    if (first !== typed[0] && typed.length < 4) { return 0; }
    var same = part.join("") === typed.join("");
    if (!part.every(search.isCJK) || !same && !oneAway(typed, part)) { return 0; }
    return (same ? 8 : 1) + (first === typed[0] ? 2 : 0) + (last === end ? 2 : 0) +
      (at === 0 || script(text[at - 1]) !== script(first) ? 1 : 0) +
      (at + length === text.length || script(text[at + length]) !== script(last) ? 1 : 0);
  }

  // nearest gives the stretch of a text that is one character or one ー away, as
  // the text writes it, and how good it is.
  function nearest(typed, loud, s) {
    var f = search.fold(s), text = search.bases(f.chars), from = [], out = { found: "", worth: 0 };
    f.chars.forEach(function (c, i) { if (c !== "ー") { from.push(i); } });
    [typed.length, typed.length + 1, typed.length - 1].forEach(function (length) {
      for (var i = 0; i + length <= text.length; i++) {
        if (loud && search.isHiragana(s[f.from[from[i]]])) { continue; }
        var worth = likeness(typed, text, i, length);
        if (worth <= out.worth) { continue; }
        var last = from[i + length - 1];
        if (f.chars[last + 1] === "ー") { last++; }
        out = { found: s.slice(f.from[from[i]], end(f, last)), worth: worth };
      }
    });
    return out;
  }

  // around gives the shards of words that begin with the same two letters, and
  // the one of the word with the two exchanged.
  function around(shards, letters) {
    var first = 0, last = shards.manifest.starts.w.length - 1, begin = letters[0] + letters[1], out = [];
    if (last >= tried) {
      var at = shards.shard("w", letters.join(""));
      first = Math.max(shards.shard("w", begin), at - tried / 2);
      last = Math.min(shards.shard("w", begin + "\uffff"), at + tried / 2);
    }
    for (var i = first; i <= last; i++) { out.push(i); }
    var swapped = shards.shard("w", letters[1] + letters[0] + letters.slice(2).join(""));
    return out.includes(swapped) ? out : out.concat(swapped);
  }

  async function correctWord(shards, word) {
    var letters = Array.from(word), best = "", spread = 0;
    for (var shard of around(shards, letters)) {
      for (var e of await shards.entries("w", shard)) {
        if (!oneAway(letters, Array.from(e.term))) { continue; }
        var f = search.found(e);
        if (f.spread > spread) { best = e.term; spread = f.spread; }
      }
    }
    return best;
  }

  // beside counts the passages that have two terms, the first followed by what
  // the second begins with.
  function beside(a, b, next) {
    var has = new Set(b.hits.map(function (h) { return h.passage; }));
    return a.hits.filter(function (h) { return has.has(h.passage) && h.next & next; }).length;
  }

  // part gives the two words that were typed as one (frontmatter).
  async function part(shards, letters) {
    var best = "", most = 0;
    for (var at = shortestPart; at + shortestPart <= letters.length; at++) {
      var a = letters.slice(0, at).join(""), b = letters.slice(at).join("");
      var first = await shards.find("w", search.stem(a));
      if (!first.spread) { continue; }
      var n = beside(first, await shards.find("w", search.stem(b)), search.bit(letters[at]));
      if (n > most) { best = a + " " + b; most = n; }
    }
    return best;
  }

  async function correctJapanese(shards, typed, loud, k) {
    var near = k.order.map(function (n) { return { number: n, score: k.passages.get(n).covered }; });
    near = near.sort(search.byScore).slice(0, tried);
    var texts = await Promise.all(near.map(function (n) { return shards.text(n.number); }));
    var best = { found: "", worth: 0 };
    texts.forEach(function (t) {
      [t.heading, t.text].forEach(function (s) {
        var n = nearest(typed, loud, s);
        if (n.worth > best.worth) { best = n; }
      });
    });
    return best.found;
  }

  async function correctRun(shards, q, run, all) {
    var here = function (m, i) { return q.wanted[i].run === run; };
    var wanted = q.wanted.filter(here), text = q.runs[run].text;
    if (!wanted.length) { return ""; }
    var k = new search.Ranking(shards, wanted, all.filter(here));
    if (k.anyWhole()) { return ""; }
    if (!q.runs[run].cjk) { return await correctWord(shards, search.stem(text.join(""))) || part(shards, text); }
    var loud = !search.isHiragana(q.typed[q.folded.from[q.runs[run].at]]);
    return correctJapanese(shards, search.bases(text), loud, k);
  }

  // correct gives the query with the runs corrected that no passage has; empty
  // where nothing is near.
  async function correct(shards, q, all) {
    var out = "", from = 0, changed = false;
    for (var i = 0; i < q.runs.length; i++) {
      var run = q.runs[i], start = q.folded.from[run.at], stop = end(q.folded, run.at + run.text.length - 1);
      var instead = run.text.length >= (run.cjk ? 3 : 4) ? await correctRun(shards, q, i, all) : "";
      changed = changed || instead !== "";
      out += q.typed.slice(from, start) + (instead || q.typed.slice(start, stop));
      from = stop;
    }
    return changed ? out + q.typed.slice(from) : "";
  }

  search.oneAway = oneAway;
  search.correct = correct;
})(window.KohortSearch);
