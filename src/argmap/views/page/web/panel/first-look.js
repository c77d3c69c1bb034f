/** The list of what to read first: the main conclusions, and what keeps claims contested. */

import { isOnlyRejected } from '../engine/disposals.js';
import { CLAIMS, claimHitBy, DATA, endOf, RELATIONS, RELATIONS_FROM } from '../state/data.js';
import {
  halvesOf,
  hasStance,
  isDisputed,
  labelling,
  MOST_CLASHES,
  statusWords,
  toneOf,
} from '../state/standing.js';
import { STATE, when } from '../state/store.js';
import { byId, element, prose } from '../words/dom.js';
import { claimButton, relationMark, statusSign } from '../words/elements.js';
import { keepFocus } from '../words/hand.js';
import { fewFirst } from '../words/more.js';
import { withoutStop } from '../words/telling.js';
import { bearMost } from './bear-most.js';
import { byBearing } from './bearing.js';
import { isTaken, openReaders, takeReader } from './readers.js';

export function startFirstLook() {
  showFirstLook();
  when('standing', showFirstLook);
  when('readers', showFirstLook);
  when('prepared', showFirstLook);
}

function showFirstLook() {
  const start = byId('start');
  const giveBack = keepFocus(start);
  const isOpen = Boolean(start.querySelector('.bear-most')?.hasAttribute('open'));
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
      byBearing(DATA.arrows.filter(isDisputed).flatMap(halvesOf).filter(isPressing), claimHitBy),
      pressing,
    ),
    ...listOf(
      'Steps blocked, with no answer that holds:',
      byBearing(DATA.relations.filter(isBlock), claimHitBy),
      block,
    ),
    ...listOf('Drawn both ways and undecided:', conflicts(), (row) => row),
    ...listOf('Still to be supported:', DATA.claims.filter(isWaiting), (claim) =>
      claimButton(claim),
    ),
    ...listOf(
      'Objections between the sources:',
      byBearing(DATA.arrows.filter(isBetween), hitBy),
      between,
    ),
    ...listOf('As a reader sees it:', [...STATE.readers], view),
    ...(STATE.readers.length || hasStance() ? [compareButton()] : []),
    ...(DATA.relations.length ? [bearMost(isOpen)] : []),
  );
  giveBack();
}

/** The claim that a line hits. @param {Arrow} arrow */
function hitBy({ relation }) {
  return endOf(relation);
}

/**
 * A heading with what stands below it, if there is anything; of a long list the beginning.
 * @template T
 * @param {string} title @param {T[]} things @param {(thing: T) => HTMLElement} row
 */
function listOf(title, things, row) {
  if (!things.length) return [];
  return [element('p', 'hint', title), ...fewFirst(things, MOST_CLASHES, row)];
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
function isWaiting(claim) {
  return claim.reason === 'to be supported';
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
      .map((id) => /** @type {Claim} */ (CLAIMS.get(id)))
      .filter((other) => isConflict(other) && !paired.has(other.id));
    // Not for all of them: where everything attacks everything, that would never end.
    const other = facing.find(({ id }) => attackedBy(id).includes(claim.id));
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
  const hit = CLAIMS.get(arrow.target);
  const words = arrow.both
    ? ` contradicts ${hit?.number} ${withoutStop(hit?.name || '')}, and the other way round`
    : ` against ${hit?.number} ${hit?.name}`;
  return against(arrow.premises, 'attacks', hit ? `${words} (${fate})` : '');
}

/** A reader's stance of the map, to be taken with one press. @param {Reader} reader */
function view(reader) {
  const button = element(
    'button',
    'claim clash',
    element('span', 'rest', prose('span', 'name', reader.name)),
  );
  button.setAttribute('type', 'button');
  button.dataset.act = `take ${reader.name}`;
  button.setAttribute('aria-pressed', String(isTaken(reader)));
  button.addEventListener('click', () => takeReader(reader));
  return button;
}

/** The way to the table of readers. */
function compareButton() {
  const made = element('button', 'button small', 'Compare readers');
  made.setAttribute('type', 'button');
  made.dataset.act = 'compare';
  made.addEventListener('click', openReaders);
  return made;
}

/** @param {Relation} relation */
function block(relation) {
  const step = /** @type {Relation} */ (RELATIONS.get(relation.target));
  const named = (/** @type {string} */ id) => {
    const claim = CLAIMS.get(id);
    return `${claim?.number} ${withoutStop(claim?.name || '')}`;
  };
  const from = step.premises.map(named).join(' and ');
  const words = ` blocks the step from ${from} to ${named(step.target)}`;
  return against(relation.premises, relation.kind, words);
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
