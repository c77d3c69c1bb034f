/** The view of a poster, taken up again by the next page at the place of this one. */

import { CLAIMS } from '../state/data.js';
import { isShown } from '../state/shown.js';
import { isReading, STATE } from '../state/store.js';
import { hasMap, putView, toScreen, viewNow } from './camera.js';

/** The view now, with the place of the chosen claim on the screen; null where there is no poster. */
export function viewToKeep() {
  if (!hasMap() || isReading()) return null;
  const claim = STATE.chosen === null ? undefined : CLAIMS.get(STATE.chosen);
  const anchor = claim && isShown(claim.id) ? { id: claim.id, ...toScreen(claim) } : null;
  return { ...viewNow(), anchor };
}

/** Look at the map as before; the claim that was chosen then is seen where it was. @param {any} kept */
export function takeUpView(kept) {
  if (!hasMap() || isReading()) return;
  const { position, scale, anchor } = kept;
  putView({ position, scale });
  const claim = anchor && CLAIMS.get(anchor.id);
  if (!claim || !isShown(claim.id)) return;
  const { x, y } = toScreen(claim);
  putView({
    position: { x: position.x + (x - anchor.x) / scale, y: position.y + (y - anchor.y) / scale },
    scale,
  });
}
