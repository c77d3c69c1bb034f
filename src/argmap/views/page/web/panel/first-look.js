/** The list of what to read first: the main conclusions, and what keeps claims contested. */

import { isOnlyRejected } from '../engine/disposals.js';
import { keepState } from '../state/address.js';
import { CLAIMS, DATA, RELATIONS, RELATIONS_FROM } from '../state/data.js';
import {
  halvesOf,
  hasStance,
  isDisputed,
  labelling,
  MOST_CLASHES,
  setStance,
  statusWords,
  toneOf,
} from '../state/standing.js';
import { STATE, when } from '../state/store.js';
import { byId, claimButton, element, prose, relationMark, statusSign } from '../words/elements.js';
import { withoutStop } from '../words/telling.js';
import { tryStance } from './stance.js';

export function startFirstLook() {
  showFirstLook();
  when('standing', showFirstLook);
}

function showFirstLook() {
  const start = byId('start');
  start.replaceChildren(/** @type {Element} */ (start.firstElementChild));
  for (const id of DATA.main) {
    const claim = /** @type {Claim} */ (CLAIMS.get(id));
    const button = element('button', `claim ${toneOf(claim)}`);
    button.setAttribute('type', 'button');
    button.dataset.claim = id;
    const status = element('div', `word ${toneOf(claim)}`, statusSign(claim), statusWords(claim));
    button.append(
      element('span', 'number', claim.number),
      element('span', 'rest', prose('span', 'name', claim.name), status),
    );
    start.append(button);
  }
  start.append(
    ...listOf(
      'Objections with no answer that holds:',
      DATA.arrows.filter(isDisputed).flatMap(halvesOf).filter(isPressing).map(pressing),
    ),
    ...listOf(
      'Steps blocked, with no answer that holds:',
      DATA.relations.filter(isBlock).flatMap(block),
    ),
    ...listOf('Drawn both ways and undecided:', conflicts()),
    ...listOf('Objections between the sources:', DATA.arrows.filter(isBetween).flatMap(between)),
    ...listOf('As a reader sees it:', DATA.stances.map(view)),
  );
}

/**
 * A heading with what stands below it, if there is anything; of a long list the beginning.
 * @param {string} title
 * @param {HTMLElement[]} rows
 */
function listOf(title, rows) {
  if (!rows.length) return [];
  const hidden = rows.length - MOST_CLASHES;
  const more = hidden > 0 ? [element('p', 'hint', `and ${hidden} more in the map.`)] : [];
  return [element('p', 'hint', title), ...rows.slice(0, MOST_CLASHES), ...more];
}

/**
 * Whether an objection keeps a claim contested or refutes it; a claim that falls for another reason
 * needs none any more.
 * @param {Relation} attack
 */
function isPressing(attack) {
  const hit = CLAIMS.get(attack.target);
  return attack.label === 'in' && (hit?.word !== 'falls' || hit.reason === 'refuted');
}

/** @param {Relation} attack */
function pressing(attack) {
  const hit = /** @type {Claim} */ (CLAIMS.get(attack.target));
  const isFatal = hit.reason === 'refuted' && (attack.force || STATE.objections) === 'defeat';
  const verb = isFatal ? (attack.premises.length > 1 ? 'knock out' : 'knocks out') : 'against';
  return against(attack.premises, 'attacks', ` ${verb} ${hit.number} ${hit.name}`);
}

/** @param {Relation} relation */
function isBlock(relation) {
  return (
    relation.kind === 'undercuts' &&
    relation.label === 'in' &&
    RELATIONS.get(relation.target)?.kind === 'supports'
  );
}

/** @param {Claim} claim */
function isConflict(claim) {
  return claim.reason === 'conflict';
}

/** What is drawn both ways: two claims that speak against each other are one row. */
function conflicts() {
  const paired = new Set();
  return DATA.claims.filter(isConflict).flatMap((claim) => {
    if (paired.has(claim.id)) return [];
    const facing = attackedBy(claim.id)
      .filter((id) => attackedBy(id).includes(claim.id))
      .map((id) => /** @type {Claim} */ (CLAIMS.get(id)));
    const other = facing.find((claim) => isConflict(claim) && !paired.has(claim.id));
    if (!other) return [conflict(claim)];
    paired.add(other.id);
    return [
      against(
        [claim.id],
        'attacks',
        ` and ${other.number} ${withoutStop(other.name)} speak against each other`,
      ),
    ];
  });
}

/** The claims that a claim attacks by itself. @param {string} id */
function attackedBy(id) {
  return (RELATIONS_FROM.get(id) || [])
    .filter((relation) => relation.kind === 'attacks' && relation.premises.length === 1)
    .map((relation) => relation.target);
}

/** @param {Claim} claim */
function conflict(claim) {
  const button = claimButton(claim);
  button.classList.add('clash');
  return button;
}

/** An attack on a claim of another source; a contradiction is one. @param {Arrow} arrow */
function isBetween(arrow) {
  const source = CLAIMS.get(arrow.target)?.source;
  const speaking = arrow.premises.map((id) => CLAIMS.get(id)?.source);
  const isSourced = Boolean(source) && speaking.some(Boolean);
  return arrow.kind === 'attacks' && isSourced && !speaking.includes(source);
}

/** @param {Arrow} arrow */
function between(arrow) {
  const halves = halvesOf(arrow);
  const labels = halves.map((half) => half.label);
  let fate = 'answered';
  if (labels.includes('in')) fate = 'unanswered';
  else if (labels.includes('undec')) fate = 'undecided';
  else if (hasStance() && halves.some((half) => isOnlyRejected(labelling(), half)))
    fate = 'rejected by you';
  return clash(arrow, ` (${fate})`);
}

/** A reader's stance of the map, to be taken with one press. @param {Reader} reader */
function view(reader) {
  const button = element(
    'button',
    'claim clash',
    element('span', 'rest', prose('span', 'name', reader.name)),
  );
  button.setAttribute('type', 'button');
  const same = (/** @type {string[]} */ ids, /** @type {ReadonlySet<string>} */ now) =>
    ids.length === now.size && ids.every((id) => now.has(id));
  const isOn = same(reader.reject, STATE.stance.reject) && same(reader.accept, STATE.stance.accept);
  button.setAttribute('aria-pressed', String(isOn));
  button.addEventListener('click', () => {
    if (isOn) setStance({});
    else tryStance(reader);
    keepState(true);
  });
  return button;
}

/** @param {Relation} relation */
function block(relation) {
  const step = /** @type {Relation} */ (RELATIONS.get(relation.target));
  const from = step.premises.map((id) => CLAIMS.get(id)?.number).join(' and ');
  const words = ` blocks the step from ${from} to ${CLAIMS.get(step.target)?.number}`;
  return [against(relation.premises, relation.kind, words)];
}

/** @param {Arrow} arrow @param {string} [fate] */
function clash(arrow, fate = '') {
  const hit = CLAIMS.get(arrow.target);
  const words = arrow.both
    ? ` contradicts ${hit?.number} ${withoutStop(hit?.name || '')}, and the other way round`
    : ` against ${hit?.number} ${hit?.name}`;
  const ending = hit ? words + fate : '';
  return [against(arrow.premises, 'attacks', ending)];
}

/**
 * The claims that together speak against something, as one button that chooses the first of them.
 * @param {string[]} ids
 * @param {Relation['kind']} kind
 * @param {string} words
 */
function against(ids, kind, words) {
  const button = element('button', 'claim clash');
  button.setAttribute('type', 'button');
  button.dataset.claim = ids[0];
  const named = ids.flatMap((id, at) => {
    const claim = /** @type {Claim} */ (CLAIMS.get(id));
    const name = [element('span', 'number', claim.number), ' ', prose('span', 'name', claim.name)];
    return at ? [' with ', ...name] : name;
  });
  const ending = element('span', 'against', words ? prose('span', '', words) : '');
  button.append(
    element('span', 'lead', relationMark(kind)),
    element('span', 'rest', ...named, ending),
  );
  return button;
}
