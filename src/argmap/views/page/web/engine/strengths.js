/**
 * The strength of every node of a network under DF-QuAD (Rago, Toni, Aurisicchio and Baroni 2016),
 * as reasoning/strength works it out: in one pass, circles by repetition.
 */

import { settled } from './circles.js';
import { strengthOf } from './weighing.js';

/** How strengths were found; later ones say less. @type {HowFound[]} */
const ORDER = ['exact', 'converged', 'bistable', 'not-converged'];

/**
 * The strengths of all nodes, or of the nodes of some stages alone.
 * @param {Network} network
 * @param {Float64Array} scores
 * @param {Stage[]} [stages]
 * @returns {Strengths}
 */
export function strengthsOf(network, scores, stages = network.stages) {
  const strengths = new Float64Array(scores.length);
  const circles = [];
  let status = ORDER[0];
  for (const stage of stages) {
    if (stage.isCircle) {
      const circle = settled(network, stage.nodes, scores, strengths);
      stage.nodes.forEach((node, at) => {
        strengths[node] = circle.strengths[at];
      });
      circles.push({ ...circle, nodes: stage.nodes });
      if (ORDER.indexOf(circle.status) > ORDER.indexOf(status)) status = circle.status;
    } else {
      const [node] = stage.nodes;
      strengths[node] = strengthOf(network, node, scores, strengths, strengths);
    }
  }
  return { strengths, status, circles };
}

/**
 * The nodes on which one depends, itself included, the nearest first.
 * @param {Network} network @param {number} goal
 */
export function nodesBelow({ attacks, premises, supports }, goal) {
  const below = new Set([goal]);
  // grows while it is read
  for (const node of below)
    for (const list of [premises[node], supports[node], attacks[node]])
      for (const other of list) below.add(other);
  return below;
}

/** The stages in which these nodes are worked out. @param {Network} network @param {Set<number>} below */
export function stagesOf({ stages }, below) {
  return stages.filter(({ nodes }) => below.has(nodes[0]));
}
