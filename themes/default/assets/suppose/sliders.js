// sliders: a reader moves the shares of a funnel and sees what it would be; worth.js reckons, and figures are written as the builder does.
(function (cjm) {
  'use strict';
  var MINUS = '\u2212', ARROW = ' \u2192 ';

  function half(value, digits) {
    var plain = Number(value.toPrecision(14));
    return Math.abs(plain) < 1e-6 ? 0 : Number(Math.round(Number(plain + 'e' + digits)) + 'e-' + digits);
  }
  // An amount that was reckoned, to three figures and whole.
  function rough(value) {
    var size = value ? Math.floor(Math.log10(value)) : 0, unit = Math.pow(10, size - 2);
    return half(half(value / unit, 0) * unit, 0);
  }
  function fill(phrase, values) {
    return phrase.replace(/\{(\w+)\}/g, function (all, name) { return name in values ? values[name] : all; });
  }

  // The edge of the supposed funnel over the drawing of the one that was counted, as long as they differ.
  function over(drawing) {
    var svg = document.querySelector('.funnel svg'), drawn = null;
    return function (counted, stages, moved) {
      if (drawn) drawn.remove();
      drawn = null;
      if (!svg || !moved) return;
      drawn = document.createElementNS(svg.namespaceURI, 'path');
      drawn.setAttribute('class', 'supposed');
      drawn.setAttribute('d', drawing(counted, stages));
      svg.append(drawn);
    };
  }

  function sliders(box, of, drawing) {
    var words = box.dataset, aim = +words.aim, value = 'value' in words ? +words.value : null;
    var write = function (value, digits) {
      return new Intl.NumberFormat(cjm.root.lang, { maximumFractionDigits: digits, useGrouping: true }).format(value);
    };
    // The builder wrote a figure of each kind as the language does: what stands around its digits is kept.
    var like = function (sample, figure) { return sample.replace(/\d(?:.*\d)?/, figure); };
    var count = function (people) { return write(half(people, 0), 0); };
    var money = function (amount) { return like(words.money, write(rough(amount), 0)); };
    var percent = function (share) {
      var digits = share < 0.0995 ? 1 : 0;
      return like(words.percent, write(half(share * 100, digits), digits));
    };
    var rungs = cjm.all('.suppose-rungs > li', box), people = rungs.map(function (rung) { return +rung.dataset.people; });
    var steps = cjm.all('.suppose-steps > li', box).map(function (item, at) {
      var input = item.querySelector('input'), now = people[at + 1] / people[at], told = input.dataset;
      input.max = 100;
      input.step = now < 0.0995 ? 0.1 : 1;
      var end = function (name) { return name in told ? +told[name] : null; };
      return {
        input: input, item: item, now: now, share: now, goal: end('goal'), ends: [now, end('low'), end('high')],
        at: function (share) { return half(share * 100, now < 0.0995 ? 1 : 0); }
      };
    });

    var places = rungs.map(function (rung) { return (rung.style.getPropertyValue('--at') - 1) / 2; }), draw = over(drawing);

    function tell(node, before, after, write, delta) {
      var same = write(before) === write(after), sign = after > before ? '+' : MINUS, now = document.createElement('b');
      now.textContent = write(after);
      node.replaceChildren.apply(node, same ? [now] : [write(before) + ARROW, now]);
      if (same || !delta) return;
      var by = document.createElement('small');
      by.className = sign === '+' ? 'good' : 'bad';
      by.textContent = sign + write(Math.abs(after - before));
      node.append(' ', by);
    }

    // What the step brings by itself, the others as they are.
    function alone(step, at) {
      var onward = steps.slice(at + 1, Math.max(at + 1, aim)).map(function (other) { return other.now; });
      var valued = value !== null && at < aim, found = of.worth(people[at], step.ends, step.share, onward, valued ? value : null);
      var gain = valued ? found.money : found.carried, write = valued ? money : count;
      if (step.share <= step.now || write(gain[0]) === write(0)) return '';
      var range = gain[1] === null ? '' : ' (' + fill(words.range, { low: write(gain[1]), high: write(gain[2]) }) + ')';
      return fill(words.alone, { gain: '+' + write(gain[0]) + range });
    }

    function show() {
      var shares = steps.map(function (step) { return step.share; });
      var then = of.supposed(people[0], shares, null).people, worth = of.supposed(people[0], shares.slice(0, aim), value).money;
      steps.forEach(function (step, at) {
        step.input.value = step.at(step.share);
        tell(step.item.querySelector('[data-share]'), step.now, step.share, percent);
        step.item.querySelector('[data-alone]').textContent = alone(step, at);
        step.input.setAttribute('aria-valuetext', fill(words.said, {
          share: percent(step.share), people: count(then[at + 1]), stage: rungs[at + 1].firstElementChild.textContent
        }));
      });
      rungs.forEach(function (rung, at) { tell(rung.lastElementChild, people[at], then[at], count); });
      tell(box.querySelector('dd[data-people]'), people[aim], then[aim], count, true);
      var moved = steps.some(function (step) { return step.share !== step.now; });
      draw(then.map(function (count, at) { return [places[at], count]; }), +words.stages, moved);
      box.classList.toggle('moved', moved);
      if (value !== null) tell(box.querySelector('dd[data-worth]'), people[aim] * value, worth, money, true);
    }

    // Where the slider stands as it stood, the share is what was counted, and not what is shown of it.
    function moved(step) {
      var place = +step.input.value;
      step.share = place === step.at(step.now) ? step.now : step.goal !== null && place === step.at(step.goal) ? step.goal : half(place, 1) / 100;
      show();
    }
    function all(share) {
      steps.forEach(function (step) { step.share = share(step); });
      show();
    }
    steps.forEach(function (step) { step.input.addEventListener('input', function () { moved(step); }); });
    box.addEventListener('click', function (event) {
      var to = event.target.closest('[data-to]');
      if (to) all(function (step) { return to.dataset.to === 'goals' && step.goal !== null ? Math.max(step.now, step.goal) : step.now; });
    });
    show();
  }

  cjm.take('assets/suppose/sliders.js', sliders);
})(window.cjm);
