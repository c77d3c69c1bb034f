/** The lines of the view Read: from each block beside its column up to the claim it bears on. */

import { lineThrough } from '../curves.js';

/** How far from the cards the signs stand, and the lane in which lines run up. */
const SIGN = 17;
const LANE = 40;

/** How far inside the borders of a card a line ends. */
const INSIDE = 18;

/** How far below the top of a high card its line leaves it. */
const LEVEL = 44;

/** How far from the end of an undercut's line the middle of the blocked sign is. */
const BEFORE = 13;

/**
 * The lines of a block: of its step, and of what blocks that.
 * @param {Block} block
 * @param {{x: number, y: number}} port where the line ends
 * @param {number} bus the height at which it runs across
 * @param {1|-1} side 1 if it runs up at the right of the block
 * @param {number} [aside] how far beside the lane, where others run up there too
 * @returns {Arrow[]}
 */
export function linesOf(block, port, bus, side, aside = 0) {
  const start = block.frame || block.cards[0];
  const edge = side > 0 ? start.x + start.w : start.x;
  const y = levelOf(start);
  const lane = edge + side * (LANE + aside);
  const way = lineThrough([
    [edge, y],
    [lane, y],
    [lane, bus],
    [port.x, bus],
    [port.x, port.y],
  ]);
  const disc = /** @type {Point} */ ([edge + side * SIGN, y]);
  const step = { ...block.arrow, ...way, disc };
  return [step, ...block.blocks.map((blocking) => blockingLine(blocking, disc, side))];
}

/**
 * The line of what blocks a step, up to the sign on the step's line.
 * @param {Block['blocks'][number]} block @param {Point} sign @param {1|-1} side
 * @returns {Arrow}
 */
function blockingLine({ arrow, cards, frame }, [x, y], side) {
  const start = frame || cards[0];
  const edge = side > 0 ? start.x + start.w : start.x;
  const low = levelOf(start);
  const way = lineThrough([
    [edge, low],
    [x, low],
    [x, y + BEFORE],
  ]);
  return { ...arrow, ...way, disc: [x, (low + y + BEFORE) / 2] };
}

/**
 * The line from the claim in the centre up to one that it is used for.
 * @param {Arrow} arrow @param {Rectangle} from @param {Rectangle} to
 * @param {{x: number, bus: number}} port
 * @returns {Arrow}
 */
export function lineUp(arrow, from, to, { x, bus }) {
  const end = to.x + to.w / 2;
  const foot = to.y + to.h;
  const way = lineThrough([
    [x, from.y],
    [x, bus],
    [end, bus],
    [end, foot],
  ]);
  return { ...arrow, ...way, disc: [end, (foot + bus) / 2 + 3] };
}

/**
 * The line of a block that stands at the right of the claim on which it bears: straight where both
 * stand at one height.
 * @param {Block} block @param {Rectangle} card
 * @returns {Arrow[]}
 */
export function lineAcross(block, card) {
  const start = block.frame || block.cards[0];
  const toX = card.x + card.w;
  const high = Math.max(start.y, card.y) + INSIDE;
  const low = Math.min(start.y + start.h, card.y + card.h) - INSIDE;
  const y = levelOf(start);
  const level = Math.max(high, Math.min(low, y));
  return withSign(block, [
    [start.x, level],
    [toX, level],
  ]);
}

/**
 * The line of a block that stands below the claim on which it bears.
 * @param {Block} block @param {Rectangle} card
 * @returns {Arrow[]}
 */
export function lineToAbove(block, card) {
  const start = block.frame || block.cards[0];
  const x = card.x + card.w / 2;
  return withSign(block, [
    [x, start.y],
    [x, card.y + card.h],
  ]);
}

/** A straight line with its sign in the middle. @param {Block} block @param {Point[]} points */
function withSign(block, points) {
  const [[x, y], [toX, toY]] = points;
  const disc = /** @type {Point} */ ([(x + toX) / 2, (y + toY) / 2]);
  return [{ ...block.arrow, ...lineThrough(points), disc }];
}

/** The height at which a line leaves a card or a frame. @param {Rectangle} start */
function levelOf({ y, h }) {
  return y + Math.min(h / 2, LEVEL);
}
