/** A stance as a file: the form in which the page saves it, and in which `argmap readers` reads it. */

/** The most letters that a file of stances may have. */
const LONGEST = 1e6;

const SIDES = /** @type {('reject'|'accept')[]} */ (['reject', 'accept']);

/**
 * A stance as the text of a file.
 * @param {string} name @param {{reject: Iterable<string>, accept: Iterable<string>}} stance
 */
export function stanceText(name, stance) {
  const lines = ['argmap: 1', 'stances:', '  my-stance:', `    name: ${quoted(name)}`];
  for (const side of SIDES) {
    const ids = [...stance[side]].map(quoted).join(', ');
    if (ids) lines.push(`    ${side}: [${ids}]`);
  }
  return `${lines.join('\n')}\n`;
}

/** A text in quotes as YAML and JSON both read it. @param {string} text */
function quoted(text) {
  const safe = (/** @type {string} */ sign) =>
    `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return JSON.stringify(text).replace(/[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g, safe);
}

/**
 * The readers in the text of a file in the page's own form, or in the same form as JSON.
 * @param {string} text
 * @returns {?Reader[]} null if the text has another form
 */
export function readersIn(text) {
  if (text.length > LONGEST) return null;
  const plain = text.replace(/^\ufeff/, '');
  const stances = plain.trimStart().startsWith('{') ? fromJson(plain) : fromLines(plain);
  const readers = stances?.map(readerOf) || [];
  return readers.length && readers.every(isReader) ? readers : null;
}

/** @param {?Reader} reader @returns {reader is Reader} */
function isReader(reader) {
  return reader !== null;
}

/** @param {string} text @returns {?[string, any][]} */
function fromJson(text) {
  const file = jsonOf(text);
  const isOurs =
    file?.argmap === 1 && isPlain(file.stances) && hasOnly(file, ['argmap', 'stances']);
  return isOurs ? Object.entries(file.stances) : null;
}

/** @param {any} value */
function isPlain(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** @param {object} value @param {string[]} keys */
function hasOnly(value, keys) {
  return Object.keys(value).every((key) => keys.includes(key));
}

/** A JSON value; null for a text that is none. @param {string} text @returns {any} */
function jsonOf(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * The stances in the lines that the page itself writes.
 * @param {string} text
 * @returns {?[string, any][]}
 */
function fromLines(text) {
  const [first, second, ...lines] = text.split(/\r?\n/).filter((line) => line.trim());
  if (first !== 'argmap: 1' || second !== 'stances:') return null;
  /** @type {[string, any][]} */
  const stances = [];
  for (const line of lines) {
    const id = /^ {2}([\w-]+):$/.exec(line);
    const entry = /^ {4}(name|reject|accept): (.*)$/.exec(line);
    const last = stances.at(-1);
    if (id) stances.push([id[1], {}]);
    else if (entry && last && !(entry[1] in last[1])) last[1][entry[1]] = jsonOf(entry[2]);
    else return null;
  }
  return stances;
}

/** @param {[string, any]} entry @returns {?Reader} */
function readerOf([id, stance]) {
  if (!isPlain(stance) || !hasOnly(stance, ['name', ...SIDES])) return null;
  const { name = id, reject = [], accept = [] } = stance;
  const isList = (/** @type {any} */ ids) =>
    Array.isArray(ids) && ids.every((id) => typeof id === 'string');
  return typeof name === 'string' && isList(reject) && isList(accept)
    ? { name, reject, accept }
    : null;
}
