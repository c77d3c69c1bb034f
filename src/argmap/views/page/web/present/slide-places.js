/** Places on a slide: its cards and frames, the ends of its lines, and the pills between. */

import { sure } from '../engine/model.js';
import { middleOf } from '../layout/boxes.js';
import { pillFor } from '../layout/tracks.js';
import { CLAIMS, endOf, grouped } from '../state/data.js';

/**
 * @typedef {{key: string, box: Box}} End
 * @typedef {{box: Box, said: string, joins: string[]}} Pill what stands where premises meet, or
 *   where some are not shown
 */

/** How much larger than on the map signs are, which are seen from far away. */
export const LARGER = 1.3;

/** The width of the end of a line at a card, and the room from one to the next. */
const PORT = 24;
const PORT_GAP = 36;

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
  for (const one of /** @type {NodeListOf<HTMLElement>} */ (
    place.querySelectorAll('[data-card], [data-frame]')
  )) {
    const at = one.getBoundingClientRect();
    const key =
      one.dataset.card !== undefined ? `card ${one.dataset.card}` : `frame ${one.dataset.frame}`;
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
 * @param {SlideStep} one
 * @param {Map<string, Box>} boxes
 * @returns {End}
 */
export function startOf(one, boxes) {
  const key =
    [`frame ${one.relation}`, `card ${one.premises[0]}`].find((at) => boxes.has(at)) || '';
  return { key, box: sure(boxes, key) };
}

/**
 * Where a step ends, or roughly where the sign of the step stands that it blocks.
 * @param {SlideStep} one
 * @param {Map<string, Box>} boxes
 * @param {SlideStep[]} steps
 */
function aimOf(one, boxes, steps) {
  const card = boxes.get(`card ${one.target}`);
  if (card) return card;
  const blocked = steps.find(({ relation }) => relation === one.target);
  const ends = [
    blocked ? startOf(blocked, boxes).box : null,
    boxes.get(`card ${endOf(one.relation)}`),
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
  const ends = steps.flatMap((one) => {
    const [start, aim] = [startOf(one, boxes), aimOf(one, boxes, steps)];
    const isHeld = one.premises.length < one.all && one.premises.length === 1;
    const made = [
      {
        name: `from ${one.relation}`,
        ...start,
        other: aim,
        gap: isHeld ? tabWidth(one) + 8 : PORT_GAP,
      },
    ];
    if (CLAIMS.has(one.target))
      made.push({
        name: `to ${one.relation}`,
        key: `card ${one.target}`,
        box: aim,
        other: start.box,
        gap: PORT_GAP,
      });
    return made;
  });
  const sideOf = (/** @type {Box} */ box, /** @type {Box} */ other) =>
    other.top >= box.top + box.h ? 'below' : other.top + other.h <= box.top ? 'above' : 'beside';
  const found = new Map();
  for (const [key, some] of grouped(ends, (one) => [`${sideOf(one.box, one.other)} ${one.key}`])) {
    if (key.startsWith('beside')) continue;
    some.sort((a, b) => middleOf(a.other)[0] - middleOf(b.other)[0]);
    const { left, top, w, h } = some[0].box;
    const gap = Math.min(Math.max(...some.map((one) => one.gap)), w / (some.length + 0.4));
    some.forEach(({ name }, at) => {
      const x = left + w / 2 + (at - (some.length - 1) / 2) * gap;
      found.set(name, { left: x - PORT / 2, top, w: PORT, h });
    });
  }
  return found;
}

/** @param {SlideStep} one */
function moreOf(one) {
  return `with ${one.all - one.premises.length} more`;
}

/** @param {SlideStep} one */
function tabWidth(one) {
  return moreOf(one).length * 6.6 + 14;
}

/**
 * What stands at the start of a step from several cards, or from cards that are not all shown.
 * @param {SlideStep[]} steps @param {Map<string, Box>} boxes @param {Map<string, Box>} ports
 */
export function slidePills(steps, boxes, ports) {
  /** @type {Map<string, Pill>} */
  const found = new Map();
  const taken = [...boxes.values()];
  for (const one of steps) {
    if (one.premises.length > 1 && !boxes.has(`frame ${one.relation}`)) {
      const said =
        one.premises.length < one.all ? `only together, ${moreOf(one)}` : 'only together';
      const cards = one.premises.map((id) => sure(boxes, `card ${id}`));
      const box = pillFor(
        cards,
        sure(boxes, `card ${endOf(one.relation)}`),
        taken,
        said.length * 7 + 21,
      );
      found.set(one.relation, { box, said, joins: one.premises });
      taken.push(box);
    } else if (one.premises.length < one.all) {
      const { box } = startOf(one, boxes);
      const [x] = middleOf(ports.get(`from ${one.relation}`) || box);
      const isDown = aimOf(one, boxes, steps).top >= box.top + box.h;
      const w = tabWidth(one);
      const tab = { left: x - w / 2, top: isDown ? box.top + box.h : box.top - TAB, w, h: TAB };
      found.set(one.relation, { box: tab, said: moreOf(one), joins: [] });
      taken.push(tab);
    }
  }
  return found;
}
