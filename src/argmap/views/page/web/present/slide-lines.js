/** Lines of a slide: by the map's own ways around cards, through narrower streets. */

import { arrowDrawn, drawn, pathData, words } from '../draw/svg.js';
import { sure } from '../engine/model.js';
import { isInside, middleOf } from '../layout/boxes.js';
import { pointsOn, wayBetween, wayToPoint } from '../layout/curves.js';
import { MOST_CELLS } from '../layout/grid.js';
import { GRID, MARGIN } from '../layout/measures.js';
import { pillFor, trackLayer } from '../layout/tracks.js';
import { CLAIMS, endOf, grouped } from '../state/data.js';
import { INK } from '../state/look.js';

/**
 * @typedef {{key: string, box: Box}} End
 * @typedef {{box: Box, said: string, joins: string[]}} Pill where premises meet, or that some are not shown
 * @typedef {(from: Box, to: Box, direct: Way) => Way} Track
 */

/** How much larger than on the map signs are, which are seen from far away. */
const LARGER = 1.3;

/** How much finer than on the map the grid is on which ways are sought. */
const FINER = 2;

/** How near to a card a line would rather not run: room for its sign. */
const SIDE = 8;

const PORT = 24;
const PORT_GAP = 36;
const TAB = 20;

/**
 * The lines between the shown claims, as they are or as the step's stance makes them.
 * @param {SlideStep[]} steps @param {HTMLElement} place
 * @param {?Labelling} now null to show none as fallen
 * @returns {?SVGElement} none if a line would run behind a card with which it has nothing to do
 */
export function slideLines(steps, place, now) {
  const size = { width: place.clientWidth / LARGER, height: place.scrollHeight / LARGER };
  const boxes = slideBoxes(place);
  const ports = slidePorts(steps, boxes);
  const pills = slidePills(steps, boxes, ports);
  const cards = [...boxes].filter(([key]) => key.startsWith('card '));
  const walls = cards.map(([, box]) => box);
  const frames = [...boxes].filter(([key]) => key.startsWith('frame ')).map(([, box]) => box);
  const sides = walls.map(({ left, top, w, h }) => ({ left: left - SIDE, top: top - SIDE, w: w + 2 * SIDE, h: h + 2 * SIDE }));
  const track = finely(size, [...walls, ...[...pills.values()].map(({ box }) => box)], [...frames, ...sides]);
  const all = drawn('svg', { class: 'lines', width: place.clientWidth, height: place.scrollHeight, viewBox: `0 0 ${size.width} ${size.height}`, 'aria-hidden': 'true' });
  const isClear = (/** @type {Way} */ { path }, /** @type {string[]} */ ends) => !cards.some(([key, box]) => (
    !ends.includes(key.slice(5)) && pointsOn(path).some((point) => isInside(point, box, -1))
  ));
  /** @type {Map<string, [number, number]>} */
  const discs = new Map();
  for (const one of steps) {
    const way = slideWay(one, boxes, ports, pills.get(one.relation), discs.get(one.target), track);
    if (!isClear(way, [...one.premises, one.target])) return null;
    discs.set(one.relation, way.disc);
    all.append(arrowDrawn({ ...one, ...way }, INK, now?.relations.get(one.relation) === 'out' ? 0.6 : 1));
  }
  for (const { box, joins } of pills.values()) {
    for (const id of joins) {
      const from = sure(boxes, `card ${id}`);
      const way = track(from, box, wayBetween(from, box));
      if (!isClear(way, [id])) return null;
      all.append(drawn('path', { d: pathData(way.path), fill: 'none', stroke: INK.support, 'stroke-width': 1.6 }));
    }
  }
  for (const pill of pills.values()) all.append(pillOnSlide(pill));
  return all;
}

/** Where the cards and frames of a slide stand, in the measure of its lines. @param {HTMLElement} place */
function slideBoxes(place) {
  const origin = place.getBoundingClientRect();
  /** @type {Map<string, Box>} */
  const boxes = new Map();
  for (const one of /** @type {NodeListOf<HTMLElement>} */ (place.querySelectorAll('[data-card], [data-frame]'))) {
    const at = one.getBoundingClientRect();
    const key = one.dataset.card !== undefined ? `card ${one.dataset.card}` : `frame ${one.dataset.frame}`;
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
 * A way from box to box around all cards, on a grid that ends where the slide does.
 * @param {{width: number, height: number}} size @param {Box[]} walls @param {Box[]} dear
 * @returns {Track}
 */
function finely({ width, height }, walls, dear) {
  const by = Math.min(FINER * LARGER, GRID * Math.sqrt((MOST_CELLS * 0.8) / (width * height)));
  const off = MARGIN * GRID;
  const grown = (/** @type {Box} */ { left, top, w, h }) => ({ left: left * by - off, top: top * by - off, w: w * by, h: h * by });
  const [out, back] = [(/** @type {number} */ at) => at * by - off, (/** @type {number} */ at) => (at + off) / by];
  const moved = (/** @type {Way} */ { path, disc, heading }, /** @type {(at: number) => number} */ to) => (
    { path: path.map(to), disc: /** @type {[number, number]} */ (disc.map(to)), heading }
  );
  const places = { width: width * by - 2 * off - GRID, height: height * by - 2 * off - GRID, chapters: [], branches: [] };
  const around = dear.map(grown).map(({ left, top, w, h }) => ({ relation: '', pill: false, x: left, y: top, w, h, members: [] }));
  const track = trackLayer(places, walls.map(grown), around);
  return (from, to, direct) => moved(track(grown(from), grown(to), moved(direct, out)), back);
}

/** The frame or the first card at which a step starts. @param {SlideStep} one @param {Map<string, Box>} boxes @returns {End} */
function startOf(one, boxes) {
  const key = [`frame ${one.relation}`, `card ${one.premises[0]}`].find((at) => boxes.has(at)) || '';
  return { key, box: sure(boxes, key) };
}

/** Where a step ends, or roughly where the sign of the step stands that it blocks. @param {SlideStep} one @param {Map<string, Box>} boxes @param {SlideStep[]} steps */
function aimOf(one, boxes, steps) {
  const card = boxes.get(`card ${one.target}`);
  if (card) return card;
  const blocked = steps.find(({ relation }) => relation === one.target);
  const ends = [blocked ? startOf(blocked, boxes).box : null, boxes.get(`card ${endOf(one.relation)}`)].flatMap((box) => (box ? [middleOf(box)] : []));
  const [x, y] = [0, 1].map((axis) => ends.reduce((sum, end) => sum + end[axis], 0) / ends.length);
  return { left: x, top: y, w: 0, h: 0 };
}

/**
 * The places side by side at which lines leave a side of a card and come to it, from left to right
 * as they go; none for lines between cards that stand beside each other.
 * @param {SlideStep[]} steps @param {Map<string, Box>} boxes
 * @returns {Map<string, Box>} by relation and end
 */
function slidePorts(steps, boxes) {
  const ends = steps.flatMap((one) => {
    const [start, aim] = [startOf(one, boxes), aimOf(one, boxes, steps)];
    const isHeld = one.premises.length < one.all && one.premises.length === 1;
    const made = [{ name: `from ${one.relation}`, ...start, other: aim, gap: isHeld ? tabWidth(one) + 8 : PORT_GAP }];
    if (CLAIMS.has(one.target)) made.push({ name: `to ${one.relation}`, key: `card ${one.target}`, box: aim, other: start.box, gap: PORT_GAP });
    return made;
  });
  const sideOf = (/** @type {Box} */ box, /** @type {Box} */ other) => (
    other.top >= box.top + box.h ? 'below' : other.top + other.h <= box.top ? 'above' : 'beside'
  );
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
function slidePills(steps, boxes, ports) {
  /** @type {Map<string, Pill>} */
  const found = new Map();
  const taken = [...boxes.values()];
  for (const one of steps) {
    if (one.premises.length > 1 && !boxes.has(`frame ${one.relation}`)) {
      const said = one.premises.length < one.all ? `only together, ${moreOf(one)}` : 'only together';
      const cards = one.premises.map((id) => sure(boxes, `card ${id}`));
      const box = pillFor(cards, sure(boxes, `card ${endOf(one.relation)}`), taken, said.length * 7 + 21);
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

/** @param {Pill} pill */
function pillOnSlide({ box: { left, top, w, h }, said }) {
  const ground = drawn('rect', { x: left, y: top, width: w, height: h, rx: h / 2, fill: INK.card, stroke: INK.mute });
  return drawn('g', { class: 'pill' }, ground, words(left + w / 2, top + h / 2 + 4.5, said, INK.ink, 12.5, 600, 'middle'));
}

/**
 * The way of one line, from its pill or its place at the card to its place at what it aims at.
 * @param {SlideStep} one @param {Map<string, Box>} boxes @param {Map<string, Box>} ports
 * @param {Pill|undefined} pill @param {[number, number]|undefined} disc of the step it blocks
 * @param {Track} track
 */
function slideWay(one, boxes, ports, pill, disc, track) {
  const whole = pill ? pill.box : startOf(one, boxes).box;
  const from = pill ? pill.box : ports.get(`from ${one.relation}`) || whole;
  if (disc) {
    const isBeside = whole.top <= disc[1] && disc[1] <= whole.top + whole.h;
    const start = isBeside ? whole : from;
    return track(start, { left: disc[0] - 11, top: disc[1] - 11, w: 22, h: 22 }, wayToPoint(start, disc));
  }
  const to = ports.get(`to ${one.relation}`) || sure(boxes, `card ${one.target}`);
  return track(from, to, wayBetween(from, to));
}
