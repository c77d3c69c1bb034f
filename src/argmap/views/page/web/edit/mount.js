/** The page put into its frame, and made anew there whenever the map has changed. */

import { byId } from '../words/dom.js';

/** How long to wait for the first picture of a page that is hidden, in milliseconds. */
const PATIENCE = 2000;

/** The parts of the body that belong to the page, and not to the workbench. */
function partsOfPage() {
  return [...document.body.children].filter(
    (part) => !part.matches('.bench-part, script, noscript'),
  );
}

/** What of a page is the same again on the next. @returns {Place} */
function placeNow() {
  const inHand = /** @type {?HTMLElement} */ (document.activeElement);
  const act = inHand?.dataset.act;
  return {
    scrolled: ['side', 'panel'].map((id) => [id, document.getElementById(id)?.scrollTop ?? 0]),
    camera: window.argmap?.camera() ?? null,
    inHand: inHand && !inHand.closest('.bench-part') ? { id: inHand.id, act } : null,
  };
}

/** @param {Place} place */
function goBackTo(place) {
  for (const [id, top] of place.scrolled) byId(String(id)).scrollTop = Number(top);
  if (place.camera) window.argmap.lookFrom(place.camera);
  const { id = '', act } = place.inHand || {};
  const again =
    (act && document.querySelector(`[data-act="${act}"]`)) || (id && document.getElementById(id));
  if (again) /** @type {HTMLElement} */ (again).focus({ preventScroll: true });
}

/** A picture of the map as it is, shown until the next is drawn. */
function stillOfMap() {
  const canvas = /** @type {?HTMLCanvasElement} */ (document.querySelector('#map canvas'));
  if (!canvas?.width || !canvas.clientWidth) return null;
  const still = document.createElement('canvas');
  const box = canvas.getBoundingClientRect();
  [still.width, still.height] = [canvas.width, canvas.height];
  still.getContext('2d')?.drawImage(canvas, 0, 0);
  still.className = 'bench-part still';
  still.style.left = `${box.left}px`;
  still.style.top = `${box.top}px`;
  still.style.width = `${box.width}px`;
  still.style.height = `${box.height}px`;
  return still;
}

/**
 * Show a map in place of the one before, at the same place of the page.
 * @param {Served['map']} map @param {?string} chosen a claim to be chosen, if it is new
 */
export async function mount(map, chosen) {
  const place = window.argmap ? placeNow() : null;
  const still = place && stillOfMap();
  if (still) document.body.append(still);
  window.argmap?.end();
  for (const part of partsOfPage()) part.remove();
  document.body.insertAdjacentHTML('afterbegin', map.body);
  for (const id of ['data', 'asked']) document.body.append(holder(id));
  forgetGone(map.data.claims);
  if (chosen) history.replaceState(null, '', `#c=${encodeURIComponent(chosen)}`);
  document.title = map.data.title || 'Argument map';
  window.argmapData = map.data;
  window.argmapPage();
  await drawn();
  if (place && !chosen) goBackTo(place);
  still?.remove();
}

/** Take out of the address the claims that are gone: no link named them. @param {Claim[]} claims */
function forgetGone(claims) {
  const known = new Set(claims.map(({ id }) => encodeURIComponent(id)));
  const kept = location.hash
    .slice(1)
    .split('&')
    .filter((part) => !/^(c|at)=/.test(part) || known.has(part.replace(/^(c|at)=/, '')));
  history.replaceState(null, '', `#${kept.join('&')}`);
}

/** An element for what the page reads later. @param {string} id */
function holder(id) {
  const made = document.createElement('script');
  made.type = 'application/json';
  made.id = id;
  made.className = 'page-data';
  document.getElementById(id)?.remove();
  return made;
}

/** Wait for the first picture. */
async function drawn() {
  const until = performance.now() + PATIENCE;
  while (!window.argmap.ready && performance.now() < until)
    await new Promise((go) => requestAnimationFrame(go));
}

/** Hand the page the answers for single claims. @param {string} answers */
export function handAnswers(answers) {
  byId('asked').textContent = answers;
  window.argmap.prepared();
}
