/** The order in which disputes matter: those nearest to the main conclusions first. */

import { DATA, inOrder, relationsBearingOn } from '../state/data.js';

/** @type {?Map<string, number>} how many steps each claim is below a main conclusion */
let levels = null;

function levelsBelowMain() {
  const below = new Map(DATA.main.map((id) => [id, 0]));
  for (const [id, level] of below) {
    // grows while it is read
    for (const { premises } of relationsBearingOn(id))
      for (const premise of premises) if (!below.has(premise)) below.set(premise, level + 1);
  }
  return below;
}

/**
 * Things in the order in which they bear on the main conclusions: the fewest steps below one first,
 * then as in the outline; what bears on none comes last.
 * @template T
 * @param {T[]} things
 * @param {(thing: T) => string} claimOf the claim that a thing is about
 * @returns {T[]}
 */
export function byBearing(things, claimOf) {
  levels ??= levelsBelowMain();
  const level = (/** @type {T} */ thing) => levels?.get(claimOf(thing)) ?? Infinity;
  const place = new Map(inOrder(things.map(claimOf)).map((id, at) => [id, at]));
  const rank = (/** @type {T} */ thing) => place.get(claimOf(thing)) ?? 0;
  return [...things].sort((a, b) => level(a) - level(b) || rank(a) - rank(b));
}
