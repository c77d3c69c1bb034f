/** Drafts beside their words: accepted, changed or dropped. */

import { byId } from '../words/dom.js';
import { askToChange } from './claim-edit.js';
import { button } from './fields.js';
import { sayDone } from './saying.js';
import { asked } from './server.js';
import { BENCH, chosenClaim, hear, nameOf } from './store.js';
import { hideToolbar, showToolbar } from './toolbar.js';

export function startDrafts() {
  byId('doc-drafts').addEventListener('click', nextOrPropose);
  byId('doc-text').addEventListener('click', (event) => {
    const mark = draftAt(/** @type {Element} */ (event.target));
    if (mark && getSelection()?.isCollapsed) offer(mark);
  });
  hear('document', showCount);
}

/** @param {Element} at @returns {?HTMLElement} */
function draftAt(at) {
  return at.closest('mark.draft');
}

/** The draft of a mark. @param {HTMLElement} mark */
function draftOf(mark) {
  const names = (mark.dataset.names || '').split(' ');
  return (names.find((name) => name.startsWith('d:')) || '').slice(2);
}

/** The draft that was offered last, and what to do once the document is shown anew. */
const LAST = { place: 0, isGoingOn: false };

/** What can be done with a draft. @param {HTMLElement} mark */
function offer(mark) {
  const id = draftOf(mark);
  const all = ids();
  LAST.place = all.indexOf(id);
  for (const each of marks()) each.classList.toggle('offered', draftOf(each) === id);
  const chosen = chosenClaim();
  const name = chosen === null ? '' : nameOf(chosen).split(' ')[0];
  const accepted = (/** @type {object} */ more) => () => act({ do: 'accept', id, ...more });
  showToolbar(mark.getBoundingClientRect(), [
    button('Accept', accepted({}), 'small main'),
    ...(chosen === null
      ? []
      : [
          button(
            `As a reason for ${name}`,
            accepted({ kind: 'supports', target: chosen }),
            'small',
          ),
          button(
            `As an objection to ${name}`,
            accepted({ kind: 'attacks', target: chosen }),
            'small',
          ),
        ]),
    button('Change', () => change(id), 'small'),
    button('Drop', () => act({ do: 'drop', id }), 'small'),
    ...(all.length > 1
      ? [button(`Drop all ${all.length}`, () => act({ do: 'drop', ids: all }), 'small')]
      : []),
  ]);
}

/** @param {string} id */
function change(id) {
  hideToolbar();
  askToChange(id);
}

/** @param {object} wish */
async function act(wish) {
  hideToolbar();
  LAST.isGoingOn = true;
  const answer = await asked('/edit', wish);
  if (answer.refusal === undefined) return;
  LAST.isGoingOn = false;
  sayDone(answer.refusal, true);
}

/** The drafts whose words are in the document that is open. */
function marks() {
  return [
    .../** @type {NodeListOf<HTMLElement>} */ (byId('doc-text').querySelectorAll('mark.draft')),
  ];
}

/** The drafts in the order of the document. */
function ids() {
  return [...new Set(marks().map(draftOf))];
}

function showCount() {
  const count = ids().length;
  const made = byId('doc-drafts');
  made.hidden = !BENCH.document?.paragraphs?.length;
  made.textContent = count ? `${count} ${count === 1 ? 'draft' : 'drafts'}` : 'Propose claims';
  made.title = count
    ? 'Go to the next draft'
    : 'Have the sentences that claim something marked as drafts; none counts until you accept it';
  if (LAST.isGoingOn && count) goTo(Math.min(LAST.place, count - 1));
  LAST.isGoingOn = false;
}

/** Go to the next draft; where there is none, have some proposed. */
async function nextOrPropose() {
  const count = ids().length;
  if (count) {
    goTo(byId('doc-text').querySelector('mark.draft.offered') ? (LAST.place + 1) % count : 0);
    return;
  }
  const answer = await asked('/propose', { source: BENCH.source });
  if (answer.refusal !== undefined) sayDone(answer.refusal, true);
}

/** Bring a draft into view, and offer what can be done with it. @param {number} place */
function goTo(place) {
  const id = ids()[place];
  const mark = marks().find((each) => draftOf(each) === id);
  if (!mark) return;
  mark.scrollIntoView({ block: 'center' });
  offer(mark);
  /** @type {?HTMLElement} */ (byId('passage').querySelector('button'))?.focus();
}
