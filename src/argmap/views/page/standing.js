/** How every claim stands for this reader: the map's labels, and what a stance makes of them. */

/** @type {?Model} made when first asked for: a page that is only read needs none */
let MODEL = null;

function model() {
  MODEL ??= modelOf(DATA.claims, DATA.relations);
  return MODEL;
}

/** @type {?Labelling} the labels in force, once they were worked out in the page */
let NOW = null;

function labelling() {
  NOW ??= labellingOf(model(), STATE.stance, STATE.objections);
  return NOW;
}

/** @type {?Changes} what the stance changes; null without a stance */
let CHANGES = null;

function hasStance() {
  return STATE.stance.reject.size + STATE.stance.accept.size > 0;
}

/** Work out all statuses anew, and tell every part of the page. */
function relabel() {
  CHANGES = hasStance() ? changesBy(model(), STATE.stance, STATE.objections) : null;
  NOW = CHANGES ? CHANGES.after : labellingOf(model(), STATE.stance, STATE.objections);
  for (const claim of DATA.claims) Object.assign(claim, statusOf(NOW, claim.id));
  for (const one of DATA.relations) one.label = /** @type {string} */ (NOW.relations.get(one.id));
  announce('standing');
}

/**
 * The colour in which a claim is shown: what the reader decided is the reader's own.
 * @param {Claim} claim
 */
function toneOf(claim) {
  return claim.reason === 'rejected' || claim.reason === 'accepted' ? 'yours' : claim.word;
}

/** @param {Claim} claim */
function wordOf(claim) {
  return toneOf(claim) === 'yours' ? `${claim.reason} by you` : claim.word;
}

/** The word with its reason. @param {Claim} claim */
function statusWords(claim) {
  if (toneOf(claim) === 'yours') return wordOf(claim);
  return claim.reason ? `${claim.word} · ${claim.reason}` : claim.word;
}

/**
 * Whether a line no longer counts; of a contradiction, whether neither of its attacks does.
 * @param {Arrow} arrow
 */
function isFaded(arrow) {
  return halvesOf(arrow).every((one) => one.label === 'out');
}

/**
 * Whether an objection keeps its target contested, or refutes it.
 * @param {Arrow} arrow
 */
function isDisputed(arrow) {
  return arrow.kind === 'attacks' && halvesOf(arrow).some((one) => one.label === 'in');
}

/** @param {Arrow} arrow @returns {Relation[]} the relation, and its way back in a contradiction */
function halvesOf(arrow) {
  const one = /** @type {Relation} */ (RELATIONS.get(arrow.relation));
  if (!arrow.both) return [one];
  const back = (RELATIONS_TO.get(one.premises[0]) || []).find((other) => (
    other.kind === 'attacks' && other.force === 'defeat' && other.premises[0] === one.target
  ));
  return back ? [one, back] : [one];
}

/**
 * Reject a claim, accept it, or leave it to the map.
 * @param {string} id
 * @param {'reject'|'accept'|null} side
 */
function take(id, side) {
  const claim = /** @type {Claim} */ (CLAIMS.get(id));
  for (const all of [STATE.stance.reject, STATE.stance.accept]) {
    for (const one of [id, ...claim.same]) all.delete(one);
  }
  if (side) STATE.stance[side].add(id);
  relabel();
  keepState(true);
}

/** What the reader says of a claim, by whichever of its restatements. @param {Claim} claim */
function opinionOn(claim) {
  const says = (/** @type {Set<string>} */ all) => [claim.id, ...claim.same].some((id) => all.has(id));
  if (says(STATE.stance.reject)) return 'reject';
  return says(STATE.stance.accept) ? 'accept' : null;
}

/**
 * Replace the whole stance. Refuses what the map does not hold, and both of one claim.
 * @param {{reject?: string[], accept?: string[]}} stance
 */
function setStance({ reject = [], accept = [] }) {
  for (const id of [...reject, ...accept]) {
    if (!CLAIMS.has(id)) throw new Error(`there is no claim \`${id}\``);
  }
  const first = (/** @type {string} */ id) => CLAIMS.get(id)?.first;
  const rejected = new Set(reject.map(first));
  const both = accept.find((id) => rejected.has(first(id)));
  if (both) throw new Error(`the claim \`${both}\` cannot be both rejected and accepted`);
  STATE.stance = { reject: new Set(reject), accept: new Set(accept) };
  relabel();
}
