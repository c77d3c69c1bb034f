/** A field in which a claim or a step is looked up by its number or by words of it. */

import { element } from '../words/dom.js';

/** The most entries that are offered at once. */
const MOST = 8;

let made = 0;

/** Letters without case and marks, for comparison. @param {string} text */
function plain(text) {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/**
 * The entries that fit some words, the best first: by the beginning of the number, then of the text.
 * @template {Entry} T
 * @param {T[]} all @param {string} words @returns {T[]}
 */
export function fitting(all, words) {
  const wanted = plain(words).split(/\s+/).filter(Boolean);
  if (!wanted.length) return all.slice(0, MOST);
  const scored = all.flatMap((entry) => {
    const text = plain(`${entry.number} ${entry.words}`);
    if (!wanted.every((word) => text.includes(word))) return [];
    const isFirst = plain(entry.number).startsWith(wanted[0]);
    return [
      { entry, score: (isFirst ? 0 : 2) + (plain(entry.words).startsWith(wanted[0]) ? 0 : 1) },
    ];
  });
  scored.sort((a, b) => a.score - b.score);
  return scored.slice(0, MOST).map(({ entry }) => entry);
}

/** A field with a list below it, from which an entry is picked. */
class Picker {
  /** @type {?Entry} */
  #chosen = null;
  /** The place in the list at which the keys are. */
  #at = -1;
  /** @type {Entry[]} */
  #offered = [];

  /** @param {string} label @param {() => Entry[]} entries */
  constructor(label, entries) {
    made += 1;
    this.entries = entries;
    this.listId = `picker-${made}-list`;
    this.input = fieldFor(`picker-${made}`, this.listId);
    this.list = listFor(this.listId, label);
    const name = element('label', 'field', label);
    name.setAttribute('for', this.input.id);
    /** The field and its list. */
    this.row = element('div', 'row', name, element('div', 'picker', this.input, this.list));
    this.input.addEventListener('input', () => {
      this.#chosen = null;
      this.#open();
    });
    this.input.addEventListener('focus', () => this.#chosen || this.#open());
    this.input.addEventListener('blur', () => this.#close());
    this.input.addEventListener('keydown', (event) => this.#takeKey(event));
  }

  /** What is picked; null while nothing is. @returns {?string} */
  get value() {
    return this.#chosen?.id ?? null;
  }

  /** Pick an entry, or none. @param {?Entry} entry */
  put(entry) {
    this.#chosen = entry;
    this.input.value = entry ? `${entry.number} ${entry.words}`.trim() : '';
  }

  /** @param {Entry} entry */
  #take(entry) {
    this.put(entry);
    this.#close();
  }

  #close() {
    this.list.hidden = true;
    this.#at = -1;
    this.input.setAttribute('aria-expanded', 'false');
    this.input.removeAttribute('aria-activedescendant');
  }

  #open() {
    this.#offered = fitting(this.entries(), this.input.value);
    this.list.replaceChildren(
      ...this.#offered.map((entry, place) => {
        const row = element('li', '', element('b', '', entry.number), ' ', entry.words);
        row.setAttribute('role', 'option');
        row.id = `${this.listId}-${place}`;
        row.addEventListener('pointerdown', (event) => {
          event.preventDefault(); // the field keeps the focus
          this.#take(entry);
        });
        return row;
      }),
    );
    this.list.hidden = this.#offered.length === 0;
    this.input.setAttribute('aria-expanded', String(!this.list.hidden));
    this.#mark(this.input.value.trim() && this.#offered.length ? 0 : -1);
  }

  /** Go to a place of the list. @param {number} place */
  #mark(place) {
    this.#at = place;
    [...this.list.children].forEach((each, number) => {
      each.setAttribute('aria-selected', String(number === place));
      if (number === place) each.scrollIntoView({ block: 'nearest' });
    });
    if (place < 0) this.input.removeAttribute('aria-activedescendant');
    else this.input.setAttribute('aria-activedescendant', `${this.listId}-${place}`);
  }

  /** @param {KeyboardEvent} event */
  #takeKey(event) {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by) {
      event.preventDefault();
      if (this.list.hidden) this.#open();
      const count = this.#offered.length;
      if (count) this.#mark((Math.max(this.#at, by > 0 ? -1 : 0) + by + count) % count);
    } else if (event.key === 'Enter' && !this.list.hidden && this.#at >= 0) {
      event.preventDefault();
      this.#take(this.#offered[this.#at]);
    } else if (event.key === 'Escape' && !this.list.hidden) {
      event.preventDefault();
      event.stopPropagation();
      this.#close();
    }
  }
}

/** @param {string} id @param {string} listId */
function fieldFor(id, listId) {
  const field = /** @type {HTMLInputElement} */ (element('input'));
  Object.assign(field, { id, type: 'text', autocomplete: 'off', spellcheck: false });
  field.placeholder = 'Type a number or words';
  for (const [key, value] of [
    ['role', 'combobox'],
    ['aria-expanded', 'false'],
    ['aria-controls', listId],
    ['aria-autocomplete', 'list'],
  ])
    field.setAttribute(key, value);
  return field;
}

/** @param {string} id @param {string} label */
function listFor(id, label) {
  const list = element('ul', 'picks');
  Object.assign(list, { id, hidden: true });
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', label);
  return list;
}

/** A field in which something is looked up. @param {string} label @param {() => Entry[]} entries */
export function picker(label, entries) {
  return new Picker(label, entries);
}
