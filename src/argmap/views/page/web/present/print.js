/**
 * Sheets of paper: an overview laid out to the sheet, a page for each main conclusion, and every
 * claim.
 */

import { pictureOf } from '../draw/picture.js';
import { openMenu } from '../panel/menu.js';
import { CLAIMS, childrenOf, DATA } from '../state/data.js';
import { wearFaces } from '../state/faces.js';
import { WHILE_OPEN } from '../state/life.js';
import { LOOK } from '../state/look.js';
import { keepShown, SHOWN } from '../state/shown.js';
import { hasStance } from '../state/standing.js';
import { isReading, STATE } from '../state/store.js';
import { byId, element, prose } from '../words/dom.js';
import { counted } from '../words/sentences.js';
import { allBelow, layOutBelow, layOutMap, layOutShown, scaleIn } from './sheet-claims.js';
import { claimList, keyOfSigns } from './sheet-parts.js';

/** @typedef {'a3'|'a4'} Paper */

const POINTS_OF_PIXEL = 72 / 96;

/** @type {Paper} */
let paper = 'a4';

export function startPrint() {
  addEventListener('beforeprint', layOutPages, WHILE_OPEN);
  addEventListener('afterprint', () => byId('print').replaceChildren(), WHILE_OPEN);
  for (const size of /** @type {Paper[]} */ (['a4', 'a3'])) {
    byId(`print-${size}`).addEventListener('click', () => {
      openMenu(null);
      paper = size;
      print();
    });
  }
}

/** Lay out all sheets unseen, and put the map back as it was. */
function layOutPages() {
  if (STATE.brief) return; // the brief alone is printed
  const showAgain = keepShown();
  const places = DATA.claims.map(({ h, lines, w, x, y }) => ({ h, lines, w, x, y }));
  const pages = byId('print');
  pages.dataset.paper = paper;
  for (const [name, colour] of Object.entries(LOOK.light))
    pages.style.setProperty(`--${name}`, colour);
  pages.replaceChildren();
  pages.classList.add('measured');
  wearFaces(false);
  coverPage();
  const main = DATA.main.length ? DATA.main : DATA.roots.slice(0, 3);
  const argued = main.filter((id) => childrenOf(id).length);
  const isAlone = argued.length === 1 && DATA.roots.length === 1; // the overview is its page
  if (!isPart() && !isAlone && SHOWN.visible && SHOWN.visible.size < DATA.claims.length)
    for (const id of argued) pageOf(id);
  pages.append(claimList());
  pages.classList.remove('measured');
  DATA.claims.forEach((claim, at) => {
    Object.assign(claim, places[at]);
  });
  showAgain();
}

/** Whether the reader looks at a part of the map that was chosen for itself. */
function isPart() {
  return !isReading() && Boolean(STATE.view.focus || STATE.marked || STATE.part);
}

/** The view as it is if it fits on a sheet, else as much of it from the top down as does. */
function coverPage() {
  const head = [prose('h1', '', DATA.title || 'Argument map')];
  if (DATA.question) head.push(prose('p', '', DATA.question));
  const otherwise = byId('slide-otherwise').textContent;
  if (otherwise) head.push(prose('p', '', otherwise));
  if (hasStance()) head.push(element('p', '', byId('stance-told').textContent));
  const shown = isPart() ? SHOWN.visible : null;
  sheet(head, keyOfSigns(), (room) => {
    if (shown) layOutShown(shown, room);
    else layOutMap(room);
    return leftOut(DATA.claims.length, 'All of them are listed at the end.');
  });
}

/** @param {string} id */
function pageOf(id) {
  const claim = /** @type {Claim} */ (CLAIMS.get(id));
  const head = [prose('h2', '', `${claim.number} ${claim.name}`)];
  if (claim.text !== claim.name) head.push(prose('p', '', claim.text));
  sheet(head, [], (room) => {
    layOutBelow(id, room);
    return leftOut(allBelow([id]).size, 'The others are in the list at the end.');
  });
}

/**
 * How many claims a sheet leaves out, in words; empty if none.
 * @param {number} all @param {string} where
 */
function leftOut(all, where) {
  const count = SHOWN.visible?.size ?? all;
  if (count >= all) return '';
  const drawn = `${count.toLocaleString('en')} of ${counted(all, 'claim')} are drawn`;
  return `${drawn}; +n says how many more hang below. ${where}`;
}

/**
 * Add a sheet: its head, what is laid out in the room that is left, and its foot.
 * @param {HTMLElement[]} head @param {HTMLElement[]} foot
 * @param {(room: Size) => string} layOut what remarks on what it left out
 */
function sheet(head, foot, layOut) {
  const slot = element('div', 'slot');
  const remark = element('p', 'left-out', '\u00a0');
  byId('print').append(element('section', 'sheet', ...head, remark, slot, ...foot));
  const { height, width } = slot.getBoundingClientRect();
  const room = { width: width * POINTS_OF_PIXEL, height: height * POINTS_OF_PIXEL };
  remark.textContent = layOut(room);
  const scale = scaleIn(room);
  const picture = pictureOf(true);
  for (const side of ['width', 'height']) {
    const length = Number(picture.getAttribute(side)) * scale;
    picture.setAttribute(side, `${length.toFixed(1)}pt`);
  }
  slot.append(picture);
}
