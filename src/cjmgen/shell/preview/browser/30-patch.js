// patch: does the steps, in the shadow and in the page; whatever is not part of them stays as it is.
(function (live) {
  'use strict';
  // Scripts keep copies or lists of what stands in the first, and wire what stands in the second when they start.
  var COPIED = 'thead, [data-list], form, .finder, .tools, .marks, #any';
  var WIRED = COPIED + ', .dots, .fold, .heat';
  var WIRES = '.map, .dots, .fold, .heat, [data-list], form';

  function element(node) { return node.nodeType === 1 ? node : node.parentElement; }

  // Whether scripts would have to start anew.
  live.wired = function (step) {
    var at = element(step.at);
    if (at.closest('head')) return false;
    if (step.does === 'text' || step.does === 'attribute') return !!at.closest(COPIED);
    var node = step.fresh || step.at;
    return !!at.closest(WIRED) || (node.nodeType === 1 && (node.matches(WIRES) || !!node.querySelector(WIRES)));
  };

  live.fits = function (step) {
    return !!step.at.live && step.at.live.isConnected;
  };

  function put(step) {
    var parent = step.at.live, node = document.importNode(step.fresh, true);
    var last = step.before ? step.before.previousSibling : step.at.lastChild;
    var next = step.before && step.before.live;
    if (next && next.parentNode === parent) parent.insertBefore(node, next);
    else if (last && last.live && last.live.parentNode === parent) last.live.after(node);
    else parent.appendChild(node);
    step.at.insertBefore(step.fresh, step.before);
    live.note(step.fresh, node);
  }

  live.patch = function (step) {
    var pair = [step.at, step.at.live];
    if (step.does === 'put') put(step);
    else pair.forEach(function (node) {
      if (step.does === 'text') node.data = step.text;
      else if (step.does === 'drop') node.remove();
      else if (step.value === null) node.removeAttribute(step.name);
      else node.setAttribute(step.name, step.value);
    });
  };
})(window.cjmgenLive);
