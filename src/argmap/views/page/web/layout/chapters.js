/** Chapters as quiet frames: a size for each, and a place beside the others. */

import { DATA, grouped } from '../state/data.js';
import { homeOf, inPlaceOrder } from './homes.js';
import { CHAPTER_PAD, EDGE, ROOT_GAP, STREET, TREE_GAP } from './measures.js';
import { chapterOf, headOf, TITLES, titleWidth } from './sections.js';
import { measure, put } from './trees.js';

/** How much the area of chapters counts beside the size of the whole: it keeps them compact. */
const EMPTY = 0.4;

/** How much wider or narrower than its area asks for a picture may be. */
export const FACTORS = [0.7, 0.85, 1, 1.2, 1.45];

/** @type {Map<string, Point>} where the middle of each chapter is in the whole map */
const PLACES = new Map(DATA.chapters.map(({ section, w, x, y }) => [section, [x + w / 2, y]]));

/**
 * Trees by their chapter, both in the order of the whole map.
 * @param {Branch[]} trees
 * @param {boolean} apart whether chapters are drawn
 * @returns {Section[]}
 */
export function groupsOf(trees, apart) {
  const ordered = inPlaceOrder(trees, ({ ids }) => homeOf(ids));
  if (!apart || !TITLES.size) return [{ section: null, trees: ordered }];
  const groups = [...grouped(ordered, (tree) => [chapterOf(tree.ids[0])])];
  const inOrder = inPlaceOrder(groups, ([section]) => PLACES.get(section) ?? [0, 0]);
  return inOrder.map(([section, all]) => ({ section, trees: all }));
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
      const { corners, width, height } = inColumns(trees, highFor(trees, gap, shape), gap);
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
 * shape: from the best common start, one section after the other is changed while that helps.
 * @param {Outline[][]} choices
 * @param {number} shape
 */
export function settledOn(choices, shape) {
  const sized = (/** @type {Outline[]} */ parts) => {
    const area = parts.reduce((sum, part) => sum + part.width * part.height, 0);
    const price =
      parts.reduce((sum, part) => sum + part.price * part.width * part.height, 0) / area;
    let best = {
      size: Infinity,
      parts,
      corners: /** @type {[number, number][]} */ ([]),
      width: 0,
      height: 0,
    };
    for (const factor of FACTORS) {
      const placed = inColumns(parts, highFor(parts, STREET, shape * factor * factor), STREET);
      const side = Math.max((placed.width + 2 * EDGE) / shape, placed.height + 2 * EDGE);
      const size = (side + EMPTY * Math.sqrt(area)) * price;
      if (size < best.size) best = { size, parts, ...placed };
    }
    return best;
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
 * A corner for every box: in columns of this height, in their order.
 * @param {{width: number, height: number}[]} boxes
 * @param {number} high
 * @param {number} gap
 * @returns {{corners: Point[], width: number, height: number}}
 */
function inColumns(boxes, high, gap) {
  /** @type {Point[]} */
  const corners = [];
  let [left, down, wide, height] = [0, 0, 0, 0];
  for (const box of boxes) {
    if (down && down + box.height > high) [left, down, wide] = [left + wide + gap, 0, 0];
    corners.push([left, down]);
    wide = Math.max(wide, box.width);
    height = Math.max(height, down + box.height);
    down += box.height + gap;
  }
  return { corners, width: left + wide, height };
}
