// compare: what has to be done to one page to make it another, as a list of small steps.
(function (live) {
  'use strict';
  var LARGE = 250000;

  function sign(node) {
    return node.nodeType === 1 ? node.nodeName + '#' + node.id : String(node.nodeType);
  }

  // Which nodes of two lists belong together: the longest run of pairs of one kind and id, in their order.
  function together(a, b) {
    var n = a.length, m = b.length, i, j, best = [], pairs = [];
    var left = a.map(sign), right = b.map(sign);
    if (n * m > LARGE) {
      for (i = 0; i < Math.min(n, m); i += 1) if (left[i] === right[i]) pairs.push([i, i]);
      return pairs;
    }
    for (i = n; i >= 0; i -= 1) {
      best[i] = new Uint16Array(m + 1);
      for (j = m - 1; i < n && j >= 0; j -= 1) {
        best[i][j] = left[i] === right[j] ? best[i + 1][j + 1] + 1 : Math.max(best[i + 1][j], best[i][j + 1]);
      }
    }
    for (i = 0, j = 0; i < n && j < m;) {
      if (left[i] === right[j]) pairs.push([i++, j++]);
      else if (best[i + 1][j] >= best[i][j + 1]) i += 1;
      else j += 1;
    }
    return pairs;
  }

  live.compare = function (old, fresh) {
    var steps = [], pairs = new Map();

    function attributes(a, b) {
      live.array(b.attributes).forEach(function (one) {
        if (a.getAttribute(one.name) !== one.value) steps.push({ does: 'attribute', at: a, name: one.name, value: one.value });
      });
      live.array(a.attributes).forEach(function (one) {
        if (!b.hasAttribute(one.name)) steps.push({ does: 'attribute', at: a, name: one.name, value: null });
      });
    }

    function node(a, b) {
      pairs.set(a, b);
      if (a.nodeType === 3) {
        if (a.data !== b.data) steps.push({ does: 'text', at: a, text: b.data });
      } else if (a.nodeType === 1 && a.id !== 'cjmgen-live') {
        // what stands on the root is the work of scripts, save for these
        if (a.nodeName !== 'HTML') attributes(a, b);
        children(a, b);
      }
    }

    function children(a, b) {
      var was = live.array(a.childNodes), now = live.array(b.childNodes);
      var most = Math.min(was.length, now.length), head = 0, tail = 0;
      while (head < most && was[head].isEqualNode(now[head])) pairs.set(was[head], now[head++]);
      while (tail < most - head && was[was.length - 1 - tail].isEqualNode(now[now.length - 1 - tail])) {
        pairs.set(was[was.length - 1 - tail], now[now.length - 1 - tail]);
        tail += 1;
      }
      var rest = was[was.length - tail] || null;
      was = was.slice(head, was.length - tail);
      now = now.slice(head, now.length - tail);
      var i = 0, j = 0;
      together(was, now).concat([[was.length, now.length]]).forEach(function (pair) {
        for (; i < pair[0]; i += 1) steps.push({ does: 'drop', at: was[i] });
        for (; j < pair[1]; j += 1) steps.push({ does: 'put', at: a, before: was[pair[0]] || rest, fresh: now[j] });
        if (i === was.length && j === now.length) return;
        if (!was[i].isEqualNode(now[j])) node(was[i], now[j]);
        else pairs.set(was[i], now[j]);
        i += 1;
        j += 1;
      });
    }

    node(old, fresh);
    return {
      steps: steps,
      // The node of the new page that a node of the old one became, or nothing.
      match: function (one) {
        var way = [];
        while (one && !pairs.has(one)) {
          way.unshift(live.array(one.parentNode ? one.parentNode.childNodes : []).indexOf(one));
          one = one.parentNode;
        }
        return way.reduce(function (at, index) { return at && at.childNodes[index]; }, one && pairs.get(one));
      }
    };
  };
})(window.cjmgenLive);
