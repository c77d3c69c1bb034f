/** Labels in words with their reason, and what a stance changes: as in Python, without the page. */

import { labellingOf } from './grounded.js';
import { byCodePoints, derivable, numberOf, sure } from './model.js';

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
  if (!model.carried) {
    const facts = [];
    for (let at = model.classes; at < 2 * model.classes + model.relations.length; at += 1)
      facts.push(at);
    model.carried = derivable(model, facts, () => true);
  }
  return model.carried;
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
  return { label, word: 'open', reason: ready ? 'conflict' : 'premise unsettled', contested };
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
  if (!carriedIn(labelling.model)[at]) return 'not carried';
  const isBlocked = bearingOn(labelling.model, id, 'supports').some((relation) =>
    labelling.blocked.has(relation.id),
  );
  return isBlocked ? 'step blocked' : 'premise gone';
}

/**
 * The map with a stance against the map without it: whose label changes and by which chain of
 * relations, and who only loses reasons.
 * @param {Model} model @param {Opinions} stance @param {Force} force
 * @returns {Changes}
 */
export function changesBy(model, stance, force) {
  const none = { reject: [], accept: [] };
  const before = labellingOf(model, none, force);
  const after = labellingOf(model, stance, force);
  const differs = (/** @type {string} */ id) => before.claims.get(id) !== after.claims.get(id);
  const ids = model.claims.map((relation) => relation.id);
  const changed = new Map();
  if (ids.some(differs)) {
    const chainTo = chains(model, stance, changingRelations(before, after, stance, force));
    for (const id of ids) if (differs(id)) changed.set(id, chainTo(id));
  }
  const weakened = new Map();
  for (const id of ids) {
    if (differs(id)) continue;
    const supports = bearingOn(model, id, 'supports').map((relation) => relation.id);
    const remaining = supports.filter((support) => after.relations.get(support) === 'in');
    const lost = supports.filter(
      (support) => before.relations.get(support) === 'in' && !remaining.includes(support),
    );
    if (lost.length) weakened.set(id, { lost: lost.length, left: remaining.length });
  }
  return { before, after, changed, weakened };
}

/**
 * The relations whose label changes, as read or with every attack meant to refute.
 * @param {Labelling} before @param {Labelling} after @param {Opinions} stance @param {Force} force
 */
function changingRelations(before, after, stance, force) {
  const { model } = before;
  const judged = [
    labellingOf(model, { reject: [], accept: [] }, force, true),
    labellingOf(model, stance, force, true),
  ];
  return new Set(
    model.relations
      .map((relation) => relation.id)
      .filter(
        (id) =>
          before.relations.get(id) !== after.relations.get(id) ||
          judged[0].relations.get(id) !== judged[1].relations.get(id),
      ),
  );
}

/**
 * The shortest chain of changing relations to each claim, ties by id: a walk in breadth that takes
 * relations in the order of their ids.
 * @param {Model} model @param {Opinions} stance @param {Set<string>} changing
 * @returns {(id: string) => string[]}
 */
function chains(model, stance, changing) {
  const own = new Set([...stance.reject, ...stance.accept].map((id) => sure(model.first, id)));
  const membersOf = (/** @type {string} */ name) => sure(model.members, name);
  /** @type {Map<string, ?string>} */
  const previous = new Map();
  /** @type {Map<string, string>} by class: the relation that reaches it first */
  const last = new Map();
  const fresh = (/** @type {EngineRelation[]} */ all) =>
    [
      ...new Set(
        all.map((relation) => relation.id).filter((id) => changing.has(id) && !previous.has(id)),
      ),
    ].sort(byCodePoints);
  const using = (/** @type {string} */ name) =>
    membersOf(name).flatMap((id) => model.from.get(id) || []);
  const queue = fresh([...own].flatMap(using));
  for (const id of queue) previous.set(id, null);
  for (const id of queue) {
    // grows while it is read
    const { target } = model.relations[sure(model.place, id)];
    /** @type {EngineRelation[]} */
    let next;
    if (model.first.has(target)) {
      const name = sure(model.first, target);
      if (last.has(name)) continue;
      last.set(name, id);
      next = [...using(name), ...bearingOn(model, target, 'supports')];
    } else {
      next = [model.relations[sure(model.place, target)]];
    }
    for (const relation of fresh(next)) {
      previous.set(relation, id);
      queue.push(relation);
    }
  }
  return (id) => {
    const name = sure(model.first, id);
    return own.has(name) ? [] : upTo(last.get(name) ?? null, previous);
  };
}

/** The chain that ends here. @param {?string} end @param {Map<string, ?string>} previous */
function upTo(end, previous) {
  const chain = [];
  for (let step = end; step !== null; step = sure(previous, step)) chain.unshift(step);
  return chain;
}
