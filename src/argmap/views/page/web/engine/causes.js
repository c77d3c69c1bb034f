/**
 * The causes of a change: the part of a stance behind it, and the chain of steps to the claim. As in
 * Python, without the page.
 */

import { labellingOf } from './grounded.js';
import { byCodePoints, sure } from './model.js';
import { readingOf } from './own-labels.js';
import { statusOf } from './status.js';

/** The reasons of a status that lie in relations of a kind to the claim. */
const NAMED = {
  attacks: ['refuted', 'unanswered objection', 'disputed', 'conflict'],
  supports: ['premise gone', 'step blocked', 'premise unsettled', 'to be supported', 'not carried'],
};

const RANKS = { out: 0, undec: 1, in: 2 };

/**
 * The causes of the changes between a map as it is and the map with a stance.
 * @param {Model} model @param {Opinions} stance @param {Force} force
 * @param {Reading} plain the map as it is @param {Reading} after the map with the stance
 * @returns {(claim: string) => Cause}
 */
export function causes(model, stance, force, plain, after) {
  const [reject, accept] = [[...stance.reject], [...stance.accept]];
  const edits = [...reject, ...accept].sort(byCodePoints);
  const headOf = (/** @type {string} */ id) => sure(model.first, id);
  const key = (/** @type {string[]} */ part) => part.join('\n');
  const kept = (/** @type {string[]} */ part) => ({
    reject: reject.filter((id) => part.includes(id)),
    accept: accept.filter((id) => part.includes(id)),
  });
  /** @type {Map<string, Map<string, Label>>} */
  const labels = new Map([[key(edits), after.labels.claims]]);
  const labelsWith = (/** @type {string[]} */ part) => {
    const known = labels.get(key(part)) || labellingOf(model, kept(part), force).claims;
    labels.set(key(part), known);
    return known;
  };
  const withPart = (/** @type {string[]} */ part) =>
    part.length === edits.length ? after : readingOf(model, kept(part), force);
  const reached = new Map(edits.map((id) => [id, reachedFrom(model, headOf(id))]));
  /** @type {Map<string, (head: string) => Move[]>} */
  const chainsBy = new Map();
  return (claim) => {
    const head = headOf(claim);
    const own = edits.filter((id) => headOf(id) === head);
    if (own.length) return { because: [own.includes(claim) ? claim : own[0]], moves: [] };
    const label = sure(after.labels.claims, claim);
    const isEnough = (/** @type {string[]} */ part) => labelsWith(part).get(claim) === label;
    const near = edits.filter((id) => sure(reached, id).has(head));
    const because = least(isEnough(near) ? near : edits, isEnough);
    if (!chainsBy.has(key(because)))
      chainsBy.set(key(because), chains(plain, withPart(because), because.map(headOf)));
    return {
      because,
      /** Worked out when asked for: the chains of all claims of a long one would be many. */
      get moves() {
        return sure(chainsBy, key(because))(head);
      },
    };
  };
}

/**
 * The classes, and the steps that are undercut, to which a path of relations leads from a class.
 * @param {Model} model @param {string} start
 */
function reachedFrom(model, start) {
  const reached = new Set([start]);
  for (const id of reached) {
    // grows while it is read
    const step = model.place.get(id);
    const relations =
      step === undefined
        ? sure(model.members, id).flatMap((member) => model.from.get(member) || [])
        : [model.relations[step]];
    for (const { target } of relations)
      reached.add(model.place.has(target) ? target : sure(model.first, target));
  }
  return reached;
}

/**
 * What is left after dropping, from the last, each edit that is not needed, until none can be.
 * @param {string[]} edits @param {(part: string[]) => boolean} isEnough
 */
function least(edits, isEnough) {
  let part = edits;
  for (let dropped = true; dropped; ) {
    dropped = false;
    for (const edit of [...part].reverse()) {
      const fewer = part.filter((id) => id !== edit);
      if (isEnough(fewer)) [part, dropped] = [fewer, true];
    }
  }
  return part;
}

/**
 * The direction in which classes and relations change: 1 for better, -1 for worse.
 * @param {Labelling} before @param {Labelling} after
 * @param {Map<string, Label>} own the own labels of relations before @param {Map<string, Label>} now
 */
function turnsOf(before, after, own, now) {
  const turn = (/** @type {Label} */ was, /** @type {Label} */ is) =>
    Math.sign(RANKS[is] - RANKS[was]);
  const claim = (/** @type {string} */ id) => turn(sure(before.claims, id), sure(after.claims, id));
  return {
    own,
    now,
    claim,
    step: (/** @type {string} */ id) => turn(sure(own, id), sure(now, id)),
    /** The reason of the new status of a claim that got worse, else of its old one. */
    reason: (/** @type {string} */ id) => statusOf(claim(id) < 0 ? after : before, id).reason,
  };
}

/**
 * The shortest chain of relations to each class, ties by id. Every step explains the next; where no
 * chain goes by the reasons in words, one is taken in which only the directions agree.
 * @param {Reading} before @param {Reading} after @param {string[]} starts
 * @returns {(head: string) => Move[]}
 */
function chains(before, after, starts) {
  const turns = [
    turnsOf(before.labels, after.labels, before.own, after.own),
    turnsOf(before.refuting, after.refuting, before.ownRefuting, after.ownRefuting),
  ];
  const { model } = before.labels;
  /** @type {(ReturnType<typeof walk>|undefined)[]} */
  const walked = [];
  const by = (/** @type {0|1} */ way) => {
    const all = walked[way] || walk(model, starts, turns, !way);
    walked[way] = all;
    return all;
  };
  const move = (/** @type {string} */ relation) => {
    const { own, now } = turns[0].step(relation) ? turns[0] : turns[1];
    return { relation, before: sure(own, relation), after: sure(now, relation) };
  };
  return (head) => (by(0)(head) || by(1)(head) || []).map(move);
}

/**
 * The chain to each class, if there is one: breadth first, relations in the order of their ids.
 * @param {Model} model @param {string[]} starts
 * @param {ReturnType<typeof turnsOf>[]} turns @param {boolean} inWords
 */
function walk(model, starts, turns, inWords) {
  /** @type {Map<string, ?string>} by relation: the one before it in the chain */
  const previous = new Map();
  /** @type {Map<string, string>} by class: the last relation of its chain */
  const last = new Map();
  /** @type {string[]} */
  const queue = [];
  const add = (/** @type {string[]} */ ids, /** @type {?string} */ before) => {
    for (const id of [...new Set(ids)].filter((step) => !previous.has(step)).sort(byCodePoints)) {
      previous.set(id, before);
      queue.push(id);
    }
  };
  const movedBy = (/** @type {string} */ head) =>
    sure(model.members, head)
      .flatMap((member) => model.from.get(member) || [])
      .map(({ id }) => id)
      .filter((id) => turns.some(({ claim, step }) => claim(head) * step(id) > 0));
  const explains = (/** @type {EngineRelation} */ { id, kind }, /** @type {string} */ head) =>
    turns.some(({ claim, step, reason }) => {
      const sign = kind === 'supports' ? 1 : -1;
      if (sign * claim(head) * step(id) <= 0) return false;
      return !inWords || NAMED[/** @type {'attacks'|'supports'} */ (kind)].includes(reason(head));
    });
  add(starts.flatMap(movedBy), null);
  for (const id of queue) {
    // grows while it is read
    const relation = model.relations[sure(model.place, id)];
    if (relation.kind === 'undercuts') {
      const { target } = relation;
      if (turns.some(({ step }) => step(id) * step(target) < 0)) add([target], id);
      continue;
    }
    const head = sure(model.first, relation.target);
    if (last.has(head) || !explains(relation, head)) continue;
    last.set(head, id);
    add(movedBy(head), id);
  }
  return (/** @type {string} */ head) => upTo(last.get(head), previous);
}

/**
 * The chain that ends with a relation; null without one.
 * @param {string|undefined} end @param {Map<string, ?string>} previous
 */
function upTo(end, previous) {
  if (end === undefined) return null;
  const chain = [];
  for (let step = /** @type {?string} */ (end); step !== null; step = sure(previous, step))
    chain.push(step);
  return chain.reverse();
}
