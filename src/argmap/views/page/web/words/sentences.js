/**
 * The sentences that commands and page both say, from the table of views/words/templates.py: the
 * same rules as there, with claims as links where a command has their names as text.
 */

import { DATA } from '../state/data.js';

const PLACE = /\{(\w+)(?:\|([^{}|]*)\|([^{}|]*))?\}/g;

/**
 * A sentence of the table with its places filled; a value is never read as a template.
 * @param {string} name
 * @param {Object<string, string|number|Telling>} [values]
 * @returns {Telling}
 */
export function say(name, values = {}) {
  const template = DATA.sentences[name];
  /** @type {Telling} */
  const parts = [];
  let end = 0;
  for (const place of template.matchAll(PLACE)) {
    const [text, key, single, several] = place;
    const value = values[key];
    parts.push(template.slice(end, place.index));
    if (single !== undefined) parts.push(value === 1 ? single : several);
    else if (Array.isArray(value)) parts.push(...value);
    else parts.push(Number.isInteger(value) ? value.toLocaleString('en') : String(value));
    end = place.index + text.length;
  }
  parts.push(template.slice(end));
  return parts.filter((part) => part !== '');
}

/** A sentence of the table in which all is text. @param {Parameters<typeof say>} sentence */
export function sayText(...sentence) {
  return say(...sentence).join('');
}

/** Things as a list in words. @param {Telling[]} things @returns {Telling} */
export function listed(things) {
  if (!things.length) return [];
  const last = things.length - 1;
  return things.reduce((before, thing, at) =>
    say(at === last ? 'list.last' : 'list.next', { before, thing }),
  );
}

/**
 * The number of ways to carry a claim, or to withdraw its grounds; the total may be unknown.
 * @param {'carry'|'withdraw'} way
 * @param {number} shown
 * @param {?number} total
 */
export function waysCounted(way, shown, total) {
  const count = total === null ? shown : total;
  let form = count === 1 ? 'only' : 'all';
  if (total === null) form = 'least';
  else if (total > shown) form = 'first';
  return sayText(`ways.${form}`, {
    ways: say(`ways.${way}`, { count }),
    shown: shown.toLocaleString('en'),
    total: count.toLocaleString('en'),
  });
}

/** The number with its thing in the right form. @param {number} number @param {string} thing */
export function counted(number, thing) {
  return sayText(number ? 'count' : 'count.none', { number, thing });
}
