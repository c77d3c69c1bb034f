/** What becomes of a probability if each premise is conceded or refuted, as a picture. */

import { CLAIMS, DATA, shownFor } from '../state/data.js';
import { element, prose } from '../words/dom.js';
import { SVG } from '../words/elements.js';
import { inShort } from '../words/strengths.js';

/** The part of the width in which bars are drawn, in percent: beside it is room for numbers. */
const [LEFT, RIGHT] = [13, 87];

/** The height of a bar with its line, and of the bar alone, in points. */
const [ROW, BAR] = [24, 14];

/**
 * A premise with the probability if it is conceded and if it is refuted.
 * @typedef {{first: string, conceded: number, refuted: number}} Swing
 */

/**
 * The scale on which all bars have room, with round numbers at both ends and few ticks; as
 * `scale_of` in svg/tornado.py.
 * @param {number} overall @param {Swing[]} swings
 */
export function scaleOf(overall, swings) {
  const values = swings.flatMap(({ conceded, refuted }) => [conceded, refuted]);
  const [low, high] = [Math.min(overall, ...values), Math.max(overall, ...values)];
  const { mostTicks, steps } = DATA.strength.tornado;
  for (const step of steps) {
    let first = Math.max(Math.floor(low / step + 1e-9), 0);
    const last = Math.min(Math.max(Math.ceil(high / step - 1e-9), first + 2), Math.round(1 / step));
    first = Math.min(first, last - 2);
    if (last - first < mostTicks) return { first, last, step };
  }
  const step = steps[steps.length - 1];
  return { first: 0, last: Math.round(1 / step), step };
}

/**
 * The tornado of a probability: its largest swings, those that would not show left out.
 * @param {number} overall @param {Swing[]} all
 * @param {string} about the claim in whose panel it stands
 */
export function tornadoOf(overall, all, about) {
  const { bars, small } = DATA.strength.tornado;
  const size = ({ conceded, refuted }) => Math.abs(conceded - refuted);
  const telling = all.filter((swing) => size(swing) >= small);
  telling.sort((a, b) => size(b) - size(a));
  if (!telling.length) return [element('p', 'quiet', 'No premise changes it by itself.')];
  const drawn = telling.slice(0, bars);
  const { first, last, step } = scaleOf(overall, drawn);
  const at = (/** @type {number} */ value) =>
    LEFT + ((value / step - first) / (last - first)) * (RIGHT - LEFT);
  const rows = drawn.map((swing) => rowOf(swing, overall, at, about));
  const ticks = Array.from({ length: last - first + 1 }, (_, place) => (first + place) * step);
  const picture = element(
    'div',
    'tornado',
    ground(ticks.map(at), at(overall)),
    element('ul', '', ...rows),
    axis(ticks, at),
  );
  const rest = telling.length - drawn.length;
  const left = rest
    ? [element('p', 'quiet', `Left out: ${rest.toLocaleString('en')} more, with no more effect.`)]
    : [];
  return [key(), picture, ...left];
}

/** What the two halves of a bar mean. */
function key() {
  const sample = (/** @type {string} */ half) => {
    const svg = drawing('half');
    svg.setAttribute('viewBox', '0 0 26 12');
    svg.append(
      half === 'now' ? rect(half, '12', '0', '2', '12') : rect(half, '1', '1', '24', '10'),
    );
    return svg;
  };
  return element(
    'p',
    'tornado-key',
    element('span', '', sample('refuted'), 'if refuted'),
    element('span', '', sample('conceded'), 'if conceded'),
    element('span', '', sample('now'), 'as it is'),
  );
}

/**
 * A premise: its name, which leads to it, above its bar.
 * @param {Swing} swing @param {number} overall @param {(value: number) => number} at
 * @param {string} about
 */
function rowOf({ conceded, first, refuted }, overall, at, about) {
  const claim = /** @type {Claim} */ (CLAIMS.get(shownFor(first, [about])));
  const svg = drawing('swing');
  svg.setAttribute('height', String(ROW));
  const top = String((ROW - BAR) / 2);
  for (const [half, value, other] of /** @type {[string, number, number][]} */ ([
    ['refuted', refuted, conceded],
    ['conceded', conceded, refuted],
  ])) {
    const [from, to] = [Math.min(at(overall), at(value)), Math.max(at(overall), at(value))];
    svg.append(rect(half, `${from}%`, top, `${to - from}%`, String(BAR)));
    const isLeft = value < other;
    const number = document.createElementNS(SVG, 'text');
    number.setAttribute('x', `${at(value)}%`);
    number.setAttribute('dx', isLeft ? '-5' : '5');
    number.setAttribute('y', String(ROW / 2 + 4.5));
    number.setAttribute('text-anchor', isLeft ? 'end' : 'start');
    number.textContent = inShort(value);
    svg.append(number);
  }
  const name = element(
    'button',
    'premise',
    element('span', 'number', claim.number),
    ' ',
    prose('span', 'name', claim.name),
  );
  name.setAttribute('type', 'button');
  name.dataset.claim = claim.id;
  const ends = `: ${inShort(conceded)} if conceded, ${inShort(refuted)} if refuted`;
  return element('li', '', name, element('span', 'unseen', ends), svg);
}

/** The lines behind the bars. @param {number[]} places @param {number} now */
function ground(places, now) {
  const svg = drawing('ground');
  for (const place of places) svg.append(line('', place));
  svg.append(line('now', now));
  return svg;
}

/** @param {string} className @param {number} place */
function line(className, place) {
  const made = document.createElementNS(SVG, 'line');
  if (className) made.setAttribute('class', className);
  for (const name of ['x1', 'x2']) made.setAttribute(name, `${place}%`);
  made.setAttribute('y1', '0');
  made.setAttribute('y2', '100%');
  return made;
}

/** The numbers below the bars. @param {number[]} ticks @param {(value: number) => number} at */
function axis(ticks, at) {
  const svg = drawing('axis');
  svg.setAttribute('height', '18');
  for (const tick of ticks) {
    const number = document.createElementNS(SVG, 'text');
    number.setAttribute('x', `${at(tick)}%`);
    number.setAttribute('y', '13');
    number.setAttribute('text-anchor', 'middle');
    number.textContent = tick.toFixed(2);
    svg.append(number);
  }
  return svg;
}

/** @param {string} className */
function drawing(className) {
  const made = document.createElementNS(SVG, 'svg');
  made.setAttribute('class', className);
  made.setAttribute('aria-hidden', 'true');
  return made;
}

/** @param {string} className @param {...string} measures from the left, from above, wide, high */
function rect(className, ...measures) {
  const made = document.createElementNS(SVG, 'rect');
  made.setAttribute('class', className);
  for (const [at, name] of ['x', 'y', 'width', 'height'].entries())
    made.setAttribute(name, measures[at]);
  return made;
}
