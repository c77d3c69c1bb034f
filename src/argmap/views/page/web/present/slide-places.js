/** Places on a slide: its cards and frames, the ends of its lines, and the pills between. */

import { sure } from '../engine/model.js';
import { middleOf } from '../layout/boxes.js';
import { pointsOn } from '../layout/curves.js';
import { pillFor } from '../layout/tracks.js';
import { CLAIMS, endOf, grouped } from '../state/data.js';

/**
 * @typedef {{key: string, box: Box}} End
 * @typedef {{box: Box, words: string, joins: string[]}} Pill what stands where premises meet, or
 *   where some are not shown
 */

/** How much larger than on the map signs are, which are seen from far away. */
export const LARGER = 1.3;

/** The width of the end of a line at a card, and the room from one to the next. */
const PORT = 24;
const PORT_GAP = 66;

/** The height of a tab at the border of a card. */
const TAB = 20;

/**
 * Where the cards and frames of a slide stand, in the measure of its lines.
 * @param {HTMLElement} place
 */
export function slideBoxes(place) {
  const origin = place.getBoundingClientRect();
  /** @type {Map<string, Box>} */
  const boxes = new Map();
  for (const part of /** @type {NodeListOf<HTMLElement>} */ (
    place.querySelectorAll('[data-card], [data-frame]')
  )) {
    const at = part.getBoundingClientRect();
    const key =
      part.dataset.card !== undefined ? `card ${part.dataset.card}` : `frame ${part.dataset.frame}`;
    boxes.set(key, {
      left: (at.left - origin.left) / LARGER,
      top: (at.top - origin.top + place.scrollTop) / LARGER,
      w: at.width / LARGER,
      h: at.height / LARGER,
    });
  }
  return boxes;
}

/**
 * The frame or the first card at which a step starts.
 * @param {SlideStep} step
 * @param {Map<string, Box>} boxes
 * @returns {End}
 */
export function startOf(step, boxes) {
  const key =
    [`frame ${step.relation}`, `card ${step.premises[0]}`].find((at) => boxes.has(at)) || '';
  return { key, box: sure(boxes, key) };
}

/**
 * Where a step ends, or roughly where the sign of the step stands that it blocks.
 * @param {SlideStep} step
 * @param {Map<string, Box>} boxes
 * @param {SlideStep[]} steps
 */
function aimOf(step, boxes, steps) {
  const card = boxes.get(`card ${step.target}`);
  if (card) return card;
  const blocked = steps.find(({ relation }) => relation === step.target);
  const ends = [
    blocked ? startOf(blocked, boxes).box : null,
    boxes.get(`card ${endOf(step.relation)}`),
  ].flatMap((box) => (box ? [middleOf(box)] : []));
  const [x, y] = [0, 1].map((axis) => ends.reduce((sum, end) => sum + end[axis], 0) / ends.length);
  return { left: x, top: y, w: 0, h: 0 };
}

/**
 * The places side by side at which lines leave a side of a card and come to it, from left to right
 * as they go; none for lines between cards that stand beside each other.
 * @param {SlideStep[]} steps @param {Map<string, Box>} boxes
 * @returns {Map<string, Box>} by relation and end
 */
export function slidePorts(steps, boxes) {
  const ends = steps.flatMap((step) => {
    const [start, aim] = [startOf(step, boxes), aimOf(step, boxes, steps)];
    const isHeld = step.premises.length < step.all && step.premises.length === 1;
    const made = [
      {
        name: `from ${step.relation}`,
        ...start,
        other: aim,
        gap: isHeld ? tabWidth(step) + 8 : PORT_GAP,
      },
    ];
    if (CLAIMS.has(step.target))
      made.push({
        name: `to ${step.relation}`,
        key: `card ${step.target}`,
        box: aim,
        other: start.box,
        gap: PORT_GAP,
      });
    return made;
  });
  const sideOf = (/** @type {Box} */ box, /** @type {Box} */ other) =>
    other.top >= box.top + box.h ? 'below' : other.top + other.h <= box.top ? 'above' : 'beside';
  const ports = new Map();
  for (const [key, some] of grouped(ends, (end) => [`${sideOf(end.box, end.other)} ${end.key}`])) {
    if (key.startsWith('beside')) continue;
    some.sort((a, b) => middleOf(a.other)[0] - middleOf(b.other)[0]);
    const { left, top, w, h } = some[0].box;
    const gap = Math.min(Math.max(...some.map((end) => end.gap)), w / (some.length + 0.4));
    some.forEach(({ name }, at) => {
      const x = left + w / 2 + (at - (some.length - 1) / 2) * gap;
      ports.set(name, { left: x - PORT / 2, top, w: PORT, h });
    });
  }
  return ports;
}

/** @param {SlideStep} step */
function moreOf(step) {
  return `with ${step.all - step.premises.length} more`;
}

/** @param {SlideStep} step */
function tabWidth(step) {
  return moreOf(step).length * 6.6 + 14;
}

/**
 * What stands at the start of a step from several cards, or from cards that are not all shown.
 * @param {SlideStep[]} steps @param {Map<string, Box>} boxes @param {Map<string, Box>} ports
 */
export function slidePills(steps, boxes, ports) {
  /** @type {Map<string, Pill>} */
  const pills = new Map();
  const taken = [...boxes.values()];
  for (const step of steps) {
    if (step.premises.length > 1 && !boxes.has(`frame ${step.relation}`)) {
      const words =
        step.premises.length < step.all ? `only together, ${moreOf(step)}` : 'only together';
      const cards = step.premises.map((id) => sure(boxes, `card ${id}`));
      const box = pillFor(
        cards,
        sure(boxes, `card ${endOf(step.relation)}`),
        taken,
        words.length * 7 + 21,
      );
      pills.set(step.relation, { box, words, joins: step.premises });
      taken.push(box);
    } else if (step.premises.length < step.all) {
      const { box } = startOf(step, boxes);
      const [x] = middleOf(ports.get(`from ${step.relation}`) || box);
      const isDown = aimOf(step, boxes, steps).top >= box.top + box.h;
      const w = tabWidth(step);
      const tab = { left: x - w / 2, top: isDown ? box.top + box.h : box.top - TAB, w, h: TAB };
      pills.set(step.relation, { box: tab, words: moreOf(step), joins: [] });
      taken.push(tab);
    }
  }
  return pills;
}

/** How near to a card the sign of a step may stand that is blocked from there. */
const NEAR = 52;

/** How near to any card a sign may stand without touching it. */
const SIGN = 14;

/**
 * Where the sign of a step stands: where its way puts it, or, if it would touch a card, or what
 * blocks the step starts close by, where its way is furthest from cards and
 * other signs.
 * @param {Way} way @param {Box[]} blocking the cards from which it is blocked @param {Box[]} cards
 * @param {Point[]} signs those that stand already
 * @returns {Point}
 */
export function signOf({ path, disc }, blocking, cards, signs) {
  const isClear =
    blocking.every((box) => distance(disc, box) >= NEAR) &&
    cards.every((box) => distance(disc, box) >= SIGN);
  if (isClear) return disc;
  const points = pointsOn(path);
  const inner = points.slice(Math.ceil(points.length * 0.1), Math.ceil(points.length * 0.9));
  const room = (/** @type {Point} */ point) =>
    Math.min(
      ...cards.map((box) => distance(point, box)),
      ...signs.map((sign) => Math.hypot(point[0] - sign[0], point[1] - sign[1]) - SIGN),
    );
  return inner.reduce((best, point) => (room(point) > room(best) ? point : best), disc);
}

/** How far a point is from a box. @param {Point} point @param {Box} box */
function distance([x, y], { left, top, w, h }) {
  const across = Math.max(left - x, 0, x - left - w);
  const down = Math.max(top - y, 0, y - top - h);
  return Math.hypot(across, down);
}
