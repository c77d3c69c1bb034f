/** The grounded labels of a map under a stance, exactly as Python works them out. */

import { derivable, numberOf, sure } from './model.js';

/**
 * The atoms derivable from the grounded extension. Counters of what is missing, of live threats and
 * of live carriers; where counting comes to rest, whatever only carries itself in a circle dies.
 * @param {Model} model
 * @param {Set<number>} rejected
 * @param {Set<number>} accepted
 * @returns {Uint8Array}
 */
export function grounded(model, rejected, accepted) {
  const { classes, atoms } = model;
  const counters = countersOf(model, rejected);
  const { agenda, carriers, dead, live, threatened, yes } = counters;
  for (const at of accepted) decide(counters, at, yes);
  for (let atom = 0; atom < atoms; atom += 1) {
    if (isAssumption(model, atom)) {
      if (!threatened[atom]) decide(counters, atom, yes);
    } else if (!carriers[atom]) decide(counters, atom, dead);
  }
  propagate(model, counters);
  for (;;) {
    const founded = [...accepted];
    for (let atom = classes; atom < 2 * classes + model.relations.length; atom += 1) {
      if (isAssumption(model, atom) && !dead[atom]) founded.push(atom);
    }
    const can = derivable(model, founded, (rule) => live[rule]);
    for (let atom = 0; atom < atoms; atom += 1) if (!can[atom]) decide(counters, atom, dead);
    if (!agenda.length) return yes;
    propagate(model, counters);
  }
}

/**
 * Counters for each rule and each atom, and the atoms that wait to be counted.
 * @typedef {{yes: Uint8Array, dead: Uint8Array, missing: number[], live: boolean[],
 *   carriers: Int32Array, threatened: Int32Array, agenda: number[]}} Counters
 */

/**
 * The counters before anything is decided.
 * @param {Model} model @param {Set<number>} rejected
 * @returns {Counters}
 */
function countersOf({ atoms, heads, bodies, threats }, rejected) {
  const missing = bodies.map((body) => body.length);
  const live = bodies.map((_, rule) => !rejected.has(heads[rule])); // no hit is ever rejected
  const [carriers, threatened] = [new Int32Array(atoms), new Int32Array(atoms)];
  heads.forEach((head, rule) => {
    if (live[rule]) carriers[head] += 1;
  });
  for (const hurt of threats) for (const atom of hurt) threatened[atom] += 1;
  const [yes, dead] = [new Uint8Array(atoms), new Uint8Array(atoms)];
  return { yes, dead, missing, live, carriers, threatened, agenda: [] };
}

/** Whether an atom is an assumption of this map. @param {Model} model @param {number} atom */
function isAssumption({ classes, relations, granted, pending }, atom) {
  const grant = classes + relations.length;
  if (atom < classes || atom >= grant + classes) return false;
  return atom < grant || granted[atom - grant] || pending[atom - grant];
}

/**
 * Mark an atom that is not decided yet.
 * @param {Counters} counters @param {number} atom @param {Uint8Array} marks
 */
function decide({ agenda, dead, yes }, atom, marks) {
  if (yes[atom] || dead[atom]) return;
  marks[atom] = 1;
  agenda.push(atom);
}

/** Count on until nothing more is decided. @param {Model} model @param {Counters} counters */
function propagate({ heads, using, threats }, counters) {
  const { agenda, carriers, dead, live, missing, threatened, yes } = counters;
  while (agenda.length) {
    const atom = /** @type {number} */ (agenda.pop());
    const isTrue = yes[atom];
    for (const rule of using[atom]) {
      if (isTrue) {
        missing[rule] -= 1;
        if (!missing[rule] && live[rule]) decide(counters, heads[rule], yes);
      } else if (live[rule]) {
        live[rule] = false;
        carriers[heads[rule]] -= 1;
        if (!carriers[heads[rule]]) decide(counters, heads[rule], dead);
      }
    }
    for (const hurt of threats[atom]) {
      threatened[hurt] -= 1;
      if (isTrue) decide(counters, hurt, dead);
      else if (!threatened[hurt]) decide(counters, hurt, yes);
    }
  }
}

/**
 * The labels under a reading of the map.
 * @param {Model} model
 * @param {Opinions} stance
 * @param {Force} force what an attack does that names no force
 * @param {boolean} [judged] whether every attack is meant to refute
 * @returns {Labelling}
 */
export function labellingOf(model, stance, force, judged) {
  const { classes, relations } = model;
  const grant = classes + relations.length;
  const classOf = (/** @type {string} */ id) => numberOf(model, id);
  const rejected = new Set([...stance.reject].map(classOf));
  const accepted = new Set([...stance.accept].map(classOf));
  const holds = grounded(model, rejected, accepted);
  const goes = relations.map((_, at) => model.bodies[at].every((atom) => holds[atom]));
  const isJudged = (/** @type {EngineRelation} */ attack) =>
    judged || (attack.force || force) === 'defeat';
  const hits = relations.filter((_, at) => goes[at]);
  const blocked = new Set(hits.filter(({ kind }) => kind === 'undercuts').map((hit) => hit.target));
  const attacks = hits.filter((hit) => hit.kind === 'attacks' && isJudged(hit));
  const refuted = new Set(attacks.map(({ target }) => classOf(target)));
  const struck = struckBy(model, blocked, refuted);
  const facts = [...accepted];
  for (let at = classes; at < grant; at += 1) if (!struck[at]) facts.push(at);
  model.granted.forEach((isGranted, at) => {
    const isForward = isGranted || model.pending[at];
    if (isForward && !rejected.has(at) && !struck[grant + at]) facts.push(grant + at);
  });
  const can = derivable(model, facts, (rule) => !rejected.has(model.heads[rule]));
  const labelOf = (/** @type {number} */ at) => (holds[at] ? 'in' : can[at] ? 'undec' : 'out');
  /** @type {Map<string, Label>} */
  const claims = new Map(model.claims.map(({ id }) => [id, labelOf(classOf(id))]));
  const isGone = (/** @type {EngineRelation} */ { premises }, /** @type {number} */ at) =>
    struck[classes + at] || premises.some((id) => claims.get(id) === 'out');
  /** @type {Map<string, Label>} */
  const labels = new Map(
    relations.map((relation, at) => [
      relation.id,
      goes[at] ? 'in' : isGone(relation, at) ? 'out' : 'undec',
    ]),
  );
  const sets = { rejected, accepted, holds, struck, refuted, blocked };
  return { model, force, ...sets, claims, relations: labels };
}

/**
 * The assumptions that are struck: steps that are blocked, and all that would carry a refuted class.
 * @param {Model} model @param {Set<string>} blocked @param {Set<number>} refuted
 */
function struckBy(model, blocked, refuted) {
  const { classes, relations } = model;
  const struck = new Uint8Array(model.atoms);
  for (const id of blocked) struck[classes + sure(model.place, id)] = 1;
  for (const at of refuted) struck[classes + relations.length + at] = 1;
  relations.forEach(({ kind, target }, at) => {
    if (kind === 'supports' && refuted.has(numberOf(model, target))) struck[classes + at] = 1;
  });
  return struck;
}
