/** Paths of curves: from box to box, to a point, and through corners. */

import { GRID } from './measures.js';

const CORNER = 14;

/**
 * From one box to another, by the sides that face each other.
 * @param {Box} from @param {Box} to @param {number} [port]
 */
export function wayBetween(from, to, port) {
  const [a, b] = [
    { x: from.left + from.w / 2, y: from.top },
    { x: port ?? to.left + to.w / 2, y: to.top + to.h },
  ];
  let out = [0, -1];
  if (from.top > to.top + to.h) {
    // upwards, as planned
  } else if (from.top + from.h < to.top) {
    [a.y, b.y, out] = [from.top + from.h, to.top, [0, 1]];
    b.x = to.left + to.w / 2;
  } else {
    const right = from.left < to.left;
    [a.x, b.x] = right ? [from.left + from.w, to.left] : [from.left, to.left + to.w];
    [a.y, b.y, out] = [from.top + from.h / 2, to.top + to.h / 2, right ? [1, 0] : [-1, 0]];
  }
  const pull = Math.max(
    30,
    (Math.abs(b.x - a.x) * Math.abs(out[0]) + Math.abs(b.y - a.y) * Math.abs(out[1])) * 0.45,
  );
  const path = [
    a.x,
    a.y,
    a.x + out[0] * pull,
    a.y + out[1] * pull,
    b.x - out[0] * pull,
    b.y - out[1] * pull,
    b.x,
    b.y,
  ];
  return { path, disc: alongCurve(path, 0.45), heading: /** @type {[number, number]} */ (out) };
}

/** @param {Box} from @param {[number, number]} to */
export function wayToPoint(from, to) {
  const x = Math.min(Math.max(to[0], from.left + 12), from.left + from.w - 12);
  const isBelow = from.top > to[1];
  const a = [x, isBelow ? from.top : from.top + from.h];
  if (from.top <= to[1] && to[1] <= from.top + from.h)
    [a[0], a[1]] = [to[0] > from.left ? from.left + from.w : from.left, to[1]];
  const length = Math.hypot(to[0] - a[0], to[1] - a[1]) || 1;
  const heading = /** @type {[number, number]} */ ([
    (to[0] - a[0]) / length,
    (to[1] - a[1]) / length,
  ]);
  const b = [to[0] - heading[0] * 14, to[1] - heading[1] * 14];
  const path = [
    ...a,
    a[0] + (b[0] - a[0]) / 3,
    a[1] + (b[1] - a[1]) / 3,
    b[0] - (b[0] - a[0]) / 3,
    b[1] - (b[1] - a[1]) / 3,
    ...b,
  ];
  return { path, disc: alongCurve(path, 0.45), heading };
}

/**
 * From a card low in a stack, up beside the stack, to a claim: across the border of the frame in
 * which that may stand.
 * @param {Box} from @param {Box} to @param {Stack} stack @param {number|undefined} port
 */
export function laneTo(from, to, stack, port = from.left) {
  const { lane } = stack;
  const y = from.top + from.h / 2;
  const [up, end] = [stack.top - 14, to.top + to.h];
  const path = [
    from.left,
    y,
    lane,
    y,
    lane,
    y,
    lane,
    y - 12,
    lane,
    y - 12,
    lane,
    up,
    lane,
    up,
    lane,
    up - 34,
    port,
    end + 40,
    port,
    end,
  ];
  return {
    path,
    disc: /** @type {[number, number]} */ ([lane, y - 26]),
    heading: /** @type {[number, number]} */ ([0, -1]),
  };
}

/** The line of a claim that attacks itself, out and in at its right side. @param {Box} box */
export function loopAt({ left, top, w, h }) {
  const [x, y] = [left + w, top + h / 2];
  return lineThrough([
    [x, y + 18],
    [x + 26, y + 18],
    [x + 26, y - 18],
    [x, y - 18],
  ]);
}

/** @param {number[]} p @param {number} t @returns {[number, number]} */
function alongCurve(p, t) {
  const at = (/** @type {number} */ axis) =>
    (1 - t) ** 3 * p[axis] +
    3 * (1 - t) ** 2 * t * p[axis + 2] +
    3 * (1 - t) * t * t * p[axis + 4] +
    t ** 3 * p[axis + 6];
  return [at(0), at(1)];
}

/**
 * A path through points with round corners, the sign at half its length.
 * @param {[number, number][]} points
 */
export function lineThrough(points) {
  const path = [...points[0]];
  for (let at = 1; at < points.length - 1; at += 1) {
    const corner = points[at];
    const [near, far] = [towards(corner, points[at - 1]), towards(corner, points[at + 1])];
    straightOn(path, near);
    path.push(
      (near[0] + corner[0] * 2) / 3,
      (near[1] + corner[1] * 2) / 3,
      (far[0] + corner[0] * 2) / 3,
      (far[1] + corner[1] * 2) / 3,
      ...far,
    );
  }
  straightOn(path, points[points.length - 1]);
  const [a, b] = points.slice(-2);
  const length = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1;
  return {
    path,
    disc: halfway(points),
    heading: /** @type {[number, number]} */ ([(b[0] - a[0]) / length, (b[1] - a[1]) / length]),
  };
}

/** @param {number[]} path @param {[number, number]} to */
function straightOn(path, to) {
  const [x, y] = path.slice(-2);
  path.push(
    x + (to[0] - x) / 3,
    y + (to[1] - y) / 3,
    x + ((to[0] - x) * 2) / 3,
    y + ((to[1] - y) * 2) / 3,
    ...to,
  );
}

/** @param {[number, number]} start @param {[number, number]} end @returns {[number, number]} */
function towards(start, end) {
  const length = Math.hypot(end[0] - start[0], end[1] - start[1]) || 1;
  const part = Math.min(CORNER, length / 2) / length;
  return [start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part];
}

/** @param {[number, number][]} points @returns {[number, number]} */
function halfway(points) {
  const steps = points
    .slice(1)
    .map((to, at) => Math.hypot(to[0] - points[at][0], to[1] - points[at][1]));
  let rest = steps.reduce((sum, step) => sum + step, 0) / 2;
  for (const [at, step] of steps.entries()) {
    if (rest <= step && step > 0) {
      const part = rest / step;
      return [
        points[at][0] + (points[at + 1][0] - points[at][0]) * part,
        points[at][1] + (points[at + 1][1] - points[at][1]) * part,
      ];
    }
    rest -= step;
  }
  return points[points.length - 1];
}

/**
 * Points along a path of curves, no further apart than a card's corner is deep.
 * @param {number[]} path
 * @returns {[number, number][]}
 */
export function pointsOn(path) {
  const points = [/** @type {[number, number]} */ ([path[0], path[1]])];
  for (let at = 0; at + 7 < path.length; at += 6) {
    const curve = path.slice(at, at + 8);
    const most = Math.ceil(Math.hypot(curve[6] - curve[0], curve[7] - curve[1]) / GRID) + 4;
    for (let step = 1; step <= most; step += 1) points.push(alongCurve(curve, step / most));
  }
  return points;
}
