/** Chapters: the claims of one section stand together in a quiet frame. */

const CHAPTER_PAD = 24;
const CHAPTER_HEAD = 46;
const STREET = 64;
const TREE_GAP = 48;

/** How much the area of chapters counts beside the size of the whole: it keeps them compact. */
const EMPTY = 0.4;

/** How much wider or narrower than its area asks for a picture may be. */
const FACTORS = [0.7, 0.85, 1, 1.2, 1.45];

/**
 * @typedef {{section: ?string, trees: Branch[]}} Section one chapter, or all of a map without any
 */

/** @type {Map<string, string>} the titles of all chapters by their section */
const TITLES = new Map(DATA.chapters.map((one) => [one.section, one.title]));

/** The section in whose chapter a claim stands. @param {string} id */
function chapterOf(id) {
  return TITLES.size ? (CLAIMS.get(id)?.section || '').trim() : '';
}

/** Whether two claims stand in different chapters. @param {string} id @param {string} other */
function isElsewhere(id, other) {
  return chapterOf(id) !== chapterOf(other);
}

/**
 * Trees by their chapter, in the order in which chapters first occur.
 * @param {Branch[]} trees
 * @param {boolean} apart whether chapters are drawn
 * @returns {Section[]}
 */
function groupsOf(trees, apart) {
  if (!apart || !TITLES.size) return [{ section: null, trees }];
  const found = grouped(trees, (one) => [chapterOf(one.ids[0])]);
  return [...found].map(([section, all]) => ({ section, trees: all }));
}

/**
 * @typedef {{rows: number, deep: number, width: number, height: number, price: number,
 *   corners: [number, number][]}} Outline one way to lay out a section
 */

/** Shapes of a chapter, from a tower to a ribbon. */
const SHAPES = [0.35, 0.5, 0.7, 1, 1.4, 2, 2.8, 4];

/**
 * The ways to lay out a section that no other one beats in width and height.
 * @param {Section} one
 * @param {number[][]} stacks
 * @param {number[]} shapes
 * @returns {Outline[]}
 */
function outlinesOf({ section, trees }, stacks, shapes) {
  /** @type {Outline[]} */
  const found = [];
  const title = TITLES.get(section || '') || '';
  const gap = section === null ? ROOT_GAP : TREE_GAP;
  for (const [rows, deep] of stacks) {
    for (const tree of trees) measure(tree, rows, deep);
    for (const shape of shapes) {
      const { corners, width, height } = packed(trees, wideFor(trees, gap, shape), gap);
      const price = 1 + rows * 0.02 + deep * 0.12; // rather flat than stacked
      found.push(section === null ? { rows, deep, price, corners, width, height } : {
        rows,
        deep,
        price,
        corners,
        width: Math.max(width, titleWidth(title)) + 2 * CHAPTER_PAD,
        height: height + headOf(title) + 2 * CHAPTER_PAD,
      });
    }
  }
  return found.filter((one, at) => !found.some((other, place) => other.price <= one.price
    && other.width <= one.width && other.height <= one.height
    && (place < at || other.price < one.price || other.width < one.width || other.height < one.height)));
}

/**
 * An outline for every section and a corner for it, so that all is largest in a room of this
 * shape: from the best common start, one section after the other is changed while that helps.
 * @param {Outline[][]} choices
 * @param {number} shape
 */
function settledOn(choices, shape) {
  const sized = (/** @type {Outline[]} */ parts) => {
    const area = parts.reduce((sum, one) => sum + one.width * one.height, 0);
    const price = parts.reduce((sum, one) => sum + one.price * one.width * one.height, 0) / area;
    let best = { size: Infinity, parts, corners: /** @type {[number, number][]} */ ([]), width: 0, height: 0 };
    for (const factor of FACTORS) {
      const found = packed(parts, wideFor(parts, STREET, shape * factor * factor), STREET);
      const side = Math.max((found.width + 2 * EDGE) / shape, found.height + 2 * EDGE);
      const size = (side + EMPTY * Math.sqrt(area)) * price;
      if (size < best.size) best = { size, parts, ...found };
    }
    return best;
  };
  let best = sized(choices.map(([first]) => first));
  for (let better = true; better;) {
    better = false;
    choices.forEach((all, at) => {
      for (const one of all) {
        const found = sized(best.parts.map((part, place) => (place === at ? one : part)));
        if (found.size < best.size - 1) [best, better] = [found, true];
      }
    });
  }
  return best;
}

/** @param {string} title */
function headOf(title) {
  return title ? CHAPTER_HEAD : 0;
}

/**
 * What stands at the top of a chapter besides the map's own tops: claims that lead to no other one
 * there; linked premises of a step into another chapter stay together.
 * @param {Set<string>} visible
 * @param {Set<string>} placed
 * @returns {[string[], ?string][]}
 */
function leadersOf(visible, placed) {
  const leads = (/** @type {string} */ id) => (RELATIONS_FROM.get(id) || []).map(claimHitBy)
    .some((hit) => hit !== id && visible.has(hit) && !isElsewhere(id, hit));
  const tops = new Set(inOrder(visible).filter((id) => !placed.has(id) && !leads(id)));
  /** @type {[string[], ?string][]} */
  const found = [];
  for (const id of tops) { // shrinks while it is read
    const linked = (RELATIONS_FROM.get(id) || []).find(({ premises }) => (
      premises.length > 1 && premises.every((one) => tops.has(one) && !isElsewhere(one, id))
    ));
    const ids = linked ? [...new Set(linked.premises)] : [id];
    for (const one of ids) tops.delete(one);
    found.push([ids, linked && ids.length > 1 ? linked.id : null]);
  }
  return found;
}

/** @param {string} title */
function titleWidth(title) {
  return title.length * 12;
}

/**
 * A width for so many boxes: that of a room of this shape with their area.
 * @param {{width: number, height: number}[]} boxes @param {number} gap @param {number} shape
 */
function wideFor(boxes, gap, shape) {
  const area = boxes.reduce((sum, one) => sum + (one.width + gap) * (one.height + gap), 0);
  return Math.max(...boxes.map((one) => one.width), Math.sqrt(area * shape));
}

/**
 * Put every tree at its place, and tell where the chapters are.
 * @param {Section[]} groups
 * @param {ReturnType<typeof settledOn>} found
 * @returns {Chapter[]}
 */
function settleGroups(groups, found) {
  /** @type {Chapter[]} */
  const chapters = [];
  groups.forEach(({ section, trees }, at) => {
    const part = found.parts[at];
    let [left, top] = [found.corners[at][0] + EDGE, found.corners[at][1] + EDGE];
    if (section !== null) {
      const title = TITLES.get(section) || '';
      chapters.push({ section, title, x: left, y: top, w: part.width, h: part.height });
      left += CHAPTER_PAD;
      top += CHAPTER_PAD + headOf(title);
    }
    for (const one of trees) measure(one, part.rows, part.deep);
    trees.forEach((one, place) => put(one, left + part.corners[place][0], top + part.corners[place][1], null));
  });
  return chapters;
}

/**
 * A corner for every box, each as high up and then as far left as it fits.
 * @param {{width: number, height: number}[]} boxes
 * @param {number} wide
 * @param {number} gap
 * @returns {{corners: [number, number][], width: number, height: number}}
 */
function packed(boxes, wide, gap) {
  /** @type {{left: number, right: number, bottom: number}[]} */
  const placed = [];
  /** @type {[number, number][]} */
  const corners = [];
  let [width, height, floor] = [0, 0, 0];
  for (const one of boxes) {
    let [x, y] = [0, Infinity];
    for (const left of [0, ...placed.map((other) => other.right + gap)]) {
      if (left && left + one.width > wide) continue;
      const over = placed.filter((other) => other.left < left + one.width + gap && other.right + gap > left);
      const top = Math.max(floor, ...over.map((other) => other.bottom + gap));
      if (top < y || (top === y && left < x)) [x, y] = [left, top];
    }
    placed.push({ left: x, right: x + one.width, bottom: y + one.height });
    corners.push([x, y]);
    width = Math.max(width, x + one.width);
    height = Math.max(height, y + one.height);
    if (placed.length > 60) floor = Math.max(floor, Math.min(...placed.slice(-60).map((other) => other.bottom)) - one.height);
  }
  return { corners, width, height };
}
