/**
 * The probability of a condition on premises that are true independently of each other, by its
 * decision diagram: as reasoning/probability/exact.py works it out.
 */

/** What is closer to 0 or 1 than this is rounding. */
const NOISE = 1e-12;

/**
 * The probability of a condition, and what it is if each premise is conceded and if it is refuted.
 *
 * Upwards, the probability of each node; downwards, that of reaching it from the root. The latter
 * times the difference of a node's children sums up to the slope (Birnbaum 1969).
 * @param {DiagramNode[]} nodes variable, node with it, node without it; children first, counted from 2
 * @param {number} root
 * @param {number[]} credences of the variables
 * @returns {Chance}
 */
export function chanceOf(nodes, root, credences) {
  const chance = new Float64Array(nodes.length + 2);
  chance[1] = 1;
  nodes.forEach(([variable, withIt, without], at) => {
    const credence = credences[variable];
    chance[at + 2] = credence * chance[withIt] + (1 - credence) * chance[without];
  });
  const reached = new Float64Array(nodes.length + 2);
  reached[root] = 1;
  const slopes = credences.map(() => 0);
  for (let at = nodes.length - 1; at >= 0; at -= 1) {
    const here = reached[at + 2];
    if (!here) continue;
    const [variable, withIt, without] = nodes[at];
    const credence = credences[variable];
    slopes[variable] += here * (chance[withIt] - chance[without]);
    reached[withIt] += here * credence;
    reached[without] += here * (1 - credence);
  }
  const overall = chance[root];
  const given = credences.map((credence, at) => ({
    conceded: within(overall + (1 - credence) * slopes[at]),
    refuted: within(overall - credence * slopes[at]),
  }));
  return { overall: within(overall), given };
}

/** @param {number} value */
function within(value) {
  return value < NOISE ? 0 : value > 1 - NOISE ? 1 : value;
}
