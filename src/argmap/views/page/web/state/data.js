/**
 * The data that the page was made with, and quick ways into it. After loading only statuses change
 * (`relabel`).
 */

/** What a server hands over, else what is written in the page. @type {MapData} */
export const DATA =
  window.argmapData ||
  JSON.parse(/** @type {HTMLElement} */ (document.getElementById('data')).textContent || '');

/** @type {Map<string, Claim>} */
export const CLAIMS = new Map(DATA.claims.map((claim) => [claim.id, claim]));

/** @type {Map<string, Relation>} */
export const RELATIONS = new Map(DATA.relations.map((relation) => [relation.id, relation]));

/** The picture of the whole map, with all lines that are drawn in it. @type {Picture} */
export const WHOLE = { ...DATA };

// What has no line there, as there are too many, has one where a single claim is shown.
DATA.arrows = DATA.arrows.concat(
  (DATA.undrawn || []).map(([id, own, both]) => {
    const { kind, premises, target } = /** @type {Relation} */ (RELATIONS.get(id));
    /** @type {Way} */
    const nowhere = { path: [], disc: [0, 0], heading: [0, 1] };
    const facts = { relation: id, kind, premises, target };
    return { ...nowhere, ...facts, own: own > 0, both: both > 0, far: false };
  }),
);

/** @type {Map<string, [string, string][]>} the claims below each claim, with the relation */
export const CHILDREN = new Map(Object.entries(DATA.children));

/** @type {Map<string, Source>} */
export const SOURCES = new Map(DATA.sources.map((source) => [source.id, source]));

/** @type {Map<string, Relation[]>} the relations to each claim or relation */
export const RELATIONS_TO = grouped(DATA.relations, (relation) => [relation.target]);

/** @type {Map<string, Relation[]>} the relations that have a claim among their premises */
export const RELATIONS_FROM = grouped(DATA.relations, (relation) => relation.premises);

/**
 * @template T
 * @param {T[]} all
 * @param {(one: T) => string[]} keysOf
 * @returns {Map<string, T[]>}
 */
export function grouped(all, keysOf) {
  /** @type {Map<string, T[]>} */
  const groups = new Map();
  for (const item of all) {
    for (const key of keysOf(item)) {
      const group = groups.get(key);
      if (group) group.push(item);
      else groups.set(key, [item]);
    }
  }
  return groups;
}

/**
 * The claim that a relation bears on in the end: of an undercut, that of the step it blocks;
 * '' where undercuts only go round.
 * @param {Relation} relation
 * @returns {string}
 */
export function claimHitBy(relation) {
  if (relation.kind !== 'undercuts') return relation.target;
  let hit = relation;
  const passed = new Set();
  while (hit.kind === 'undercuts') {
    if (passed.has(hit.id)) return '';
    passed.add(hit.id);
    hit = /** @type {Relation} */ (RELATIONS.get(hit.target));
  }
  return hit.target;
}

/** The claim that a relation bears on. @param {string} relation */
export function endOf(relation) {
  return claimHitBy(/** @type {Relation} */ (RELATIONS.get(relation)));
}

/**
 * The relations to a claim, with the undercuts of these and what undercuts them.
 * @param {string} id
 * @returns {Relation[]}
 */
export function relationsBearingOn(id) {
  const bearing = [...(RELATIONS_TO.get(id) || [])];
  for (const relation of bearing) bearing.push(...(RELATIONS_TO.get(relation.id) || []));
  return bearing;
}

/**
 * All claims that a claim rests on or that it is used for, itself included.
 * @param {string} id
 * @returns {Set<string>}
 */
export function chainOf(id) {
  const chain = new Set([id]);
  for (const step of [
    (/** @type {string} */ at) => relationsBearingOn(at).flatMap((relation) => relation.premises),
    (/** @type {string} */ at) => (RELATIONS_FROM.get(at) || []).map(claimHitBy),
  ]) {
    const seen = new Set([id]);
    const waiting = [id];
    while (waiting.length) {
      for (const next of step(/** @type {string} */ (waiting.pop()))) {
        if (!seen.has(next)) {
          seen.add(next);
          chain.add(next);
          waiting.push(next);
        }
      }
    }
  }
  return chain;
}

/** The claims joined to one, with those that count only together with it. @param {string} id */
export function neighboursOf(id) {
  return new Set([
    ...(RELATIONS_TO.get(id) || []).flatMap((relation) => relation.premises),
    ...(RELATIONS_FROM.get(id) || []).flatMap((step) => [...step.premises, claimHitBy(step)]),
  ]);
}

/** @param {string} id @returns {string[]} */
export function childrenOf(id) {
  return (CHILDREN.get(id) || []).map(([child]) => child);
}

/**
 * Add all claims on the shortest way down to a claim.
 * @param {string} id
 * @param {Set<string>} open
 */
export function openWayTo(id, open) {
  /** @type {Map<string, ?string>} */
  const above = new Map(DATA.roots.map((root) => [root, null]));
  for (const at of above.keys())
    for (const child of childrenOf(at)) if (!above.has(child)) above.set(child, at);
  for (let at = above.get(id) ?? null; at !== null; at = above.get(at) ?? null) open.add(at);
}

/** @type {Map<string, number>} */
const READING_ORDER = new Map(DATA.claims.map((claim, at) => [claim.id, at]));

/**
 * The member of a claim's class whose words are given for all that say the same: one that is `named`
 * already, else the one with the lowest number.
 * @param {string} id @param {string[]} [named]
 * @returns {string}
 */
export function shownFor(id, named = []) {
  const members = [id, ...(CLAIMS.get(id)?.same || [])];
  const known = members.filter((member) => named.includes(member));
  return inOrder(known.length ? known : members)[0];
}

/** @param {Iterable<string>} ids */
export function inOrder(ids) {
  return [...ids].sort((a, b) => (READING_ORDER.get(a) || 0) - (READING_ORDER.get(b) || 0));
}
