/** What is disputed: objections that no answer disposes of, claims drawn both ways, blocked steps. */

import { CLAIMS, DATA, RELATIONS, RELATIONS_TO } from './data.js';
import { halvesOf, isDisputed } from './standing.js';

/**
 * The lines of what is disputed, the weightiest first.
 * @returns {Arrow[]}
 */
export function disputes() {
  const open = DATA.arrows.filter(isDisputed);
  const seen = new Set(open.map(({ relation }) => relation));
  const pairs = DATA.arrows.filter((arrow) => isUndecided(arrow) && !seen.has(arrow.relation));
  const blocked = DATA.arrows.filter(isBlocking);
  return [...byWeight(open), ...byWeight(onceEach(pairs)), ...byWeight(blocked)];
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

/** Whether a reason is blocked, with no answer that holds. @param {Arrow} arrow */
function isBlocking(arrow) {
  return (
    arrow.kind === 'undercuts' &&
    RELATIONS.get(arrow.relation)?.label === 'in' &&
    RELATIONS.get(arrow.target)?.kind === 'supports'
  );
}

/** Whether an attack leads the other way as well. @param {Arrow} arrow */
export function isMutual({ both, premises, target }) {
  return (
    both ||
    (RELATIONS_TO.get(premises[0]) || []).some(
      (other) => other.kind === 'attacks' && other.premises.includes(target),
    )
  );
}
