// table: journeys on one line of stages, made of the cells that each brings along; the same table as a ready comparison's.
(function (cjm) {
  'use strict';
  var SVG = 'http://www.w3.org/2000/svg';
  var GAP = 7.7, TOP = 4, BOTTOM = 96;

  function make(tag, name, text) {
    var node = document.createElement(tag);
    if (name) node.className = name;
    if (text !== undefined) node.textContent = text;
    return node;
  }
  function within(node, children) {
    children.forEach(function (child) { if (child) node.appendChild(child); });
    return node;
  }
  function fill(text, values) {
    return Object.keys(values).reduce(function (all, key) { return all.split('{' + key + '}').join(values[key]); }, text);
  }
  cjm.make = make;
  cjm.within = within;
  cjm.fill = fill;

  function touch(item) {
    return { sketch: cjm.sketch(item.dataset.sketch), link: item.firstElementChild };
  }
  function sketches(of) {
    return of.map(function (one) { return one.sketch; });
  }

  // What a journey's piece holds: its stages with figures in tenths, and its cells by row.
  cjm.contender = function (piece) {
    var article = piece.querySelector('article'), home = article.querySelector('header a'), rows = {};
    var mean = article.querySelector('.mean'), proven = article.querySelector('.proven');
    cjm.all('section', article).forEach(function (row) { rows[row.dataset.row] = Array.prototype.slice.call(row.children); });
    return {
      id: article.dataset.id, state: article.dataset.state, home: home, title: home.textContent, rows: rows,
      mean: mean ? mean.textContent : '', proven: proven ? proven.textContent : '',
      stages: cjm.all('ol > li', article).map(function (item) {
        return { sketch: cjm.sketch(item.dataset.sketch), link: item.firstElementChild, figures: item.dataset, touches: cjm.all('ul li', item).map(touch) };
      })
    };
  };

  // A monotone cubic (Fritsch-Carlson) through all points, as the builder draws it.
  function slopes(points) {
    var secants = points.slice(1).map(function (to, at) { return (to[1] - points[at][1]) / (to[0] - points[at][0]); });
    var found = points.map(function (_, at) {
      if (!at || at === secants.length) return secants[at ? at - 1 : 0];
      return secants[at - 1] * secants[at] <= 0 ? 0 : (secants[at - 1] + secants[at]) / 2;
    });
    secants.forEach(function (secant, at) {
      if (!secant) {
        found[at] = found[at + 1] = 0;
        return;
      }
      var size = Math.hypot(found[at] / secant, found[at + 1] / secant);
      if (size <= 3) return;
      found[at] *= 3 / size;
      found[at + 1] *= 3 / size;
    });
    return found;
  }
  function tenth(value) { return String(Math.round(value * 10) / 10); }
  cjm.curve = function (points) {
    var tilt = points.length > 1 ? slopes(points) : [];
    return points.map(function (to, at) {
      if (!at) return 'M' + tenth(to[0]) + ' ' + tenth(to[1]);
      var from = points[at - 1], third = (to[0] - from[0]) / 3;
      return 'C' + [[from[0] + third, from[1] + tilt[at - 1] * third], [to[0] - third, to[1] - tilt[at] * third], to].map(function (point) {
        return tenth(point[0]) + ' ' + tenth(point[1]);
      }).join(' ');
    }).join('');
  };

  // Labels that would touch, moved as little as it takes to keep their distance.
  cjm.apart = function (places) {
    var order = places.map(function (_, at) { return at; }).sort(function (a, b) { return places[a] - places[b] || a - b; });
    var groups = [], moved = [];
    var top = function (group) {
      var sum = group.reduce(function (all, at) { return all + places[at]; }, 0), reach = (group.length - 1) * GAP;
      return Math.max(TOP, Math.min(sum / group.length - reach / 2, BOTTOM - reach));
    };
    order.forEach(function (at) {
      groups.push([at]);
      while (groups.length > 1 && top(groups[groups.length - 1]) < top(groups[groups.length - 2]) + groups[groups.length - 2].length * GAP) {
        groups.splice(-2, 2, groups[groups.length - 2].concat(groups[groups.length - 1]));
      }
    });
    groups.forEach(function (group) { group.forEach(function (at, nth) { moved[at] = top(group) + nth * GAP; }); });
    return moved;
  };

  cjm.table = function (words, templates, journeys) {
    var columns = cjm.align(journeys.map(function (journey) { return sketches(journey.stages); })).map(function (row) {
      var stages = row.members.map(function (places, at) { return places.length ? journeys[at].stages[places[0]] : null; });
      var have = stages.filter(Boolean);
      return { places: row.members.map(function (places) { return places.length ? places[0] : -1; }), stages: stages, first: have[0], shared: have.length > 1 };
    });
    var names = journeys.map(function (journey) { return journey.title; });
    var made = document.importNode(templates.table.content, true);
    var box = made.querySelector('.mapbox'), table = made.querySelector('table'), list = made.querySelector('dl');

    function series(at) { return templates.series.content.children[at]; }
    function mark(at) { return series(at).lastElementChild.cloneNode(true); }
    function link(from) { return document.importNode(from, true); }

    function heads() {
      var row = table.tHead.rows[0];
      columns.forEach(function (column, nth) {
        var head = make('th', column.shared ? '' : 'alone'), said = make('span');
        head.scope = 'col';
        head.id = 'any-s' + (nth + 1);
        var have = column.stages.map(function (stage, at) { return { stage: stage, at: at }; }).filter(function (one) { return one.stage; });
        var title = column.first.link.textContent.trim();
        var renamed = have.some(function (one) { return one.stage.link.textContent.trim().toLowerCase() !== title.toLowerCase(); });
        if (have.length > 1) within(said, Array.prototype.map.call(column.first.link.cloneNode(true).childNodes, function (node) { return document.importNode(node, true); }));
        else said.appendChild(link(column.first.link));
        head.appendChild(within(make('span', 'stage'), [make('i', '', nth + 1), said]));
        if (have.length > 1) head.appendChild(within(make('span', renamed ? 'homes renamed' : 'homes'), have.map(function (one) {
          var home = link(one.stage.link);
          home.className = 'v' + (one.at + 1);
          var said = Array.prototype.slice.call(home.childNodes);
          home.replaceChildren(mark(one.at), renamed ? within(make('span'), said) : within(make('span', 'sr', names[one.at] + ': '), said));
          return home;
        })));
        else head.appendChild(within(make('span', 'only v' + (have[0].at + 1)), [mark(have[0].at), document.createTextNode(fill(words.only, { name: names[have[0].at] }))]));
        row.appendChild(head);
      });
    }

    function centre(nth) { return Math.round(10000 * (nth + 0.5) / columns.length) / 10; }

    function overlay() {
      var plot = table.querySelector('.overlay .plot'), svg = plot.querySelector('svg');
      columns.forEach(function (column) { plot.querySelector('.columns').appendChild(make('i', column.shared ? '' : 'alone')); });
      svg.setAttribute('aria-label', fill(words.curves, { names: names.join(', ') }));
      var drawn = journeys.map(function (_, at) {
        return { at: at, points: columns.map(function (column, nth) {
          var stage = column.stages[at];
          return stage && stage.figures.y ? [centre(nth), +stage.figures.y] : null;
        }).filter(Boolean) };
      }).filter(function (one) { return one.points.length; });
      var put = function (node, x, y) {
        node.setAttribute('aria-hidden', 'true');
        node.style.setProperty('--x', Math.round(x * 10) / 100 + '%');
        node.style.setProperty('--y', Math.round(y * 100) / 100 + '%');
        plot.appendChild(node);
      };
      drawn.slice().reverse().forEach(function (one) {
        if (one.points.length < 2) return;
        var path = document.createElementNS(SVG, 'path');
        path.setAttribute('class', 'curve s' + (one.at + 1) + ' v' + (one.at + 1));
        path.setAttribute('d', cjm.curve(one.points));
        svg.appendChild(path);
      });
      drawn.slice().reverse().forEach(function (one) {
        one.points.forEach(function (point) { put(within(make('span', 'mk v' + (one.at + 1)), [mark(one.at)]), point[0], point[1] / 2); });
      });
      // The name of a curve that goes to the last column stands beside its end, else over or under it.
      var last = function (one) { return one.points[one.points.length - 1]; };
      var whole = drawn.filter(function (one) { return last(one)[0] === centre(columns.length - 1); });
      var labels = cjm.apart(whole.map(function (one) { return last(one)[1] / 2; }));
      drawn.forEach(function (one) {
        var end = last(one), nth = whole.indexOf(one), beside = nth >= 0 ? '' : drawn.some(function (other) {
          return other !== one && other.points.some(function (point) { return point[0] === end[0] && point[1] > end[1]; });
        }) ? ' over' : ' under';
        put(make('span', 'endlab' + beside + ' s' + (one.at + 1) + ' v' + (one.at + 1), names[one.at]), end[0], nth < 0 ? end[1] / 2 : labels[nth]);
      });
      table.querySelector('.overlay td').colSpan = columns.length;
      return drawn.length;
    }

    function signed(tenths, digits) {
      var size = Math.abs(tenths), whole = Math.floor(size / 10);
      var text = digits ? words.tenth.replace('0', whole).replace('5', size % 10) : String(whole);
      return (tenths > 0 ? '+' : tenths < 0 ? '−' : '') + text;
    }
    function delta(tenths, text, better) {
      var chip = make('span', 'delta' + (tenths && better !== undefined ? better ? ' up' : ' down' : ''));
      var arrow = make('span', '', tenths > 0 ? '▲' : tenths < 0 ? '▼' : '=');
      arrow.setAttribute('aria-hidden', 'true');
      return within(chip, [arrow, document.createTextNode(tenths ? text : '0')]);
    }
    var chips = {
      emotion: function (by) { return delta(by, signed(by, 1), by > 0); },
      conversion: function (by) { return delta(by, words.points.replace('{value}', signed(by, by % 10 ? 1 : 0)), by > 0); },
      pains: function (by) { return by ? delta(by, signed(by, 0), by < 0) : null; }
    };

    function differ(key, entry, column, at) {
      var first = column.stages[0] && column.stages[0].figures[key], mine = column.stages[at].figures[key];
      if (!at || !first || !mine) return;
      var chip = chips[key](mine - first);
      if (chip) (entry.querySelector('.tally') || entry).appendChild(chip);
    }

    // Channels that the first has not are marked as new, those it alone has as gone.
    function ways(entry, column, at) {
      if (!at || !column.stages[0]) return;
      var base = cell('channels', 0, column.places[0]), list = entry.querySelector('.icons');
      var title = function (item) { return item.lastElementChild.title; };
      var titles = function (from) { return cjm.all('li', from).map(title); };
      var before = base ? titles(base) : [], here = list ? titles(list) : [];
      var lost = base ? cjm.all('li', base).filter(function (item) { return here.indexOf(title(item)) < 0; }) : [];
      var sign = function (item, name, said, glyph) {
        var node = make('span', '', glyph);
        node.setAttribute('aria-hidden', 'true');
        item.className = name;
        item.querySelector('.sr').append(', ' + said);
        item.insertBefore(node, item.lastElementChild);
      };
      if (list) cjm.all('li', list).forEach(function (item) { if (before.indexOf(title(item)) < 0) sign(item, 'add', words.gained, '+'); });
      if (!lost.length) return;
      if (!list) {
        list = make('ul', 'icons');
        entry.replaceChild(within(make('div'), [make('span', 'sr', names[at]), list]), entry.lastElementChild);
        entry.classList.add('wide');
      }
      lost.forEach(function (item) {
        var gone = document.importNode(item, true);
        sign(gone, 'del', words.lost, '−');
        list.appendChild(gone);
      });
    }

    function cell(key, at, place) { return journeys[at].rows[key] && journeys[at].rows[key][place].firstElementChild; }

    function blank(at, absent) {
      var entry = within(make('div', 'v' + (at + 1)), [mark(at)]);
      var said = make('span', 'sr', fill(absent ? words.absent : words.unnoted, { name: names[at] }));
      var dash = make('span', '', '–');
      dash.setAttribute('aria-hidden', 'true');
      return within(entry, [within(make('span', absent ? 'gone' : 'muted'), absent ? [said] : [said, dash])]);
    }

    function entries(key, column) {
      return within(make('div', 'cmp'), journeys.map(function (_, at) {
        var place = column.places[at], own = place < 0 ? null : cell(key, at, place);
        if (!own) {
          var empty = blank(at, place < 0);
          if (place >= 0 && key === 'channels') ways(empty, column, at);
          return empty;
        }
        var entry = document.importNode(own, true);
        entry.className = entry.className.replace(/\bv1\b/, 'v' + (at + 1));
        entry.replaceChild(mark(at), entry.firstElementChild);
        if (chips[key]) differ(key, entry, column, at);
        if (key === 'channels') ways(entry, column, at);
        return entry;
      }));
    }

    // Touchpoints meet inside a column as stages do in a journey.
    function contacts(column) {
      var list = make('ul', 'met');
      cjm.align(column.stages.map(function (stage) { return stage ? sketches(stage.touches) : []; })).forEach(function (row) {
        var found = [];
        row.members.forEach(function (places, at) { if (places.length) found.push({ at: at, link: column.stages[at].touches[places[0]].link }); });
        var sign = !row.members[0].length ? '+' : found.length === 1 ? '−' : '';
        var item = make('li', sign === '+' ? 'add' : sign ? 'del' : ''), names = {};
        found.forEach(function (one) {
          var title = one.link.textContent, marks = names[title];
          if (!marks) {
            var glyph = make('span', 'sign', item.childElementCount ? '→' : sign), said = make('span');
            glyph.setAttribute('aria-hidden', 'true');
            if (sign && !item.childElementCount) said.appendChild(make('span', 'sr', (sign === '+' ? words.added : words.removed) + ': '));
            marks = names[title] = make('span', 'marks');
            within(item, [glyph, within(said, [link(one.link), marks])]);
          }
          marks.appendChild(mark(one.at));
        });
        list.appendChild(item);
      });
      return list.childElementCount ? list : null;
    }

    function lanes() {
      cjm.all('[data-row]', table).forEach(function (body) {
        var key = body.dataset.row;
        var filled = journeys.some(function (journey) {
          return key === 'touchpoints' ? journey.stages.some(function (stage) { return stage.touches.length; }) : journey.rows[key];
        });
        if (!filled) {
          body.remove();
          return;
        }
        columns.forEach(function (column) {
          body.rows[0].appendChild(within(make('td'), [key === 'touchpoints' ? contacts(column) : entries(key, column)]));
        });
      });
    }

    function alone() {
      var lonely = columns.filter(function (column) { return !column.shared; });
      journeys.forEach(function (_, at) {
        var mine = lonely.filter(function (column) { return column.stages[at]; });
        if (!mine.length) return;
        var said = make('dd');
        mine.forEach(function (column, nth) {
          var to = make('a', '', column.first.link.textContent.trim());
          to.href = column.first.link.href;
          if (nth) said.append(', ');
          said.appendChild(to);
        });
        list.appendChild(within(make('div', 'v' + (at + 1)), [within(make('dt'), [mark(at), document.createTextNode(fill(words.only, { name: names[at] }))]), said]));
      });
      return lonely.length;
    }

    cjm.all('td:empty', table).forEach(function (place) { place.remove(); });
    box.style.setProperty('--n', columns.length);
    box.firstElementChild.classList.toggle('fits', columns.length <= 7);
    table.querySelectorAll('col')[1].span = columns.length;
    heads();
    if (!overlay()) table.querySelector('.overlay').remove();
    lanes();
    var lonely = alone();
    if (!lonely) made.querySelector('.apart').remove();
    return { node: made, common: columns.length - lonely, alone: lonely };
  };
})(window.cjm);
