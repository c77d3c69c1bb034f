/**
 * A map as atoms and Horn rules over integers, and forward chaining over them. Nothing here knows
 * of the page.
 */

/**
 * What a map certainly holds.
 * @template K, V
 * @param {Map<K, V>} map
 * @param {K} key
 * @returns {V}
 */
export function sure(map, key) {
  return /** @type {V} */ (map.get(key));
}

/** The number of a claim's class. @param {Model} model @param {string} id */
export function numberOf(model, id) {
  return sure(model.number, sure(model.first, id));
}

const BEYOND = /[\ud800-\udfff]/;

/**
 * By code points, as Python sorts.
 * @param {string} id @param {string} other
 */
export function byCodePoints(id, other) {
  if (!BEYOND.test(id) && !BEYOND.test(other)) return id < other ? -1 : Number(id > other);
  const [a, b] = [[...id], [...other]];
  for (let at = 0; at < a.length && at < b.length; at += 1) {
    const [x, y] = [a[at].codePointAt(0) || 0, b[at].codePointAt(0) || 0];
    if (x !== y) return x - y;
  }
  return a.length - b.length;
}

/**
 * A map as atoms and rules. Atoms are the classes, then what each assumption says: that relation r
 * goes through, that class c is granted; then what hits a class or a relation. Rule r < relations
 * is relation r; the others pass a grant on to its class. A class that is still to be supported is
 * put forward as if it were granted, by an assumption that is contrary to itself.
 * @param {EngineClaim[]} claims
 * @param {EngineRelation[]} relations
 * @returns {Model}
 */
export function modelOf(claims, relations) {
  const first = new Map(claims.map((claim) => [claim.id, claim.first]));
  const names = [...new Set(first.values())].sort(byCodePoints);
  const number = new Map(names.map((name, at) => [name, at]));
  const classOf = (/** @type {string} */ id) => sure(number, sure(first, id));
  /** @type {Map<string, string[]>} */
  const members = new Map(names.map((name) => [name, []]));
  for (const claim of claims) sure(members, claim.first).push(claim.id);
  const [classes, steps] = [names.length, relations.length];
  const [through, grant] = [classes, classes + steps];
  const [hit, hitStep] = [grant + classes, grant + 2 * classes];
  const atoms = hitStep + steps;
  const place = new Map(relations.map((relation, at) => [relation.id, at]));
  const granted = Array(classes).fill(false);
  const pending = Array(classes).fill(false);
  for (const claim of claims) {
    if (claim.granted) granted[classOf(claim.id)] = true;
    if (claim.pending) pending[classOf(claim.id)] = true;
  }
  const bodies = relations.map((relation, at) => [...relation.premises.map(classOf), through + at]);
  const heads = relations.map((relation) => {
    if (relation.kind === 'undercuts') return hitStep + sure(place, relation.target);
    return (relation.kind === 'attacks' ? hit : 0) + classOf(relation.target);
  });
  const threats = listsFor(atoms);
  relations.forEach((relation, at) => {
    threats[hitStep + at].push(through + at);
    if (relation.kind === 'supports') threats[hit + classOf(relation.target)].push(through + at);
  });
  granted.forEach((isGranted, at) => {
    if (!isGranted && !pending[at]) return;
    if (pending[at]) threats[grant + at].push(grant + at);
    heads.push(at);
    bodies.push([grant + at]);
    threats[hit + at].push(grant + at);
  });
  const rules = { heads: Int32Array.from(heads), bodies, using: usesIn(bodies, atoms), threats };
  const ways = waysOf(relations);
  const sizes = { classes, atoms };
  const kept = { carried: null, arguable: null, making: null, names: null };
  const credence = credencesIn(claims);
  const indexes = { first, number, members, place, granted, pending, credence };
  return { claims, relations, ...indexes, ...sizes, ...rules, ...ways, ...kept };
}

/**
 * The credence that the map gives a class: that of the smallest id that has one.
 * @param {EngineClaim[]} claims
 * @returns {Map<string, number>}
 */
function credencesIn(claims) {
  const given = claims.filter(({ credence }) => credence !== undefined);
  given.sort((a, b) => byCodePoints(b.id, a.id)); // the smallest one last: it stays
  return new Map(given.map(({ first, credence }) => [first, Number(credence)]));
}

/** As many empty lists. @param {number} length @returns {number[][]} */
function listsFor(length) {
  return Array.from({ length }, () => []);
}

/** The rules in whose body each atom stands. @param {number[][]} bodies @param {number} atoms */
function usesIn(bodies, atoms) {
  const using = listsFor(atoms);
  bodies.forEach((body, rule) => {
    for (const atom of body) using[atom].push(rule);
  });
  return using;
}

/** The relations to each target and from each premise. @param {EngineRelation[]} relations */
function waysOf(relations) {
  /** @type {[Map<string, EngineRelation[]>, Map<string, EngineRelation[]>]} */
  const [to, from] = [new Map(), new Map()];
  const into = (/** @type {Map<string, EngineRelation[]>} */ map, key, relation) => {
    const known = map.get(key);
    if (known) known.push(relation);
    else map.set(key, [relation]);
  };
  for (const relation of relations) {
    into(to, relation.target, relation);
    for (const premise of new Set(relation.premises)) into(from, premise, relation);
  }
  return { to, from };
}

/**
 * Forward chaining: what can be derived from these facts by the rules that are open.
 * @param {Model} model
 * @param {Iterable<number>} facts
 * @param {(rule: number) => boolean} isOpen
 * @returns {Uint8Array}
 */
export function derivable(model, facts, isOpen) {
  const derived = new Uint8Array(model.atoms);
  const missing = model.bodies.map((body) => body.length);
  const agenda = [...new Set(facts)];
  for (const atom of agenda) derived[atom] = 1;
  for (const atom of agenda) {
    // grows while it is read
    for (const rule of model.using[atom]) {
      missing[rule] -= 1;
      const head = model.heads[rule];
      if (!missing[rule] && !derived[head] && isOpen(rule)) {
        derived[head] = 1;
        agenda.push(head);
      }
    }
  }
  return derived;
}
