/** The front page: the question, what is concluded, and what of it or below it is disputed. */

import { DATA, grouped } from '../../state/data.js';
import { disputes } from '../../state/disputes.js';
import { lineThrough } from '../curves.js';
import { blockOf, cardsOf, framesOf, placeBlock } from './blocks.js';
import { readCard, wrapped } from './cards.js';
import { moreThan, NARROW } from './centre.js';
import { endOf } from './steps.js';

const EDGE = 30;
const GAP = 14;
const HEAD = /** @type {Type} */ ([13.5, 18]);
const QUESTION = /** @type {Type} */ ([25, 32]);

/** The widest line of the question, and the widest column. */
const LONGEST = 980;
const WIDEST = 400;

/** The room between a claim and what speaks against it: the line is to be seen. */
const LINE_ROOM = 104;
const WIDEST_LINE = 150;

/** The room in which disputes stand beside the conclusions. */
const WIDE = 1100;

/** So many conclusions are always shown, if need be beyond the lower edge. */
const ALWAYS = 8;

/** How much of the height conclusions may take above disputes, and how many are listed at most. */
const SHARE = 0.6;
const MOST = 60;

/** The room for the button that shows more. */
const MORE_ROOM = 26;

const UNDISPUTED = 'Nothing here is disputed: every objection has an answer that holds';

/** How far from a sign on a line the end of an undercut's line is. */
const BEFORE = 13;

/**
 * @typedef {{card: ReadCard, blocks: Block[], isOwn: boolean}} Dispute a claim with what speaks
 *   against it, and whether its card stands here alone
 */

/**
 * @param {Room} room @param {ReadonlySet<string>} opened what is shown in full
 * @returns {ReadPicture}
 */
export function frontPicture(room, opened) {
  const question = questionAt(room);
  const columns = columnsIn(room);
  const area = { top: question.bottom + 34, deepest: room.h - EDGE };
  const first = concluded(columns, area, opened);
  const second = disputed(first.cards, columns, { ...area, bottom: first.bottom }, opened);
  const blocks = second.disputes.flatMap((dispute) => dispute.blocks);
  const further = second.disputes.filter(({ isOwn }) => isOwn).map(({ card }) => card);
  return {
    width: room.w,
    height: Math.max(room.h, first.bottom + EDGE, second.bottom + EDGE),
    chapters: [],
    containers: blocks.flatMap(framesOf),
    arrows: second.disputes.flatMap(linesOf),
    ties: [],
    cards: [...first.cards, ...further, ...blocks.flatMap(cardsOf)],
    headings: [...question.headings, ...first.headings, ...second.headings],
    more: [...first.more, ...second.more],
  };
}

/** The question that the map is about, or its title, over the page. @param {Room} room */
function questionAt(room) {
  const isNarrow = room.w < NARROW;
  const [size, leading] = isNarrow ? [19, 25] : QUESTION;
  const words = DATA.question || DATA.title;
  const lines = words ? wrapped(words, Math.min(LONGEST, room.w - 2 * EDGE), size, true, 5) : [];
  const headings = lines.map((line, at) => ({
    words: line,
    x: EDGE,
    y: EDGE + size * 0.8 + at * leading,
    type: /** @type {Type} */ ([size, leading]),
    bold: true,
    ink: 'ink',
    anchor: /** @type {'start'} */ ('start'),
  }));
  return { headings, bottom: EDGE - 6 + lines.length * leading };
}

/** Where the columns stand: one, two or three beside each other. @param {Room} room */
function columnsIn(room) {
  const free = room.w - 2 * EDGE;
  const count = room.w < NARROW ? 1 : room.w < WIDE ? 2 : 3;
  const width = Math.min(WIDEST, (free - (count - 1) * LINE_ROOM) / count);
  const between = Math.min(WIDEST_LINE, (free - count * width) / Math.max(1, count - 1));
  const lefts = [0, 1, 2].map((at) => EDGE + (at < count ? at * (width + between) : 0));
  return { count, width, lefts };
}

/** The claims that the front page lists. */
function conclusions() {
  return DATA.main.length ? DATA.main : DATA.roots;
}

/**
 * The conclusions, with their sentences where there is room; where disputes stand below them, in as
 * many columns as there are.
 * @param {ReturnType<typeof columnsIn>} columns @param {{top: number, deepest: number}} area
 * @param {ReadonlySet<string>} opened
 */
function concluded({ count, width, lefts }, { top, deepest }, opened) {
  const all = conclusions();
  const across = count === 2 ? 2 : 1;
  const most = count === 3 ? deepest - top : (deepest - top) * SHARE;
  const rowsOf = (/** @type {ReadCard[]} */ cards) =>
    cards.flatMap((_, at) => (at % across ? [] : [cards.slice(at, at + across)]));
  const highest = (/** @type {ReadCard[]} */ row) => Math.max(...row.map(({ h }) => h));
  const height = (/** @type {ReadCard[]} */ cards) =>
    rowsOf(cards).reduce((sum, row) => sum + highest(row) + GAP, -GAP);
  const kinds = /** @type {const} */ (['conclusion', 'near', 'above']);
  const ways = kinds.map((kind) => all.slice(0, MOST).map((id) => readCard(id, kind, width)));
  const cards = ways.find((way) => height(way) <= most) || ways[2];
  /** @type {ReadCard[]} */
  const shown = [];
  let bottom = top;
  for (const row of rowsOf(cards)) {
    const isOver = shown.length >= ALWAYS && bottom + highest(row) > deepest;
    if (isOver && !opened.has('concluded')) break;
    for (const [at, card] of row.entries()) {
      [card.x, card.y, card.h] = [lefts[at], bottom, highest(row)];
      shown.push(card);
    }
    bottom += highest(row) + GAP;
  }
  const more = moreThan(all.length - shown.length, 'concluded', lefts[0], bottom);
  const head = headingAt('What is concluded', lefts[0], top);
  return { cards: shown, bottom: bottom - GAP + (more.length ? 40 : 0), more, headings: [head] };
}

/**
 * The disputes that fit, one below the other: of a conclusion the card stands there already, of a
 * claim further down it comes along.
 * @param {ReadCard[]} concluded @param {ReturnType<typeof columnsIn>} columns
 * @param {{top: number, deepest: number, bottom: number}} area
 * @param {ReadonlySet<string>} opened
 */
function disputed(concluded, { count, lefts, width }, area, opened) {
  const placed = new Set(concluded.map(({ id }) => id));
  const groups = groupedByEnd(disputes());
  const top = count === 3 ? area.top : area.bottom + 46;
  /** @type {Dispute[]} */
  const all = [];
  let [y, missing] = [top, 0];
  for (const [id, arrows] of groups) {
    const main = count < 3 ? undefined : concluded.find((card) => card.id === id);
    const tried = new Set(placed).add(id);
    const card = main || readCard(id, placed.has(id) ? 'copy' : 'near', width);
    const blocks = arrows.map((arrow) => disputeBlock(arrow, width, tried));
    const column = main || count < 3 ? 0 : 1;
    const isBelow = count === 1;
    const down = isBelow ? card.h + LINE_ROOM / 2 : 0;
    const height = blocks.reduce((sum, block) => sum + block.height + GAP, -GAP);
    const whole = Math.max(main ? 0 : card.h, down + height);
    if (
      missing ||
      (y + whole > area.deepest - MORE_ROOM &&
        !opened.has('disputed') &&
        (all.length || count === 3))
    ) {
      missing += arrows.length;
      continue;
    }
    for (const each of tried) placed.add(each);
    if (!main) [card.x, card.y] = [lefts[column], y];
    let at = y + down;
    for (const block of blocks) {
      placeBlock(block, lefts[isBelow ? 0 : column + 1], at);
      at += block.height + GAP;
    }
    all.push({ card, blocks, isOwn: !main });
    y += whole + GAP + 10;
  }
  const head = headingAt(
    groups.length ? 'What is disputed' : UNDISPUTED,
    lefts[count === 3 ? 1 : 0],
    top,
  );
  const more = moreThan(missing, 'disputed', lefts[count === 3 ? 1 : 0], y);
  return { disputes: all, headings: [head], more, bottom: y + (more.length ? 40 : 0) };
}

/**
 * Lines by the claim that they bear on in the end: objections first, then the steps that are blocked.
 * @param {Arrow[]} arrows
 */
function groupedByEnd(arrows) {
  const isBlock = (/** @type {Arrow} */ { kind }) => kind === 'undercuts';
  const objections = grouped(
    arrows.filter((arrow) => !isBlock(arrow)),
    (arrow) => [endOf(arrow)],
  );
  const blocks = grouped(arrows.filter(isBlock), (arrow) => [endOf(arrow)]);
  return [...objections, ...blocks];
}

/**
 * An objection, or the reason that is blocked with what blocks it.
 * @param {Arrow} arrow @param {number} width @param {Set<string>} placed which grows
 */
function disputeBlock(arrow, width, placed) {
  if (arrow.kind !== 'undercuts') return blockOf(arrow, width, placed, []);
  const step = DATA.arrows.find(({ relation }) => relation === arrow.target);
  return step ? blockOf(step, width, placed, [arrow]) : blockOf(arrow, width, placed, []);
}

/** The lines of a dispute. @param {Dispute} dispute @returns {Arrow[]} */
function linesOf({ card, blocks }) {
  return blocks.flatMap((block, at) => {
    const start = block.frame || block.cards[0];
    const isBelow = start.x < card.x + card.w;
    const points = isBelow ? belowTo(start, card, at) : sideways(start, card, at, blocks.length);
    const way = lineThrough(points);
    const [a, b] = isBelow ? points.slice(0, 2) : points.slice(-2);
    const disc = /** @type {Point} */ ([(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]);
    const blocking = block.blocks.map((part) => upTo(part, disc));
    return [{ ...block.arrow, ...way, disc }, ...blocking];
  });
}

/**
 * From a card to the one at its left; straight where they stand at one height.
 * @param {Rectangle} start @param {Rectangle} card @param {number} at the place among several
 * @param {number} count how many there are
 * @returns {Point[]}
 */
function sideways(start, card, at, count) {
  const [x, toX] = [start.x, card.x + card.w];
  const y = start.y + Math.min(start.h / 2, 44);
  const spread = card.y + card.h / 2 + (at - (count - 1) / 2) * 24;
  const toY = Math.max(card.y + 18, Math.min(card.y + card.h - 18, spread));
  const [high, low] = [
    Math.max(start.y, card.y) + 18,
    Math.min(start.y + start.h, card.y + card.h) - 18,
  ];
  if (at === 0 && high <= low)
    return [
      [x, Math.max(high, Math.min(low, y))],
      [toX, Math.max(high, Math.min(low, y))],
    ];
  const lane = x - 26 - 10 * at;
  return [
    [x, y],
    [lane, y],
    [lane, toY],
    [toX, toY],
  ];
}

/** From a card below to the one above it, beside what stands between. @returns {Point[]} */
function belowTo(
  /** @type {Rectangle} */ start,
  /** @type {Rectangle} */ card,
  /** @type {number} */ at,
) {
  if (at === 0)
    return [
      [card.x + card.w / 2, start.y],
      [card.x + card.w / 2, card.y + card.h],
    ];
  const lane = card.x - 8 - 5 * at;
  const y = start.y + start.h / 2;
  return [
    [start.x, y],
    [lane, y],
    [lane, card.y + card.h / 2],
    [card.x, card.y + card.h / 2],
  ];
}

/**
 * The line of what blocks a step, up to the sign on its line.
 * @param {Block['blocks'][number]} block @param {Point} sign @returns {Arrow}
 */
function upTo({ arrow, cards, frame }, [x, y]) {
  const start = frame || cards[0];
  const low = start.y + Math.min(start.h / 2, 44);
  const way = lineThrough([
    [start.x, low],
    [x, low],
    [x, y + BEFORE],
  ]);
  return { ...arrow, ...way, disc: [x, (low + y + BEFORE) / 2] };
}

/** @param {string} words @param {number} x @param {number} top @returns {Heading} */
function headingAt(words, x, top) {
  return { words, x, y: top - 12, type: HEAD, bold: true, ink: 'mute', anchor: 'start' };
}
