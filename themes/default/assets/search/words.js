// words: how the search takes texts apart: letters are folded, a word with hyphens counts in its parts and whole, forms of a word share a stem.
(function (cjm) {
  'use strict';
  var RUN = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[-\u2010\u2011'\u2019\u02bc][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*/gu;
  // Scripts that are written without spaces are searched sign by sign.
  var PART = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{M}\p{N}])+/gu;
  var STEMMED = ['en', 'ru'];
  var LONGEST = 60;

  function fold(text) {
    return text.toLowerCase().normalize('NFC').replace(/ё/g, 'е').replace(/[\u00c0-\u024f]/g, function (letter) {
      return letter.normalize('NFD').charAt(0);
    });
  }

  // A text's words with their places: {at, text, parts: [{at, text, term}], whole}; whole is "" for a word of one part.
  function words(text) {
    return Array.from(text.matchAll(RUN), function (run) {
      var parts = Array.from(run[0].matchAll(PART), function (part) {
        return { at: run.index + part.index, text: part[0], term: fold(part[0]).slice(0, LONGEST) };
      });
      var whole = parts.length > 1 ? parts.map(function (part) { return part.term; }).join('') : '';
      return { at: run.index, text: run[0], parts: parts, whole: whole.slice(0, LONGEST) };
    });
  }

  function terms(text) {
    return words(text).flatMap(function (word) {
      var found = word.parts.map(function (part) { return part.term; });
      return word.whole ? found.concat(word.whole) : found;
    });
  }

  // A language's stems; in a language without stemmer every word is its own. Names and foreign words are stemmed by their letters.
  function stemmer(language) {
    if (STEMMED.indexOf(language.split('-')[0]) < 0) return function (term) { return term; };
    var english = new window.EnglishStemmer(), russian = new window.RussianStemmer(), known = new Map();
    return function (term) {
      if (!known.has(term)) {
        known.set(term, /^[a-z]+$/.test(term) ? english.stemWord(term) : /^[а-я]+$/.test(term) ? russian.stemWord(term) : term);
      }
      return known.get(term);
    };
  }

  // A text in pieces [text, found]: found is what a search hit; of a word that was begun in the query only the beginning.
  function marked(text, hits, begun) {
    var pieces = [], done = 0;
    function mark(at, length) {
      if (at > done) pieces.push([text.slice(done, at), false]);
      pieces.push([text.slice(at, at + length), true]);
      done = at + length;
    }
    words(text).forEach(function (word) {
      var inside = word.parts.filter(function (part) { return hits.has(part.term); });
      if (!inside.length && word.whole && hits.has(word.whole)) mark(word.at, word.text.length);
      inside.forEach(function (part) {
        var start = begun.find(function (one) { return part.term.indexOf(one) === 0; });
        mark(part.at, start && fold(part.text).length === part.text.length ? start.length : part.text.length);
      });
    });
    if (done < text.length) pieces.push([text.slice(done), false]);
    return pieces;
  }

  cjm.take('assets/search/words.js', { fold: fold, words: words, terms: terms, stemmer: stemmer, marked: marked });
})(window.cjm);
