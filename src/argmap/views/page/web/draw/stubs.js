/**
 * Stubs of lines that lead far: a tab on the card of the premise tells where the line leads, a
 * short line at its target where it comes from.
 */

import { boxOf, overlap } from '../layout/boxes.js';
import { pointsOn } from '../layout/curves.js';
import { DATA, grouped } from '../state/data.js';
import { LOOK } from '../state/look.js';
import { isShown, SHOWN } from '../state/shown.js';
import { STATE } from '../state/store.js';
import { foldedArea, foldedSize } from './badges.js';
import { isStub, missingLines } from './far.js';
import { fitting } from './fitting.js';
import { paintEnd, paintMark } from './lines.js';
import { NAME, presence, WORDS } from './pens.js';

const STUB = LOOK.stub;

/** Lines of one kind are told by one stub. @param {Missing[]} lines @returns {Missing[][]} */
function byKind(lines) {
  return [...grouped(lines, ({ kind }) => [kind]).values()];
}

/** All names, each once. @param {string[]} names */
function listOf(names) {
  return [...new Set(names)].join(', ');
}

/**
 * The tabs where lines start.
 * @param {Surface} s @param {Missing[]} all @param {number} size of letters @returns {Stub[]}
 */
function tabsOf(s, all, size) {
  const byBox = grouped(all, ({ from }) => [`${from.x} ${from.y}`]);
  const frames = SHOWN.picture.containers.filter(({ pill }) => !pill);
  const framed = new Set(frames.flatMap(({ members }) => members));
  return [...byBox.values()].flatMap((lines) => {
    const { first: holder, from, isCard } = lines[0];
    const h = size * STUB.height;
    const above = isCard ? (framed.has(holder) ? STUB.tab_in_frame : STUB.tab_on_card) : h;
    let x = from.x + STUB.inset;
    return byKind(lines).map((same) => {
      const { first, kind, own } = same[0];
      const mark = kind === 'same' ? 0 : STUB.mark;
      const aims = `${kind === 'same' ? '=' : '→'} ${listOf(same.map(({ aim }) => aim))}`;
      const room = Math.max(from.w - 2 * STUB.inset, STUB.room) - mark - 2 * STUB.around;
      const words = fitting(s, aims, room, { size, bold: true });
      const w = s.measure(words, size, true) + mark + 2 * STUB.around;
      const area = { x, y: from.y - above, w, h };
      x += w + STUB.gap;
      const isFallen = same.every((line) => line.isFallen);
      return { kind, own, claim: first, isFallen, words, area, length: 0 };
    });
  });
}

/**
 * The short lines where lines end; their words where these come near nothing else.
 * @param {Surface} s @param {Missing[]} all @param {number} size of letters @param {Box[]} taken
 * @returns {Stub[]}
 */
function comingOf(s, all, size, taken) {
  const byBox = grouped(all, ({ to }) => (to ? [`${to.x} ${to.y}`] : []));
  return [...byBox.values()].flatMap((lines) => {
    const to = /** @type {Rectangle} */ (lines[0].to);
    const others = taken.filter(({ left, top }) => left !== to.x || top !== to.y);
    const isFree = (/** @type {Rectangle} */ area) =>
      !others.some((other) => overlap(other, boxOf(area), STUB.apart));
    return byKind(lines).map((same) => {
      const { kind, last, own } = same[0];
      const names = listOf(same.map(({ origin }) => origin));
      const place = placeOf(to, { w: s.measure(names, size, true), h: size }, isFree);
      others.push(boxOf({ ...place.area, x: place.area.x - 2 * STUB.beside }));
      const isFallen = same.every((line) => line.isFallen);
      return { kind, own, claim: last, isFallen, ...place, words: place.hasWords ? names : '' };
    });
  });
}

/**
 * A place below a box for a short line and the words beside it, or for the line alone.
 * @param {Rectangle} to @param {{w: number, h: number}} words
 * @param {(area: Rectangle) => boolean} isFree
 */
function placeOf(to, { w, h }, isFree) {
  const { beside, coming, least, length, sign, step } = STUB;
  const y = to.y + to.h;
  /** @type {number[]} */
  const places = [];
  for (let x = to.x + coming; x <= to.x + to.w - coming; x += step) places.push(x);
  const areaAt = (/** @type {number} */ x) => ({ x: x + beside, y: y + sign - h / 2, w, h });
  const free = places.filter((x) => isFree({ x: x - beside, y: y + 1, w: 2 * beside, h: length }));
  const roomy = free.find((x) => isFree(areaAt(x)));
  const x = roomy ?? free[0] ?? places[0];
  return {
    ...{ area: areaAt(x), hasWords: roomy !== undefined },
    length: free.length ? length : least,
  };
}

/**
 * The areas in which no words can stand: cards, words of frames, "+n", and the ends of lines.
 * @param {Surface} s @param {number} size of letters @param {number} level
 */
function takenBy(s, size, level) {
  const { arrows, containers } = SHOWN.picture;
  const cards = DATA.claims.filter(({ id }) => isShown(id));
  const folded = cards.filter(({ id }) => SHOWN.folded.has(id));
  const ends = arrows.filter((arrow) => !isStub(arrow)).flatMap(({ path }) => endOfLine(path));
  return [
    ...cards,
    ...folded.map((claim) => foldedArea(claim, foldedSize(s, level))),
    ...containers.map(({ h, pill, w, x, y }) => ({ x, y, w, h: pill ? h : size + STUB.apart })),
    ...ends.map(([x, y]) => {
      const side = 2 * STUB.around_end;
      return { x: x - STUB.around_end, y: y - STUB.around_end, w: side, h: side };
    }),
  ].map(boxOf);
}

/** The points of a line that are near its end. @param {number[]} path */
function endOfLine(path) {
  const [x, y] = path.slice(-2);
  return pointsOn(path).filter(([right, down]) => Math.hypot(right - x, down - y) < STUB.long);
}

/** The stubs that were made last, and what they were made of. */
const MADE = { of: /** @type {unknown[]} */ ([]), stubs: /** @type {Stub[]} */ ([]) };

/** @param {Surface} s @param {number} level @param {number} size of letters */
function stubsOf(s, level, size) {
  const { folded, picture } = SHOWN;
  const of = [picture, folded, level, s.isScreen, STATE.stance, STATE.objections, STATE.marked];
  if (of.every((value, at) => value === MADE.of[at])) return MADE.stubs;
  const all = missingLines();
  const tabs = tabsOf(s, all, size);
  const taken = all.length
    ? [...takenBy(s, size, level), ...tabs.map(({ area }) => boxOf(area))]
    : [];
  Object.assign(MADE, { of, stubs: [...tabs, ...comingOf(s, all, size, taken)] });
  return MADE.stubs;
}

/** Paint the stubs of all lines that are not drawn, over the cards. @param {Surface} s @param {number} level */
export function paintStubs(s, level) {
  if (level < NAME) return;
  const kinds = STATE.filters.get('relation');
  const size = level < WORDS ? LOOK.afar.size : LOOK.small[0];
  for (const stub of stubsOf(s, level, size)) {
    if (kinds?.size && !kinds.has(stub.kind)) continue;
    const opacity =
      (s.isScreen ? presence(stub.claim) : 1) * (stub.isFallen ? LOOK.line.fallen : 1);
    s.group(() => (stub.length ? paintComing : paintTab)(s, stub, size), { opacity });
  }
}

/** @param {Surface} s @param {Stub} stub */
function inkOf(s, { kind }) {
  if (kind === 'same') return s.ink.mute;
  return kind === 'supports' ? s.ink.support : s.ink.attack;
}

/** @param {Surface} s @param {Stub} stub @param {number} size of letters */
function paintTab(s, stub, size) {
  const { area, kind, own, words } = stub;
  const ink = inkOf(s, stub);
  const middle = area.y + area.h / 2;
  s.box(area, STUB.corner, { fill: s.ink.card, stroke: ink, width: LOOK.frame.border });
  if (kind !== 'same')
    paintMark(s, { disc: [area.x + STUB.mark * 0.7, middle], kind, own }, ink, LOOK.line.small);
  const x = area.x + area.w - STUB.around;
  s.text(words, x, middle + size * 0.34, { size, bold: true, fill: ink, anchor: 'end' });
}

/** @param {Surface} s @param {Stub} stub @param {number} size of letters */
function paintComing(s, stub, size) {
  const { area, kind, length, own, words } = stub;
  if (kind === 'same') return;
  const ink = inkOf(s, stub);
  const x = area.x - STUB.beside;
  const y = area.y + size / 2 - STUB.sign;
  const style = { stroke: ink, width: LOOK.line.plain * LOOK.line.own, dashes: LOOK.dashes[kind] };
  s.line([x, y + length, x, y + length * 0.7, x, y + length * 0.3, x, y], style);
  paintEnd(s, kind, { x, y, heading: [0, -1] }, ink);
  if (length < STUB.length) return;
  paintMark(s, { disc: [x, y + STUB.sign], kind, own }, ink, LOOK.line.small);
  s.text(words, area.x, area.y + size * 0.84, { size, bold: true, fill: ink });
}
