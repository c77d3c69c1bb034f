/** What the workbench knows of the map, and who wants to hear when that changes. */

/** @type {{now: ?Served, document: ?ServedDocument, source: ?string}} */
const CURRENT = { now: null, document: null, source: null };

/** @type {Readonly<typeof CURRENT>} */
export const BENCH = CURRENT;

/** @type {Map<BenchChange, (() => void)[]>} */
const LISTENERS = new Map();

/** @param {BenchChange} change @param {() => void} listener */
export function hear(change, listener) {
  LISTENERS.set(change, [...(LISTENERS.get(change) || []), listener]);
}

/** @param {BenchChange} change */
export function say(change) {
  for (const listener of LISTENERS.get(change) || []) listener();
}

/** @param {Partial<typeof CURRENT>} part */
export function know(part) {
  Object.assign(CURRENT, part);
}

/** What can be edited; empty before the map is there. @returns {Editable} */
export function editable() {
  return /** @type {Served} */ (BENCH.now).map.edit;
}

/** The claim that is chosen on the page, if there is one. @returns {?string} */
export function chosenClaim() {
  const chosen = window.argmap?.state().chosen ?? null;
  return chosen !== null && BENCH.now?.map.edit.claims[chosen] ? chosen : null;
}

/** A claim as the page has it. @param {string} id @returns {Claim|undefined} */
export function claimOf(id) {
  return BENCH.now?.map.data.claims.find((claim) => claim.id === id);
}

/** A claim in a few words: its number and its name. @param {string} id */
export function nameOf(id) {
  const claim = claimOf(id);
  return claim ? `${claim.number} ${claim.name}` : id;
}

/** A claim as it stands in a sentence: its number, and its name as a quotation. @param {string} id */
export function quotedName(id) {
  const claim = claimOf(id);
  return claim ? `${claim.number} “${claim.name.replace(/[.]$/, '')}”` : id;
}

/**
 * A step or an objection as it stands in a sentence; one between drafts by its id.
 * @param {string} id @returns {string}
 */
export function stepName(id) {
  return editable().relations[id] ? window.argmap.step(id) : id;
}
