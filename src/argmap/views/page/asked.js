/**
 * What the page keeps for when a claim is chosen: read late, and always of the map as written,
 * whatever the reader decided.
 *
 * @typedef {{sets: {claims: string[], status: string, by: string[]}[], total: ?number,
 *   rejections: string[][], rejectionsTotal: ?number, idle: ?string[]}} Rests
 * @typedef {{name: string, common: boolean, questions: Object<string, string>}} Scheme
 * @typedef {{relation: string, scheme: string, lost: string[], lostTotal: number,
 *   gained: string[], gainedTotal: number, weakened: number,
 *   put: Object<string, [string, string[]]>}} AskedStep
 * @typedef {{relation: string, critical: string[], ground: ?string[], decides: boolean,
 *   attacks: string[]}} Line
 * @typedef {{for: Line[], against: Line[], totals: [number, number], critical: string[],
 *   ground: ?string[], below: string[], replies: string[], hinges: [string, boolean][],
 *   hingesTotal: number, turns: [string, string, string][], steps: number[]}} Brief
 * @typedef {{rests: Object<string, Rests>, schemes: Object<string, Scheme>, steps: AskedStep[],
 *   briefs: Object<string, Brief>, replies: Object<string, string[]>, isWhole: boolean,
 *   isPrepared: boolean}} Asked
 */

/** @type {?Asked} */
let ASKED = null;

/** @returns {Asked} */
function asked() {
  ASKED ??= /** @type {Asked} */ (JSON.parse(byId('asked').textContent || ''));
  return ASKED;
}

/** @type {?Labelling} */
let WRITTEN = null;

/** The labels without the reader's stance, and with the force that the map gives objections. */
function asWritten() {
  WRITTEN ??= labellingOf(model(), { reject: [], accept: [] }, DATA.objections);
  return WRITTEN;
}

function isAsWritten() {
  return !hasStance() && STATE.objections === DATA.objections;
}

/** A claim with the status that it has in the map as written. @param {string} id @returns {Claim} */
function writtenClaim(id) {
  return { .../** @type {Claim} */ (CLAIMS.get(id)), ...statusOf(asWritten(), id) };
}

/**
 * What becomes of a relation in the map as written, in words that fit its kind.
 * @param {Relation} one
 */
function fateOf(one) {
  const { relations, claims } = asWritten();
  const label = /** @type {Label} */ (relations.get(one.id));
  if (one.kind === 'attacks') return { in: 'unanswered', undec: 'undecided', out: 'answered' }[label];
  if (one.kind === 'undercuts') return { in: 'blocks the step', undec: 'undecided', out: 'answered' }[label];
  if (label === 'undec' && one.premises.every((id) => claims.get(id) === 'in')) return 'would carry it but for an objection';
  return { in: 'goes through', undec: 'undecided', out: 'does not go through' }[label];
}
