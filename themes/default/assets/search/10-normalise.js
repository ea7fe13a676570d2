// The normal form of a text: the same of what a reader takes for the same. The
// rules are those of generator/search/normalise.go, where they are specified; a
// test holds the two to each other.
(function (search) {
  "use strict";

  var cluster = /[^][\u0300-\u036f\u3099\u309a\uff9e\uff9f]*/gu;
  var zeroWidth = /[\u00ad\u200b-\u200d\u2060\ufeff\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/u;
  var letter = /[\p{L}\p{M}\p{Nd}]/u;
  var small = "ァィゥェォッャュョヮヵヶヂヅヰヱ", large = "アイウエオツヤユヨワカカジズイエ";
  var voiced = { "ァ": "バ", "ィ": "ビ", "ェ": "ベ", "ォ": "ボ" };
  var latin = { "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i", "ς": "σ" };

  function isKana(c) { return c >= "ァ" && c <= "ー" && c !== "・"; }

  function isCJK(c) {
    var n = c ? c.codePointAt(0) : 0;
    return n >= 0x4e00 && n <= 0x9fff || isKana(c) || n === 0x3006 || n === 0x3007 || n >= 0x3400 && n <= 0x4dbf ||
      n >= 0xac00 && n <= 0xd7a3 || n >= 0xf900 && n <= 0xfaff || n >= 0x20000 && n <= 0x3ffff;
  }

  function isLetter(c) { return c !== "" && c.codePointAt(0) < 0x10000 && !isCJK(c) && letter.test(c); }

  // fold gives the normal form as a list of characters; for each its place in
  // the text (of a space, where the character before it ends); and where the
  // last one ends. open says that the text ends within a word.
  function fold(text) {
    var chars = [], from = [], stop = 0, until = 0, gap = false, held = "", vu = false;

    function last() { return gap || held || !chars.length ? "" : chars[chars.length - 1]; }
    function hold(c) { gap = gap || held !== "" || !chars.length; held = c; }

    function put(c, at) {
      vu = false;
      if (held) {
        var before = chars.length ? chars[chars.length - 1] : "";
        gap = gap || !(held === "・" ? isKana(before) && isKana(c) : isLetter(before) && isLetter(c));
        held = "";
      }
      if (gap) {
        gap = false;
        if (chars.length) { chars.push(" "); from.push(stop); }
      }
      chars.push(c);
      from.push(at);
      stop = until;
    }

    function putKana(c, at) {
      if (c === "ヴ") {
        put("ブ", at);
        vu = true;
      } else if (vu && !gap && !held && voiced[c]) {
        chars[chars.length - 1] = voiced[c];
        vu = false;
        stop = until;
      } else {
        var i = small.indexOf(c);
        put(i < 0 ? c : large[i], at);
      }
    }

    function putOther(c, at) {
      for (var d of c.normalize("NFD")) {
        d = d.toLowerCase();
        if (d >= "\u0300" && d <= "\u036f") { continue; }
        if (latin[d]) {
          for (var l of latin[d]) { put(l, at); }
        } else if (isLetter(d)) {
          put(d, at);
        } else {
          gap = true;
        }
      }
    }

    function add(c, at) {
      if (zeroWidth.test(c)) { return; }
      if (c >= "ぁ" && c <= "ゖ") {
        putKana(String.fromCharCode(c.charCodeAt(0) + 0x60), at);
      } else if (c >= "ァ" && c <= "ヺ") {
        putKana(c, at);
      } else if (c === "ー") {
        vu = false;
        if (isKana(last()) && last() !== "ー") { put(c, at); }
      } else if ("々〻ゝゞヽヾ".includes(c)) {
        if (isCJK(last()) && last() !== "ー") { put(last(), at); }
      } else if (isCJK(c)) {
        put(c, at);
      } else if (c === "・") {
        hold(c);
      } else if (c === "'" || c === "’") {
        hold("’");
      } else {
        putOther(c, at);
      }
    }

    for (var m of text.matchAll(cluster)) {
      until = m.index + m[0].length;
      for (var c of m[0].normalize("NFKC")) { add(c, m.index); }
    }
    return { chars: chars, from: from, stop: stop, open: !gap && !held };
  }

  search.fold = fold;
  search.isKana = isKana;
  search.isCJK = isCJK;
  search.normalise = function (text) { return fold(text).chars.join(""); };
})(window.KohortSearch = window.KohortSearch || {});
