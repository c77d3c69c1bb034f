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
  const { classes, atoms, heads, bodies, using, threats } = model;
  const steps = model.relations.length;
  const [yes, dead] = [new Uint8Array(atoms), new Uint8Array(atoms)];
  const missing = bodies.map((body) => body.length);
  const live = bodies.map((_, rule) => !rejected.has(heads[rule])); // no hit is ever rejected
  const [carriers, threatened] = [new Int32Array(atoms), new Int32Array(atoms)];
  heads.forEach((head, rule) => {
    if (live[rule]) carriers[head] += 1;
  });
  for (const hurt of threats) for (const one of hurt) threatened[one] += 1;
  /** @type {number[]} */
  const agenda = [];
  const decide = (/** @type {number} */ atom, /** @type {Uint8Array} */ marks) => {
    if (yes[atom] || dead[atom]) return;
    marks[atom] = 1;
    agenda.push(atom);
  };
  const propagate = () => {
    while (agenda.length) {
      const atom = /** @type {number} */ (agenda.pop());
      const isTrue = yes[atom];
      for (const rule of using[atom]) {
        if (isTrue) {
          missing[rule] -= 1;
          if (!missing[rule] && live[rule]) decide(heads[rule], yes);
        } else if (live[rule]) {
          live[rule] = false;
          carriers[heads[rule]] -= 1;
          if (!carriers[heads[rule]]) decide(heads[rule], dead);
        }
      }
      for (const one of threats[atom]) {
        threatened[one] -= 1;
        if (isTrue) decide(one, dead);
        else if (!threatened[one]) decide(one, yes);
      }
    }
  };
  for (const at of accepted) decide(at, yes);
  const isAssumption = (/** @type {number} */ atom) => atom >= classes
    && (atom < classes + steps
      || (atom < 2 * classes + steps && model.granted[atom - classes - steps]));
  for (let atom = 0; atom < atoms; atom += 1) {
    if (isAssumption(atom)) {
      if (!threatened[atom]) decide(atom, yes);
    } else if (!carriers[atom]) {
      decide(atom, dead);
    }
  }
  propagate();
  for (;;) {
    const founded = [...accepted];
    for (let atom = classes; atom < 2 * classes + steps; atom += 1) {
      if (isAssumption(atom) && !dead[atom]) founded.push(atom);
    }
    const can = derivable(model, founded, (rule) => live[rule]);
    for (let atom = 0; atom < atoms; atom += 1) if (!can[atom]) decide(atom, dead);
    if (!agenda.length) return yes;
    propagate();
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
  const steps = relations.length;
  const classOf = (/** @type {string} */ id) => numberOf(model, id);
  const rejected = new Set([...stance.reject].map(classOf));
  const accepted = new Set([...stance.accept].map(classOf));
  const held = grounded(model, rejected, accepted);
  const goes = relations.map((_, at) => model.bodies[at].every((atom) => held[atom]));
  const [refuted, blocked] = [new Set(), new Set()];
  relations.forEach((one, at) => {
    if (!goes[at]) return;
    if (one.kind === 'undercuts') blocked.add(one.target);
    const defeats = judged || (one.force || force) === 'defeat';
    if (one.kind === 'attacks' && defeats) refuted.add(classOf(one.target));
  });
  const struck = new Uint8Array(model.atoms);
  for (const id of blocked) struck[classes + sure(model.place, id)] = 1;
  for (const at of refuted) struck[classes + steps + at] = 1;
  relations.forEach((one, at) => {
    if (one.kind === 'supports' && refuted.has(classOf(one.target))) struck[classes + at] = 1;
  });
  const facts = [...accepted];
  for (let at = classes; at < classes + steps; at += 1) if (!struck[at]) facts.push(at);
  model.granted.forEach((is, at) => {
    if (is && !rejected.has(at) && !struck[classes + steps + at]) facts.push(classes + steps + at);
  });
  const can = derivable(model, facts, (rule) => !rejected.has(model.heads[rule]));
  const labelOf = (/** @type {number} */ at) => (held[at] ? 'in' : can[at] ? 'undec' : 'out');
  /** @type {Map<string, Label>} */
  const claims = new Map(model.claims.map((one) => [one.id, labelOf(classOf(one.id))]));
  /** @type {Map<string, Label>} */
  const labels = new Map(relations.map((one, at) => {
    if (goes[at]) return [one.id, 'in'];
    const gone = struck[classes + at] || one.premises.some((id) => claims.get(id) === 'out');
    return [one.id, gone ? 'out' : 'undec'];
  }));
  return { model, force, rejected, accepted, held, struck, refuted, blocked, claims, relations: labels };
}
