/** The form in which a step or an objection is changed, and its deletion. */

import { element, prose } from '../words/dom.js';
import { changesOf } from './claim-edit.js';
import { openForm } from './dialog.js';
import { area, choice, row } from './fields.js';
import { editable, stepName } from './store.js';

/** @param {string} id */
export function askToChangeStep(id) {
  const now = editable().relations[id];
  const scheme = choice(now.scheme || '', [
    ['', 'No pattern'],
    .../** @type {[string, string][]} */ (editable().schemes),
  ]);
  const rationale = area(now.rationale || '', 2);
  const force = choice(now.force || '', [
    ['', 'As the map has it'],
    ['contest', 'A reason against the claim'],
    ['defeat', 'It refutes the claim'],
  ]);
  const note = area(now.note || '', 2);
  const rows = [
    prose('p', 'text', stepName(id)),
    row('Pattern of argument', scheme),
    row('Why the step holds', rationale),
    ...(id.includes('~attacks~') || now.force
      ? [row('What the objection is meant to do', force)]
      : []),
    row('Note of the mapper', note),
  ];
  openForm('Change the step', rows, 'Save', () => {
    const changes = changesOf(now, {
      scheme: scheme.value || null,
      rationale: rationale.value.trim() || null,
      force: force.value || null,
      note: note.value.trim() || null,
    });
    return changes.length ? { do: 'set', kind: 'relation', id, values: changes } : null;
  });
}

/** @param {string} id */
export function askToDeleteStep(id) {
  const rows = [
    prose('p', 'text', stepName(id)),
    element('p', '', 'The claims in it stay in the map; what blocks the step goes with it.'),
  ];
  openForm('Delete the step?', rows, 'Delete', () => ({ do: 'remove', kind: 'relation', id }));
}
