/** Places for a part of the map: conclusions on top, reasons below them, leaves in short stacks. */

/**
 * @typedef {{left: number, top: number, w: number, h: number}} Box
 * @typedef {{top: number, lane: number}} Stack where the line of a lower one in a stack runs up
 * @typedef {{ids: string[], frame: ?string, below: Branch[], columns: Branch[][], own: [number, number],
 *   width: number, height: number, box: Box, stack: ?Stack}} Branch
 * @typedef {{width: number, height: number, containers: Container[], arrows: Arrow[], ties: Tie[]}} Picture
 */

const ROW_GAP = 78;
const SIDE_GAP = 36;
const STACK_GAP = 30;
const LANE = 30;
const FRAME_PAD = 10;
const FRAME_HEAD = 26;
const ROOT_GAP = 90;
const EDGE = 40;

/** How many leaves, and how many branches, may stand above each other. */
const STACKS = [[1, 1], [2, 1], [3, 1], [4, 1], [2, 2], [3, 2], [4, 2], [3, 3], [4, 3], [4, 4]];

/** Width to height of the room for a map on a usual screen. */
const SHAPE = 1.65;

/**
 * The visible claims as trees, each claim in the one place where it occurs first.
 * @param {Set<string>} visible
 * @param {string[]} tops
 * @returns {Branch[]}
 */
function treesOf(visible, tops) {
  const placed = new Set();
  /** @type {(ids: string[], frame: ?string) => Branch} */
  const branch = (ids, frame) => {
    for (const id of ids) placed.add(id);
    return { ids, frame, below: [], columns: [], own: [0, 0], width: 0, height: 0, box: { left: 0, top: 0, w: 0, h: 0 }, stack: null };
  };
  const trees = tops.map((top) => branch([top], null));
  const leads = trees.slice();
  for (const id of visible) {
    if (!leads.length && placed.has(id)) continue;
    const waiting = leads.splice(0);
    if (!waiting.length) { // reached from no top: it only goes round
      waiting.push(branch([id], null));
      trees.push(waiting[0]);
    }
    for (const at of waiting) { // in breadth, so that a claim hangs as high as it can
      for (const id of at.ids) {
        const names = new Set((CHILDREN.get(id) || []).map(([, name]) => name));
        for (const name of names) {
          const all = [...new Set(/** @type {Relation} */ (RELATIONS.get(name)).premises)];
          const fresh = inOrder(all.filter((one) => visible.has(one) && !placed.has(one)));
          const whole = fresh.length > 1 && fresh.length === all.length;
          const made = whole ? [branch(fresh, name)] : fresh.map((one) => branch([one], null));
          at.below.push(...made);
          waiting.push(...made);
        }
      }
    }
  }
  return trees;
}

/**
 * The size of a branch's own box, and the columns of what hangs below it.
 * @param {Branch} at
 * @param {number} most how many leaves are stacked at most
 * @param {number} deep how many branches
 */
function measure(at, most, deep) {
  for (const one of at.below) measure(one, most, deep);
  const cards = at.ids.map((id) => /** @type {Claim} */ (CLAIMS.get(id)));
  const high = Math.max(...cards.map((one) => one.h));
  if (!at.frame) at.own = [cards[0].w, high];
  else if (isSpread(at)) {
    const across = cards.reduce((sum, one) => sum + one.w + FRAME_PAD, FRAME_PAD);
    at.own = [across, high + FRAME_PAD + FRAME_HEAD];
  } else {
    const down = cards.reduce((sum, one) => sum + one.h + FRAME_PAD, FRAME_HEAD);
    at.own = [cards[0].w + 2 * FRAME_PAD, down];
  }
  const leaves = at.below.filter((one) => !one.below.length);
  const rows = leaves.length <= 2 ? 1 : Math.min(most, Math.ceil(leaves.length / 2));
  at.columns = [];
  for (const one of at.below) {
    const last = at.columns[at.columns.length - 1];
    const isLeaf = !one.below.length;
    const fits = last && isLeaf === !last[0].below.length && last.length < (isLeaf ? rows : deep);
    if (fits) last.push(one);
    else at.columns.push([one]);
  }
  const across = at.columns.reduce((sum, column) => sum + widthOf(column) + SIDE_GAP, -SIDE_GAP);
  at.width = Math.max(at.own[0], across);
  const down = Math.max(0, ...at.columns.map(heightOf));
  at.height = at.own[1] + (down ? ROW_GAP + down : 0);
}

/** Whether linked premises stand side by side, to leave room below each. @param {Branch} at */
function isSpread(at) {
  return at.below.length > 0 || at.ids.some((id) => FOLDED.has(id));
}

/** @param {Branch[]} column */
function widthOf(column) {
  return Math.max(...column.map((one) => one.width)) + (column.length > 1 ? LANE : 0);
}

/** @param {Branch[]} column */
function heightOf(column) {
  return column.reduce((sum, one) => sum + one.height + STACK_GAP, -STACK_GAP);
}

/**
 * @param {Branch} at
 * @param {number} left @param {number} top
 * @param {?Stack} stack
 */
function put(at, left, top, stack) {
  const [w, h] = at.own;
  at.box = { left: left + (at.width - w) / 2, top, w, h };
  at.stack = stack;
  let [x, y] = [at.box.left + (at.frame ? FRAME_PAD : 0), top + (at.frame ? FRAME_HEAD : 0)];
  for (const id of at.ids) {
    const claim = /** @type {Claim} */ (CLAIMS.get(id));
    [claim.x, claim.y] = [x, y];
    if (isSpread(at)) x += claim.w + FRAME_PAD;
    else y += claim.h + FRAME_PAD;
  }
  const across = at.columns.reduce((sum, column) => sum + widthOf(column) + SIDE_GAP, -SIDE_GAP);
  let next = left + (at.width - across) / 2;
  for (const column of at.columns) {
    let down = top + h + ROW_GAP;
    const lane = column.length > 1 ? LANE : 0;
    const wide = widthOf(column) - lane;
    column.forEach((one, row) => {
      const way = { top: top + h + ROW_GAP, lane: next + lane - 9 - 6 * row };
      put(one, next + lane + (wide - one.width) / 2, down, row ? way : null);
      down += one.height + STACK_GAP;
    });
    next += widthOf(column) + SIDE_GAP;
  }
}

/**
 * A corner for every tree, each as high up and then as far left as it fits.
 * @param {Branch[]} trees
 * @param {number} wide
 * @returns {{corners: [number, number][], width: number, height: number}}
 */
function packed(trees, wide) {
  /** @type {{left: number, right: number, bottom: number}[]} */
  const placed = [];
  /** @type {[number, number][]} */
  const corners = [];
  let [width, height, floor] = [0, 0, 0];
  for (const one of trees) {
    let [x, y] = [0, Infinity];
    for (const left of [0, ...placed.map((other) => other.right + ROOT_GAP)]) {
      if (left && left + one.width > wide) continue;
      const over = placed.filter((other) => other.left < left + one.width + ROOT_GAP && other.right + ROOT_GAP > left);
      const top = Math.max(floor, ...over.map((other) => other.bottom + ROOT_GAP));
      if (top < y || (top === y && left < x)) [x, y] = [left, top];
    }
    placed.push({ left: x, right: x + one.width, bottom: y + one.height });
    corners.push([x + EDGE, y + EDGE]);
    width = Math.max(width, x + one.width);
    height = Math.max(height, y + one.height);
    if (placed.length > 60) floor = Math.max(floor, Math.min(...placed.slice(-60).map((other) => other.bottom)) - one.height);
  }
  return { corners, width: width + 2 * EDGE, height: height + 2 * EDGE };
}

/**
 * Give all visible claims their places; of several ways to stack leaves and to set trees beside
 * each other, the one that is largest in a room of this shape.
 * @param {Set<string>} visible
 * @param {string[]} tops
 * @param {number} [shape] its width to its height
 * @returns {Picture}
 */
function arrange(visible, tops, shape = SHAPE) {
  const trees = treesOf(visible, tops);
  let best = { size: Infinity, rows: 1, deep: 1, corners: /** @type {[number, number][]} */ ([]), width: 0, height: 0 };
  for (const [rows, deep] of visible.size > 400 ? [[3, 2]] : STACKS) {
    for (const one of trees) measure(one, rows, deep);
    const area = trees.reduce((sum, one) => sum + (one.width + ROOT_GAP) * (one.height + ROOT_GAP), 0);
    const least = Math.max(...trees.map((one) => one.width));
    for (const factor of [0.8, 1, 1.2, 1.45]) {
      const found = packed(trees, Math.max(least, Math.sqrt(area * shape) * factor));
      const size = Math.max(found.width / shape, found.height) * (1 + rows * 0.02 + deep * 0.12); // rather flat than stacked
      if (size < best.size) best = { size, rows, deep, ...found };
    }
  }
  trees.forEach((one, at) => {
    measure(one, best.rows, best.deep);
    put(one, ...best.corners[at], null);
  });
  /** @type {Map<string, Branch>} */
  const home = new Map();
  const all = [...trees];
  for (const at of all) { // grows while it is read
    for (const id of at.ids) home.set(id, at);
    all.push(...at.below);
  }
  return { width: best.width, height: best.height, ...trailsOf(visible, all, home) };
}
