/** The claims further down that are disputed, each with what speaks against it. */

import { CLAIMS } from '../../state/data.js';
import { blockOf, placeBlock } from './blocks.js';
import { readCard } from './cards.js';
import { moreThan } from './centre.js';
import { headingAt } from './conclusions.js';
import { lineAcross, lineToAbove } from './lines.js';
import { endOf } from './steps.js';

const GAP = 30;

/** The room between a claim and what stands below it: the line is to be seen. */
const BELOW = 62;

/** The room for the button that shows more. */
const MORE_ROOM = 30;

const UNDISPUTED = 'Nothing here is disputed: every objection has an answer that holds';

/**
 * Pairs in the free columns: side by side where there are two of them, else one below the other.
 * @param {Arrow[]} arrows @param {Columns} columns @param {number} free how many columns are free
 * @param {{top: number, deepest: number}} area
 * @param {ReadonlySet<string>} opened what is shown in full @param {Set<string>} placed which grows
 */
export function furtherDown(
  arrows,
  { count, lefts, width },
  free,
  { top, deepest },
  opened,
  placed,
) {
  const isBeside = free === 2;
  const left = lefts[count - free];
  const kind = count === 3 && deepest - top < 560 ? 'above' : 'near';
  /** @type {{card: ReadCard, block: Block}[]} */
  const pairs = [];
  let [y, missing] = [top, 0];
  for (const [at, arrow] of arrows.entries()) {
    const tried = new Set(placed).add(endOf(arrow));
    const card = readCard(endOf(arrow), placed.has(endOf(arrow)) ? 'copy' : kind, width);
    const block = blockOf(arrow, width, tried, [], kind);
    const high = isBeside ? Math.max(card.h, block.height) : card.h + BELOW + block.height;
    const isFull = y + high > deepest - MORE_ROOM && (pairs.length > 0 || count === 3);
    if (isFull && !opened.has('disputed')) {
      missing = arrows.length - at;
      break;
    }
    for (const each of tried) placed.add(each);
    [card.x, card.y] = [left, y];
    placeBlock(block, isBeside ? lefts[count - 1] : left, isBeside ? y : y + card.h + BELOW);
    pairs.push({ card, block });
    y += high + GAP;
  }
  const isNothing =
    !arrows.length && ![...placed].some((id) => CLAIMS.get(id)?.word === 'contested');
  const words = isNothing ? UNDISPUTED : 'Disputed further down';
  const more = moreThan(missing, 'disputed', left, pairs.length ? y - GAP / 2 : y);
  return {
    cards: pairs.map(({ card }) => card),
    blocks: pairs.map(({ block }) => block),
    arrows: pairs.flatMap(({ block, card }) =>
      isBeside ? lineAcross(block, card) : lineToAbove(block, card),
    ),
    headings: arrows.length || isNothing ? [headingAt(words, left, top)] : [],
    more,
    bottom: y + (more.length ? 30 : 0),
  };
}
