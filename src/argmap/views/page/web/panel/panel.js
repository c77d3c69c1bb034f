/** The side panel: all that is known of the chosen claim. */

import { focusOn, toggleFold } from '../draw/view.js';
import { statusOf } from '../engine/status.js';
import { CLAIMS, childrenOf, DATA, SOURCES } from '../state/data.js';
import { SHOWN } from '../state/shown.js';
import { changes, opinionOn, statusWords, take, toneOf, wordOf } from '../state/standing.js';
import { choose, STATE, when } from '../state/store.js';
import {
  byId,
  claimButton,
  element,
  outwardLink,
  part,
  prose,
  statusSign,
} from '../words/elements.js';
import { explanation } from '../words/telling.js';
import { briefButton, briefElsewhere } from './brief.js';
import { overturning } from './overturn.js';
import { toPress } from './questions.js';
import { reasonsFor, usesOf } from './relations.js';
import { restingOn, restsOn } from './rests.js';

export function startPanel() {
  when('select', showChosen);
  when('standing', showChosenAgain);
  when('view', showChosenAgain);
}

function showChosen() {
  const panel = byId('panel');
  const claim = STATE.chosen === null ? undefined : CLAIMS.get(STATE.chosen);
  panel.hidden = !claim;
  panel.replaceChildren();
  if (!claim) return;
  const source = claim.source === null ? undefined : SOURCES.get(claim.source);
  panel.append(
    topOf(claim),
    prose('div', 'text', claim.text),
    ...(toneOf(claim) === 'yours' ? [] : [element('p', '', statusSentence(claim))]),
    opinions(claim),
    ...changeHere(claim),
    ...whoSays(claim, source),
    ...reasonsFor(claim),
    ...usesOf(claim),
    ...restsOn(claim),
    ...restingOn(claim),
    overturning(claim),
    ...toPress(claim),
    ...briefElsewhere(claim),
    ...sameAs(claim),
    ...sourceOf(source),
    ...(claim.note ? [part('Note of the mapper', prose('p', '', claim.note))] : []),
  );
  panel.scrollTop = 0;
}

/** After a change of status: the same panel, at the same place, with the same button in hand. */
function showChosenAgain() {
  const panel = byId('panel');
  if (panel.hidden) return; // nothing chosen, or put aside for the map on a phone
  const { scrollTop } = panel;
  const inHand = /** @type {?HTMLElement} */ (document.activeElement);
  const key =
    inHand && panel.contains(inHand)
      ? inHand.closest('.opinions') || inHand.dataset.mark
      : undefined;
  showChosen();
  panel.scrollTop = scrollTop;
  if (!key) return;
  const fresh = /** @type {NodeListOf<HTMLElement>} */ (
    panel.querySelectorAll('.opinions button, [data-mark]')
  );
  const words = inHand?.textContent || '';
  const same =
    [...fresh].find((button) => button.textContent === words) ||
    [...fresh].find((button) => button.textContent?.split(' ')[0] === words.split(' ')[0]);
  (same || fresh[0])?.focus();
}

/** The reader's own decision on a claim. @param {Claim} claim */
function opinions(claim) {
  const now = opinionOn(claim);
  const more = [focusButton(claim), foldButton(claim), briefButton(claim)].filter(isNode);
  const choice = (/** @type {string} */ label, /** @type {'reject'|'accept'|null} */ side) => {
    const made = element('button', 'button', label);
    made.setAttribute('type', 'button');
    made.dataset.opinion = side || 'undo';
    made.addEventListener('click', () => take(claim.id, side));
    return made;
  };
  if (now) return element('div', 'opinions', choice('Undo', null), ...more); // the head says what it undoes
  return element(
    'div',
    'opinions',
    element('span', 'quiet', 'What if you'),
    choice('Reject', 'reject'),
    choice('Accept', 'accept'),
    ...more,
  );
}

/** @param {Claim} claim */
function focusButton(claim) {
  const isFocus = STATE.view.focus?.id === claim.id;
  const made = element('button', 'button', isFocus ? 'Leave focus' : 'Focus');
  made.setAttribute('type', 'button');
  made.addEventListener('click', () => focusOn(isFocus ? null : claim.id));
  return made;
}

/** @param {Claim} claim */
function foldButton(claim) {
  const folded = SHOWN.folded.get(claim.id);
  if (!childrenOf(claim.id).length || ((STATE.view.focus || STATE.part) && !folded)) return null;
  const made = element('button', 'button', folded ? `Unfold +${folded}` : 'Fold');
  made.setAttribute('type', 'button');
  made.addEventListener('click', () => toggleFold(claim.id));
  return made;
}

/** What the reader's stance made of a claim, and why. @param {Claim} claim */
function changeHere(claim) {
  const made = changes();
  if (!made?.affected.has(claim.id)) return [];
  const { word, reason } = statusOf(made.before, claim.id);
  const before = element('p', '', `Without your stance: ${word}${reason ? `, ${reason}` : ''}.`);
  return [element('div', 'mine', before, ...explanation(claim.id))];
}

/** @param {?Node} node @returns {node is Node} */
function isNode(node) {
  return node !== null;
}

/** @param {Claim} claim */
function topOf(claim) {
  const close = element('button', 'button close', 'Close');
  close.setAttribute('type', 'button');
  close.addEventListener('click', () => choose(null));
  const pill = element('span', `word pill ${toneOf(claim)}`, statusSign(claim), wordOf(claim));
  return element('div', 'top', element('span', 'number', claim.number), pill, close);
}

/** @param {Claim} claim */
function statusSentence(claim) {
  const granted = claim.granted ? 'granted' : 'not granted but argued for';
  const reason = DATA.reasons[claim.reason] || '';
  const head = statusWords(claim).replace(' · ', ', ');
  const opened = head.charAt(0).toUpperCase() + head.slice(1);
  const kind = claim.reason === 'granted' ? '' : ` The claim is ${granted}.`;
  return `${opened}. ${reason}${kind}`;
}

/**
 * @param {Claim} claim
 * @param {Source|undefined} source
 */
function whoSays(claim, source) {
  const parts = [];
  if (claim.who) parts.push(prose('p', '', claim.who));
  for (const { quote, place } of claim.quotes) {
    const where = [claim.cited, place].filter(Boolean).join(', ');
    if (quote) {
      const block = prose('blockquote', source ? `band${source.band}` : '', `“${quote}”`);
      if (where) block.append(element('footer', '', where));
      parts.push(block);
    } else if (where) {
      parts.push(element('p', 'quiet', where));
    }
  }
  if (claim.section) parts.push(prose('p', 'quiet', `Chapter: ${claim.section}`));
  if (claim.url) parts.push(element('p', '', outwardLink(claim.url, claim.url)));
  return parts.length ? [part('Who says so', ...parts)] : [];
}

/** @param {Claim} claim */
function sameAs(claim) {
  const others = claim.same.map((id) => claimButton(/** @type {Claim} */ (CLAIMS.get(id))));
  return others.length ? [part('The same claim', ...others)] : [];
}

/** @param {Source|undefined} source */
function sourceOf(source) {
  if (!source) return [];
  const block = element('div', `source band${source.band}`);
  block.append(
    element('p', '', element('b', '', source.tag), ' ', outwardLink(source.title, source.url)),
  );
  if (source.facts) block.append(prose('p', 'quiet', source.facts));
  for (const caveat of source.caveats) block.append(prose('p', 'caveat', caveat));
  if (source.note) block.append(prose('p', 'quiet', source.note));
  return [part('Source', block)];
}
