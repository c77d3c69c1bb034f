/** The status of every claim for this reader: the map's labels, and what a stance makes of them. */

import { changesBy } from '../engine/changes.js';
import { labellingOf } from '../engine/grounded.js';
import { modelOf } from '../engine/model.js';
import { readingOf } from '../engine/own-labels.js';
import { statusOf } from '../engine/status.js';
import { keepState } from './address.js';
import { CLAIMS, DATA, RELATIONS, RELATIONS_TO } from './data.js';
import { announce, STATE, update } from './store.js';

export const MOST_CLASHES = 5;

/** @type {?Model} made when first asked for: a page that is only read needs none */
let built = null;

/** The map in the form in which the engine reads it. */
export function model() {
  built ??= modelOf(DATA.claims, DATA.relations);
  return built;
}

/** @type {?Labelling} the labels in force, once they were worked out in the page */
let current = null;

/** The labels in force. */
export function labelling() {
  current ??= labellingOf(model(), STATE.stance, STATE.objections);
  return current;
}

/** @type {?Map<string, Label>} */
let own = null;

/** The own labels of all relations: each with what hits its target left aside. */
export function ownLabels() {
  own ??= readingOf(model(), STATE.stance, STATE.objections).own;
  return own;
}

/** Whether the labels were worked out in the page, and are not just those that it was made with. */
export function isRelabelled() {
  return current !== null;
}

/** @type {?Changes} */
let difference = null;

/** What the stance changes; null without a stance. */
export function changes() {
  return difference;
}

export function hasStance() {
  return STATE.stance.reject.size + STATE.stance.accept.size > 0;
}

/** Work out all statuses anew, and tell every part of the page. */
export function relabel() {
  own = null;
  difference = hasStance() ? changesBy(model(), STATE.stance, STATE.objections) : null;
  current = difference ? difference.after : labellingOf(model(), STATE.stance, STATE.objections);
  for (const claim of DATA.claims) Object.assign(claim, statusOf(current, claim.id));
  for (const relation of DATA.relations)
    relation.label = /** @type {Label} */ (current.relations.get(relation.id));
  announce('standing');
}

/**
 * The colour in which a claim is shown: what the reader decided is the reader's own.
 * @param {Pick<Claim, 'word'|'reason'>} claim
 */
export function toneOf(claim) {
  return claim.reason === 'rejected' || claim.reason === 'accepted' ? 'yours' : claim.word;
}

/** @param {Claim} claim */
export function wordOf(claim) {
  return toneOf(claim) === 'yours' ? `${claim.reason} by you` : claim.word;
}

/** The word with its reason. @param {Claim} claim */
export function statusWords(claim) {
  if (toneOf(claim) === 'yours') return wordOf(claim);
  return claim.reason ? `${claim.word} · ${claim.reason}` : claim.word;
}

/**
 * Whether a line no longer counts; of a contradiction, whether neither of its attacks does.
 * @param {Arrow} arrow
 */
export function isFaded(arrow) {
  return halvesOf(arrow).every((half) => half.label === 'out');
}

/**
 * Whether an objection keeps its target contested, or refutes it.
 * @param {Arrow} arrow
 */
export function isDisputed(arrow) {
  return arrow.kind === 'attacks' && halvesOf(arrow).some((half) => half.label === 'in');
}

/** @param {Arrow} arrow @returns {Relation[]} the relation, and its way back in a contradiction */
export function halvesOf(arrow) {
  const relation = /** @type {Relation} */ (RELATIONS.get(arrow.relation));
  if (!arrow.both) return [relation];
  const back = (RELATIONS_TO.get(relation.premises[0]) || []).find(
    (other) =>
      other.kind === 'attacks' && other.force === 'defeat' && other.premises[0] === relation.target,
  );
  return back ? [relation, back] : [relation];
}

/**
 * Reject a claim, accept it, or leave it to the map.
 * @param {string} id
 * @param {'reject'|'accept'|null} side
 */
export function take(id, side) {
  const claim = /** @type {Claim} */ (CLAIMS.get(id));
  const own = new Set([id, ...claim.same]);
  const without = (/** @type {ReadonlySet<string>} */ ids) =>
    [...ids].filter((other) => !own.has(other));
  const stance = {
    reject: new Set(without(STATE.stance.reject)),
    accept: new Set(without(STATE.stance.accept)),
  };
  if (side) stance[side].add(id);
  update({ stance });
  relabel();
  keepState(true);
}

/** What the reader says of a claim, by whichever of its restatements. @param {Claim} claim */
export function opinionOn(claim) {
  const says = (/** @type {ReadonlySet<string>} */ all) =>
    [claim.id, ...claim.same].some((id) => all.has(id));
  if (says(STATE.stance.reject)) return 'reject';
  return says(STATE.stance.accept) ? 'accept' : null;
}

/**
 * Replace the whole stance. Refuses what the map does not hold, and both of one claim.
 * @param {{reject?: string[], accept?: string[]}} stance
 */
export function setStance({ reject = [], accept = [] }) {
  for (const id of [...reject, ...accept]) {
    if (!CLAIMS.has(id)) throw new Error(`there is no claim \`${id}\``);
  }
  const first = (/** @type {string} */ id) => CLAIMS.get(id)?.first;
  const rejected = new Set(reject.map(first));
  const both = accept.find((id) => rejected.has(first(id)));
  if (both) throw new Error(`the claim \`${both}\` cannot be both rejected and accepted`);
  update({ stance: { reject: new Set(reject), accept: new Set(accept) } });
  relabel();
}
