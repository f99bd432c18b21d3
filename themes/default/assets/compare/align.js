// align: which stages of several journeys correspond; the rules are those of insight/align.py, and one table of cases holds both to them.
(function (cjm) {
  'use strict';
  var REASONS = ['mapping', 'id', 'phase', 'title', 'likeness', 'alone'];
  var WEIGHTS = { mapping: 16000, id: 8000, phase: 5000, title: 3000, likeness: 0 };
  var AGREED = 16000, MOST = 1000, LEAST = 450, TITLE = 4, WORDS = 4, CHANNELS = 2;
  var NONE = { weight: 0, why: 'alone' };

  function meets(one, other) {
    return one.some(function (each) { return other.indexOf(each) >= 0; });
  }
  function shared(one, other) {
    var both = one.length + other.length;
    var common = one.filter(function (each) { return other.indexOf(each) >= 0; }).length;
    return both ? Math.floor(2 * MOST * common / both) : 0;
  }
  function best(one, other) {
    return Math.max.apply(null, [0].concat(one.map(function (mine) {
      return Math.max.apply(null, [0].concat(other.map(function (theirs) { return shared(mine, theirs); })));
    })));
  }
  function likeness(one, other) {
    var title = meets(one.names, other.names) ? MOST : best(one.heads, other.heads);
    return Math.floor((TITLE * title + WORDS * best(one.words, other.words) + CHANNELS * shared(one.channels, other.channels)) / 10);
  }

  // Of all pairs that might meet, those that keep the order of both sides and together weigh the most.
  function chain(weights, stays) {
    var high = weights.length, wide = high ? weights[0].length : 0;
    var gains = weights.concat([0]).map(function () { return new Array(wide + 1).fill(0); });
    var left, right, start = 0, found = {};
    var after = function (at) { return stays.has(at) ? at : at + 1; };
    for (left = high - 1; left >= 0; left -= 1) {
      for (right = wide - 1; right >= 0; right -= 1) {
        var weight = weights[left][right];
        var met = weight ? weight + gains[left + 1][after(right)] : 0;
        gains[left][right] = Math.max(met, gains[left + 1][right], gains[left][right + 1]);
      }
    }
    for (left = 0; left < high; left += 1) {
      for (right = start; right < wide; right += 1) {
        if (!weights[left][right] || gains[left][start] !== weights[left][right] + gains[left + 1][after(right)]) continue;
        found[left] = right;
        start = after(right);
        break;
      }
    }
    return found;
  }

  function line(subjects) {
    return { members: subjects.map(function () { return []; }), sketches: [], ids: [], names: [], reasons: [], given: null, said: [] };
  }
  function joined(row, subject, at, sketch, why) {
    row.members[subject].push(at);
    row.sketches.push(sketch);
    row.ids.push(sketch.id);
    row.names = row.names.concat(sketch.names);
    if (why) row.reasons.push(why);
    return row;
  }
  function isOpen(row, subject) { return !row.members[subject].length && !row.said[subject]; }

  function mapped(subjects, given) {
    var taken = new Set();
    return given.map(function (told, at) {
      var row = line(subjects);
      row.given = at;
      row.ids = told.id ? [told.id] : [];
      row.names = told.names.slice();
      row.said = told.stages.map(function (ids) { return ids !== null; });
      told.stages.forEach(function (ids, subject) {
        subjects[subject].forEach(function (sketch, position) {
          var place = subject + ' ' + position;
          if (!ids || ids.indexOf(sketch.id) < 0 || taken.has(place)) return;
          taken.add(place);
          joined(row, subject, position, sketch, 'mapping');
        });
      });
      return row;
    });
  }

  function offer(row, sketch) {
    var phases = row.sketches.map(function (known) { return known.phase; }).filter(Boolean);
    var agree = phases.indexOf(sketch.phase) >= 0;
    if (sketch.phase && phases.length && !agree) return NONE;
    var alike = Math.max.apply(null, [0].concat(row.sketches.map(function (known) { return likeness(sketch, known); })));
    var same = meets(sketch.names, row.names);
    if (agree) return { weight: (same ? AGREED : WEIGHTS.phase) + alike, why: 'phase' };
    if (same) return { weight: WEIGHTS.title + alike, why: 'title' };
    return alike >= LEAST ? { weight: alike, why: 'likeness' } : NONE;
  }

  function join(lines, subject, sketches, subjects) {
    var settled = {}, full = new Set(), fresh = {};
    lines.forEach(function (row, which) {
      row.members[subject].forEach(function (at) { settled[at] = { row: which, why: 'mapping', there: true }; full.add(which); });
    });
    sketches.forEach(function (sketch, at) {
      if (settled[at]) return;
      var which = lines.findIndex(function (row, which) { return !full.has(which) && isOpen(row, subject) && row.ids.indexOf(sketch.id) >= 0; });
      if (which < 0) return;
      settled[at] = { row: which, why: 'id' };
      full.add(which);
    });
    var offers = sketches.map(function (sketch, at) {
      var own = settled[at];
      return lines.map(function (row, which) {
        if (own) return own.row === which ? { weight: WEIGHTS[own.why], why: own.why } : NONE;
        return !full.has(which) && isOpen(row, subject) ? offer(row, sketch) : NONE;
      });
    });
    var kept = chain(offers.map(function (row) { return row.map(function (one) { return one.weight; }); }), full);
    sketches.forEach(function (sketch, at) {
      if (!settled[at] && at in kept) settled[at] = { row: kept[at], why: offers[at][kept[at]].why };
      if (settled[at]) {
        if (!settled[at].there) joined(lines[settled[at].row], subject, at, sketch, settled[at].why);
        return;
      }
      var later = at;
      while (later < sketches.length && !(later in kept)) later += 1;
      var place = later < sketches.length ? kept[later] : lines.length;
      (fresh[place] = fresh[place] || []).push(joined(line(subjects), subject, at, sketch));
    });
    return lines.concat([null]).reduce(function (all, old, which) { return all.concat(fresh[which] || [], old ? [old] : []); }, []);
  }

  function reason(row) {
    if (row.members.filter(function (positions) { return positions.length; }).length < 2) return 'alone';
    return REASONS[Math.max.apply(null, row.reasons.map(function (why) { return REASONS.indexOf(why); }))];
  }

  // A sketch from its line of text, as insight/sketch.py writes it.
  cjm.sketch = function (text) {
    var fields = text.split('|');
    var list = function (field, by) { return field ? field.split(by) : []; };
    var languages = function (field) { return list(field, '/').map(function (words) { return list(words, ' '); }); };
    return { id: fields[0], phase: fields[1], names: list(fields[2], '/'), heads: languages(fields[3]), words: languages(fields[4] === '=' ? fields[3] : fields[4]), channels: list(fields[5], ' ') };
  };

  // Rows of {members: by subject the positions of its stages, by: the least sure reason, given: which row of the file}.
  cjm.align = function (subjects, given) {
    var lines = mapped(subjects, given || []);
    subjects.forEach(function (sketches, subject) { lines = join(lines, subject, sketches, subjects); });
    return lines.filter(function (row) { return row.reasons.length || row.sketches.length; }).map(function (row) {
      return { members: row.members, by: reason(row), given: row.given };
    });
  };
})(window.cjm);
