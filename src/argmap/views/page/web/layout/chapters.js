/** Chapters as quiet frames: a size for each, and a place beside the others. */

import { DATA, grouped } from '../state/data.js';
import { columnsOf, homeOf, inPlaceOrder } from './homes.js';
import { CHAPTER_PAD, EDGE, ROOT_GAP, STREET, TREE_GAP } from './measures.js';
import { chapterOf, headOf, TITLES, titleWidth } from './sections.js';
import { measure, put } from './trees.js';

/** How much the area of chapters counts beside the size of the whole: it keeps them compact. */
const EMPTY = 0.4;

/** How much wider or narrower than its area asks for a picture may be. */
export const FACTORS = [0.7, 0.85, 1, 1.2, 1.45];

/** @type {Map<string, number>} the column in which each chapter is in the whole map, from the left */
const COLUMNS = new Map(
  columnsOf(DATA.chapters, ({ x, y }) => [x, y]).flatMap((column, at) =>
    column.map(({ section }) => [section, at]),
  ),
);

/** @type {Map<string, number>} the height at which it is there */
const TOPS = new Map(DATA.chapters.map(({ section, y }) => [section, y]));

/**
 * Trees by their chapter, both in the order of the whole map, or in that of the trees.
 * @param {Branch[]} trees
 * @param {boolean} apart whether chapters are drawn
 * @param {boolean} inOrder
 * @returns {Section[]}
 */
export function groupsOf(trees, apart, inOrder) {
  const ordered = inOrder ? trees : inPlaceOrder(trees, ({ ids }) => homeOf(ids));
  if (!apart || !TITLES.size) return [{ section: null, trees: ordered }];
  const groups = [...grouped(ordered, (tree) => [chapterOf(tree.ids[0])])];
  if (inOrder) return groups.map(([section, all]) => ({ section, trees: all }));
  const columnOf = (/** @type {string} */ section) => COLUMNS.get(section) ?? 0;
  const topOf = (/** @type {string} */ section) => TOPS.get(section) ?? 0;
  groups.sort(([a], [b]) => columnOf(a) - columnOf(b) || topOf(a) - topOf(b));
  return groups.map(([section, all]) => ({ section, trees: all }));
}

/** Shapes of a chapter, from a tower to a ribbon. */
export const SHAPES = [0.35, 0.5, 0.7, 1, 1.4, 2, 2.8, 4];

/**
 * The ways to lay out a section that no other one beats in width and height.
 * @param {Section} group
 * @param {number[][]} stacks
 * @param {number[]} shapes
 * @returns {Outline[]}
 */
export function outlinesOf({ section, trees }, stacks, shapes) {
  /** @type {Outline[]} */
  const outlines = [];
  const title = TITLES.get(section || '') || '';
  const gap = section === null ? ROOT_GAP : TREE_GAP;
  for (const [rows, deep] of stacks) {
    for (const tree of trees) measure(tree, rows, deep);
    for (const shape of shapes) {
      const high = highFor(trees, gap, shape);
      const { corners, width, height } = inColumns(trees, gap, (_, bottom) => bottom > high);
      const price = 1 + rows * 0.02 + deep * 0.12; // rather flat than stacked
      outlines.push(
        section === null
          ? { rows, deep, price, corners, width, height }
          : {
              rows,
              deep,
              price,
              corners,
              width: Math.max(width, titleWidth(title)) + 2 * CHAPTER_PAD,
              height: height + headOf(title) + 2 * CHAPTER_PAD,
            },
      );
    }
  }
  return outlines.filter(
    (outline, at) =>
      !outlines.some(
        (other, place) =>
          other.price <= outline.price &&
          other.width <= outline.width &&
          other.height <= outline.height &&
          (place < at ||
            other.price < outline.price ||
            other.width < outline.width ||
            other.height < outline.height),
      ),
  );
}

/**
 * An outline for every section and a corner for it, so that all is largest in a room of this
 * shape: from the best common start, one section after the other is changed while that helps. In
 * every view a chapter stands in the column of the whole map, but on a sheet in order where there is
 * room.
 * @param {Section[]} groups
 * @param {Outline[][]} choices
 * @param {number} shape
 * @param {boolean} inOrder
 */
export function settledOn(groups, choices, shape, inOrder) {
  const columns = groups.map(({ section }) => COLUMNS.get(section ?? '') ?? 0);
  const sized = (/** @type {Outline[]} */ parts) => {
    const area = parts.reduce((sum, part) => sum + part.width * part.height, 0);
    const price =
      parts.reduce((sum, part) => sum + part.price * part.width * part.height, 0) / area;
    const high = highFor(parts, STREET, shape);
    const placed = inColumns(parts, STREET, (at, bottom) =>
      inOrder ? bottom > high : columns[at] !== columns[at - 1],
    );
    const side = Math.max((placed.width + 2 * EDGE) / shape, placed.height + 2 * EDGE);
    return { size: (side + EMPTY * Math.sqrt(area)) * price, parts, ...placed };
  };
  let best = sized(choices.map(([first]) => first));
  for (let better = true; better; ) {
    better = false;
    choices.forEach((all, at) => {
      for (const outline of all) {
        const tried = sized(best.parts.map((part, place) => (place === at ? outline : part)));
        if (tried.size < best.size - 1) [best, better] = [tried, true];
      }
    });
  }
  return best;
}

/**
 * A height for so many boxes: that of a room of this shape with their area.
 * @param {{width: number, height: number}[]} boxes @param {number} gap @param {number} shape
 */
function highFor(boxes, gap, shape) {
  const area = boxes.reduce((sum, box) => sum + (box.width + gap) * (box.height + gap), 0);
  return Math.max(...boxes.map((box) => box.height), Math.sqrt(area / shape));
}

/**
 * Put every tree at its place, and tell where the chapters are.
 * @param {Section[]} groups
 * @param {ReturnType<typeof settledOn>} settled
 * @returns {Chapter[]}
 */
export function settleGroups(groups, settled) {
  /** @type {Chapter[]} */
  const chapters = [];
  groups.forEach(({ section, trees }, at) => {
    const part = settled.parts[at];
    let [left, top] = [settled.corners[at][0] + EDGE, settled.corners[at][1] + EDGE];
    if (section !== null) {
      const title = TITLES.get(section) || '';
      chapters.push({ section, title, x: left, y: top, w: part.width, h: part.height });
      left += CHAPTER_PAD;
      top += CHAPTER_PAD + headOf(title);
    }
    for (const tree of trees) measure(tree, part.rows, part.deep);
    trees.forEach((tree, place) => {
      put(tree, left + part.corners[place][0], top + part.corners[place][1], null);
    });
  });
  return chapters;
}

/**
 * A corner for every box: in columns, in their order.
 * @param {{width: number, height: number}[]} boxes
 * @param {number} gap
 * @param {(at: number, bottom: number) => boolean} isNew whether a box starts a column, which below
 *   the one before it would end at this height
 * @returns {{corners: Point[], width: number, height: number}}
 */
function inColumns(boxes, gap, isNew) {
  /** @type {Point[]} */
  const corners = [];
  let [left, down, wide, height] = [0, 0, 0, 0];
  for (const [at, box] of boxes.entries()) {
    if (down && isNew(at, down + box.height)) [left, down, wide] = [left + wide + gap, 0, 0];
    corners.push([left, down]);
    wide = Math.max(wide, box.width);
    height = Math.max(height, down + box.height);
    down += box.height + gap;
  }
  return { corners, width: left + wide, height };
}
