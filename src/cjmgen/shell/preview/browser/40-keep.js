// keep: what a reader did to the page, taken from one body and done again to the one that takes its place.
(function (live) {
  'use strict';
  // The part of the page that is read: what stands near the top of the window.
  function read() {
    var node = document.elementFromPoint(innerWidth / 2, Math.min(160, innerHeight / 2));
    while (node && (!live.sent(node) || node === document.body || node === document.documentElement)) node = node.parentElement;
    return node;
  }

  function choices(body, keep) {
    body.querySelectorAll('details').forEach(function (one) {
      var sent = live.sent(one);
      if (sent && one.open !== sent.hasAttribute('open')) keep(sent, { open: one.open });
    });
    body.querySelectorAll('input, select, textarea').forEach(function (one) {
      var sent = live.sent(one);
      if (!sent) return;
      if (one.type === 'radio' || one.type === 'checkbox') {
        if (one.checked !== sent.hasAttribute('checked')) keep(sent, { checked: one.checked });
      } else if (one.value !== (sent.getAttribute('value') || '')) keep(sent, { value: one.value });
    });
  }

  function scrolled(body, keep) {
    body.querySelectorAll('*').forEach(function (one) {
      var sent = (one.scrollLeft || one.scrollTop) && live.sent(one);
      if (sent) keep(sent, { scrollLeft: one.scrollLeft, scrollTop: one.scrollTop });
    });
  }

  // A function that does it all again, given what became of each node.
  live.keep = function () {
    var kept = [], x = scrollX, y = scrollY, at = read(), focus = document.activeElement;
    var keep = function (sent, values) { kept.push([sent, values]); };
    choices(document.body, keep);
    scrolled(document.body, keep);
    var spot = at && live.sent(at), top = at && at.getBoundingClientRect().top;
    var focused = focus && focus !== document.body && live.sent(focus);
    var selection = focused && 'selectionStart' in focus ? [focus.selectionStart, focus.selectionEnd] : null;
    return function (match) {
      var become = function (sent) { var fresh = sent && match(sent); return fresh && fresh.live; };
      kept.forEach(function (one) {
        var node = become(one[0]);
        if (node) Object.assign(node, one[1]);
      });
      scrollTo({ left: x, top: y, behavior: 'instant' });
      var here = become(spot);
      if (here) scrollBy({ left: 0, top: here.getBoundingClientRect().top - top, behavior: 'instant' });
      var field = become(focused);
      if (!field) return;
      field.focus({ preventScroll: true });
      if (selection && selection[0] !== null) field.setSelectionRange(selection[0], selection[1]);
    };
  };
})(window.cjmgenLive);
