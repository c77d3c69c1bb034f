/** The start of the page, part by part, and its small interface for tests and embedders. */

import { takeUpView, viewToKeep } from './draw/again.js';
import { leaveMap } from './draw/camera.js';
import { startCanvas } from './draw/canvas.js';
import { pictureOf, svgText } from './draw/picture.js';
import { atPoint } from './draw/pointing.js';
import { focusOn, goTo, pick } from './draw/view.js';
import { startKeys } from './keys.js';
import { font } from './layout/letters.js';
import { startBrief } from './panel/brief.js';
import { startFilters } from './panel/filters.js';
import { startFirstLook } from './panel/first-look.js';
import { openLegend, startMenu, startTheme } from './panel/menu.js';
import { startOtherwise } from './panel/otherwise.js';
import { listOutline, startOutline } from './panel/outline.js';
import { startPanel } from './panel/panel.js';
import { startReaders } from './panel/readers.js';
import { startRegions } from './panel/regions.js';
import { startSearch } from './panel/search.js';
import { startShare } from './panel/share.js';
import { startWhose } from './panel/sources.js';
import { startStance } from './panel/stance.js';
import { startStrengths } from './panel/strengths.js';
import { startTrail } from './panel/trail.js';
import { showSide, startView } from './panel/view-bar.js';
import { startPrint } from './present/print.js';
import { startPicture } from './present/save.js';
import { startSlides } from './present/slides.js';
import { startPermalink } from './restore.js';
import { keepState } from './state/address.js';
import { CLAIMS, DATA } from './state/data.js';
import { endPage, isOver } from './state/life.js';
import { readAgain } from './state/prepared.js';
import { SHOWN } from './state/shown.js';
import { setStance } from './state/standing.js';
import { announce, STATE } from './state/store.js';
import { strengthOf } from './state/weighing.js';
import { byId, element } from './words/dom.js';
import { stepAt } from './words/telling.js';

let isReady = false;

window.argmap = Object.freeze({
  /** True after the first full picture in the page's own letters. */
  get ready() {
    return isReady;
  },
  /** The label of every claim: `in`, `out` or `undec`. */
  labels() {
    return Object.fromEntries(DATA.claims.map((claim) => [claim.id, claim.label]));
  },
  /**
   * Choose a claim and show it.
   * @param {string} id
   */
  select(id) {
    pick(id);
  },
  /**
   * The name of a step or an objection, as it stands in a sentence.
   * @param {string} id
   */
  step(id) {
    return element('span', '', ...stepAt(id)).textContent;
  },
  /**
   * Reject and accept claims; statuses follow at once.
   * @param {{reject?: string[], accept?: string[]}} stance
   */
  setStance(stance) {
    setStance(stance);
    keepState(true);
  },
  /**
   * Show only what stands around a claim; null shows the map again.
   * @param {?string} id @param {number} [depth] 1 to 4
   */
  focus(id, depth) {
    if (id !== null && !CLAIMS.has(id)) throw new Error(`there is no claim \`${id}\``);
    focusOn(id, depth);
  },
  /** The strength of every claim, from 0 to 1. */
  strengths() {
    return Object.fromEntries(DATA.claims.map(({ id }) => [id, strengthOf(id)]));
  },
  /** The current view as the text of an SVG file. */
  toSVG() {
    return svgText(pictureOf());
  },
  /** Answers that were still being worked out when the page opened are there now. */
  prepared() {
    readAgain();
    announce('prepared');
  },
  /**
   * The claim whose card is at a point of the window, and the step whose line is there.
   * @param {number} x @param {number} y
   */
  at(x, y) {
    return atPoint(x, y);
  },
  /** The view of the poster, for `lookFrom` of the page that takes the place of this one. */
  camera() {
    return viewToKeep();
  },
  /** @param {any} kept what `camera` gave */
  lookFrom(kept) {
    takeUpView(kept);
  },
  /** End this page, for another one that is made in its place. */
  end() {
    endPage();
    leaveMap();
  },
  /** What the address holds. */
  state() {
    return {
      chosen: STATE.chosen,
      whole: STATE.whole,
      centre: STATE.centre,
      reject: [...STATE.stance.reject],
      accept: [...STATE.stance.accept],
      objections: STATE.objections,
      focus: STATE.view.focus && { ...STATE.view.focus },
      depth: STATE.view.depth,
      sentences: STATE.sentences,
      strengths: STATE.weighed,
      credences: Object.fromEntries(STATE.credences),
      step: STATE.slide < 0 ? null : STATE.slide + 1,
      filters: Object.fromEntries([...STATE.filters].map(([key, all]) => [key, [...all]])),
    };
  },
});

/** Letters that are still loading would be drawn in another font and never again. */
async function lettersLoaded() {
  await Promise.all([document.fonts.load(font(16)), document.fonts.load(font(16, true))]);
}

/**
 * Wait until an element has a size: vis-network never recovers from being started without one.
 * @param {HTMLElement} place
 * @param {() => void} begin
 */
function whenSeen(place, begin) {
  new ResizeObserver((_, observer) => {
    if (!place.clientWidth) return;
    observer.disconnect();
    if (!isOver()) begin();
  }).observe(place);
}

function startSwitches() {
  byId('side-switch').addEventListener('click', () =>
    showSide(document.body.classList.contains('no-side')),
  );
  byId('legend-switch').addEventListener('click', () =>
    openLegend(Boolean(byId('legend-more').hidden)),
  );
  const map = byId('map-switch');
  map.addEventListener('click', () => {
    const shown = document.body.classList.toggle('map-first');
    map.textContent = shown ? 'Outline' : 'Map';
    if (shown && STATE.chosen && !SHOWN.visible)
      requestAnimationFrame(() => goTo(STATE.chosen || ''));
  });
}

async function start() {
  const letters = lettersLoaded(); // meanwhile, the rest
  startTheme();
  startPanel();
  startFirstLook();
  startOutline();
  startStance();
  startMenu();
  startReaders();
  startShare();
  startFilters();
  startWhose();
  startView();
  startStrengths();
  startTrail();
  startOtherwise();
  startSearch();
  startRegions();
  startKeys();
  startPicture();
  startPrint();
  startSlides();
  startBrief();
  startSwitches();
  startPermalink();
  await letters;
  const isOutlineFirst = !byId('map').clientWidth; // on a phone there is nothing to draw yet
  if (isOutlineFirst) {
    listOutline();
    isReady = true;
  }
  whenSeen(byId('map'), () =>
    startCanvas(() => {
      isReady = true;
      if (!isOutlineFirst) setTimeout(() => isOver() || listOutline());
    }),
  );
}

start();
