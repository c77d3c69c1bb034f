/**
 * The strengths of nodes that act on each other in a circle: found by repetition, with what can be
 * said of them, by the same steps as reasoning/strength/circles.py.
 */

import { strengthOf } from './weighing.js';

/** How near strengths come to a solution, and how far apart ends lie that count as different. */
const [CLOSE, APART] = [1e-12, 1e-3];

/** The most sweeps over a circle, and the most links over which they go together. */
const [SWEEPS, WORK] = [8_000, 40_000_000];

/** A repetition ends if so many sweeps have left more than this part of the gap. */
const [CHECKED_EVERY, WINDOW, SLOW] = [50, 200, 0.99];

const GOLDEN = (Math.sqrt(5) - 1) / 2;

const DAMPINGS = [0.5, 0.1, 0.02];

/**
 * The strengths of a circle, given those of all nodes before it.
 * @param {Network} network @param {number[]} nodes @param {Float64Array} scores
 * @param {Float64Array} strengths
 * @returns {Settled}
 */
export function settled(network, nodes, scores, strengths) {
  const circle = { network, nodes, scores, strengths, sweeps: mostSweeps(network, nodes) };
  const [low, high] = narrowed(circle);
  if (widest(low, high) <= CLOSE) {
    const middle = low.map((least, at) => (least + high[at]) / 2);
    return { strengths: middle, status: 'converged', isUnique: true, low: middle, high: middle };
  }
  return atRest(circle, low, high);
}

/** @param {Network} network @param {number[]} nodes */
function mostSweeps({ attacks, premises, supports }, nodes) {
  let links = 0;
  for (const node of nodes)
    links += premises[node].length + supports[node].length + attacks[node].length;
  return Math.max(200, Math.min(SWEEPS, Math.floor(WORK / Math.max(1, links))));
}

/**
 * A circle, the strengths of all nodes before it, and when its repetition ends.
 * @typedef {{network: Network, nodes: number[], scores: Float64Array, strengths: Float64Array,
 *   sweeps: number}} Circle
 */

/**
 * Every node of the circle worked out once.
 * @param {Circle} circle @param {Float64Array} rising @param {Float64Array} falling
 */
function sweep({ network, nodes, scores }, rising, falling) {
  return nodes.map((node) => strengthOf(network, node, scores, rising, falling));
}

/** @param {Float64Array} all @param {number[]} nodes @param {number[]} values */
function put(all, nodes, values) {
  nodes.forEach((node, at) => {
    all[node] = values[at];
  });
}

/** How far two bounds lie apart. @param {number[]} low @param {number[]} high */
function widest(low, high) {
  return low.reduce((most, least, at) => Math.max(most, Math.abs(high[at] - least)), 0);
}

/** Bounds of all solutions, as near as they come. @param {Circle} circle */
function narrowed(circle) {
  const { nodes, strengths, sweeps } = circle;
  const [rising, falling] = [strengths.slice(), strengths.slice()];
  for (const node of nodes) [rising[node], falling[node]] = [0, 1];
  let [before, lower, upper] = [1, [0], [1]];
  for (let count = 1; count <= sweeps; count += 1) {
    lower = sweep(circle, rising, falling);
    upper = sweep(circle, falling, rising);
    put(rising, nodes, lower);
    put(falling, nodes, upper);
    const gap = widest(lower, upper);
    if (gap <= CLOSE) break;
    if (count % CHECKED_EVERY) continue;
    if (gap > SLOW * before) break;
    before = gap;
  }
  return [lower, upper];
}

/**
 * Where a circle comes to rest from several starts; the strengths are those from the base scores.
 * @param {Circle} circle @param {number[]} low @param {number[]} high bounds of all solutions
 * @returns {Settled}
 */
function atRest(circle, low, high) {
  const { nodes, scores } = circle;
  const mixed = nodes.map((_, at) => ((at + 1) ** 2 * GOLDEN) % 1); // without a pattern
  const round = mixed.map(Math.round);
  const starts = [nodes.map((node) => scores[node]), nodes.map(() => 0), nodes.map(() => 1)];
  const ends = [];
  for (const start of [...starts, mixed, mirrored(mixed), round, mirrored(round)]) {
    const { end, isStill } = followed(circle, start);
    if (isStill) ends.push(end);
    else if (!ends.length)
      return { strengths: end, status: 'not-converged', isUnique: false, low, high };
  }
  const apart = Math.max(...ends.map((end) => widest(ends[0], end)));
  const status = apart <= APART ? 'converged' : 'bistable';
  return { strengths: ends[0], status, isUnique: false, low, high };
}

/** @param {number[]} start */
function mirrored(start) {
  return start.map((value) => 1 - value);
}

/**
 * Where the nodes go from here, each sweep a part of the way, and whether they come to rest there.
 * @param {Circle} circle @param {number[]} start
 */
function followed(circle, start) {
  const { nodes, strengths, sweeps } = circle;
  const current = strengths.slice();
  put(current, nodes, start);
  const reachedNow = () => nodes.map((node) => current[node]);
  for (const damping of DAMPINGS) {
    let [before, peak] = [2, 0];
    for (let count = 1; count <= sweeps; count += 1) {
      const reached = sweep(circle, current, current);
      const size = widest(reachedNow(), reached);
      if (size <= CLOSE) return { end: reachedNow(), isStill: true };
      nodes.forEach((node, at) => {
        current[node] += damping * (reached[at] - current[node]);
      });
      peak = Math.max(peak, size);
      if (count % WINDOW) continue;
      if (peak > SLOW * before) break;
      [before, peak] = [peak, 0];
    }
  }
  return { end: reachedNow(), isStill: false };
}
