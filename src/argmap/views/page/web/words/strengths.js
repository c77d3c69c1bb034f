/** Strengths and probabilities in words: as views/words/strengths.py and views/picture/tornado.py. */

import { DATA } from '../state/data.js';

/** The eighths that lie half way between two hundredths: the even one of the two, as in Python. */
const HALF_WAY = new Map([
  [0.125, '0.12'],
  [0.375, '0.38'],
  [0.625, '0.62'],
  [0.875, '0.88'],
]);

/** A number from 0 to 1 in hundredths. @param {number} value */
export function inHundredths(value) {
  return HALF_WAY.get(value) ?? value.toFixed(2);
}

/** The word for a strength. @param {number} strength */
export function degreeOf(strength) {
  const shown = Number(inHundredths(strength));
  return DATA.strength.degrees.find(([least]) => shown >= least)?.[1] ?? '';
}

/** The word, and the number beside it. @param {number} strength */
export function strengthInWords(strength) {
  return `${degreeOf(strength)} (${inHundredths(strength)})`;
}

/** A probability; what is not quite 0 or 1 never reads as such. @param {number} probability */
export function inShort(probability) {
  const text = inHundredths(probability);
  if (text === '0.00' && probability > 0) return '<0.01';
  if (text === '1.00' && probability < 1) return '>0.99';
  return text;
}
