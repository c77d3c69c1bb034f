/** The fields of forms. */

import { element } from '../words/dom.js';

let made = 0;

/**
 * A field below its name.
 * @template {HTMLElement} T
 * @param {string} label @param {T} field @param {string} [hint] @returns {HTMLElement}
 */
export function row(label, field, hint = '') {
  made += 1;
  field.id ||= `field-${made}`;
  const name = element('label', 'field', label);
  name.setAttribute('for', field.id);
  const note = hint ? element('span', 'hint', hint) : null;
  if (note) {
    note.id = `${field.id}-hint`;
    field.setAttribute('aria-describedby', note.id);
  }
  return element('div', 'row', name, field, note);
}

/** @param {string} value @param {number} rows */
export function area(value, rows) {
  const field = /** @type {HTMLTextAreaElement} */ (element('textarea'));
  Object.assign(field, { value, rows, dir: 'auto' });
  return field;
}

/** A line of text, with what was written before as offers. @param {string} value @param {string[]} [offers] */
export function line(value, offers = []) {
  const field = /** @type {HTMLInputElement} */ (element('input'));
  Object.assign(field, { type: 'text', value, dir: 'auto', autocomplete: 'off' });
  if (!offers.length) return field;
  made += 1;
  const list = element('datalist');
  list.id = `offers-${made}`;
  list.append(...offers.map((offer) => Object.assign(element('option'), { value: offer })));
  field.setAttribute('list', list.id);
  field.append(list);
  return field;
}

/** @param {string} value @param {[string, string][]} options values with their words */
export function choice(value, options) {
  const field = /** @type {HTMLSelectElement} */ (element('select'));
  for (const [each, words] of options) {
    const option = /** @type {HTMLOptionElement} */ (element('option', '', words));
    option.value = each;
    field.append(option);
  }
  field.value = value;
  return field;
}

/** @param {string} words @param {() => void} press @param {string} [kind] */
export function button(words, press, kind = '') {
  const pressed = element('button', `button ${kind}`.trim(), words);
  pressed.setAttribute('type', 'button');
  pressed.addEventListener('click', press);
  return pressed;
}

/** The ways in which a source can have a claim, in words of an author. */
export const MODES = /** @type {[string, string][]} */ ([
  ['asserted', 'The source says so itself'],
  ['reported', 'The source reports it of somebody'],
  ['conceded', 'The source admits it, against its own case'],
  ['raised', 'The source puts it in order to answer it'],
  ['implicit', 'The source leaves it unsaid'],
  ['editorial', 'I add it; no source says so'],
]);

/** The answers to whether a claim needs support. */
export const GRANTED = /** @type {[string, string][]} */ ([
  ['', 'As it follows from its reasons'],
  ['true', 'Granted: it counts without reasons'],
  ['false', 'Not granted: it needs a reason'],
  ['pending', 'Still to be supported'],
]);
