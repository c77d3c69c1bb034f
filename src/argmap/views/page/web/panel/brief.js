/** The brief of a claim: a sheet for a debate, of the map as written, to be read and printed. */

import { chooseClicked } from '../draw/view.js';
import { keepState } from '../state/address.js';
import { CLAIMS, RELATIONS_TO } from '../state/data.js';
import { isAsWritten, prepared } from '../state/prepared.js';
import { update } from '../state/store.js';
import { byId, element, part } from '../words/dom.js';
import { sheetTold } from '../words/sheets.js';
import { elsewhere } from './questions.js';

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
  byId('brief-text').replaceChildren(...briefTold(id, brief));
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

/** @param {string} id @param {number[]} brief @returns {Node[]} */
function briefTold(id, brief) {
  const [head, status, ...rest] = sheetTold(brief);
  head.id = 'brief-head';
  const notice = element(
    'p',
    'notice',
    'This brief speaks of the map as written: your stance and your reading of objections are left aside.',
  );
  return [
    head,
    status,
    ...(isAsWritten() ? [] : [notice]),
    ...rest,
    elsewhere(
      'One side alone, a flow sheet, or the whole of it: ',
      `argmap brief ${id} --side for`,
    ),
  ];
}
