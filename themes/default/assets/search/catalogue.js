// catalogue: everything that can be found, and the finding. Files of titles, steps and voices come in one after another.
(function (cjm) {
  'use strict';
  var WORDS = 8;
  var WEIGHT = { journey: 1.3, persona: 1.2, team: 1.1, channel: 1.1, metric: 1.1, touchpoint: 1.2, stage: 1.1, opportunity: 1, pain: 1, gain: 0.9, quote: 0.8 };
  var STATE = { future: 0.97, competitor: 0.94 }, STATUS = { draft: 0.95, retired: 0.85 };
  var EXACT = 2, BEGINS = 1.6, SAME = 2;
  var TYPO = 0.2, SHORT = 4;
  // How the addresses of a stage's parts begin; gains and quotes share that of the cell they stand in.
  var LETTER = { pain: 'p', gain: 'g', quote: 'v', opportunity: 'o' };

  function same(term) { return term; }
  function alone(term) { return [term]; }

  // A text of a file is its words, or [words, language] where that isn't the page's.
  function said(text) { return typeof text === 'string' ? { text: text, lang: '' } : { text: text[0], lang: text[1] }; }

  function catalogue(words, language) {
    var stem = words.stemmer(language);
    var docs = [], journeys = [], stages = [];
    var forms = new Map(), known = new Set();
    var index = new window.MiniSearch({
      fields: ['title', 'more'],
      tokenize: words.terms,
      processTerm: note,
      extractField: function (doc, field) { return field === 'id' ? doc.id : doc[field].text; },
      searchOptions: { tokenize: alone, processTerm: same, boost: { title: 2 } }
    });

    // The forms that texts have of a word, by its stem: a query in one form finds the others.
    function note(term) {
      if (!known.has(term)) {
        known.add(term);
        forms.set(stem(term), (forms.get(stem(term)) || []).concat(term));
      }
      return term;
    }

    function doc(kind, title, facts) {
      var made = Object.assign({ id: docs.length, kind: kind, title: said(title), more: said(''), weight: WEIGHT[kind] || 1, journey: null, stage: null, anchor: '' }, facts);
      made.plain = words.fold(made.title.text);
      docs.push(made);
      return made;
    }

    function of(journey, stage, kind, title, anchor, facts) {
      return doc(kind, title, Object.assign({
        path: journey.path, journey: journey, stage: stage, anchor: anchor, weight: WEIGHT[kind] * journey.standing
      }, facts));
    }

    function titles(file) {
      file.journeys.forEach(function (row) {
        var standing = (STATE[row[3]] || 1) * (STATUS[row[4]] || 1);
        journeys.push(doc('journey', row[1], {
          path: row[0], more: said(row[2]), state: row[3], status: row[4], standing: standing, weight: WEIGHT.journey * standing
        }));
      });
      file.things.forEach(function (row) { doc(row[0], row[2], { path: row[1], more: said(row[3]) }); });
    }

    function steps(file) {
      file.steps.forEach(function (rows, at) {
        var journey = journeys[file.first + at];
        var own = stages[file.first + at] = rows[0].map(function (row) {
          return of(journey, null, 'stage', row[1], 's-' + row[0], { key: row[0], score: row[2] });
        });
        rows[1].forEach(function (row) {
          of(journey, own[row[0]], 'touchpoint', row[2], 't-' + own[row[0]].key + '-' + row[1], { score: row[3], channel: row[4] });
        });
      });
    }

    function voices(file) {
      file.voices.forEach(function (rows, at) {
        rows.forEach(function (row) {
          var stage = stages[file.first + at][row[1]];
          var anchor = [LETTER[row[0]], stage.key].concat(row[2] || []).join('-');
          of(journeys[file.first + at], stage, row[0], row[3], anchor, { mark: row[4] });
        });
      });
    }

    // Takes in a file; the page stays awake meanwhile. Gives a promise of the number of things known.
    function add(file) {
      var before = docs.length;
      (file.things ? titles : file.steps ? steps : voices)(file);
      return index.addAllAsync(docs.slice(before), { chunkSize: 500 }).then(function () { return docs.length; });
    }

    // What one word of a query asks for: beginnings of words, other forms of it, and only where that leads nowhere, its misspellings.
    function asked(word) {
      var ways = word.parts.map(function (part) { return way(part.term); });
      var tree = ways.length > 1 ? { combineWith: 'AND', queries: ways } : ways[0];
      var found = index.search(word.whole ? { combineWith: 'OR', queries: [tree, way(word.whole)] } : tree);
      if (found.length) return found;
      var terms = word.parts.map(function (part) { return part.term; }).concat(word.whole || []);
      return index.search({ combineWith: 'OR', queries: terms.flatMap(misspelt) });
    }

    function way(term) {
      var others = (forms.get(stem(term)) || []).filter(function (form) { return form !== term; });
      return { combineWith: 'OR', queries: [{ queries: [term], prefix: true }].concat(others.map(function (form) {
        return { queries: [form], boostTerm: function () { return 0.8; } };
      })) };
    }

    // A letter in five may be wrong, and two neighbours may have changed places, which is the slip of a fast typist.
    function misspelt(term) {
      if (term.length < SHORT) return [];
      var close = [term, stem(term)].filter(function (one, at, all) { return one.length >= SHORT && all.indexOf(one) === at; });
      return close.map(function (one) { return { queries: [one], fuzzy: TYPO }; }).concat(swapped(term).map(way));
    }

    function swapped(term) {
      return Array.from({ length: term.length - 1 }, function (_, at) {
        return term.slice(0, at) + term.charAt(at + 1) + term.charAt(at) + term.slice(at + 2);
      });
    }

    // Each hit with the words of the query it holds, as bits, its score and the terms that were hit.
    function hits(query) {
      var found = new Map();
      query.forEach(function (word, at) {
        var typed = word.parts.map(function (part) { return part.term; }).concat(word.whole || []);
        asked(word).forEach(function (result) {
          var exact = result.terms.some(function (term) { return typed.indexOf(term) >= 0; }), score = result.score * (exact ? EXACT : 1);
          var hit = found.get(result.id);
          if (hit) {
            hit.bits |= 1 << at;
            hit.score += score;
            hit.terms = hit.terms.concat(result.terms);
          } else {
            found.set(result.id, { doc: docs[result.id], bits: 1 << at, score: score, terms: result.terms, answers: 0 });
          }
        });
      });
      return found;
    }

    function bits(found, doc) { return doc && found.has(doc.id) ? found.get(doc.id).bits : 0; }
    function count(mask) { var n = 0; for (; mask; mask &= mask - 1) n += 1; return n; }

    // Results by kind, the best kind first. A result answers every word of the query, with the help of its stage and journey; of three
    // words and more one may be missing.
    function find(text) {
      var query = words.words(text).slice(0, WORDS);
      var found = hits(query), whole = words.fold(text.trim()), most = query.length > 2 ? query.length - 1 : query.length;
      found.forEach(function (hit) {
        hit.answers = count(hit.bits | bits(found, hit.doc.stage) | bits(found, hit.doc.journey));
        most = Math.max(most, hit.answers);
        hit.score *= hit.doc.weight * (hit.doc.plain === whole ? SAME : hit.doc.plain.indexOf(whole) === 0 ? BEGINS : 1);
      });
      var groups = new Map(), total = 0;
      found.forEach(function (hit) {
        if (hit.answers < most) return;
        total += 1;
        if (!groups.has(hit.doc.kind)) groups.set(hit.doc.kind, { kind: hit.doc.kind, hits: [] });
        groups.get(hit.doc.kind).hits.push(hit);
      });
      var order = function (one, other) { return other.score - one.score || one.doc.id - other.doc.id; };
      var sorted = Array.from(groups.values());
      sorted.forEach(function (group) { group.hits.sort(order); });
      sorted.sort(function (one, other) { return order(one.hits[0], other.hits[0]); });
      var first = sorted[0] && sorted[0].hits[0].doc;
      return { total: total, groups: sorted, named: Boolean(first) && first.plain.indexOf(whole) === 0, begun: query.flatMap(function (word) {
        return word.parts.map(function (part) { return part.term; }).concat(word.whole || []);
      }) };
    }

    return { add: add, find: find };
  }

  cjm.take('assets/search/catalogue.js', catalogue);
})(window.cjm);
