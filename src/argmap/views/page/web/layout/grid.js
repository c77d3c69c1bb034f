/** Ways for lines around cards: the cheapest on a grid, each line making its own track dearer. */

import { isInside, middleOf } from './boxes.js';
import { lineThrough, pointsOn } from './curves.js';
import { GRID, MARGIN, MOST_CELLS, TURN, WALL } from './measures.js';

/**
 * Squares over a picture with the price of each, and how many ways were sought through them.
 * @typedef {{left: number, top: number, across: number, down: number, cost: Float32Array, ways: number}} Grid
 */

/**
 * Squares over a picture, each with what it costs to lead a line through it.
 * @param {{width: number, height: number}} size
 * @param {Box[]} walls what no line may cross
 * @param {Box[]} dear what lines had better not cross
 * @returns {?Grid} none for a picture that is too large
 */
export function gridOver({ width, height }, walls, dear) {
  const [across, down] = [width, height].map((side) => Math.ceil(side / GRID) + 2 * MARGIN + 1);
  if (across * down > MOST_CELLS) return null;
  const grid = {
    left: -MARGIN * GRID,
    top: -MARGIN * GRID,
    across,
    down,
    cost: new Float32Array(across * down).fill(1),
    ways: 0,
  };
  for (const wall of walls)
    for (const cell of cellsIn(grid, wall, GRID / 2)) grid.cost[cell] += WALL;
  for (const area of dear) for (const cell of cellsIn(grid, area, 0)) grid.cost[cell] += 2;
  return grid;
}

/** @param {Grid} grid @param {number} x @param {number} y */
function cellAt(grid, x, y) {
  const column = Math.min(Math.max(Math.round((x - grid.left) / GRID), 0), grid.across - 1);
  const row = Math.min(Math.max(Math.round((y - grid.top) / GRID), 0), grid.down - 1);
  return row * grid.across + column;
}

/** @param {Grid} grid @param {number} cell @returns {[number, number]} */
function pointAt(grid, cell) {
  const [row, column] = [Math.floor(cell / grid.across), cell % grid.across];
  return [grid.left + column * GRID, grid.top + row * GRID];
}

/**
 * The cells with their middle in a box, or within a distance around it. None is rounded up: between
 * two cards side by side there is hardly more room than one cell, and a line has to get through.
 * @param {Grid} grid @param {Box} box @param {number} around
 */
function* cellsIn(grid, { left, top, w, h }, around) {
  const places = (
    /** @type {number} */ from,
    /** @type {number} */ to,
    /** @type {number} */ all,
  ) => [
    Math.max(Math.ceil((from - around) / GRID), 0),
    Math.min(Math.floor((to + around) / GRID), all - 1),
  ];
  const [low, high] = places(left - grid.left, left + w - grid.left, grid.across);
  const [first, last] = places(top - grid.top, top + h - grid.top, grid.down);
  for (let row = first; row <= last; row += 1)
    for (let column = low; column <= high; column += 1) yield row * grid.across + column;
}

/**
 * A line around everything that stands between two boxes.
 * @param {Grid} grid @param {Box} from @param {Box} to
 * @param {Box[]} others the walls that are neither of the two; one close beside an end stays closed
 * @returns {{path: number[], disc: [number, number], heading: [number, number]}}
 */
export function wayAround(grid, from, to, others) {
  grid.ways += 1;
  const [first, last] = [middleOf(from), middleOf(to)];
  const cells = cheapest(
    grid,
    cellAt(grid, ...first),
    cellAt(grid, ...last),
    openings(grid, [from, to], others),
  );
  const points = cornersOf(
    cells.map((cell) => pointAt(grid, cell)),
    first,
    last,
  );
  while (points.length > 2 && isInside(points[1], from)) points.shift();
  while (points.length > 2 && isInside(points[points.length - 2], to)) points.pop();
  points[0] = leaving(points[0], points[1], from);
  const end = points.length - 1;
  points[end] = leaving(points[end], points[end - 1], to);
  return lineThrough(points);
}

/**
 * The cells by which a line may leave one of its ends and enter the other.
 * @param {Grid} grid @param {Box[]} ends @param {Box[]} others
 */
function openings(grid, ends, others) {
  const cells = ends.flatMap((end) => [...cellsIn(grid, end, GRID / 2)]);
  const isClosed = (/** @type {number} */ cell) =>
    others.some((wall) => isInside(pointAt(grid, cell), wall, GRID / 2));
  return new Set(cells.filter((cell) => !isClosed(cell)));
}

/** Let later lines keep off this one. @param {Grid} grid @param {number[]} path */
export function keepOff(grid, path) {
  for (const cell of new Set(pointsOn(path).map(([x, y]) => cellAt(grid, x, y))))
    grid.cost[cell] += 4;
}

/**
 * The cells of the cheapest way, by A*; corners cost more.
 * @param {Grid} grid @param {number} start @param {number} goal
 * @param {Set<number>} free cells without a price: those of the two ends
 */
function cheapest(grid, start, goal, free) {
  const { across, down, cost } = grid;
  const [goalRow, goalColumn] = [Math.floor(goal / across), goal % across];
  const best = new Float64Array(across * down).fill(Infinity);
  const came = new Int32Array(across * down).fill(-1);
  const turned = new Int8Array(across * down);
  best[start] = 0;
  const queue = heap();
  queue.push(0, start, -1);
  while (queue.size()) {
    const [cell, way] = queue.pop();
    if (cell === goal) break;
    const [row, column] = [Math.floor(cell / across), cell % across];
    for (let turn = 0; turn < 4; turn += 1) {
      const [toRow, toColumn] = [row + [-1, 0, 1, 0][turn], column + [0, 1, 0, -1][turn]];
      if (toRow < 0 || toRow >= down || toColumn < 0 || toColumn >= across) continue;
      const to = toRow * across + toColumn;
      const total =
        best[cell] + (free.has(to) ? 1 : cost[to]) + (turn !== way && way >= 0 ? TURN : 0);
      if (total >= best[to]) continue;
      best[to] = total;
      came[to] = cell;
      turned[to] = turn;
      queue.push(total + Math.abs(toRow - goalRow) + Math.abs(toColumn - goalColumn), to, turn);
    }
  }
  const cells = [goal];
  while (cells[cells.length - 1] !== start) cells.push(came[cells[cells.length - 1]]);
  return cells.reverse();
}

/** A queue that gives the least first; equal ones by cell, so that the same map looks the same. */
function heap() {
  /** @type {[number, number, number][]} */
  const all = [];
  const before = (/** @type {number} */ a, /** @type {number} */ b) =>
    all[a][0] < all[b][0] || (all[a][0] === all[b][0] && all[a][1] < all[b][1]);
  const swap = (/** @type {number} */ a, /** @type {number} */ b) => {
    [all[a], all[b]] = [all[b], all[a]];
  };
  return {
    size: () => all.length,
    /** @param {number} rank @param {number} cell @param {number} way */
    push(rank, cell, way) {
      all.push([rank, cell, way]);
      for (let at = all.length - 1; at > 0; ) {
        const above = (at - 1) >> 1;
        if (!before(at, above)) break;
        swap(at, above);
        at = above;
      }
    },
    /** @returns {[number, number]} */
    pop() {
      swap(0, all.length - 1);
      const [, cell, way] = /** @type {[number, number, number]} */ (all.pop());
      for (let at = 0; ; ) {
        let least = at;
        for (const below of [2 * at + 1, 2 * at + 2])
          if (below < all.length && before(below, least)) least = below;
        if (least === at) break;
        swap(at, least);
        at = least;
      }
      return [cell, way];
    },
  };
}

/**
 * Corners only; the first and last piece moved so that they run through the true ends.
 * @param {[number, number][]} points @param {[number, number]} first @param {[number, number]} last
 */
function cornersOf(points, first, last) {
  const corners = points.filter((here, at) => {
    const [before, after] = [points[at - 1], points[at + 1]];
    return (
      before &&
      after &&
      !(before[0] === here[0] && here[0] === after[0]) &&
      !(before[1] === here[1] && here[1] === after[1])
    );
  });
  if (!corners.length) return [first, last];
  const all = [points[0], ...corners, points[points.length - 1]];
  const end = all.length - 1;
  for (const [true_, at, beside] of /** @type {[[number, number], number, number][]} */ ([
    [first, 0, 1],
    [last, end, end - 1],
  ])) {
    all[beside] =
      all[at][0] === all[beside][0] ? [true_[0], all[beside][1]] : [all[beside][0], true_[1]];
    all[at] = true_;
  }
  return all;
}

/**
 * Where a straight way from inside a box to a point outside leaves it.
 * @param {[number, number]} start @param {[number, number]} end @param {Box} box
 * @returns {[number, number]}
 */
function leaving(start, end, { left, top, w, h }) {
  let part = 1;
  for (const [here, there, low, high] of [
    [start[0], end[0], left, left + w],
    [start[1], end[1], top, top + h],
  ]) {
    if (there > high) part = Math.min(part, (high - here) / (there - here));
    else if (there < low) part = Math.min(part, (low - here) / (there - here));
  }
  return [start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part];
}
