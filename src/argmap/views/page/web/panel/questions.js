/** The panel's section on the critical questions of a claim's steps, most consequential first. */

import { relationsBearingOn } from '../state/data.js';
import { isAsWritten, prepared } from '../state/prepared.js';
import { element, part } from '../words/dom.js';
import { sheetTold } from '../words/sheets.js';

/** @param {Claim} claim @returns {Node[]} */
export function toPress(claim) {
  const own = new Set(
    [claim.id, ...claim.same]
      .flatMap((id) => relationsBearingOn(id))
      .map((relation) => relation.id),
  );
  if (!own.size) return [];
  if (!prepared().isPrepared)
    return [
      part(
        'Questions to press',
        elsewhere(
          'Questions are not in this page: the map is large. Ask ',
          `argmap questions ${claim.id}`,
        ),
      ),
    ];
  const steps = prepared().steps.filter((step) => own.has(step.relation));
  if (!steps.length) return [];
  const hint = [
    steps.every((step) => step.common) ? 'Each is put so that a no tells against the step.' : '',
    isAsWritten() ? '' : 'They speak of the map as written: your stance is left aside.',
  ]
    .filter(Boolean)
    .join(' ');
  const rows = steps.map((step, at) => unfolding(step, at === 0));
  return [part('Questions to press', ...(hint ? [element('p', 'quiet', hint)] : []), ...rows)];
}

/** Where an answer is to be had. @param {string} words @param {string} command */
export function elsewhere(words, command) {
  return element('p', 'quiet', words, element('code', '', command));
}

/** A step whose questions unfold below its title. @param {PreparedStep} step @param {boolean} isOpen */
function unfolding({ sheet }, isOpen) {
  const [title, ...blocks] = sheetTold(sheet);
  const made = element('details', 'asked', element('summary', '', ...title.childNodes), ...blocks);
  made.toggleAttribute('open', isOpen);
  return made;
}
