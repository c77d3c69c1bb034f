/** Columns of blocks below a claim: its reasons to the left, its objections to the right. */

import { blockOf, placeBlock } from './blocks.js';

/** The narrowest and the widest card, and the room between columns, in which their lines run. */
const NARROWEST = 230;
const WIDEST = 370;
export const LANE_ROOM = 60;

/** The room between the reasons and the objections. */
const PARTING = 104;

/** The room at the border of the picture. */
export const EDGE = 26;

/** With more blocks than these a second column is of use. */
const ROWS = 3;

/** The room from block to block. */
const GAP = 24;

/**
 * The columns of one side, as many as it has use for, close to the middle of the room.
 * @param {number} room @param {number} count of blocks @param {1|-1} side 1 for the right one
 */
export function columnsFor(room, count, side) {
  const half = (room - PARTING) / 2 - EDGE;
  const most = Math.max(1, Math.floor((half + LANE_ROOM) / (NARROWEST + LANE_ROOM)));
  const columns = Math.max(1, Math.min(most, Math.ceil(count / ROWS)));
  const width = Math.min(WIDEST, (half - (columns - 1) * LANE_ROOM) / columns);
  const across = columns * width + (columns - 1) * LANE_ROOM;
  const near = (room + side * PARTING) / 2;
  return { count: columns, width, left: side > 0 ? near : near - across };
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
