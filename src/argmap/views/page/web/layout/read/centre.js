/** The picture of a claim at the centre: what it is for, its reasons and its objections. */

import { CLAIMS } from '../../state/data.js';
import { cardsOf, framesOf } from './blocks.js';
import { readCard } from './cards.js';
import { columnsFor, EDGE, LANE_ROOM, stacked } from './columns.js';
import { linesOf, lineUp } from './lines.js';
import { arrowsFrom, arrowsTo, blocksOf, classOf, counts, endOf, numbersOf } from './steps.js';

const HEAD = /** @type {Type} */ ([13.5, 18]);
const ABOVE = { width: 270, gap: 30, most: 4, room: 54 };
const BELOW = { bus: 34, head: 66, cards: 80 };

/** The same where there is little height. */
const LOW = { height: 660, room: 42, below: { bus: 24, head: 46, cards: 58 } };

/** The room for the ring around the claim in the centre. */
const RING = 7;

/** How far the lines of objections run beside those of reasons where all stand in one column. */
const ASIDE = 11;

/** The widest card for the claim in the centre. */
const WIDEST = 640;

/** The room in which reasons and objections stand below each other. */
export const NARROW = 600;

/**
 * @param {string} id @param {Room} room @param {ReadonlySet<string>} opened what is shown in full
 * @returns {ReadPicture}
 */
export function centrePicture(id, room, opened) {
  const isLow = room.h < LOW.height;
  const centre = readCard(
    id,
    isLow ? 'centreLow' : 'centre',
    Math.min(WIDEST, room.w - 2 * EDGE),
    centreNote(id),
  );
  const placed = new Set([id]);
  const above = placeAbove(id, room, opened, placed);
  centre.x = (room.w - centre.w) / 2;
  centre.y = above.bottom + (above.cards.length ? (isLow ? LOW.room : ABOVE.room) : 0);
  const upwards = above.cards.map(({ arrow, card }, at) =>
    lineUp(arrow, centre, card, portUp(centre, at, above.cards.length)),
  );
  const below = placeBelow(id, centre, room, opened, placed);
  return {
    width: room.w,
    height: Math.max(room.h, below.bottom + EDGE),
    chapters: [],
    containers: below.blocks.flatMap(({ block }) => framesOf(block)),
    arrows: [...upwards, ...below.arrows],
    ties: [],
    cards: [
      ...above.cards.map(({ card }) => card),
      centre,
      ...below.blocks.flatMap(({ block }) => cardsOf(block)),
    ],
    headings: [...above.headings, ...below.headings],
    more: [...above.more, ...below.more],
  };
}

/** What stands at the foot of the claim in the centre. @param {string} id */
function centreNote(id) {
  const claim = /** @type {Claim} */ (CLAIMS.get(id));
  const same = classOf(id).slice(1);
  return same.length
    ? [claim.cited, `the same claim as ${numbersOf(same)}`].filter(Boolean).join(' · ')
    : undefined;
}

/**
 * The claims that a claim is used for, in a row.
 * @param {string} id @param {Room} room @param {ReadonlySet<string>} opened
 * @param {Set<string>} placed which grows
 */
function placeAbove(id, room, opened, placed) {
  const all = arrowsFrom(id).filter((arrow) => !classOf(id).includes(endOf(arrow)));
  if (!all.length) return { cards: [], headings: [], more: [], bottom: EDGE };
  const width = Math.min(ABOVE.width, room.w - 2 * EDGE);
  const fitting = Math.max(1, Math.floor((room.w - 2 * EDGE + ABOVE.gap) / (width + ABOVE.gap)));
  const some = all.slice(0, opened.has('above') ? fitting * 2 : Math.min(fitting, ABOVE.most));
  const across = some.length * (width + ABOVE.gap) - ABOVE.gap;
  const left = (room.w - across) / 2;
  const cards = some.map((arrow, at) => {
    const end = endOf(arrow);
    const card = readCard(end, 'above', width, noteOn(arrow, id));
    card.isCopy = placed.has(end);
    placed.add(end);
    [card.x, card.y] = [left + at * (width + ABOVE.gap), EDGE + HEAD[1] + 4];
    return { arrow, card };
  });
  const bottom = Math.max(...cards.map(({ card }) => card.y + card.h));
  for (const { card } of cards) card.y = bottom - card.h;
  const top = Math.min(...cards.map(({ card }) => card.y));
  const headings = [heading('Used for', left, top - 9)];
  const more = moreThan(all.length - some.length, 'above', left + across - 90, top - 36);
  return { cards, headings, more, bottom };
}

/**
 * What is to be known of a step upwards: what else it needs, and what blocks it.
 * @param {Arrow} arrow @param {string} id
 */
function noteOn(arrow, id) {
  const own = classOf(id);
  const others = arrow.premises.filter((premise) => !own.includes(premise));
  const blocking = blocksOf(arrow.relation).filter(counts);
  const parts = [];
  if (arrow.kind === 'undercuts') parts.push('blocks a step to it');
  if (others.length) parts.push(`only together with ${numbersOf(others)}`);
  if (blocking.length)
    parts.push(
      `this step is blocked by ${numbersOf(blocking.flatMap(({ premises }) => premises))}`,
    );
  return parts.join('; ');
}

/** @param {Rectangle} centre @param {number} at @param {number} count */
function portUp(centre, at, count) {
  const gap = Math.min(40, centre.w / (count + 1));
  return { x: centre.x + centre.w / 2 + (at - (count - 1) / 2) * gap, bus: centre.y - 22 };
}

/**
 * The reasons and the objections, with their lines.
 * @param {string} id @param {Rectangle} centre @param {Room} room
 * @param {ReadonlySet<string>} opened @param {Set<string>} placed which grows
 */
function placeBelow(id, centre, room, opened, placed) {
  const isNarrow = room.w < NARROW;
  const measures = room.h < LOW.height ? LOW.below : BELOW;
  const base = centre.y + centre.h;
  const all = { reasons: arrowsTo(id, 'supports'), objections: arrowsTo(id, 'attacks') };
  const areas = areasIn(room, all.reasons.length, all.objections.length);
  const put = (/** @type {'reasons'|'objections'} */ side, /** @type {number} */ top) => {
    const arrows = byWeight(all[side], opened.has(side));
    const deepest = opened.has(side) ? Infinity : room.h - EDGE;
    const area = { ...areas[side], top: top + measures.cards, deepest };
    return placeSide(side, arrows, area, top + measures.head, placed);
  };
  const reasons = put('reasons', base);
  const objections = put('objections', isNarrow ? reasons.bottom - measures.bus + 30 : base);
  const sides = [reasons, objections];
  return {
    blocks: sides.flatMap(({ blocks }) => blocks),
    headings: sides.map(({ title }) => title),
    more: sides.flatMap(({ more }) => more),
    arrows: sides.flatMap(({ blocks, side }) => {
      const isRight = side === 'reasons' || isNarrow;
      const aside = isNarrow && side === 'objections' ? ASIDE : 0;
      const bus = base + measures.bus - aside;
      const port = portDown(centre, side);
      return blocks.flatMap(({ block }) => linesOf(block, port, bus, isRight ? 1 : -1, aside));
    }),
    bottom: Math.max(reasons.bottom, objections.bottom),
  };
}

/**
 * Where the columns of each side stand, and how many there are; in a narrow room each has the whole
 * width, less a lane for its lines.
 * @param {Room} room @param {number} reasons @param {number} objections
 */
function areasIn(room, reasons, objections) {
  if (room.w < NARROW) {
    const area = { count: 1, left: EDGE, width: room.w - 2 * EDGE - LANE_ROOM };
    return { reasons: area, objections: area };
  }
  return {
    reasons: columnsFor(room.w, reasons, -1),
    objections: columnsFor(room.w, objections, 1),
  };
}

/**
 * One side, with its title and what there was no room for.
 * @param {'reasons'|'objections'} side @param {Arrow[]} arrows
 * @param {{count: number, width: number, left: number, top: number, deepest: number}} area
 * @param {number} head the base line of the title @param {Set<string>} placed which grows
 */
function placeSide(side, arrows, area, head, placed) {
  const { blocks, bottom, missing } = stacked(arrows, area, placed);
  const title = heading(
    titleOf(side, arrows.length),
    area.left,
    head,
    arrows.length ? side : undefined,
  );
  const more = moreThan(missing, side, area.left, Math.max(bottom, area.top) + 8);
  return { side, blocks, title, more, bottom: Math.max(bottom, ...more.map(({ y, h }) => y + h)) };
}

/** @param {Rectangle} centre @param {'reasons'|'objections'} side */
function portDown({ x, y, w, h }, side) {
  return { x: x + w * (side === 'reasons' ? 0.36 : 0.64), y: y + h + RING };
}

/**
 * The steps in their order; where not all may fit, first those that count.
 * @param {Arrow[]} arrows @param {boolean} isAll
 */
function byWeight(arrows, isAll) {
  if (isAll) return arrows;
  return [...arrows.filter(counts), ...arrows.filter((arrow) => !counts(arrow))];
}

/** @param {'reasons'|'objections'} side @param {number} count */
function titleOf(side, count) {
  if (side === 'reasons') return count ? `For it · ${count}` : 'The map gives no reason for it';
  return count ? `Against it · ${count}` : 'Nothing in this map speaks against it';
}

/**
 * @param {string} words @param {number} x @param {number} y
 * @param {'reasons'|'objections'} [side] @returns {Heading}
 */
function heading(words, x, y, side) {
  const ink = side === 'reasons' ? 'support' : side === 'objections' ? 'attack' : 'mute';
  return { words, x, y, type: HEAD, bold: true, ink, anchor: 'start' };
}

/**
 * @param {number} count @param {Side} side @param {number} x @param {number} y @returns {More[]}
 */
export function moreThan(count, side, x, y) {
  return count > 0
    ? [{ words: `${count.toLocaleString('en')} more`, side, x, y, w: 90, h: 26 }]
    : [];
}
