/**
 * The labels of claims and relations, exactly as Python works them out (argmap.analysis). Pure
 * functions over plain values: nothing here knows of the page.
 *
 * A map becomes atoms and Horn rules over integers, once; a reading of it (a stance, and what an
 * unanswered objection does) is then a row of counters over these.
 *
 * @typedef {'in'|'out'|'undec'} Label
 * @typedef {'contest'|'defeat'} Force
 * @typedef {{id: string, first: string, granted: boolean}} EngineClaim
 * @typedef {{id: string, kind: 'supports'|'attacks'|'undercuts', premises: string[],
 *   target: string, force: ?Force}} EngineRelation
 * @typedef {{reject: Iterable<string>, accept: Iterable<string>}} Opinions
 * @typedef {{claims: EngineClaim[], relations: EngineRelation[], first: Map<string, string>,
 *   number: Map<string, number>, members: Map<string, string[]>, place: Map<string, number>,
 *   to: Map<string, EngineRelation[]>, from: Map<string, EngineRelation[]>, classes: number,
 *   atoms: number, heads: Int32Array, bodies: number[][], using: number[][], threats: number[][],
 *   granted: boolean[], carried: ?Uint8Array,
 *   making: ?number[][], names: ?string[]}} Model
 * @typedef {{model: Model, force: Force, rejected: Set<number>, accepted: Set<number>,
 *   held: Uint8Array, struck: Uint8Array, refuted: Set<number>, blocked: Set<string>,
 *   claims: Map<string, Label>, relations: Map<string, Label>}} Labelling
 */

/**
 * What a map certainly holds.
 * @template K, V
 * @param {Map<K, V>} map
 * @param {K} key
 * @returns {V}
 */
function sure(map, key) {
  return /** @type {V} */ (map.get(key));
}

/** The number of a claim's class. @param {Model} model @param {string} id */
function numberOf(model, id) {
  return sure(model.number, sure(model.first, id));
}

const BEYOND = /[\ud800-\udfff]/;

/**
 * By code points, as Python sorts.
 * @param {string} one @param {string} other
 */
function byId_(one, other) {
  if (!BEYOND.test(one) && !BEYOND.test(other)) return one < other ? -1 : Number(one > other);
  const [a, b] = [[...one], [...other]];
  for (let at = 0; at < a.length && at < b.length; at += 1) {
    const [x, y] = [a[at].codePointAt(0) || 0, b[at].codePointAt(0) || 0];
    if (x !== y) return x - y;
  }
  return a.length - b.length;
}

/**
 * A map as atoms and rules. Atoms are the classes, then what each assumption says: that relation r
 * goes through, that class c is granted; then what hits a class or a relation. Rule r < relations
 * is relation r; the others pass a grant on to its class.
 * @param {EngineClaim[]} claims
 * @param {EngineRelation[]} relations
 * @returns {Model}
 */
function modelOf(claims, relations) {
  const first = new Map(claims.map((one) => [one.id, one.first]));
  const names = [...new Set(first.values())].sort(byId_);
  const number = new Map(names.map((name, at) => [name, at]));
  const classOf = (/** @type {string} */ id) => sure(number, sure(first, id));
  /** @type {Map<string, string[]>} */
  const members = new Map(names.map((name) => [name, []]));
  for (const one of claims) sure(members, one.first).push(one.id);
  const [classes, steps] = [names.length, relations.length];
  const [through, grant] = [classes, classes + steps];
  const [hit, hitStep] = [grant + classes, grant + 2 * classes];
  const atoms = hitStep + steps;
  const place = new Map(relations.map((one, at) => [one.id, at]));
  const granted = Array(classes).fill(false);
  for (const one of claims) if (one.granted) granted[classOf(one.id)] = true;
  const bodies = relations.map((one, at) => [...one.premises.map(classOf), through + at]);
  const heads = relations.map((one) => {
    if (one.kind === 'undercuts') return hitStep + sure(place, one.target);
    return (one.kind === 'attacks' ? hit : 0) + classOf(one.target);
  });
  granted.forEach((is, at) => {
    if (!is) return;
    heads.push(at);
    bodies.push([grant + at]);
  });
  /** @type {number[][]} for each atom the assumptions that it is contrary to */
  const threats = Array.from({ length: atoms }, () => []);
  relations.forEach((one, at) => {
    threats[hitStep + at].push(through + at);
    if (one.kind === 'supports') threats[hit + classOf(one.target)].push(through + at);
  });
  granted.forEach((is, at) => is && threats[hit + at].push(grant + at));
  /** @type {number[][]} */
  const using = Array.from({ length: atoms }, () => []);
  bodies.forEach((body, rule) => body.forEach((atom) => using[atom].push(rule)));
  const [to, from] = [new Map(), new Map()];
  const into = (/** @type {Map<string, EngineRelation[]>} */ map, key, one) => {
    const known = map.get(key);
    if (known) known.push(one);
    else map.set(key, [one]);
  };
  for (const one of relations) {
    into(to, one.target, one);
    for (const premise of new Set(one.premises)) into(from, premise, one);
  }
  return {
    claims, relations, first, number, members, place, to, from, classes, atoms,
    heads: Int32Array.from(heads), bodies, using, threats, granted, carried: null, making: null, names: null,
  };
}

/**
 * Forward chaining: what can be derived from these facts by the rules that are open.
 * @param {Model} model
 * @param {Iterable<number>} facts
 * @param {(rule: number) => boolean} isOpen
 * @returns {Uint8Array}
 */
function derivable(model, facts, isOpen) {
  const found = new Uint8Array(model.atoms);
  const missing = model.bodies.map((body) => body.length);
  const agenda = [...new Set(facts)];
  for (const atom of agenda) found[atom] = 1;
  for (const atom of agenda) { // grows while it is read
    for (const rule of model.using[atom]) {
      missing[rule] -= 1;
      const head = model.heads[rule];
      if (!missing[rule] && !found[head] && isOpen(rule)) {
        found[head] = 1;
        agenda.push(head);
      }
    }
  }
  return found;
}

/**
 * The atoms derivable from the grounded extension. Counters of what is missing, of live threats and
 * of live carriers; where counting comes to rest, whatever only carries itself in a circle dies.
 * @param {Model} model
 * @param {Set<number>} rejected
 * @param {Set<number>} accepted
 * @returns {Uint8Array}
 */
function grounded(model, rejected, accepted) {
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
function labellingOf(model, stance, force, judged) {
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
