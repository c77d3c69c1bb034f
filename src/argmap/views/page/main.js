/** Starts the page, part by part, and offers the small interface for tests and embedders. */

let READY = false;

window.argmap = Object.freeze({
  /** True after the first full picture in the page's own letters. */
  get ready() {
    return READY;
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
  /** The current view as the text of an SVG file. */
  toSVG() {
    return svgText();
  },
  /** What the address holds. */
  state() {
    return {
      chosen: STATE.chosen,
      reject: [...STATE.stance.reject],
      accept: [...STATE.stance.accept],
      objections: STATE.objections,
      focus: STATE.view.focus && { ...STATE.view.focus },
      depth: STATE.view.depth,
      step: SLIDE < 0 ? null : SLIDE + 1,
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
    begin();
  }).observe(place);
}

function startSwitches() {
  const side = byId('side-switch');
  side.addEventListener('click', () => {
    const hidden = document.body.classList.toggle('no-side');
    side.setAttribute('aria-expanded', String(!hidden));
  });
  byId('legend-switch').addEventListener('click', () => openLegend(Boolean(byId('legend-more').hidden)));
  const map = byId('map-switch');
  map.addEventListener('click', () => {
    const shown = document.body.classList.toggle('map-first');
    map.textContent = shown ? 'Outline' : 'Map';
    if (shown && STATE.chosen && !VISIBLE) requestAnimationFrame(() => goTo(STATE.chosen || ''));
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
  startFilters();
  startWhose();
  startView();
  startSearch();
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
    READY = true;
  }
  whenSeen(byId('map'), () => startCanvas(() => {
    READY = true;
    if (!isOutlineFirst) setTimeout(listOutline);
  }));
}

start();
