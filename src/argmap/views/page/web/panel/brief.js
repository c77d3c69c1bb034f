/** The brief of a claim: a sheet for a debate, of the map as written, to be read and printed. */

import { chooseClicked } from '../draw/view.js';
import { keepState } from '../state/address.js';
import { CLAIMS, DATA, inOrder, RELATIONS, RELATIONS_TO } from '../state/data.js';
import { isAsWritten, prepared, writtenClaim } from '../state/prepared.js';
import { update } from '../state/store.js';
import {
  briefClaim,
  caseTold,
  evidenceOf,
  MOST_GROUNDS,
  sentenceOf,
  useOf,
} from '../words/brief-parts.js';
import { byId, element, part, prose, statusSign } from '../words/elements.js';
import { elsewhere, questionRows, stakesTold } from '../words/questions.js';
import { nameOf, namesOf, stepOf } from '../words/telling.js';

export function startBrief() {
  const sheet = /** @type {HTMLDialogElement} */ (byId('brief'));
  byId('brief-close').addEventListener('click', () => sheet.close());
  byId('brief-print').addEventListener('click', () => print());
  byId('brief-text').addEventListener('click', (event) => {
    if (!(/** @type {Element} */ (event.target).closest('[data-claim]'))) return;
    sheet.close();
    chooseClicked(event);
  });
  sheet.addEventListener('keydown', (event) => event.stopPropagation()); // the map's keys rest
  sheet.addEventListener('close', () => {
    update({ brief: null });
    keepState(false);
    /** @type {?HTMLElement} */ (byId('panel').querySelector('.to-brief'))?.focus();
  });
}

/**
 * The panel's way to the brief, of a claim for or against which something is said.
 * @param {Claim} claim
 */
export function briefButton(claim) {
  if (!prepared().briefs[claim.first]) return null;
  const open = element('button', 'button to-brief', 'Brief');
  open.setAttribute('type', 'button');
  open.addEventListener('click', () => openBrief(claim.id));
  return open;
}

/**
 * Where the brief is to be had if the page does not hold it.
 * @param {Claim} claim
 * @returns {Node[]}
 */
export function briefElsewhere(claim) {
  const isArgued = [claim.id, ...claim.same].some((id) => RELATIONS_TO.has(id));
  if (!isArgued || prepared().briefs[claim.first]) return [];
  return [
    part(
      'Brief',
      elsewhere(
        'Its brief is not in this page: the map is large. Ask ',
        `argmap brief ${claim.id}`,
      ),
    ),
  ];
}

/** @param {string} id */
export function openBrief(id) {
  const claim = CLAIMS.get(id);
  const brief = claim && prepared().briefs[claim.first];
  if (!brief) return;
  update({ brief: id });
  byId('brief-text').replaceChildren(...briefTold(writtenClaim(id), brief));
  const sheet = /** @type {HTMLDialogElement} */ (byId('brief'));
  if (!sheet.open) sheet.showModal();
  byId('brief-text').scrollTop = 0;
  byId('brief-text').focus();
  keepState(true);
}

export function closeBrief() {
  const sheet = /** @type {HTMLDialogElement} */ (byId('brief'));
  sheet.close();
}

/** @param {Claim} claim */
function briefHead(claim) {
  const number = element('span', 'number', claim.number);
  const head = element('h2', '', number, ' ', prose('span', '', claim.text));
  head.id = 'brief-head';
  return head;
}

/** @param {Claim} claim @param {Brief} brief */
function briefTold(claim, brief) {
  const told = `${claim.word.charAt(0).toUpperCase()}${claim.word.slice(1)}: ${claim.reason}.`;
  const from = evidenceOf(claim);
  const notice = isAsWritten()
    ? []
    : [
        element(
          'p',
          'notice',
          'This brief speaks of the map as written: your stance and your reading of objections are left aside.',
        ),
      ];
  const parts = [
    briefHead(claim),
    element(
      'p',
      '',
      statusSign(claim),
      ' ',
      element('b', '', told),
      ` ${DATA.reasons[claim.reason] || ''}`,
    ),
    ...(from ? [prose('p', 'quiet', from)] : []),
    ...notice,
    ...overturnedBy(claim, brief),
    element('h3', '', 'For it'),
    ...caseTold(brief, 'for', claim),
    element('h3', '', 'Against it'),
    ...caseTold(brief, 'against', claim),
    ...listUnder('Further down, against it, and unanswered', brief.below.map(sentenceOf)),
    ...listUnder('Further down, for it, and unanswered', brief.replies.map(sentenceOf)),
    ...criticalTold(brief),
    ...listUnder('Turns: claims that serve both sides', brief.turns.map(turnTold)),
    ...briefQuestions(brief),
  ];
  return [
    ...parts,
    ...caveatsTold(parts, claim),
    elsewhere(
      'One side alone, a flow sheet, or the whole of it: ',
      `argmap brief ${claim.id} --side for`,
    ),
  ];
}

/** @param {string} title @param {HTMLElement[]} rows */
function listUnder(title, rows) {
  return rows.length ? [element('h3', '', title), element('ul', '', ...rows)] : [];
}

/** @param {Claim} claim @param {Brief} brief */
function overturnedBy(claim, brief) {
  const stands = claim.label === 'in';
  const head = element('h3', '', stands ? 'What would overturn it' : 'What would make it stand');
  if (!brief.hinges.length) {
    return [
      head,
      element(
        'p',
        '',
        `No single other claim, rejected or accepted, ${stands ? 'keeps it from standing' : 'makes it stand'}.`,
      ),
    ];
  }
  const rows = brief.hinges.map(([id, accepts]) =>
    element('li', '', accepts ? 'accepts ' : 'rejects ', ...briefClaim(id)),
  );
  const left = brief.hingesTotal - rows.length;
  if (left) rows.push(element('li', '', `or takes one of ${left} other views`));
  return [
    head,
    element('p', '', `It ${stands ? 'no longer stands' : 'stands'} if a judge`),
    element('ul', '', ...rows),
  ];
}

/** @param {Brief} brief */
function criticalTold(brief) {
  const head = element('h3', '', 'Critical premises');
  if (!brief.ground)
    return [head, element('p', '', 'Nothing granted leads to it, so no premise is critical.')];
  if (!brief.critical.length) {
    const size = brief.ground.length;
    const named = size <= MOST_GROUNDS ? [', for example ', ...namesOf(brief.ground)] : [];
    return [
      head,
      element(
        'p',
        '',
        `No single premise is critical: ${size} must go together before no reason is left`,
        ...named,
        '.',
      ),
    ];
  }
  const rows = inOrder(brief.critical).map((id) => element('li', '', ...briefClaim(id)));
  return [
    head,
    element('p', '', 'Without any one of these, no reason is left for it:'),
    element('ul', '', ...rows),
  ];
}

/** @param {[string, string, string]} turn */
function turnTold([id, worksFor, worksAgainst]) {
  return element(
    'li',
    '',
    ...nameOf(id),
    ' works for it ',
    ...useOf(worksFor),
    ', against it ',
    ...useOf(worksAgainst),
    '.',
  );
}

/** The critical questions of the steps nearby. @param {Brief} brief */
function briefQuestions(brief) {
  const rows = brief.steps.map((at) => {
    const step = prepared().steps[at];
    const relation = /** @type {Relation} */ (RELATIONS.get(step.relation));
    return element(
      'li',
      '',
      'On ',
      ...stepOf(relation),
      ' (',
      prepared().schemes[step.scheme].name,
      '): ',
      ...stakesTold(step),
      element('ul', '', ...questionRows(step)),
    );
  });
  return listUnder('Questions to press', rows);
}

/**
 * The caveats of the sources of all claims that were named.
 * @param {Node[]} parts
 * @param {Claim} claim
 */
function caveatsTold(parts, claim) {
  const links = parts.flatMap((one) =>
    one instanceof Element ? [...one.querySelectorAll('[data-claim]')] : [],
  );
  const ids = new Set([
    claim.id,
    ...links.map((one) => /** @type {HTMLElement} */ (one).dataset.claim || ''),
  ]);
  const cited = new Set([...ids].map((id) => CLAIMS.get(id)?.source));
  const rows = DATA.sources
    .filter((one) => cited.has(one.id))
    .map((one) =>
      element(
        'li',
        '',
        element('b', '', one.tag),
        ' ',
        prose('span', '', one.title),
        ...one.caveats.map((caveat) => prose('p', 'caveat', caveat)),
      ),
    );
  return listUnder('Sources', rows);
}
