/** Blocks of cards: the premises of a step, one below the other, and below them what blocks it. */

import { FRAME_HEAD, FRAME_PAD } from '../measures.js';
import { readCard } from './cards.js';
import { blocksOf } from './steps.js';

/** The room between the cards of a block, and how far what blocks a step is set in. */
const GAP = 12;
const INDENT = 26;

/**
 * A step with its premises as cards; a claim that stands elsewhere already is only referred to.
 * @param {Arrow} arrow @param {number} w @param {Set<string>} placed which grows
 * @param {Arrow[]} [blocking] what of that is shown
 * @param {import('./cards.js').CardKind} [kind] of its cards
 * @returns {Block}
 */
export function blockOf(arrow, w, placed, blocking = blocksOf(arrow.relation), kind = 'near') {
  const own = stackOf(arrow, w, placed, kind);
  let height = own.height;
  const blocks = blocking.map((block) => {
    const stack = stackOf(block, w - INDENT, placed, kind);
    const top = height + GAP;
    height = top + stack.height;
    for (const card of stack.cards) move(card, INDENT, top);
    if (stack.frame) move(stack.frame, INDENT, top);
    return { arrow: block, cards: stack.cards, frame: stack.frame };
  });
  return { arrow, cards: own.cards, frame: own.frame, blocks, width: w, height };
}

/** Put a block with all its parts somewhere. @param {Block} block @param {number} x @param {number} y */
export function placeBlock(block, x, y) {
  for (const part of [...cardsOf(block), ...framesOf(block)]) move(part, x, y);
}

/** The cards of a block, what blocks the step among them. @param {Block} block */
export function cardsOf(block) {
  return [...block.cards, ...block.blocks.flatMap(({ cards }) => cards)];
}

/** The frames of a block. @param {Block} block */
export function framesOf(block) {
  return [block.frame, ...block.blocks.map(({ frame }) => frame)].filter((frame) => frame !== null);
}

/** @param {Rectangle} part @param {number} x @param {number} y */
function move(part, x, y) {
  part.x += x;
  part.y += y;
}

/**
 * The premises of a step below each other, in a frame if they count only together.
 * @param {Arrow} arrow @param {number} w @param {Set<string>} placed @param {import('./cards.js').CardKind} kind
 */
function stackOf({ premises, relation }, w, placed, kind) {
  const isLinked = premises.length > 1;
  const [pad, head] = isLinked ? [FRAME_PAD, FRAME_HEAD] : [0, 0];
  let height = head;
  const cards = premises.map((id) => {
    const card = readCard(id, placed.has(id) ? 'copy' : kind, w - 2 * pad);
    card.hasMore = !card.isCopy && kind === 'near';
    placed.add(id);
    [card.x, card.y] = [pad, height];
    height += card.h + (isLinked ? FRAME_PAD : 0);
    return card;
  });
  const frame = { relation, pill: false, x: 0, y: 0, w, h: height, members: premises };
  return { cards, frame: isLinked ? frame : null, height };
}
