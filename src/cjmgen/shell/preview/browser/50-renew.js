// renew: makes the page what the server sends now: by small steps, with a new body if scripts have to start anew, or by loading it.
(function (live) {
  'use strict';
  var templates = function (page) {
    return live.array(page.querySelectorAll('template')).map(function (one) { return one.innerHTML; }).join('\n');
  };
  var inHead = function (step) { return !!(step.at.nodeType === 1 ? step.at : step.at.parentElement).closest('head'); };
  var script = function (step) { return [step.at, step.fresh].some(function (node) { return node && node.nodeName === 'SCRIPT'; }); };

  function small(steps) {
    steps.forEach(live.patch);
    return steps.map(function (step) {
      return step.does === 'drop' ? null : (step.fresh || step.at).live;
    });
  }

  function whole(fresh, compared) {
    var again = live.keep(), body = fresh.querySelector('body');
    var head = compared.steps.filter(inHead), rest = compared.steps.filter(function (step) { return !inHead(step); });
    var marks = rest.map(function (step) { return step.does === 'drop' ? null : step.fresh || compared.match(step.at); });
    small(head);
    var made = document.importNode(body, true);
    document.documentElement.replaceChild(made, document.body);
    live.shadow.replaceChild(body, live.shadow.querySelector('body'));
    live.note(body, made);
    live.restart();
    // only a step to the place that the address names makes it `:target` again
    if (location.hash.length > 1) location.replace(location.hash);
    again(compared.match);
    return marks.map(function (mark) { return mark && mark.live; });
  }

  // `anew` says that scripts hold something that is out of date; without a text the page itself is still the same.
  live.renew = function (text, anew) {
    var fresh = text ? new DOMParser().parseFromString(text, 'text/html').documentElement : live.shadow.cloneNode(true);
    var own = fresh.querySelector('#cjmgen-live');
    if (!own || !own.dataset.shown || !live.shown) return location.reload();
    var compared = live.compare(live.shadow, fresh), steps = compared.steps;
    if (steps.some(script)) return location.reload();
    var all = anew || steps.some(live.wired) || !steps.every(live.fits) || templates(live.shadow) !== templates(fresh);
    ['lang', 'dir'].forEach(function (name) {
      if (fresh.hasAttribute(name)) document.documentElement.setAttribute(name, fresh.getAttribute(name));
      else document.documentElement.removeAttribute(name);
    });
    var changed = all ? whole(fresh, compared) : small(steps);
    if (text) live.shown = own.dataset.shown;
    live.updates += 1;
    live.flash(changed);
  };
})(window.cjmgenLive);
