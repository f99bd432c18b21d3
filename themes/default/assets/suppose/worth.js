// worth: the arithmetic of numbers/worth.py, step for step: one table of cases holds both to it.
(function (cjm) {
  'use strict';
  // The people at each stage under these shares, and the value of those at the end.
  function supposed(entered, shares, value) {
    var people = [entered];
    shares.forEach(function (part) { people.push(people[people.length - 1] * part); });
    return { people: people, money: value === null ? null : people[people.length - 1] * value };
  }

  // What raising a share to its goal brings; a share and what comes of it are [value, low, high], an end that nobody knows is null.
  function worth(entered, share, goal, onward, value) {
    var further = onward.reduce(function (all, part) { return all * part; }, 1);
    var gained = function (end) { return end === null ? null : entered * Math.max(0, goal - end); };
    var times = function (by) { return function (end) { return end === null ? null : end * by; }; };
    var people = [share[0], share[2], share[1]].map(gained), carried = people.map(times(further));
    return { people: people, carried: carried, money: value === null ? null : carried.map(times(value)) };
  }

  cjm.take('assets/suppose/worth.js', { supposed: supposed, worth: worth });
})(window.cjm);
