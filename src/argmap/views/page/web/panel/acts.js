/** What can be done with a chosen claim: look at it in other ways, and decide on it. */

import { focusOn, toggleFold } from '../draw/view.js';
import { childrenOf } from '../state/data.js';
import { SHOWN } from '../state/shown.js';
import { opinionOn, take } from '../state/standing.js';
import { isReading, STATE } from '../state/store.js';
import { element } from '../words/dom.js';
import { briefButton } from './brief.js';
import { markButton } from './marking.js';
import { isCarried } from './rests.js';

/**
 * A button of the panel; `act` names it, so that it keeps the focus when the panel is written anew.
 * @param {string} words @param {string} act @param {() => void} press
 */
function actButton(words, act, press) {
  const made = element('button', 'button', words);
  made.setAttribute('type', 'button');
  made.dataset.act = act;
  made.addEventListener('click', press);
  return made;
}

/** The reader's own decision on a claim. @param {Claim} claim */
export function opinions(claim) {
  const now = opinionOn(claim);
  const choice = (/** @type {string} */ words, /** @type {'reject'|'accept'|null} */ side) => {
    const made = actButton(words, `opinion ${side || 'undo'}`, () => take(claim.id, side));
    made.dataset.opinion = side || 'undo';
    return made;
  };
  if (now) return element('div', 'opinions', choice('Undo', null)); // the head says what it undoes
  return element(
    'div',
    'opinions',
    element('span', 'quiet', 'What if you'),
    choice('Reject', 'reject'),
    choice('Accept', 'accept'),
    element('span', 'quiet', 'it?'),
  );
}

/** Other ways to look at a claim, as a bar of buttons. @param {Claim} claim */
export function looksAt(claim) {
  const bar = element(
    'div',
    'acts',
    isCarried(claim) ? markButton(claim, 'below', 'Show what this rests on') : null,
    focusButton(claim),
    foldButton(claim),
    briefButton(claim),
  );
  return bar;
}

/** @param {Claim} claim */
function focusButton(claim) {
  const isFocus = STATE.view.focus?.id === claim.id;
  return actButton(isFocus ? 'Leave focus' : 'Focus', 'focus', () =>
    focusOn(isFocus ? null : claim.id),
  );
}

/** @param {Claim} claim */
function foldButton(claim) {
  if (isReading()) return null;
  const folded = SHOWN.folded.get(claim.id);
  if (!childrenOf(claim.id).length || ((STATE.view.focus || STATE.part) && !folded)) return null;
  return actButton(folded ? `Unfold +${folded}` : 'Fold', 'fold', () => toggleFold(claim.id));
}
