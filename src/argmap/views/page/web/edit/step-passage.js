/** The form that makes words of the document the ones that draw a step. */

import { quotation, stepEntries } from './claim-form.js';
import { openForm } from './dialog.js';
import { picker } from './picker.js';

/** @param {QuotedWords} passage */
export function askForStep(passage) {
  const step = picker('Step or objection', stepEntries);
  openForm('The words that draw a step', [quotation(passage), step.row], 'Save', () => {
    if (step.value === null) return 'Pick the step from the list.';
    const { words: quote, paragraph, page, source } = passage;
    return { do: 'quote', kind: 'relation', id: step.value, quote, paragraph, page, source };
  });
}
