// A query, read into what a passage should have: pairs of kana and kanji, words,
// and the beginning of a word. See generator/search/tokens.go and wanted.go.
(function (search) {
  "use strict";

  var mostWanted = 40;
  var minorWords = (" a an and are as at be by can could did do does for from has have how i if in is it its may me my of on or our " +
    "shall should so that the their them there these they this to us was we were what whats when where which who why will with would you your ");
  var optional = "アカサタナハマヤラワガザダバパイキシチニヒミリギジビピ";

  // runs cuts a normal form at its spaces and where Japanese begins or ends.
  function runs(chars) {
    var out = [];
    for (var i = 0; i < chars.length;) {
      if (chars[i] === " ") { i++; continue; }
      var start = i, cjk = search.isCJK(chars[i]);
      while (i < chars.length && chars[i] !== " " && search.isCJK(chars[i]) === cjk) { i++; }
      out.push({ at: start, text: chars.slice(start, i), cjk: cjk });
    }
    return out;
  }

  // grams gives the pairs of a run, each with the places of its two characters,
  // or its only character.
  function grams(text) {
    var out = [], before = -1, long = "";
    text.forEach(function (c, i) {
      if (c === "ー") { long = c; return; }
      if (before >= 0) { out.push({ a: text[before], b: c, long: long, from: before, to: i }); }
      before = i;
      long = "";
    });
    if (!out.length && before >= 0) { out.push({ a: text[before], b: "", long: "", from: before, to: before }); }
    return out;
  }

  // bases is a run without ー.
  function bases(text) { return text.filter(function (c) { return c !== "ー"; }); }

  function key(g) { return g.a + g.b + g.long; }

  function stem(word) {
    var n = word.length;
    if (n < 4 || word[n - 1] !== "s") { return word; }
    if (n > 4 && word.endsWith("ies")) { return word.slice(0, n - 3) + "y"; }
    return "sui".includes(word[n - 2]) ? word : word.slice(0, n - 1);
  }

  // base is a word without -ing, -ed or -ly; empty where too little is left.
  function base(word) {
    var ending = ["ing", "ed", "ly"].find(function (e) { return word.endsWith(e) && word.length >= e.length + 4; });
    if (!ending) { return ""; }
    var rest = word.slice(0, -ending.length), n = rest.length;
    return n > 4 && rest[n - 1] === rest[n - 2] ? rest.slice(0, n - 1) : rest;
  }

  // A set of five bits for what follows a pair or a word; see following in terms.go.
  function bit(c) { return 1 << (c.codePointAt(0) % 5); }

  function nextBit(chars, at) {
    if (at + 1 < chars.length && chars[at] === "ー" && chars[at + 1] !== " ") { at++; }
    if (chars[at] === " ") { at++; }
    return at < chars.length ? bit(chars[at]) : 0;
  }

  // hyphenated says whether a hyphen and nothing else stands between two words.
  function hyphenated(text, folded, a, b) {
    var end = a.at + a.text.length;
    return end + 1 === b.at && text.slice(folded.from[end], folded.from[b.at]) === "-";
  }

  function isHiragana(c) { return c >= "\u3040" && c < "\u3099"; }

  function read(typed) {
    var folded = search.fold(typed), chars = folded.chars;
    var q = { typed: typed, folded: folded, runs: runs(chars), wanted: [] };

    function want(w) {
      var have = q.wanted.find(function (h) { return h.words === w.words && h.key === w.key; });
      if (have) {
        have.prefix = have.prefix || w.prefix;
        if (have.next !== w.next) { have.next = 0; }
      } else if (q.wanted.length < mostWanted) {
        q.wanted.push(w);
      }
    }

    function wantPair(run, i, g, either) {
      var end = g.to + 1, text = run.text;
      want({
        run: i, words: false, key: key(g), prefix: false, minor: false,
        also: either && g.b && optional.includes(g.a) ? g.a + g.b + (g.long ? "" : "ー") : "",
        next: nextBit(chars, run.at + end),
        loud: !isHiragana(typed[folded.from[run.at + g.from]]) || !isHiragana(typed[folded.from[run.at + g.to]]),
        bound: end < text.length && !(end + 1 === text.length && text[end] === "ー"),
      });
    }

    // joined is the word that a run is with its neighbour: of two words that a
    // hyphen joins, and where they are all of the query.
    function joined(i) {
      for (var first of [i, i - 1]) {
        var a = q.runs[first], b = q.runs[first + 1];
        if (!a || !b || a.cjk || b.cjk) { continue; }
        if (q.runs.length === 2 || hyphenated(typed, folded, a, b)) { return stem(a.text.concat(b.text).join("")); }
      }
      return "";
    }

    function wantWord(run, i) {
      var text = run.text.join(""), word = stem(text);
      want({
        run: i, words: true, key: word, also: base(word), joined: joined(i), minor: minorWords.includes(" " + text + " "),
        prefix: i === q.runs.length - 1 && folded.open, next: nextBit(chars, run.at + run.text.length), loud: true, bound: false,
      });
    }

    q.runs.forEach(function (run, i) {
      if (run.cjk) {
        var either = bases(run.text).length >= 4;
        grams(run.text).forEach(function (g) {
          var particle = !g.b && search.isKana(g.a) && q.runs.length > 1;
          if (!particle) { wantPair(run, i, g, either); }
        });
      } else {
        wantWord(run, i);
      }
    });
    if (q.wanted.every(function (w) { return w.minor; })) { q.wanted.forEach(function (w) { w.minor = false; }); }
    return q;
  }

  search.runs = runs;
  search.grams = grams;
  search.bases = bases;
  search.isHiragana = isHiragana;
  search.key = key;
  search.stem = stem;
  search.bit = bit;
  search.hyphenated = hyphenated;
  search.read = read;
})(window.KohortSearch);
