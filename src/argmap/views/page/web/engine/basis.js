/**
 * Premises of a claim with attacks left aside, and opinions that would overturn it. Pure functions.
 */

import { grounded } from './grounded.js';
import { byCodePoints, derivable, numberOf, sure } from './model.js';
import { carriedIn } from './status.js';

/** @param {Model} model @returns {number[][]} for each class the rules that carry it */
function makingIn(model) {
  if (model.making) return model.making;
  /** @type {number[][]} */
  const making = Array.from({ length: model.classes }, () => []);
  model.heads.forEach((head, rule) => {
    if (head < model.classes) making[head].push(rule);
  });
  model.making = making;
  return making;
}

/**
 * The smallest ids of the classes with these numbers.
 * @param {Model} model
 * @param {number[]} all
 */
function namesIn(model, all) {
  const names = model.names || [...model.number.keys()];
  model.names = names;
  return all.map((at) => names[at]).sort(byCodePoints);
}

/**
 * What follows from the grants by supports alone, once one class has lost its grant or also its
 * supports.
 * @param {Model} model
 * @param {number} ungranted @param {number} [unsupported]
 */
function derivableWithout(model, ungranted, unsupported = -1) {
  const grant = model.classes + model.relations.length;
  const facts = [];
  for (let at = model.classes; at < grant + model.classes; at += 1) {
    if (at !== grant + ungranted && !model.pending[at - grant]) facts.push(at);
  }
  return derivable(
    model,
    facts,
    (rule) => model.heads[rule] < model.classes && model.heads[rule] !== unsupported,
  );
}

/**
 * The classes from which a path of supports leads to one of these, and they.
 * @param {Model} model @param {number[]} goals
 */
export function classesBelow(model, goals) {
  const below = new Set(goals);
  for (const at of below) {
    // grows while it is read
    for (const rule of makingIn(model)[at]) {
      for (const atom of model.bodies[rule]) if (atom < model.classes) below.add(atom);
    }
  }
  return below;
}

/**
 * The classes to which a path of supports leads from one of these, and they.
 * @param {Model} model @param {number[]} starts
 */
export function classesAbove(model, starts) {
  const above = new Set(starts);
  for (const at of above) {
    for (const rule of model.using[at]) {
      if (model.heads[rule] < model.classes) above.add(model.heads[rule]);
    }
  }
  return above;
}

/**
 * The premises of a claim, and the critical ones, by smallest ids: struck one after another.
 * `critical` is null where that would take too long.
 * @param {Model} model @param {string} id
 * @returns {{derivable: boolean, premises: string[], critical: ?string[]}}
 */
export function basisOf(model, id) {
  const goal = numberOf(model, id);
  if (!carriedIn(model)[goal]) return { derivable: false, premises: [], critical: [] };
  const grants = [...classesBelow(model, [goal])].filter((at) => model.granted[at]);
  const isLong = grants.length * model.bodies.length > 4e6;
  const critical = isLong ? null : grants.filter((at) => !derivableWithout(model, at)[goal]);
  return {
    derivable: true,
    premises: namesIn(model, grants),
    critical: critical && namesIn(model, critical),
  };
}

/**
 * The claims whose support would help to carry one that nothing carries yet, by smallest ids: those
 * still to be supported, and those that are neither granted nor supported.
 * @param {Model} model @param {string} id
 */
export function gapsBelow(model, id) {
  const [goal, carried, making] = [numberOf(model, id), carriedIn(model), makingIn(model)];
  if (carried[goal]) return [];
  const isGap = (/** @type {number} */ at) =>
    !carried[at] && (model.pending[at] || !making[at].length);
  const facts = [];
  for (let at = 0; at < model.classes; at += 1) if (carried[at] || isGap(at)) facts.push(at);
  for (let at = 0; at < model.relations.length; at += 1) facts.push(model.classes + at);
  const can = derivable(model, facts, (rule) => model.heads[rule] < model.classes);
  const below = new Set(can[goal] ? [goal] : []);
  for (const at of below) {
    // grows while it is read
    for (const rule of making[at]) {
      const premises = model.bodies[rule].filter((atom) => atom < model.classes);
      if (rule >= model.relations.length || premises.includes(at)) continue;
      if (premises.every((atom) => can[atom]))
        for (const atom of premises) if (!carried[atom]) below.add(atom);
    }
  }
  return namesIn(model, [...below].filter(isGap));
}

/**
 * What becomes of the claims above a claim when it is struck, every member of a class by name.
 * @param {Model} model @param {string} id
 * @returns {{falls: string[], weakened: string[], untouched: string[]}}
 */
export function dependentsOf(model, id) {
  const struck = numberOf(model, id);
  const before = carriedIn(model);
  const after = derivableWithout(model, struck, struck);
  const lost = [];
  model.bodies.forEach((body, rule) => {
    const all = body.filter((atom) => atom < model.classes);
    if (!all.length || model.heads[rule] >= model.classes) return;
    if (all.every((at) => before[at]) && !all.every((at) => after[at]))
      lost.push(model.heads[rule]);
  });
  const weaker = classesAbove(model, lost);
  /** @type {{falls: string[], weakened: string[], untouched: string[]}} */
  const fates = { falls: [], weakened: [], untouched: [] };
  for (const at of classesAbove(model, [struck])) {
    if (at === struck) continue;
    const way =
      before[at] && !after[at] ? 'falls' : after[at] && weaker.has(at) ? 'weakened' : 'untouched';
    fates[way].push(...sure(model.members, namesIn(model, [at])[0]));
  }
  for (const ids of Object.values(fates)) ids.sort(byCodePoints);
  return fates;
}

/**
 * The support that carries each class on the way from a set of premises to a claim, by the smallest
 * id of the class; the premises themselves have none. Of several ways the shortest is taken.
 * @param {Model} model @param {string[]} set @param {string} id
 * @returns {Map<string, EngineRelation>}
 */
export function waysFrom(model, set, id) {
  const grant = model.classes + model.relations.length;
  const facts = set.map((premise) => grant + numberOf(model, premise));
  for (let at = model.classes; at < grant; at += 1) facts.push(at);
  /** @type {Map<number, number>} by class: the rule that carries it first */
  const making = new Map();
  derivable(model, facts, (rule) => {
    const isClass = model.heads[rule] < model.classes;
    if (isClass) making.set(model.heads[rule], rule);
    return isClass;
  });
  /** @type {Map<string, EngineRelation>} */
  const ways = new Map();
  const needed = new Set([numberOf(model, id)]);
  for (const at of needed) {
    // grows while it is read
    const relation = model.relations[making.get(at) ?? -1];
    if (!relation) continue;
    ways.set(sure(model.first, relation.target), relation);
    for (const premise of relation.premises) needed.add(numberOf(model, premise));
  }
  return ways;
}

/**
 * Whether what a premise set grants carries a claim past all attacks.
 * @param {Labelling} labelling @param {string[]} set @param {string} id
 * @returns {'undefeated'|'defeated'|'undecided'}
 */
export function statusOfSet({ model, holds, struck, rejected }, set, id) {
  const through = model.classes;
  const grant = through + model.relations.length;
  const grants = set
    .map((premise) => numberOf(model, premise))
    .filter((at) => !rejected.has(at))
    .map((at) => grant + at);
  const carries = (/** @type {(atom: number) => any} */ goes) => {
    const facts = grants.filter(goes); // its own grants alone: what is accepted does not count
    for (let at = through; at < grant; at += 1) if (goes(at)) facts.push(at);
    const isOpen = (/** @type {number} */ rule) =>
      model.heads[rule] < through && !rejected.has(model.heads[rule]);
    return derivable(model, facts, isOpen)[numberOf(model, id)];
  };
  if (carries((atom) => holds[atom])) return 'undefeated';
  return carries((atom) => !struck[atom]) ? 'undecided' : 'defeated';
}

/**
 * The classes from which a path of relations leads to a claim, its own left out, sorted.
 * @param {Model} model @param {string} id
 */
export function bearingClasses(model, id) {
  const own = sure(model.first, id);
  const [bearing, steps] = [new Set([own]), new Set()];
  for (const name of bearing) {
    const targets = [...sure(model.members, name)];
    for (const target of targets) {
      // grows: undercuts of what was found, and of these
      for (const relation of model.to.get(target) || []) {
        if (steps.has(relation.id)) continue;
        steps.add(relation.id);
        targets.push(relation.id);
        for (const premise of relation.premises) bearing.add(sure(model.first, premise));
      }
    }
  }
  bearing.delete(own);
  return [...bearing].sort(byCodePoints);
}

/**
 * Whether one more opinion changes whether a claim stands.
 * @param {Labelling} labelling
 * @param {string} goal @param {string} id @param {boolean} accepts
 */
export function overturns({ model, holds, rejected, accepted }, goal, id, accepts) {
  const [at, of] = [numberOf(model, id), numberOf(model, goal)];
  const more = (/** @type {Set<number>} */ all, /** @type {boolean} */ takes) =>
    takes ? new Set([...all, at]) : all;
  return grounded(model, more(rejected, !accepts), more(accepted, accepts))[of] !== holds[of];
}
