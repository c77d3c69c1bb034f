/**
 * What the page was given, and quick ways into it. After loading only statuses change
 * (`relabel` in standing.js).
 *
 * @typedef {'stands'|'contested'|'open'|'falls'} Word
 * @typedef {{quote: ?string, place: string}} Quote
 * @typedef {{id: string, number: string, name: string, text: string, x: number, y: number,
 *   w: number, h: number, lines: string[], foot: string[], big: string[], first: string,
 *   word: Word, reason: string, label: 'in'|'out'|'undec', granted: boolean, main: boolean,
 *   mode: string, source: ?string, speaker: ?string, who: string, quotes: Quote[],
 *   section: ?string, tags: string[], note: ?string, url: ?string, same: string[]}} Claim
 * @typedef {{id: string, kind: 'supports'|'attacks'|'undercuts', premises: string[],
 *   target: string, force: ?Force, mode: string, label: string, rationale: ?string, quote: string}} Relation
 * @typedef {{id: string, tag: string, short: string, band: number, title: string, facts: string,
 *   url: ?string, caveats: string[], note: ?string}} Source
 * @typedef {{relation: string, pill: boolean, x: number, y: number, w: number, h: number,
 *   members: string[]}} Container
 * @typedef {{relation: string, kind: Relation['kind'], premises: string[], target: string,
 *   path: number[], disc: [number, number], heading: [number, number], own: boolean,
 *   both: boolean, far: boolean}} Arrow
 * @typedef {{name: string, reject: string[], accept: string[]}} Reader
 * @typedef {{first: string, second: string, path: number[], same: boolean,
 *   place: ?[number, number], far: boolean}} Tie
 * @typedef {{section: string, title: string, x: number, y: number, w: number, h: number}} Chapter
 */

/**
 * @type {{title: string, question: ?string, objections: Force, width: number, height: number, claims: Claim[],
 *   relations: Relation[], stances: Reader[], sources: Source[], containers: Container[], arrows: Arrow[],
 *   ties: Tie[], chapters: Chapter[], roots: string[], main: string[], children: Object<string, [string, string][]>,
 *   steps: Slide[],
 *   words: Object<string, string>, reasons: Object<string, string>, look: Object<string, any>,
 *   part: ?{focus: ?string, claims: string[], words: string[]},
 *   nodes: {id: string, x: number, y: number}[], edges: {from: string, to: string}[]}}
 */
const DATA = JSON.parse(/** @type {HTMLElement} */ (document.getElementById('data')).textContent || '');

/** @type {Map<string, Claim>} */
const CLAIMS = new Map(DATA.claims.map((claim) => [claim.id, claim]));

/** @type {Map<string, Relation>} */
const RELATIONS = new Map(DATA.relations.map((relation) => [relation.id, relation]));

/** @type {Map<string, [string, string][]>} the claims below each claim, with the relation */
const CHILDREN = new Map(Object.entries(DATA.children));

/** @type {Map<string, Source>} */
const SOURCES = new Map(DATA.sources.map((source) => [source.id, source]));

/** @type {Map<string, Relation[]>} the relations to each claim or relation */
const RELATIONS_TO = grouped(DATA.relations, (relation) => [relation.target]);

/** @type {Map<string, Relation[]>} the relations that have a claim among their premises */
const RELATIONS_FROM = grouped(DATA.relations, (relation) => relation.premises);

/**
 * @template T
 * @param {T[]} all
 * @param {(one: T) => string[]} keysOf
 * @returns {Map<string, T[]>}
 */
function grouped(all, keysOf) {
  /** @type {Map<string, T[]>} */
  const found = new Map();
  for (const one of all) {
    for (const key of keysOf(one)) {
      const group = found.get(key);
      if (group) group.push(one);
      else found.set(key, [one]);
    }
  }
  return found;
}

/**
 * The claim that a relation bears on in the end: of an undercut, that of the step it blocks;
 * '' where undercuts only go round.
 * @param {Relation} relation
 * @returns {string}
 */
function claimHitBy(relation) {
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

/**
 * The relations to a claim, with the undercuts of these and what undercuts them.
 * @param {string} id
 * @returns {Relation[]}
 */
function relationsBearingOn(id) {
  const found = [...(RELATIONS_TO.get(id) || [])];
  for (const relation of found) found.push(...(RELATIONS_TO.get(relation.id) || []));
  return found;
}

/**
 * All claims that a claim rests on or that it is used for, itself included.
 * @param {string} id
 * @returns {Set<string>}
 */
function chainOf(id) {
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
