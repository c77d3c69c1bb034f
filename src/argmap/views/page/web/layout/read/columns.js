/** Columns of blocks below a claim: its reasons to the left, its objections to the right. */

import { blockOf, placeBlock } from './blocks.js';

/** The narrowest and the widest card, and the room between columns, in which their lines run. */
const NARROWEST = 250;
const WIDEST = 370;
export const LANE_ROOM = 60;

/** The room between the reasons and the objections. */
export const PARTING = 104;

/** The room from block to block. */
const GAP = 18;

/**
 * How many columns each side gets, and how wide their cards are: the lower of both sides is to be
 * as high up as possible, and then the other one.
 * @param {number} room @param {number} reasons @param {number} objections
 */
export function columnsFor(room, reasons, objections) {
  const most = Math.max(2, Math.floor((room - PARTING + 2 * LANE_ROOM) / (NARROWEST + LANE_ROOM)));
  let best = { left: 1, right: 1, price: Infinity };
  for (let left = 1; left < most; left += 1)
    for (let right = 1; left + right <= most; right += 1) {
      const rows = [Math.ceil(reasons / left), Math.ceil(objections / right)];
      const price = Math.max(...rows) + Math.min(...rows) / (reasons + objections + 1);
      if (price < best.price) best = { left, right, price };
    }
  const { left, right } = best;
  const lanes = (left + right - 2) * LANE_ROOM + PARTING;
  return { left, right, width: Math.min(WIDEST, (room - lanes) / (left + right)) };
}

/**
 * Blocks in columns, each in the one that is shortest; those that would end too low are left out,
 * first those that count for nothing.
 * @param {Arrow[]} arrows in the order in which they matter
 * @param {{count: number, width: number, left: number, top: number, deepest: number}} area
 * @param {Set<string>} placed which grows
 */
export function stacked(arrows, { count, width, left, top, deepest }, placed) {
  const bottoms = new Array(count).fill(top);
  /** @type {{block: Block, column: number}[]} */
  const blocks = [];
  let missing = 0;
  for (const [at, arrow] of arrows.entries()) {
    const tried = new Set(placed);
    const block = blockOf(arrow, width, tried);
    const column = bottoms.indexOf(Math.min(...bottoms));
    const isFirst = bottoms[column] === top;
    if (!isFirst && bottoms[column] + block.height > deepest) {
      missing = arrows.length - at;
      break;
    }
    for (const id of tried) placed.add(id);
    placeBlock(block, left + column * (width + LANE_ROOM), bottoms[column]);
    bottoms[column] += block.height + GAP;
    blocks.push({ block, column });
  }
  return { blocks, missing, bottom: Math.max(...bottoms) - GAP };
}
