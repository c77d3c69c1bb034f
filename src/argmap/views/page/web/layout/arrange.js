/** Places for a part of the map: conclusions on top, reasons below them, leaves in short stacks. */

import { FACTORS, groupsOf, outlinesOf, SHAPES, settledOn, settleGroups } from './chapters.js';
import { EDGE, SHAPE } from './measures.js';
import { TITLES } from './sections.js';
import { trailsOf } from './trails.js';
import { treesOf } from './trees.js';

/** How many leaves, and how many branches, may stand above each other. */
const STACKS = [
  [1, 1],
  [2, 1],
  [3, 1],
  [4, 1],
  [2, 2],
  [3, 2],
  [4, 2],
  [3, 3],
  [4, 3],
  [4, 4],
];

/**
 * Give all visible claims their places; of several ways to stack leaves and to set trees beside
 * each other, the one that is largest in a room of this shape.
 * @param {Set<string>} visible
 * @param {string[]} tops
 * @param {number} [shape] its width to its height
 * @param {boolean} [apart] whether chapters are drawn
 * @param {boolean} [inOrder] whether trees come in the order of the tops, not as in the whole map
 * @returns {Places}
 */
export function placesFor(visible, tops, shape = SHAPE, apart = false, inOrder = false) {
  const isChaptered = apart && TITLES.size > 0;
  const trees = treesOf(visible, tops, isChaptered);
  const groups = groupsOf(trees, isChaptered, inOrder);
  const stacks = visible.size > 400 ? [[3, 2]] : STACKS;
  const shapes = isChaptered ? SHAPES : FACTORS.map((factor) => shape * factor * factor);
  const settled = settledOn(
    groups,
    groups.map((group) => outlinesOf(group, stacks, shapes)),
    shape,
    inOrder,
  );
  const chapters = settleGroups(groups, settled);
  const branches = [...trees];
  for (const at of branches) branches.push(...at.below); // grows while it is read
  return { width: settled.width + 2 * EDGE, height: settled.height + 2 * EDGE, chapters, branches };
}

/**
 * The picture of a part of the map, with all its lines.
 * @param {Set<string>} visible
 * @param {string[]} tops
 * @param {number} [shape]
 * @param {boolean} [apart]
 * @param {boolean} [inOrder]
 * @returns {Picture}
 */
export function arrange(visible, tops, shape = SHAPE, apart = false, inOrder = false) {
  const places = placesFor(visible, tops, shape, apart, inOrder);
  const { width, height, chapters, branches } = places;
  /** @type {Map<string, Branch>} */
  const home = new Map();
  for (const at of branches) for (const id of at.ids) home.set(id, at);
  return { width, height, chapters, ...trailsOf(visible, branches, home, places) };
}
