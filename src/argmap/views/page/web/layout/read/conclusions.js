/** The conclusions of the front page, and beside each the first of what speaks against it. */

import { DATA, grouped } from '../../state/data.js';
import { blockOf, placeBlock } from './blocks.js';
import { readCard } from './cards.js';
import { moreThan } from './centre.js';
import { lineAcross, lineToAbove } from './lines.js';
import { endOf } from './steps.js';

/** @typedef {{card: ReadCard, block: ?Block, more: number}} Row a conclusion with what is against it */

const GAP = 10;
const HEAD = /** @type {Type} */ ([13.5, 18]);

/** The room between a conclusion and what stands below it where there is one column. */
const BELOW = 52;

/** The button for more, and the room below a card that it takes. */
const MORE = { room: 32, w: 72, h: 26 };

/** How far beyond the lower edge sentences may go before names take their place. */
const OVER = 1.12;

/** So many conclusions are always shown, if need be beyond the lower edge; and the most of all. */
const ALWAYS = 8;
const MOST = 60;

/** Ways to write the cards of conclusions and of objections, those that say most first. */
const WAYS = /** @type {const} */ ([
  ['conclusion', 'near'],
  ['near', 'near'],
  ['plain', 'plain'],
  ['above', 'above'],
]);

/**
 * @param {Columns} columns @param {{top: number, deepest: number}} area
 * @param {Arrow[]} objections @param {ReadonlySet<string>} opened what is shown in full
 */
export function conclusionsIn(columns, { top, deepest }, objections, opened) {
  const all = (DATA.main.length ? DATA.main : DATA.roots).slice(0, MOST);
  const { count, lefts, width } = columns;
  const isBelow = count === 1;
  const groups = grouped(objections, (arrow) => [endOf(arrow)]);
  const ways = WAYS.map(([kind, against]) => rowsOf(all, kind, against, width, groups));
  const high = (/** @type {Row} */ row) => heightOf(row, count);
  const rows = fitted(ways, high, deepest - top);
  /** @type {Row[]} */
  const shown = [];
  let bottom = top;
  for (const row of rows) {
    const isOver = shown.length >= ALWAYS && bottom + high(row) > deepest;
    if (isOver && !opened.has('concluded')) break;
    [row.card.x, row.card.y] = [lefts[0], bottom];
    if (row.block)
      placeBlock(
        row.block,
        isBelow ? lefts[0] : lefts[1],
        bottom + (isBelow ? row.card.h + BELOW : 0),
      );
    shown.push(row);
    bottom += high(row) + GAP;
  }
  const missing = (DATA.main.length || DATA.roots.length) - shown.length;
  const more = moreThan(missing, 'concluded', lefts[0], bottom);
  const isAgainst = shown.some(({ block }) => block);
  return {
    cards: shown.map(({ card }) => card),
    blocks: shown.flatMap(({ block }) => (block ? [block] : [])),
    arrows: shown.flatMap(({ block, card }) =>
      block ? (isBelow ? lineToAbove(block, card) : lineAcross(block, card)) : [],
    ),
    headings: [
      headingAt('What is concluded', lefts[0], top),
      ...(isAgainst && !isBelow ? [headingAt('What speaks against it', lefts[1], top)] : []),
    ],
    more: [...more, ...shown.flatMap((row) => moreAgainst(row, count))],
    bottom: bottom - GAP + (more.length ? 40 : 0),
  };
}

/**
 * The rows in the way that says most and fits; all of one form, since they are compared.
 * @param {Row[][]} ways @param {(row: Row) => number} high @param {number} room
 * @returns {Row[]}
 */
function fitted(ways, high, room) {
  const fits = (/** @type {Row[]} */ rows) =>
    rows.reduce((sum, row) => sum + high(row) + GAP, -GAP) <= room * OVER;
  return ways.find(fits) || ways[ways.length - 1];
}

/**
 * @param {string[]} ids @param {import('./cards.js').CardKind} kind @param {import('./cards.js').CardKind} against
 * @param {number} width @param {Map<string, Arrow[]>} objections by the claim on which they bear
 * @returns {Row[]}
 */
function rowsOf(ids, kind, against, width, objections) {
  const placed = new Set(ids);
  return ids.map((id) => {
    const card = readCard(id, kind, width);
    const [first, ...others] = objections.get(id) || [];
    const block = first ? blockOf(first, width, placed, [], against) : null;
    return { card, block, more: others.length };
  });
}

/** @param {Row} row @param {number} count of the columns */
function heightOf({ block, card, more }, count) {
  if (!block) return card.h;
  const against = block.height + (more && count < 3 ? MORE.room : 0);
  return count === 1 ? card.h + BELOW + against : Math.max(card.h, against);
}

/**
 * The button that leads to the other objections: beside the first, or below it where there is no room.
 * @param {Row} row @param {number} count of the columns
 * @returns {More[]}
 */
function moreAgainst({ block, card, more }, count) {
  if (!block || !more) return [];
  const { x, y, w, h } = block.frame || block.cards[0];
  const place = count === 3 ? { x: x + w + 12, y: y + (h - MORE.h) / 2 } : { x, y: y + h + 5 };
  const words = `${more.toLocaleString('en')} more`;
  return [{ words, side: 'disputed', claim: card.id, ...place, w: MORE.w, h: MORE.h }];
}

/** @param {string} words @param {number} x @param {number} top @returns {Heading} */
export function headingAt(words, x, top) {
  return { words, x, y: top - 12, type: HEAD, bold: true, ink: 'mute', anchor: 'start' };
}
