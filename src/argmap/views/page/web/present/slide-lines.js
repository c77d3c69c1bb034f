/** Lines of a slide: by the map's own ways around cards, through narrower streets. */

import { paintArrow } from '../draw/lines.js';
import { WORDS } from '../draw/pens.js';
import { drawn, SvgSurface } from '../draw/svg-surface.js';
import { sure } from '../engine/model.js';
import { isInside } from '../layout/boxes.js';
import { pointsOn, wayBetween, wayToPoint } from '../layout/curves.js';
import { GRID, MARGIN, MOST_CELLS } from '../layout/measures.js';
import { trackLayer } from '../layout/tracks.js';
import { INK, LOOK } from '../state/look.js';
import { LARGER, signOf, slideBoxes, slidePills, slidePorts, startOf } from './slide-places.js';

/** @typedef {import('./slide-places.js').Pill} Pill */
/** @typedef {(from: Box, to: Box, direct: Way) => Way} Track */

/** How near to a card a line would rather not run: room for its sign. */
const SIDE = 8;

/** How much of a line is left that does not count under the step's stance. */
const FALLEN = 0.6;

/** How much finer than on the map the grid is on which ways are sought. */
const FINER = 2;

/**
 * The lines between the shown claims, as they are or as the step's stance makes them.
 * @param {SlideStep[]} steps @param {HTMLElement} place
 * @param {?Labelling} now null to show none as fallen
 * @returns {?SVGElement} none if a line would run behind a card with which it has nothing to do
 */
export function slideLines(steps, place, now) {
  const boxes = slideBoxes(place);
  const ports = slidePorts(steps, boxes);
  const pills = slidePills(steps, boxes, ports);
  const cards = new Map([...boxes].filter(([key]) => key.startsWith('card ')));
  const track = trackOn(place, boxes, cards, pills);
  const isClear = (/** @type {Way} */ { path }, /** @type {string[]} */ ends) => {
    const others = [...cards].filter(([key]) => !ends.includes(key.slice('card '.length)));
    const points = pointsOn(path);
    return !others.some(([, box]) => points.some((point) => isInside(point, box, -1)));
  };
  const picture = pictureOn(place);
  const s = new SvgSurface(picture, INK);
  /** @type {Map<string, Point>} */
  const discs = new Map();
  for (const step of steps) {
    const way = slideWay(
      step,
      boxes,
      ports,
      pills.get(step.relation),
      discs.get(step.target),
      track,
    );
    if (!isClear(way, [...step.premises, step.target])) return null;
    const blocking = steps.filter(({ target }) => target === step.relation);
    const starts = blocking.map((other) => startOf(other, boxes).box);
    const disc = signOf(way, starts, [...cards.values()], [...discs.values()]);
    discs.set(step.relation, disc);
    const isFallen = now?.relations.get(step.relation) === 'out';
    paintArrow(s, { ...step, ...way, disc }, WORDS, isFallen ? FALLEN : 1);
  }
  for (const { box, joins } of pills.values()) {
    for (const id of joins) {
      const from = sure(boxes, `card ${id}`);
      const way = track(from, box, wayBetween(from, box));
      if (!isClear(way, [id])) return null;
      s.line(way.path, { stroke: INK.support, width: LOOK.line.tie });
    }
  }
  for (const pill of pills.values()) paintPill(s, pill);
  return picture;
}

/** A picture over the slide for its lines. @param {HTMLElement} place */
function pictureOn({ clientWidth, scrollHeight }) {
  const size = { width: clientWidth, height: scrollHeight };
  const viewBox = `0 0 ${clientWidth / LARGER} ${scrollHeight / LARGER}`;
  return drawn('svg', { class: 'lines', ...size, viewBox, 'aria-hidden': 'true' });
}

/**
 * A way from box to box that keeps off the cards, frames and pills of a slide.
 * @param {HTMLElement} place @param {Map<string, Box>} boxes @param {Map<string, Box>} cards
 * @param {Map<string, Pill>} pills
 */
function trackOn({ clientWidth, scrollHeight }, boxes, cards, pills) {
  const walls = [...cards.values(), ...[...pills.values()].map(({ box }) => box)];
  const frames = [...boxes].filter(([key]) => key.startsWith('frame ')).map(([, box]) => box);
  const sides = [...cards.values()].map(({ left, top, w, h }) => ({
    left: left - SIDE,
    top: top - SIDE,
    w: w + 2 * SIDE,
    h: h + 2 * SIDE,
  }));
  const size = { width: clientWidth / LARGER, height: scrollHeight / LARGER };
  return finely(size, walls, [...frames, ...sides]);
}

/**
 * A way from box to box around all cards, on a grid that ends where the slide does.
 * @param {{width: number, height: number}} size @param {Box[]} walls @param {Box[]} dear
 * @returns {Track}
 */
function finely({ width, height }, walls, dear) {
  const by = Math.min(FINER * LARGER, GRID * Math.sqrt((MOST_CELLS * 0.8) / (width * height)));
  const off = MARGIN * GRID;
  const grown = (/** @type {Box} */ { left, top, w, h }) => ({
    left: left * by - off,
    top: top * by - off,
    w: w * by,
    h: h * by,
  });
  const [out, back] = [
    (/** @type {number} */ at) => at * by - off,
    (/** @type {number} */ at) => (at + off) / by,
  ];
  const moved = (
    /** @type {Way} */ { path, disc, heading },
    /** @type {(at: number) => number} */ to,
  ) => ({ path: path.map(to), disc: /** @type {[number, number]} */ (disc.map(to)), heading });
  const places = {
    width: width * by - 2 * off - GRID,
    height: height * by - 2 * off - GRID,
    chapters: [],
    branches: [],
  };
  const around = dear.map(grown).map(({ left, top, w, h }) => ({
    relation: '',
    pill: false,
    x: left,
    y: top,
    w,
    h,
    members: [],
  }));
  const track = trackLayer(places, walls.map(grown), around);
  return (from, to, direct) => moved(track(grown(from), grown(to), moved(direct, out)), back);
}

/** @param {Surface} s @param {Pill} pill */
function paintPill(s, { box: { left, top, w, h }, words }) {
  const [size] = LOOK.small;
  s.group(() => {
    s.box({ x: left, y: top, w, h }, h / 2, { fill: s.ink.card, stroke: s.ink.mute });
    const letters = { size, bold: true, fill: s.ink.ink };
    s.text(words, left + w / 2, top + h / 2 + size * 0.36, { ...letters, anchor: 'middle' });
  });
}

/**
 * The way of one line, from its pill or its place at the card to its place at what it aims at.
 * @param {SlideStep} step @param {Map<string, Box>} boxes @param {Map<string, Box>} ports
 * @param {Pill|undefined} pill @param {[number, number]|undefined} disc of the step it blocks
 * @param {Track} track
 */
function slideWay(step, boxes, ports, pill, disc, track) {
  const whole = pill ? pill.box : startOf(step, boxes).box;
  const from = pill ? pill.box : ports.get(`from ${step.relation}`) || whole;
  if (disc) {
    const isBeside = whole.top <= disc[1] && disc[1] <= whole.top + whole.h;
    const start = isBeside ? whole : from;
    return track(
      start,
      { left: disc[0] - 11, top: disc[1] - 11, w: 22, h: 22 },
      wayToPoint(start, disc),
    );
  }
  const to = ports.get(`to ${step.relation}`) || sure(boxes, `card ${step.target}`);
  return track(from, to, wayBetween(from, to));
}
