/** The front page: the question, what is concluded, and what of it or below it is disputed. */

import { DATA } from '../../state/data.js';
import { disputes } from '../../state/disputes.js';
import { isRightToLeft } from '../letters.js';
import { cardsOf, framesOf } from './blocks.js';
import { wrapped } from './cards.js';
import { NARROW } from './centre.js';
import { conclusionsIn } from './conclusions.js';
import { furtherDown } from './further.js';
import { endOf } from './steps.js';

const EDGE = 26;
const HEAD = 32;
const QUESTION = /** @type {Type} */ ([23, 29]);
const NARROW_QUESTION = /** @type {Type} */ ([19, 25]);

/** The widest line of the question, and the widest column. */
const LONGEST = 980;
const WIDEST = 520;

/** The room between a claim and what speaks against it: the line is to be seen. */
const LINE_ROOM = 100;
const WIDEST_LINE = 130;

/** The room in which disputes further down stand beside the conclusions. */
const WIDE = 1100;

/** The room above the disputes that stand below the conclusions. */
const APART = 48;

/**
 * @param {Room} room @param {ReadonlySet<string>} opened what is shown in full
 * @returns {ReadPicture}
 */
export function frontPicture(room, opened) {
  const columns = columnsIn(room);
  const question = questionAt(room, columns.lefts[0]);
  const objections = disputes();
  const area = { top: question.bottom + HEAD, deepest: room.h - EDGE };
  const first = conclusionsIn(columns, area, objections, opened);
  const shown = new Set(first.cards.map(({ id }) => id));
  const others = objections.filter((arrow) => !shown.has(endOf(arrow)));
  const top = columns.count === 3 ? area.top : first.bottom + APART;
  const placed = new Set([...shown, ...first.blocks.flatMap(cardsOf).map(({ id }) => id)]);
  const isAlone = columns.count === 3 && !first.blocks.length;
  const free = columns.count === 2 || isAlone ? 2 : 1;
  const second = furtherDown(others, columns, free, { ...area, top }, opened, placed);
  return {
    width: room.w,
    height: Math.max(room.h, first.bottom + EDGE, second.bottom + EDGE),
    chapters: [],
    containers: [...first.blocks, ...second.blocks].flatMap(framesOf),
    arrows: [...first.arrows, ...second.arrows],
    ties: [],
    cards: [
      ...first.cards,
      ...first.blocks.flatMap(cardsOf),
      ...second.cards,
      ...second.blocks.flatMap(cardsOf),
    ],
    headings: [...question.headings, ...first.headings, ...second.headings],
    more: [...first.more, ...second.more],
  };
}

/**
 * The question that the map is about, or its title, over the page.
 * @param {Room} room @param {number} edge
 */
function questionAt(room, edge) {
  const type = room.w < NARROW ? NARROW_QUESTION : QUESTION;
  const [size, leading] = type;
  const words = DATA.question || DATA.title;
  const isRtl = isRightToLeft(words || '');
  const lines = words ? wrapped(words, Math.min(LONGEST, room.w - 2 * EDGE), size, true, 5) : [];
  const headings = lines.map((line, at) => ({
    words: line,
    x: isRtl ? room.w - edge : edge,
    isRightToLeft: isRtl,
    y: EDGE + size * 0.8 + at * leading,
    type,
    bold: true,
    ink: 'ink',
    anchor: /** @type {'start'} */ ('start'),
  }));
  return { headings, bottom: EDGE - 6 + lines.length * leading };
}

/**
 * Where the columns stand: conclusions, what speaks against them, and disputes further down.
 * @param {Room} room @returns {Columns}
 */
function columnsIn(room) {
  const free = room.w - 2 * EDGE;
  const count = room.w < NARROW ? 1 : room.w < WIDE ? 2 : 3;
  const width = Math.min(WIDEST, (free - (count - 1) * LINE_ROOM) / count);
  const between = Math.min(WIDEST_LINE, (free - count * width) / Math.max(1, count - 1));
  const across = count * width + (count - 1) * between;
  const start = Math.max(EDGE, (room.w - across) / 2);
  const lefts = [0, 1, 2].map((at) => start + (at < count ? at * (width + between) : 0));
  return { count, width, lefts };
}
