/** The objections that are disputed: no answer disposes of them, or they are drawn both ways. */

import { CLAIMS, DATA } from './data.js';
import { halvesOf, isDisputed } from './standing.js';

/**
 * The objections that no answer disposes of, and those of what is drawn both ways. Those to main
 * conclusions come first.
 * @returns {Arrow[]}
 */
export function disputes() {
  const open = DATA.arrows.filter(isDisputed).map(towardsMain);
  const seen = new Set(open.map(({ relation }) => relation));
  const pairs = DATA.arrows.filter((arrow) => isUndecided(arrow) && !seen.has(arrow.relation));
  return [...byWeight(open), ...byWeight(onceEach(pairs).map(towardsMain))];
}

/** Of a contradiction with a main conclusion the side that speaks against that. @param {Arrow} arrow */
function towardsMain(arrow) {
  const { both, premises, target } = arrow;
  const isTurned = both && CLAIMS.get(premises[0])?.main && !CLAIMS.get(target)?.main;
  return isTurned ? { ...arrow, premises: [target], target: premises[0] } : arrow;
}

/** Objections to main conclusions first. @param {Arrow[]} arrows */
function byWeight(arrows) {
  const isMain = (/** @type {Arrow} */ arrow) => Boolean(CLAIMS.get(arrow.target)?.main);
  return [...arrows.filter(isMain), ...arrows.filter((arrow) => !isMain(arrow))];
}

/** Whether an objection and its target keep each other undecided. @param {Arrow} arrow */
function isUndecided(arrow) {
  return arrow.kind === 'attacks' && halvesOf(arrow).some(({ label }) => label === 'undec');
}

/** Of lines that lead back and forth between two claims the first. @param {Arrow[]} arrows */
function onceEach(arrows) {
  const pairs = new Set();
  return arrows.filter(({ premises, target }) => {
    const key = [...premises, target].sort().join(' ');
    return pairs.size < pairs.add(key).size;
  });
}
