// What of a passage is shown: the place that says most of what is wanted, with
// marks, as pieces of text.
(function (search) {
  "use strict";

  var before = 24, length = 110; // characters of Japanese; twice as many of other text

  // marks says for each character of a normal form whether a query finds it. A
  // part of a run is marked only where no run stands whole.
  function marks(text, folded, q) {
    var found = [], on = new Array(folded.chars.length).fill(false);
    var last = null;
    search.runs(folded.chars).forEach(function (run) {
      var joined = last && search.hyphenated(text, folded, last, run) ? last.text.concat(run.text) : [];
      var end = run.at + run.text.length - 1;
      if (run.cjk) { stretches(run, q, found); } else if (hasWord(run.text, q)) { found.push(stretch(run.at, end, 0)); }
      if (joined.length && hasWord(joined, q)) { found.push(stretch(last.at, end, 0)); }
      last = run.cjk ? null : run;
    });
    found.forEach(function (s) { s.worth = worth(s, text, folded, q); });
    var most = Math.max.apply(null, found.map(function (s) { return s.worth; }).concat(1));
    found.forEach(function (s) {
      if (s.worth < most && !(s.worth > 0 && s.size === 0)) { return; }
      var to = folded.chars[s.to + 1] === "ー" ? s.to + 1 : s.to;
      for (var i = s.from; i <= to; i++) { on[i] = true; }
    });
    return on;
  }

  // A stretch is a word, of size 0, or as many characters of Japanese.
  function stretch(from, to, size) { return { from: from, to: to, size: size, worth: 0 }; }

  function hasWord(text, q) {
    var word = search.stem(text.join(""));
    return q.wanted.some(function (w) {
      if (!w.words || w.minor || w.key.length <= 2 && q.wanted.length > 1) { return w.joined === word; }
      return w.key === word || w.joined === word || w.prefix && word.startsWith(w.key) || w.also && word.startsWith(w.also);
    });
  }

  // stretches adds those of a run whose pairs, or single kanji, are wanted.
  function stretches(run, q, found) {
    function wanted(key) { return q.wanted.some(function (w) { return !w.words && (w.key === key || w.also === key); }); }
    var s = null;
    search.grams(run.text).forEach(function (g) {
      var hit = wanted(search.key(g));
      if (hit && s) {
        s.to = run.at + g.to;
        s.size++;
      } else if (hit) {
        found.push(s = stretch(run.at + g.from, run.at + g.to, g.b ? 2 : 1));
      } else {
        s = null;
      }
    });
    run.text.forEach(function (c, i) {
      if (run.text.length > 1 && wanted(c)) { found.push(stretch(run.at + i, run.at + i, 1)); }
    });
  }

  // worth is 2 of a word and of a whole run, 1 of a part and of what goes on
  // where the run ends in ー (メンター, メンタル), 0 of two kana or less.
  function worth(s, text, folded, q) {
    var chars = folded.chars.slice(s.from, s.to + 1), said = search.bases(chars).join("");
    var next = s.to + 1 < folded.from.length ? text[folded.from[s.to + 1]] : "";
    var whole = s.size === 0 || q.runs.some(function (run) {
      var closed = run.text[run.text.length - 1] === "ー" && next >= "ァ" && next <= "ヺ";
      return run.cjk && !closed && said.includes(search.bases(run.text).join(""));
    });
    if (whole) { return 2; }
    return s.size < 3 && chars.every(search.isKana) ? 0 : 1;
  }

  // best is where in a normal form the piece begins that has most marks.
  function best(on, size) {
    var most = 0, at = 0, sum = 0;
    for (var i = 0; i < on.length; i++) {
      if (on[i]) { sum++; }
      if (i >= size && on[i - size]) { sum--; }
      if (sum > most) { most = sum; at = Math.max(0, i - size + 1); }
    }
    while (at < on.length && !on[at]) { at++; }
    return most ? at : 0;
  }

  // begin moves a place back to where a sentence begins, or to a word.
  function begin(text, at) {
    if (at <= 0) { return 0; }
    for (var i = at; i > Math.max(0, at - before); i--) {
      if ("。！？".includes(text[i - 1]) || " " === text[i - 1] && ".!?".includes(text[i - 2] || "")) { return i; }
    }
    for (i = Math.max(0, at - before); i < at; i++) {
      if (i === 0 || " 、".includes(text[i - 1])) { return i; }
    }
    return i === at ? Math.max(0, at - Math.floor(before / 2)) : i;
  }

  // pieces cuts a text where marks begin and end.
  function pieces(text, folded, on, from, to) {
    var out = [], at = from;
    function piece(end, mark) {
      if (end <= at) { return; }
      var part = text.slice(at, end), last = out[out.length - 1];
      if (last && last.mark === mark) { last.text += part; } else { out.push({ text: part, mark: mark }); }
      at = end;
    }
    for (var i = 0; i < on.length && folded.from[i] < to; i++) {
      if (!on[i] || folded.from[i] < from) { continue; }
      piece(folded.from[i], false);
      piece(Math.min(to, i + 1 < on.length ? folded.from[i + 1] : folded.stop), true);
    }
    piece(to, false);
    return out;
  }

  // snippet gives [{text, mark}] of a text.
  function snippet(text, q) {
    var folded = search.fold(text), on = marks(text, folded, q);
    var wide = folded.chars.filter(search.isCJK).length * 2 > folded.chars.length;
    var size = wide ? length : length * 2;
    var first = best(on, size - before);
    var from = text.length <= size ? 0 : begin(text, folded.from[first] || 0);
    var to = Math.min(text.length, from + size);
    if (to < text.length) {
      while (to > from + size / 2 && !wide && text[to] !== " ") { to--; }
      if (/[\udc00-\udfff]/.test(text[to])) { to--; }
    }
    if (/[\udc00-\udfff]/.test(text[from] || "")) { from--; }
    var out = pieces(text, folded, on, from, to);
    if (from > 0) { out.unshift({ text: "…", mark: false }); }
    if (to < text.length) { out.push({ text: "…", mark: false }); }
    return out;
  }

  // answer is the beginning of what explains a term or answers a question.
  function answer(text) {
    var most = 240;
    if (text.length <= most) { return text; }
    var cut = Math.max(text.lastIndexOf("。", most), text.lastIndexOf(". ", most)) + 1;
    return (cut > most / 3 ? text.slice(0, cut) : text.slice(0, most)) + "…";
  }

  search.snippet = snippet;
  search.answer = answer;
})(window.KohortSearch);
