/** What the workbench adds to the panel of the chosen claim: what can be done, and what is wrong. */

import { byId, element, part } from '../words/dom.js';
import { askToChange, askToDelete } from './claim-edit.js';
import { askForClaim } from './claim-form.js';
import { button } from './fields.js';
import { askToChangeStep, askToDeleteStep } from './step-edit.js';
import { BENCH, chosenClaim, editable } from './store.js';

/** What is found wrong, in words for a person. */
const SEVERITIES = { error: 'Wrong', warning: 'Could be better', note: 'Note' };

export function startPanelEdits() {
  document.addEventListener('argmap:panel', addEdits);
}

/** Add them to the panel that was just written. */
export function addEdits() {
  const panel = byId('panel');
  const id = chosenClaim();
  if (!panel || panel.hidden || id === null || panel.querySelector('.edits')) return;
  const acts = element(
    'div',
    'acts edits',
    act('Reason', 'reason', () => askForClaim({ kind: 'supports', target: id })),
    act('Objection', 'objection', () => askForClaim({ kind: 'attacks', target: id })),
    act('Change', 'change', () => askToChange(id)),
    act('Delete', 'delete', () => askToDelete(id)),
  );
  panel.querySelector('.text')?.after(acts, ...problemsOf(id));
  panel.append(...stepsOf(id));
}

/** @param {string} words @param {string} name @param {() => void} press */
function act(words, name, press) {
  const made = button(words, press);
  made.dataset.edit = name;
  return made;
}

/** What is wrong with a claim, beside it. @param {string} id */
function problemsOf(id) {
  return editable()
    .problems.filter((problem) => problem.claims.includes(id) && problem.severity !== 'note')
    .map((problem) => problemRow(problem));
}

/** A problem with its cure. @param {Problem} problem */
export function problemRow({ severity, message, hint, place }) {
  const cure = hint ? element('span', 'cure', `To cure it: ${hint}.`) : null;
  const where = element('span', 'quiet', place);
  return element(
    'p',
    `problem ${severity}`,
    element('b', '', `${SEVERITIES[severity]}: `),
    message,
    '. ',
    cure,
    ' ',
    where,
  );
}

/** The steps from and to a claim, each to be changed, blocked or deleted. @param {string} id */
function stepsOf(id) {
  const own = (BENCH.now?.map.data.relations || []).filter(
    (each) => each.target === id || each.premises.includes(id),
  );
  if (!own.length) return [];
  const rows = own.map(({ id: step }) => {
    const words = editable().relations[step]?.words || step;
    const isPlain = !editable().relations[step]?.contradiction;
    return element(
      'li',
      '',
      element('span', '', words),
      element(
        'div',
        'acts',
        isPlain
          ? act('Block it', `block ${step}`, () => askForClaim({ kind: 'undercuts', target: step }))
          : null,
        isPlain ? act('Change', `change ${step}`, () => askToChangeStep(step)) : null,
        act('Delete', `delete ${step}`, () => askToDeleteStep(step)),
      ),
    );
  });
  return [part('Its steps and objections', element('ul', 'steps-edited', ...rows))];
}
