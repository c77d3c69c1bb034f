/** The relations that bear on a claim, in one line by the numbers of claims: as words/bearing.py. */

import { sure } from '../engine/model.js';
import { CLAIMS, grouped, RELATIONS, relationsBearingOn } from '../state/data.js';
import { ownLabels } from '../state/standing.js';
import { sayText } from './sentences.js';

const SUPPORT = { in: 'counts', out: 'fails', undec: 'unsettled' };
const ATTACK = { in: 'unanswered', out: 'answered', undec: 'unsettled' };

/** @type {Kind[]} */
const ORDER = ['supports', 'attacks', 'undercuts'];

/**
 * Sentences on a claim: its supports, the attacks on it and on its steps, its restatements.
 * @param {Claim} claim @returns {string[]}
 */
export function bearingInWords(claim) {
  const all = relationsBearingOn(claim.id);
  const sentences = ORDER.flatMap((kind) => {
    const same = all.filter((relation) => relation.kind === kind);
    return [...grouped(same, ({ target }) => [target]).values()].map(sentenceOn);
  });
  const others = claim.same.map(numberOf);
  return others.length
    ? [...sentences, sayText('bearing.same', { claims: joined(others) })]
    : sentences;
}

/** The relations of one kind to one target, as a sentence. @param {Relation[]} relations */
function sentenceOn(relations) {
  const [{ kind, target }] = relations;
  const names = { relations: joined(relations.map(marked)) };
  if (kind !== 'undercuts') return sayText(`bearing.${kind}`, names);
  const hit = /** @type {Relation} */ (RELATIONS.get(target));
  const noun = hit.kind === 'supports' ? 'step' : 'objection';
  return sayText(`bearing.${noun}`, { ...names, premises: premisesOf(hit) });
}

/** @param {string} id */
function numberOf(id) {
  return /** @type {Claim} */ (CLAIMS.get(id)).number;
}

/** @param {Relation} relation @returns {string} */
function premisesOf({ premises }) {
  return premises
    .map(numberOf)
    .reduce((before, premise) => sayText('bearing.premise', { before, premise }));
}

/** The premises of a relation, and whether it counts by itself. @param {Relation} relation */
function marked(relation) {
  const words = relation.kind === 'supports' ? SUPPORT : ATTACK;
  return sayText(`bearing.${words[sure(ownLabels(), relation.id)]}`, {
    premises: premisesOf(relation),
  });
}

/** @param {string[]} names @returns {string} */
function joined(names) {
  return names.reduce((before, relation) => sayText('bearing.next', { before, relation }));
}
