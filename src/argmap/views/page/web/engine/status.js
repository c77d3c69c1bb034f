/** Labels in words with their reason: as in Python, without the page. */

import { derivable, numberOf, sure } from './model.js';

/** @typedef {{label: Label, word: Word, reason: string, contested: boolean}} Status */

/**
 * The relations of a kind to a claim's class.
 * @param {Model} model @param {string} id @param {string} kind
 */
export function bearingOn(model, id, kind) {
  return sure(model.members, sure(model.first, id))
    .flatMap((member) => model.to.get(member) || [])
    .filter((relation) => relation.kind === kind);
}

/**
 * Which classes have a derivation when attacks and stances are left out.
 * @param {Model} model
 */
export function carriedIn(model) {
  const { classes, relations, pending } = model;
  const grant = classes + relations.length;
  model.carried ??= carriedBy(model, (atom) => atom < grant || !pending[atom - grant]);
  return model.carried;
}

/**
 * Which classes would have one if all that is still to be supported were granted.
 * @param {Model} model
 */
export function arguableIn(model) {
  model.arguable ??= model.pending.includes(true) ? carriedBy(model, () => true) : carriedIn(model);
  return model.arguable;
}

/** What follows from these assumptions. @param {Model} model @param {(atom: number) => boolean} is */
function carriedBy(model, is) {
  const facts = [];
  for (let at = model.classes; at < 2 * model.classes + model.relations.length; at += 1)
    if (is(at)) facts.push(at);
  return derivable(model, facts, () => true);
}

/**
 * The status of a claim in words, with at most three words of reason.
 * @param {Labelling} labelling
 * @param {string} id
 * @returns {Status}
 */
export function statusOf(labelling, id) {
  const { model, relations } = labelling;
  const label = sure(labelling.claims, id);
  const at = numberOf(model, id);
  const attacks = bearingOn(model, id, 'attacks').map((relation) => sure(relations, relation.id));
  const contested = attacks.some((label) => label !== 'out');
  if (label === 'in') {
    return { label, word: 'stands', reason: whyIn(labelling, at, attacks, contested), contested };
  }
  if (label === 'out')
    return { label, word: 'falls', reason: whyOut(labelling, id, at), contested };
  if (attacks.includes('in')) {
    return { label, word: 'contested', reason: 'unanswered objection', contested };
  }
  const ready =
    model.granted[at] ||
    bearingOn(model, id, 'supports').some(
      (relation) =>
        relations.get(relation.id) !== 'out' &&
        relation.premises.every((premise) => labelling.claims.get(premise) === 'in'),
    );
  const unready = model.pending[at] ? 'to be supported' : 'premise unsettled';
  return { label, word: 'open', reason: ready ? 'conflict' : unready, contested };
}

/**
 * @param {Labelling} labelling @param {number} at @param {Label[]} attacks
 * @param {boolean} contested
 */
function whyIn(labelling, at, attacks, contested) {
  if (labelling.accepted.has(at)) return 'accepted';
  if (contested) return 'disputed';
  if (attacks.length) return 'answered';
  return labelling.model.granted[at] ? 'granted' : 'supported';
}

/** @param {Labelling} labelling @param {string} id @param {number} at */
function whyOut(labelling, id, at) {
  if (labelling.rejected.has(at)) return 'rejected';
  if (labelling.refuted.has(at)) return 'refuted';
  if (!arguableIn(labelling.model)[at]) return 'not carried';
  const isBlocked = bearingOn(labelling.model, id, 'supports').some((relation) =>
    labelling.blocked.has(relation.id),
  );
  return isBlocked ? 'step blocked' : 'premise gone';
}
