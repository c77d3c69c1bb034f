/** The presentation: the map's own steps, else from each conclusion down; a clicker is enough. */

import { labellingOf } from '../engine/grounded.js';
import { openMenu } from '../panel/menu.js';
import { keepState } from '../state/address.js';
import { CLAIMS, childrenOf, DATA } from '../state/data.js';
import { WHILE_OPEN, WHILE_OPEN_FIRST } from '../state/life.js';
import { labelling, model } from '../state/standing.js';
import { STATE, update } from '../state/store.js';
import { byId, element, prose, tell } from '../words/dom.js';
import { namesQuoted, opinionsTold } from '../words/telling.js';
import { slideLines } from './slide-lines.js';
import { levelsOf, slideRow, slideRows, slideSteps } from './slide-parts.js';

const MOST_CARDS = 7;

/** Where there is room for one column only, steps are told in words. */
const ONE_COLUMN = '(max-width: 900px)';

/** @type {[string, number][]} how large cards are, and how many then stand side by side */
const SIZES = [
  ['wide', 3],
  ['middling', 3],
  ['low', 3],
  ['narrow', 4],
];

/** @type {Slide[]} */
let slides = [];

const CLICKS = {
  ArrowRight: 1,
  ArrowDown: 1,
  PageDown: 1,
  ' ': 1,
  n: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
  PageUp: -1,
  Backspace: -1,
  p: -1,
  Home: -Infinity,
  End: Infinity,
};

export function startSlides() {
  const dialog = /** @type {HTMLDialogElement} */ (byId('slides'));
  byId('present').addEventListener('click', () => {
    openMenu(null);
    present(0);
  });
  byId('slide-next').addEventListener('click', () => goToSlide(STATE.slide + 1));
  byId('slide-back').addEventListener('click', () => goToSlide(STATE.slide - 1));
  byId('slide-status').addEventListener('click', toggleStatuses);
  byId('slide-end').addEventListener('click', leaveSlides);
  dialog.addEventListener('close', () => {
    // told in a task of its own: there may be new ones by then
    if (dialog.open) return;
    update({ slide: -1 });
    keepState(false);
  });
  document.addEventListener(
    'keydown',
    (event) => {
      // wherever the focus is: a clicker has no mouse
      if (STATE.slide < 0) return;
      event.stopPropagation();
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const onButton = /** @type {Element} */ (event.target).closest('button') && event.key === ' ';
      if (event.key in CLICKS && !onButton) {
        event.preventDefault();
        goToSlide(STATE.slide + CLICKS[event.key]);
      } else if (event.key === 's') {
        event.preventDefault();
        toggleStatuses();
      } else if (event.key === 'b' || event.key === '.') {
        event.preventDefault();
        blackOut(!byId('slides').classList.contains('black'));
      }
    },
    WHILE_OPEN_FIRST,
  );
  addEventListener(
    'resize',
    () => {
      if (STATE.slide >= 0) showSlide();
    },
    WHILE_OPEN,
  );
}

/** The slides of the map: its steps, or what stands below each claim, from the conclusions down. */
function slidesOf() {
  const steps = DATA.steps.length ? DATA.steps : stepsDown();
  return steps.flatMap((step) => {
    const parts = [];
    for (let at = 0; at < Math.max(1, step.show.length); at += MOST_CARDS) {
      parts.push({ ...step, show: step.show.slice(at, at + MOST_CARDS), say: at ? '' : step.say });
    }
    return parts;
  });
}

/** @returns {Slide[]} */
function stepsDown() {
  const none = { say: '', reject: [], accept: [] };
  const main = DATA.main.length ? DATA.main : DATA.roots;
  const overview =
    main.length > 1 ? [{ ...none, show: main.slice(0, MOST_CARDS), say: DATA.question || '' }] : [];
  for (const { id } of DATA.claims) {
    const below = [...new Set(childrenOf(id))].filter((child) => child !== id);
    for (let at = 0; at < below.length; at += MOST_CARDS - 1) {
      overview.push({ ...none, show: [id, ...below.slice(at, at + MOST_CARDS - 1)] });
    }
  }
  const seenIn = new Set(overview.flatMap(({ show }) => show));
  const rest = DATA.claims.map(({ id }) => id).filter((id) => !seenIn.has(id));
  return rest.length ? [...overview, { ...none, show: rest }] : overview; // cut to size by slidesOf
}

/**
 * Show a slide, with the statuses hidden if the presentation begins.
 * @param {number} at
 * @param {boolean} [isStep]
 */
export function present(at, isStep = true) {
  slides = slidesOf();
  const dialog = /** @type {HTMLDialogElement} */ (byId('slides'));
  if (!dialog.open) {
    update({ slide: -1 }); // the last end may not have been told yet
    dialog.classList.add('bare');
    dialog.showModal();
    byId('slide-next').focus();
  }
  goToSlide(at, isStep);
}

export function leaveSlides() {
  update({ slide: -1 });
  /** @type {HTMLDialogElement} */ (byId('slides')).close();
}

/** @param {number} at @param {boolean} [isStep] whether one would want to come back from it */
function goToSlide(at, isStep = false) {
  const next = Math.min(slides.length - 1, Math.max(0, at));
  if (next === STATE.slide) return;
  update({ slide: next });
  blackOut(false);
  byId('slides').classList.add('bare'); // every slide is first discussed, then judged
  showSlide();
  keepState(isStep);
}

/** Make the screen black, so that all look at who speaks, or show the slide again. @param {boolean} black */
function blackOut(black) {
  byId('slides').classList.toggle('black', black);
  tell(black ? 'The screen is black. B shows the slide again.' : '');
}

function toggleStatuses() {
  byId('slides').classList.toggle('bare');
  showSlide();
}

function showSlide() {
  const slide = slides[STATE.slide];
  const bare = byId('slides').classList.contains('bare');
  byId('slide-count').textContent = `${STATE.slide + 1} of ${slides.length}`;
  const [words] = byId('slide-status').childNodes;
  words.textContent = bare ? 'Show which claims stand' : 'Hide which claims stand';
  byId('slide-back').setAttribute('aria-disabled', String(STATE.slide === 0));
  byId('slide-next').setAttribute('aria-disabled', String(STATE.slide === slides.length - 1));
  const own = slide.reject.length + slide.accept.length > 0;
  const now = own ? labellingOf(model(), slide, STATE.objections) : labelling();
  const line = sayLine(slide);
  const rows = byId('slide-rows');
  const steps = slideSteps(slide.show);
  fillRows(rows, levelsOf(slide.show, steps), steps, now, bare);
  if (!slide.say && !own && rows.scrollHeight > rows.clientHeight + 1) {
    line.hidden = true; // the cards need its room
    fillRows(rows, levelsOf(slide.show, steps), steps, now, bare);
  }
  rows.scrollTop = 0;
  if (matchMedia(ONE_COLUMN).matches) return;
  const lines = slideLines(steps, rows, bare ? null : now);
  if (lines) rows.append(lines);
  else rows.classList.add('listed'); // rather words than a line that says what nobody said
}

/**
 * The line above the cards: what the step says, else the first claim in full; then the opinions with
 * which the step is read, whether or not statuses are shown.
 * @param {Slide} slide
 */
function sayLine(slide) {
  const line = byId('slide-say');
  const text = CLAIMS.get(slide.show[0])?.text || '';
  line.replaceChildren(prose('span', '', slide.say || text));
  line.hidden = false;
  if (slide.reject.length + slide.accept.length) {
    const opinions = opinionsTold(slide.reject, slide.accept, namesQuoted);
    line.append(' ', element('b', '', 'Read here as if you ', ...opinions, '.'));
  }
  return line;
}

/**
 * Show the cards as large as they fit with each level in one row, else as large as they fit.
 * @param {HTMLElement} rows @param {string[][]} levels @param {SlideStep[]} steps
 * @param {Labelling} now @param {boolean} bare
 */
function fillRows(rows, levels, steps, now, bare) {
  const fill = (/** @type {string} */ size, /** @type {number} */ most) => {
    const made = slideRows(levels, steps, most);
    rows.replaceChildren(...made.map((units) => slideRow(units, steps, now, bare)));
    rows.className = size;
    return made.length === levels.length;
  };
  if (matchMedia(ONE_COLUMN).matches) {
    fill('narrow listed', MOST_CARDS);
    return;
  }
  /** @type {?[string, number]} */
  let fitting = null;
  for (const [size, most] of SIZES) {
    const isWhole = fill(size, most);
    const fits =
      rows.scrollHeight <= rows.clientHeight + 1 && rows.scrollWidth <= rows.clientWidth + 1;
    if (fits && isWhole) return;
    if (fits) fitting ??= [size, most];
  }
  if (fitting) fill(...fitting);
}
