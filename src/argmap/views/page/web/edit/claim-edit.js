/** The form in which a claim that is there is changed, and its deletion. */

import { element, prose } from '../words/dom.js';
import { openForm } from './dialog.js';
import { area, button, choice, GRANTED, line, MODES, row } from './fields.js';
import { asked } from './server.js';
import { BENCH, claimOf, editable, quotedName, stepName } from './store.js';

/** @typedef {{key: string, was: any, value: any}} Change */

/** @param {string} id */
export function askToChange(id) {
  const isDraft = !editable().claims[id];
  const now = editable().claims[id] || editable().drafts[id];
  const fields = fieldsFor(now, isDraft);
  const more = element('details', 'more');
  more.append(
    element('summary', '', 'Who says so, and how it counts'),
    row('Source', fields.source),
    row('How the source has it', fields.mode),
    row('Who holds it, if not the source itself', fields.speaker),
    row('Does it need support?', fields.granted),
    row('How much you believe it, from 0 to 1', fields.credence),
    row('Note of the mapper', fields.note),
  );
  const rows = [
    row('What it says', fields.text),
    row('Short name for pictures', fields.label),
    row('Chapter', fields.section),
    row('Tags, with commas between', fields.tags),
    ...quotesOf(id, now),
    more,
  ];
  openForm(isDraft ? 'Change the draft' : `Change ${quotedName(id)}`, rows, 'Save', () => {
    if (!fields.text.value.trim()) return 'A claim needs its words; to take it out, delete it.';
    const credence = Number(plainNumber(fields.credence.value) || 0);
    if (!(credence >= 0 && credence <= 1))
      return 'How much you believe it is a number from 0 to 1, such as 0.8.';
    const changes = changesOf(now, valuesIn(fields));
    return changes.length ? { do: 'set', kind: 'claim', id, values: changes } : null;
  });
}

/** @param {EditableClaim} now @param {boolean} isDraft */
function fieldsFor(now, isDraft) {
  const { sections, sources, speakers, tags } = editable();
  return {
    text: area(now.text, 3),
    label: line(now.label || ''),
    section: line(now.section || '', sections),
    tags: line(now.tags.join(', '), tags),
    source: choice(now.source || '', [
      ['', 'No source'],
      .../** @type {[string, string][]} */ (sources.map((each) => [each.id, each.title])),
    ]),
    mode: Object.assign(choice(now.mode, MODES), { disabled: isDraft }), // a draft has none yet
    speaker: line(now.speaker || '', speakers),
    granted: choice(now.granted === null ? '' : String(now.granted), GRANTED),
    credence: line(now.credence === null ? '' : String(now.credence)),
    note: area(now.note || '', 2),
  };
}

/** @param {ReturnType<typeof fieldsFor>} fields */
function valuesIn(fields) {
  const credence = plainNumber(fields.credence.value);
  return {
    text: fields.text.value.trim().replace(/\s+/g, ' '),
    label: fields.label.value.trim() || null,
    section: fields.section.value.trim() || null,
    tags: wordsOf(fields.tags.value),
    source: fields.source.value || null,
    mode: fields.mode.value,
    speaker: fields.speaker.value.trim() || null,
    granted: grantedOf(fields.granted.value),
    credence: credence ? Number(credence) : null,
    note: fields.note.value.trim() || null,
  };
}

/** A number with a point in it, whichever sign was typed. @param {string} text */
function plainNumber(text) {
  return text.trim().replace(',', '.');
}

/**
 * What differs between the values before and after.
 * @param {Record<string, any>} before @param {Record<string, any>} after @returns {Change[]}
 */
export function changesOf(before, after) {
  return Object.entries(after).flatMap(([key, value]) => {
    const was = Array.isArray(before[key]) && !before[key].length ? null : before[key];
    const now = Array.isArray(value) && !value.length ? null : value;
    return JSON.stringify(was) === JSON.stringify(now) ? [] : [{ key, was, value: now }];
  });
}

/** @param {string} text */
function wordsOf(text) {
  return [...new Set(text.split(',').map((word) => word.trim()))].filter(Boolean);
}

/** @param {string} word */
function grantedOf(word) {
  return word === '' ? null : word === 'pending' ? word : word === 'true';
}

/** The quotations of a claim, each to be taken away. @param {string} id @param {EditableClaim} now */
function quotesOf(id, now) {
  return now.quotes
    .map((each, place) => ({ ...each, place }))
    .filter(({ quote }) => quote)
    .map(({ place, quote, paragraph, page }) => {
      const where = paragraph ? `paragraph ${paragraph}` : page ? `page ${page}` : '';
      const block = prose('blockquote', '', `“${quote}”`);
      const away = button(
        'Take this quotation away',
        async () => {
          const answer = await asked('/edit', { do: 'unquote', kind: 'claim', id, quote, place });
          if (answer.refusal === undefined) block.remove();
          else block.append(element('p', 'wrong', answer.refusal));
        },
        'small',
      );
      block.append(element('footer', '', where, ' ', away));
      return block;
    });
}

/** Ask whether a claim is to go, with all that goes with it. @param {string} id */
export function askToDelete(id) {
  const relations = BENCH.now?.map.data.relations || [];
  const gone = relations.filter((each) => each.target === id || each.premises.includes(id));
  const rest = gone.flatMap((each) => relations.filter(({ target }) => target === each.id));
  const going = [...new Set([...gone, ...rest])];
  const steps = going.map(({ id: step }) => stepName(step));
  const was = claimOf(id)?.text;
  const rows = [
    prose('p', 'text', claimOf(id)?.text || id),
    element(
      'p',
      '',
      steps.length
        ? 'These steps and objections go with it; the other claims in them stay:'
        : 'Nothing else hangs on it.',
    ),
    element('ul', 'gone', ...steps.map((words) => prose('li', '', words))),
  ];
  openForm(`Delete ${quotedName(id)}?`, rows, 'Delete', () => ({
    do: 'remove',
    kind: 'claim',
    id,
    was,
    steps: going.map((each) => each.id),
  }));
}
