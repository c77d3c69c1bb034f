/** Drafts beside their words: accepted, changed or dropped. */

import { byId } from '../words/dom.js';
import { askToChange } from './claim-edit.js';
import { button } from './fields.js';
import { sayDone } from './saying.js';
import { asked } from './server.js';
import { BENCH, chosenClaim, editable, hear, nameOf } from './store.js';
import { hideToolbar, showToolbar } from './toolbar.js';

export function startDrafts() {
  byId('doc-drafts').addEventListener('click', nextOrPropose);
  byId('doc-text').addEventListener('click', (event) => {
    const mark = draftAt(/** @type {Element} */ (event.target));
    if (mark && getSelection()?.isCollapsed) offer(mark);
  });
  byId('doc-text').addEventListener('keydown', (event) => {
    const mark = draftAt(/** @type {Element} */ (event.target));
    if (!mark || (event.key !== 'Enter' && event.key !== ' ')) return;
    event.preventDefault();
    event.stopPropagation();
    offer(mark);
    /** @type {?HTMLElement} */ (byId('passage').querySelector('button'))?.focus();
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

/** What can be done with a draft. @param {HTMLElement} mark */
function offer(mark) {
  const id = draftOf(mark);
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
  const answer = await asked('/edit', wish);
  if (answer.refusal !== undefined) sayDone(answer.refusal, true);
}

/** The drafts whose words are in the document that is open. */
function marks() {
  return [
    .../** @type {NodeListOf<HTMLElement>} */ (byId('doc-text').querySelectorAll('mark.draft')),
  ];
}

function showCount() {
  const count = new Set(marks().map(draftOf)).size;
  const made = byId('doc-drafts');
  made.hidden = !BENCH.document?.paragraphs?.length;
  made.textContent = count ? `${count} ${count === 1 ? 'draft' : 'drafts'}` : 'Propose claims';
  made.title = count
    ? 'Go to the next draft'
    : 'Have the sentences that claim something marked as drafts; none counts until you accept it';
}

/** Go to the next draft; where there is none, have some proposed. */
async function nextOrPropose() {
  const all = marks();
  if (!all.length) {
    if (Object.keys(editable().drafts).length === 0 || BENCH.source !== null) await propose();
    return;
  }
  const { top } = byId('doc-text').getBoundingClientRect();
  const next = all.find((mark) => mark.getBoundingClientRect().top > top + 60) || all[0];
  next.scrollIntoView({ block: 'center' });
  next.focus();
  offer(next);
}

async function propose() {
  const answer = await asked('/propose', { source: BENCH.source });
  if (answer.refusal !== undefined) sayDone(answer.refusal, true);
}
