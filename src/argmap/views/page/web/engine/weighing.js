/** The strength of one node of a network from the strengths of what acts on it. */

/**
 * The strength of a node. Premises and supporters have theirs in `rising`, attackers in `falling`.
 * @param {Network} network @param {number} node @param {Float64Array} scores
 * @param {Float64Array} rising @param {Float64Array} falling
 */
export function strengthOf({ attacks, premises, supports }, node, scores, rising, falling) {
  let base = scores[node];
  for (const premise of premises[node]) base *= rising[premise];
  const [reasons, objections] = [supports[node], attacks[node]];
  if (!reasons.length && !objections.length) return base;
  const more = remaining(objections, falling) - remaining(reasons, rising);
  return base + (more < 0 ? base : 1 - base) * more;
}

/** The product of what each of these nodes leaves open. @param {number[]} nodes @param {Float64Array} strengths */
function remaining(nodes, strengths) {
  let product = 1;
  for (const node of nodes) product *= 1 - strengths[node];
  return product;
}
