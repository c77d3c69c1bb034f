/** How strong claims are for this reader: by the credences that were moved, and the stance. */

import { chanceOf } from '../engine/chances.js';
import { numberOf, sure } from '../engine/model.js';
import { ASSUMED, networkOf, scoresOf } from '../engine/network.js';
import { nodesBelow, stagesOf, strengthsOf } from '../engine/strengths.js';
import { CLAIMS } from './data.js';
import { prepared } from './prepared.js';
import { model } from './standing.js';
import { announce, STATE, update } from './store.js';

/** How many nodes are worked out at most to find which premises bear most on a claim. */
const WORK = 600_000;

/** How many premises are tried in any case. */
const LEAST_TRIED = 16;

/** @type {Opinions} */
const NO_STANCE = { reject: [], accept: [] };

/** @type {?{stance: State['stance'], network: Network}} */
let built = null;

/** @type {?Network} that of the map without a stance */
let plain = null;

function network() {
  if (built?.stance !== STATE.stance)
    built = { stance: STATE.stance, network: networkOf(model(), STATE.stance) };
  return built.network;
}

function scores() {
  return scoresOf(network(), STATE.credences, STATE.objections);
}

/** @type {?{key: unknown[], found: Strengths}} */
let known = null;

/** The strengths of all nodes as they are now. */
export function strengths() {
  const key = [network(), STATE.credences, STATE.objections];
  if (!known?.key.every((part, at) => part === key[at]))
    known = { key, found: strengthsOf(network(), scores()) };
  return known.found;
}

/** The strength of a claim. @param {string} id */
export function strengthOf(id) {
  return strengths().strengths[numberOf(model(), id)];
}

/** Whether the reader decided on a claim: its strength is 0 or 1 then. @param {string} id */
export function isHeld(id) {
  return network().fixed.has(numberOf(model(), id));
}

/**
 * The credence of a class by its smallest id, and whose it is.
 * @param {string} first
 * @returns {{credence: number, whose: 'yours'|'map'|'assumed'}}
 */
export function credenceOf(first) {
  const own = STATE.credences.get(first);
  if (own !== undefined) return { credence: own, whose: 'yours' };
  const given = model().credence.get(first);
  if (given !== undefined) return { credence: given, whose: 'map' };
  return { credence: ASSUMED, whose: 'assumed' };
}

/** Believe a premise so far. @param {string} first @param {number} credence */
export function setCredence(first, credence) {
  update({ credences: new Map(STATE.credences).set(first, credence) });
  announce('strengths');
}

/** Give all premises back the credences of the map. */
export function resetCredences() {
  update({ credences: new Map() });
  announce('strengths');
}

/** Show strengths, or hide them. @param {boolean} weighed */
export function showStrengths(weighed) {
  update({ weighed });
  announce('weighing');
}

/**
 * What a claim's strength hangs on: its premises, those first that move it furthest between a
 * credence of 0 and one of 1. `tried` counts those that were tried, the nearest ones.
 * @param {string} id
 */
export function premisesOf(id) {
  const [map, goal] = [network(), numberOf(model(), id)];
  const credences = model().credence;
  const below = nodesBelow(map, goal);
  const names = [...model().number.keys()];
  const isPremise = (/** @type {number} */ node) =>
    !map.fixed.has(node) && (model().granted[node] || credences.has(names[node]));
  const all = [...below].filter(isPremise).map((node) => names[node]);
  const stages = stagesOf(map, below);
  const tried = Math.max(LEAST_TRIED, Math.floor(WORK / (2 * below.size)));
  const now = scores();
  const at = (/** @type {number} */ node, /** @type {number} */ credence) => {
    const kept = now[node];
    now[node] = credence;
    const strength = strengthsOf(map, now, stages).strengths[goal];
    now[node] = kept;
    return strength;
  };
  const swings = all.slice(0, tried).map((first) => {
    const node = sure(model().number, first);
    return { first, swing: Math.abs(at(node, 1) - at(node, 0)) };
  });
  const order = new Map(swings.map(({ first }, place) => [first, place]));
  swings.sort((a, b) => b.swing - a.swing || sure(order, a.first) - sure(order, b.first));
  return { all, swings, below };
}

/**
 * How probable it is that a claim stands, and is carried, if its premises are independent; null if
 * the page has no diagram of that. `isWithout` if the stance cannot be put into it.
 * @param {Claim} claim
 */
export function chancesOf(claim) {
  const live = prepared().chances?.of[claim.first];
  if (!live) return null;
  const decided = decidedIn(live, claim.first);
  const credences = live.premises.map((first) => decided?.get(first) ?? credenceOf(first).credence);
  return {
    premises: live.premises.map((first) => ({ first, isDecided: Boolean(decided?.has(first)) })),
    stands: chanceOf(live.nodes, live.stands, credences),
    derivable: chanceOf(live.nodes, live.derivable, credences),
    isWithout: decided === null,
  };
}

/**
 * The stance as credences of premises, where it says the same: to reject a premise without supports
 * is to withdraw its grant, and one that nothing attacks stands as soon as it is granted. Null where
 * it says more.
 * @param {LiveChance} live @param {string} goal
 */
function decidedIn(live, goal) {
  /** @type {Map<string, number>} */
  const decided = new Map();
  if (!STATE.stance.reject.size && !STATE.stance.accept.size) return decided;
  plain ??= networkOf(model(), NO_STANCE);
  const map = plain;
  const below = nodesBelow(map, numberOf(model(), goal));
  for (const side of /** @type {const} */ (['reject', 'accept']))
    for (const id of STATE.stance[side]) {
      const node = numberOf(model(), id);
      if (!below.has(node)) continue;
      const first = /** @type {Claim} */ (CLAIMS.get(id)).first;
      const others = side === 'reject' ? map.supports[node] : map.attacks[node];
      if (!live.premises.includes(first) || others.length) return null;
      decided.set(first, side === 'reject' ? 0 : 1);
    }
  return decided;
}
