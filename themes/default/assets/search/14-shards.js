// The files of an index: which of them has what, loading them by script tags
// (so that it works over file://), and reading them. The format is written by
// generator/search: manifest.go, shard.go, texts.go and code.go.
(function (search) {
  "use strict";

  var alphabet = "!#$&'()*+/:;=>?@[]^`{|}~bcdfghjklmnpqrstvwxzBCDFGHJKLMNPQRSTVWXZ";
  var digits = new Map(Array.from(alphabet, function (c, i) { return [c, i]; }));
  var hashLength = 6, soft = 1, anything = 31;

  // A reader of numbers that stand one behind the other.
  function numbers(s, at) {
    return {
      more: function () { return at < s.length; },
      next: function () {
        var n = 0, times = 1;
        while (at < s.length) {
          var digit = digits.get(s[at++]);
          if (digit < 32) { return n + digit * times; }
          n += (digit - 32) * times;
          times *= 32;
          n += times;
        }
        return n;
      },
    };
  }

  function sums(s) {
    var out = [0], sum = 0;
    for (var r = numbers(s, 0); r.more();) { out.push(sum += r.next()); }
    return out;
  }

  // upper is the first place whose value stands after another.
  function upper(sorted, value) {
    var low = 0, high = sorted.length;
    while (low < high) {
      var middle = (low + high) >> 1;
      if (sorted[middle] > value) { high = middle; } else { low = middle + 1; }
    }
    return low;
  }

  // found gives the postings of an entry; next is what follows the term, where
  // that is kept.
  function found(e) {
    var s = e.postings, cut = s[0] === "-", r = numbers(s, cut ? 1 : 0);
    var links = Array.from(e.term).length > 1 || e.term < "\u0080";
    var spread = cut ? r.next() : 0, hits = [], passage = 0;
    while (r.more()) {
      var n = r.next(), w = n % 4, plain = w !== 0;
      passage += (n - w) / 4;
      if (!plain) { w = r.next(); }
      var next = links && !(plain && w === soft) ? r.next() : anything;
      hits.push({ passage: passage, body: w % 4, name: (w >> 2) % 32, page: w >> 7, next: next });
      passage++;
    }
    return { hits: hits, spread: cut ? spread : hits.length, cut: cut };
  }

  // Shards reads the index below an address.
  function Shards(base) {
    this.base = base;
    this.values = new Map();
    this.loading = new Map();
    this.manifest = null;
  }

  Shards.prototype.file = function (part) {
    var m = this.manifest, n = Number(part.slice(1));
    return part + "-" + m[part[0] + "Hashes"].slice(n * hashLength, (n + 1) * hashLength) + ".js";
  };

  // load gives a promise of what a file hands over; the manifest is part "".
  Shards.prototype.load = function (part, file) {
    var shards = this;
    if (!shards.loading.has(part)) {
      shards.loading.set(part, new Promise(function (resolve, reject) {
        var script = document.createElement("script");
        var failed = function () {
          script.remove();
          shards.loading.delete(part);
          reject(new Error("search: cannot load " + script.src));
        };
        script.onerror = failed;
        script.onload = function () {
          script.remove();
          if (shards.values.has(part)) { resolve(shards.values.get(part)); } else { failed(); }
        };
        script.src = shards.base + (file || shards.file(part));
        document.head.appendChild(script);
      }));
    }
    return shards.loading.get(part);
  };

  Shards.prototype.open = async function (file) {
    if (this.manifest) { return; }
    var m = await this.load("", file);
    m.starts = { g: m.gStarts ? m.gStarts.split("|") : [], w: m.wStarts ? m.wStarts.split("|") : [] };
    m.first = sums(m.pages);
    m.passages = m.first[m.first.length - 1];
    m.texts = sums(m.tCounts);
    m.kinds = new Map();
    sums(m.questions).slice(1).forEach(function (n) { m.kinds.set(n, "question"); });
    sums(m.terms).slice(1).forEach(function (n) { m.kinds.set(n, "term"); });
    this.manifest = m;
  };

  // page is the page of a passage.
  Shards.prototype.page = function (passage) { return upper(this.manifest.first, passage) - 1; };

  Shards.prototype.shard = function (dictionary, term) {
    return Math.max(0, upper(this.manifest.starts[dictionary], term) - 1);
  };

  // entries gives the terms of a shard with their postings as they stand there.
  Shards.prototype.entries = async function (dictionary, shard) {
    if (shard >= this.manifest.starts[dictionary].length) { return []; }
    var part = dictionary + shard, value = await this.load(part);
    if (typeof value === "string") {
      var fields = value.split(" "), out = [];
      for (var i = 0; i + 1 < fields.length; i += 2) { out.push({ term: fields[i], postings: fields[i + 1] }); }
      this.values.set(part, value = out);
      this.loading.set(part, Promise.resolve(out));
    }
    return value;
  };

  Shards.prototype.find = async function (dictionary, term) {
    var entries = await this.entries(dictionary, this.shard(dictionary, term));
    var e = entries.find(function (e) { return e.term === term; });
    return e ? found(e) : { hits: [], spread: 0, cut: false };
  };

  // text gives a passage as it is shown.
  Shards.prototype.text = async function (passage) {
    var shard = upper(this.manifest.texts, passage) - 1;
    var pages = await this.load("t" + shard), at = this.manifest.texts[shard];
    for (var p of pages) {
      if (passage < at + p.length - 3) {
        var s = p[3 + passage - at];
        return { url: p[0], title: p[1], description: p[2], anchor: s[0], heading: s[1], kind: s[2], text: s[3], lang: s[4] || "", aliases: s.slice(5) };
      }
      at += p.length - 3;
    }
    throw new Error("search: no passage " + passage);
  };

  search.Shards = Shards;
  search.found = found;
})(window.KohortSearch);
