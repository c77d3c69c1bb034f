/** The bar at the foot: undo, what the last edit did, and what could be better. */

import { byId, element, prose } from '../words/dom.js';
import { askForClaim } from './claim-form.js';
import { button } from './fields.js';
import { problemRow } from './panel.js';
import { closed, sayDone } from './saying.js';
import { asked } from './server.js';
import { BENCH, editable, hear } from './store.js';

/** The sheets that open above the bar, each with its button. */
const SHEETS = ['changes', 'problems', 'saves', 'keys'];

export function startBar() {
  byId('undo').addEventListener('click', () => goBack('/undo'));
  byId('redo').addEventListener('click', () => goBack('/redo'));
  byId('add-claim').addEventListener('click', () => askForClaim());
  for (const name of SHEETS)
    byId(`${name}-switch`).addEventListener('click', () =>
      openSheet(byId(name).hidden ? name : null),
    );
  document.addEventListener('pointerdown', (event) => {
    if (!(/** @type {Element} */ (event.target).closest('.bench-sheet, #bar'))) openSheet(null);
  });
  hear('map', showBar);
}

/** Undo the last edit, or do it again. @param {'/undo'|'/redo'} path */
export async function goBack(path) {
  const answer = await asked(path);
  if (answer.refusal !== undefined) sayDone(answer.refusal, true);
}

/** Open one sheet, or none. @param {?string} wanted */
function openSheet(wanted) {
  for (const name of SHEETS) {
    byId(name).hidden = name !== wanted;
    byId(`${name}-switch`).setAttribute('aria-expanded', String(name === wanted));
  }
  if (wanted) byId(wanted).focus();
}

/** Close the open sheet, and go back to its button; false if none is open. */
export function closeSheet() {
  const open = SHEETS.find((name) => !byId(name).hidden);
  if (!open) return false;
  openSheet(null);
  byId(`${open}-switch`).focus();
  return true;
}

function showBar() {
  const { undo, redo, last, broken } = /** @type {Served} */ (BENCH.now);
  for (const [id, words] of [
    ['undo', undo],
    ['redo', redo],
  ]) {
    /** @type {HTMLButtonElement} */ (byId(String(id))).disabled = !words;
    byId(String(id)).title = words ? String(words) : '';
  }
  const changes = last?.changes || [];
  if (last) sayDone([last.words, ...changes.slice(0, 1)].join(' '));
  showCount('changes', changes.length, 'thing changed', 'things changed');
  byId('changes').replaceChildren(
    element('h2', '', 'What changed with it'),
    element('ul', '', ...changes.map((each) => prose('li', '', each))),
  );
  byId('begin').hidden = broken.length > 0 || Object.keys(editable().claims).length > 0;
  showProblems();
  byId('broken').hidden = broken.length === 0;
  byId('broken').replaceChildren(...brokenRows(broken));
}

/** @param {{message: string, place: string, hint: string}[]} broken */
function brokenRows(broken) {
  if (!broken.length) return [];
  const [first, ...more] = broken;
  return [
    element('b', '', 'A file cannot be read, so the map is shown as it was before.'),
    element(
      'p',
      '',
      `${first.place}: ${closed(first.message)}${first.hint ? ` To cure it: ${closed(first.hint)}` : ''}`,
    ),
    more.length ? element('p', 'quiet', `and ${more.length.toLocaleString('en')} more`) : null,
  ].filter((each) => each !== null);
}

function showProblems() {
  const { problems } = editable();
  const count = problems.filter((each) => each.severity !== 'note').length;
  showCount('problems', problems.length, 'remark', 'remarks');
  byId('problems-switch').classList.toggle('wrong', count > 0);
  byId('problems').replaceChildren(
    element('h2', '', 'What could be better'),
    ...problems.map((problem) => {
      const row = problemRow(problem);
      const [claim] = problem.claims;
      if (claim && editable().claims[claim])
        row.append(
          ' ',
          button('Show', () => window.argmap.select(claim), 'small'),
        );
      return row;
    }),
  );
}

/** @param {string} name @param {number} count @param {string} single @param {string} several */
function showCount(name, count, single, several) {
  const made = byId(`${name}-switch`);
  made.hidden = count === 0;
  made.textContent = `${count} ${count === 1 ? single : several}`;
  if (count === 0) byId(name).hidden = true;
}
