// shadow: the page as the server sent it, beside the page as it stands: scripts and readers change the one, edits the other.
(function (live) {
  'use strict';
  var sources = new WeakMap();

  // Each node of the shadow knows the node that was made from it, and the other way round.
  live.note = function note(sent, node) {
    sent.live = node;
    sources.set(node, sent);
    for (var a = sent.firstChild, b = node.firstChild; a && b; a = a.nextSibling, b = b.nextSibling) note(a, b);
  };
  live.sent = function (node) { return sources.get(node); };

  live.remember = function () {
    live.shadow = document.documentElement.cloneNode(true);
    live.note(live.shadow, document.documentElement);
  };
})(window.cjmgenLive);
