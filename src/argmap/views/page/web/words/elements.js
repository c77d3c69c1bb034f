/** Elements that show claims and relations, and files to be saved. */

import { CLAIMS, DATA } from '../state/data.js';
import { toneOf, wordOf } from '../state/standing.js';
import { element, prose } from './dom.js';

export const SVG = 'http://www.w3.org/2000/svg';

/**
 * @param {string} className
 * @param {string} path
 * @param {boolean} disc
 * @returns {SVGElement}
 */
export function drawing(className, path, disc) {
  const made = document.createElementNS(SVG, 'svg');
  made.setAttribute('class', className);
  made.setAttribute('viewBox', disc ? '-9 -9 18 18' : '-7 -7 14 14');
  made.setAttribute('aria-hidden', 'true');
  if (disc) {
    const circle = document.createElementNS(SVG, 'circle');
    circle.setAttribute('r', '7.3');
    made.append(circle);
  }
  const line = document.createElementNS(SVG, 'path');
  line.setAttribute('d', path);
  made.append(line);
  return made;
}

/**
 * The sign of a claim's status; hollow if the claim is granted.
 * @param {Claim} claim
 */
export function statusSign(claim) {
  const hollow = claim.granted ? ' hollow' : '';
  return drawing(`sign ${toneOf(claim)}${hollow}`, DATA.look.signs[claim.word], true);
}

/** @param {Relation['kind']} kind */
export function relationMark(kind) {
  return drawing(`mark ${kind}`, DATA.look.marks[kind], false);
}

/**
 * A button that chooses a claim: what comes before its number, its status, number and name.
 * The word of a status is shown unless the claim stands; it is always there to be read out.
 * @param {Claim} claim
 * @param {...(Node|string|null)} before
 */
export function claimButton(claim, ...before) {
  const made = element('button', `claim ${toneOf(claim)}`);
  made.setAttribute('type', 'button');
  made.dataset.claim = claim.id;
  made.append(
    element('span', 'lead', ...before, statusSign(claim)),
    element(
      'span',
      'rest',
      element('span', 'number', claim.number),
      ' ',
      prose('span', 'name', claim.name),
      ' ',
      element('span', wordClass(claim), wordOf(claim)),
    ),
  );
  return made;
}

/** Every colour in which a claim can be shown. */
const TONES = ['stands', 'contested', 'open', 'falls', 'yours'];

/** @param {Claim} claim */
function wordClass(claim) {
  const tone = toneOf(claim);
  return tone === 'stands' ? 'status unseen' : `status word ${tone}`;
}

/**
 * Give a button of `claimButton` the status that its claim has now.
 * @param {HTMLElement} button
 */
export function refreshButton(button) {
  const claim = /** @type {Claim} */ (CLAIMS.get(button.dataset.claim || ''));
  for (const word of TONES) button.classList.toggle(word, word === toneOf(claim));
  button.querySelector('.sign')?.replaceWith(statusSign(claim));
  const word = /** @type {HTMLElement} */ (button.querySelector('.status'));
  word.className = wordClass(claim);
  word.textContent = wordOf(claim);
}

/**
 * A link that leads away, or plain text if the address is no web or mail address.
 * @param {string} text
 * @param {?string} url
 */
export function outwardLink(text, url) {
  if (!url || !/^(https?|mailto):/i.test(url)) return prose('span', '', text);
  const made = /** @type {HTMLAnchorElement} */ (prose('a', '', text));
  made.href = url;
  made.target = '_blank';
  made.rel = 'noopener noreferrer';
  return made;
}

/** @param {string} name @param {Blob} content */
export function download(name, content) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}
