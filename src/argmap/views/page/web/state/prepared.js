/** Answers that the page holds ready for a chosen claim, always of the map as written. */

import { labellingOf } from '../engine/grounded.js';
import { statusOf } from '../engine/status.js';
import { CLAIMS, DATA } from './data.js';
import { hasStance, model } from './standing.js';
import { STATE } from './store.js';

/** @type {?Prepared} */
let read = null;

/** Answers that the page holds ready. @returns {Prepared} */
export function prepared() {
  read ??= /** @type {Prepared} */ (
    JSON.parse(document.getElementById('asked')?.textContent || '')
  );
  return read;
}

/** @type {?Labelling} */
let written = null;

/** The labels without the reader's stance, and with the force that the map gives objections. */
export function asWritten() {
  written ??= labellingOf(model(), { reject: [], accept: [] }, DATA.objections);
  return written;
}

/** Whether the reader sees the map as written. */
export function isAsWritten() {
  return !hasStance() && STATE.objections === DATA.objections;
}

/**
 * A claim with the status that it has in the map as written.
 * @param {string} id
 * @returns {Claim}
 */
export function writtenClaim(id) {
  return { .../** @type {Claim} */ (CLAIMS.get(id)), ...statusOf(asWritten(), id) };
}

/**
 * What becomes of a relation in the map as written, in words that fit its kind.
 * @param {Relation} relation
 */
export function fateOf(relation) {
  const { relations, claims } = asWritten();
  const label = /** @type {Label} */ (relations.get(relation.id));
  if (relation.kind === 'attacks')
    return { in: 'unanswered', undec: 'undecided', out: 'answered' }[label];
  if (relation.kind === 'undercuts')
    return { in: 'blocks the step', undec: 'undecided', out: 'answered' }[label];
  if (label === 'undec' && relation.premises.every((id) => claims.get(id) === 'in'))
    return 'would carry it but for an objection';
  return { in: 'goes through', undec: 'undecided', out: 'does not go through' }[label];
}
