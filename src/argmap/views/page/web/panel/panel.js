/** The side panel: all that is known of the chosen claim. */

import { statusOf } from '../engine/status.js';
import { CLAIMS, DATA, SOURCES } from '../state/data.js';
import { WHILE_OPEN_FIRST } from '../state/life.js';
import { changes, opinionOn, statusWords, toneOf, wordOf } from '../state/standing.js';
import { choose, STATE, when } from '../state/store.js';
import { strengthOf } from '../state/weighing.js';
import { byId, element, part, prose, tell } from '../words/dom.js';
import { claimButton, outwardLink, statusSign } from '../words/elements.js';
import { keepFocus } from '../words/hand.js';
import { strengthInWords } from '../words/strengths.js';
import { explanation } from '../words/telling.js';
import { looksAt, opinions } from './acts.js';
import { answersTo } from './answers.js';
import { briefElsewhere } from './brief.js';
import { keptLines, keptWith } from './kept.js';
import { overturning } from './overturn.js';
import { toPress } from './questions.js';
import { reasonsFor, usesOf } from './relations.js';
import { restingOn, restsOn } from './rests.js';
import { strengthOn } from './strengths.js';

/** The element to which the focus returns when the panel is closed. @type {?HTMLElement} */
let opener = null;

/** Whether a key, not a pointer, chose the claim in a list. */
let isByKey = false;

export function startPanel() {
  document.addEventListener(
    'click',
    ({ target, detail }) => {
      const isEntry = /** @type {Element} */ (target).closest('#side [data-claim], #stance .ref');
      isByKey = detail === 0 && isEntry !== null;
    },
    WHILE_OPEN_FIRST,
  );
  when('select', showChosen);
  when('standing', showChosenAgain);
  when('view', showChosenAgain);
  when('prepared', showChosenAgain);
  when('weighing', showChosenAgain);
}

/** Show the chosen claim; whoever works with the keyboard is led to it, all others are told. */
function showChosen() {
  const panel = byId('panel');
  const inHand = /** @type {HTMLElement} */ (document.activeElement);
  const isInside = panel.contains(inHand);
  if (isByKey && !isInside) opener = inHand;
  fillPanel();
  if (panel.hidden && isInside) (opener?.isConnected ? opener : byId('map')).focus();
  if (panel.hidden) opener = null;
  else if (isInside || isByKey) byId('panel-head').focus();
  else tellChosen();
  isByKey = false;
}

/** Tell a screen reader which claim is chosen, and how to get to what is said of it. */
function tellChosen() {
  const claim = /** @type {Claim} */ (CLAIMS.get(STATE.chosen || ''));
  const strength = STATE.weighed ? ` Strength: ${strengthInWords(strengthOf(claim.id))}.` : '';
  tell(`${claim.number} ${claim.text} ${statusWords(claim)}.${strength} F6: more about it.`);
}

function fillPanel() {
  const panel = byId('panel');
  const claim = STATE.chosen === null ? undefined : CLAIMS.get(STATE.chosen);
  panel.hidden = !claim;
  panel.replaceChildren();
  if (!claim) return;
  const source = claim.source === null ? undefined : SOURCES.get(claim.source);
  panel.append(
    topOf(claim),
    headOf(claim),
    ...(toneOf(claim) === 'yours' ? [] : [element('p', '', statusSentence(claim))]),
    opinions(claim),
    opinionOn(claim) === null ? overturning(claim) : '', // else to undo it is the answer
    looksAt(claim),
    ...changeHere(claim),
    ...strengthOn(claim),
    ...whoSays(claim, source),
    ...answersTo(claim),
    ...reasonsFor(claim),
    ...usesOf(claim),
    ...restsOn(claim),
    ...restingOn(claim),
    ...toPress(claim),
    ...briefElsewhere(claim),
    ...sameAs(claim),
    ...sourceOf(source),
    ...(claim.note ? [part('Note of the mapper', prose('p', '', claim.note))] : []),
    ...keptWith(claim),
  );
  panel.scrollTop = 0;
  document.dispatchEvent(new CustomEvent('argmap:panel')); // for what a server adds to it
}

/** After a change of status: the same panel, at the same place, with the same button in hand. */
function showChosenAgain() {
  const panel = byId('panel');
  if (panel.hidden) return; // nothing chosen, or put aside for the map on a phone
  const { scrollTop } = panel;
  const giveBack = keepFocus(panel);
  fillPanel();
  panel.scrollTop = scrollTop;
  giveBack();
}

/** The claim's own words as the heading of the panel. @param {Claim} claim */
function headOf(claim) {
  const head = prose('h2', 'text', claim.text);
  head.id = 'panel-head';
  head.tabIndex = -1;
  return head;
}

/** What the reader's stance made of a claim, and why. @param {Claim} claim */
function changeHere(claim) {
  const made = changes();
  if (!made?.affected.has(claim.id)) return [];
  const { word, reason } = statusOf(made.before, claim.id);
  const before = element('p', '', `Without your stance: ${word}${reason ? `, ${reason}` : ''}.`);
  return [element('div', 'mine', before, ...explanation(claim.id))];
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
  const argued = claim.pending ? 'still to be supported' : 'not granted but argued for';
  const granted = claim.granted ? 'granted' : argued;
  const reason = DATA.reasons[claim.reason] || '';
  const head = statusWords(claim).replace(' · ', ', ');
  const opened = head.charAt(0).toUpperCase() + head.slice(1);
  const isPlain = ['granted', 'to be supported'].includes(claim.reason);
  const kind = isPlain ? '' : ` The claim is ${granted}.`;
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
  if (claim.used)
    parts.push(element('p', 'quiet', 'It belongs to another map, which this one uses.'));
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
  if (source.doi) block.append(element('p', 'quiet', outwardLink(source.doi, source.doi)));
  if (source.facts) block.append(prose('p', 'quiet', source.facts));
  for (const caveat of source.caveats) block.append(prose('p', 'caveat', caveat));
  if (source.note) block.append(prose('p', 'quiet', source.note));
  block.append(...keptLines(source));
  return [part('Source', block)];
}
