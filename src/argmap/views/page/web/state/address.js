/** The state of the page in its address, so that a view can be sent, kept and gone back to. */

import { DATA } from './data.js';
import { STATE } from './store.js';

/** What the address holds. Lists are separated by commas, which no encoded id contains. */
export function stateText() {
  const parts = [];
  const put = (/** @type {string} */ key, /** @type {Iterable<string>} */ ids) => {
    const all = [...ids].map(encodeURIComponent);
    if (all.length) parts.push(`${key}=${all.join(',')}`);
  };
  if (STATE.whole !== (DATA.part !== null)) parts.push(`view=${STATE.whole ? 'whole' : 'read'}`);
  if (STATE.centre !== null && STATE.centre !== STATE.chosen) put('at', [STATE.centre]);
  put('c', STATE.chosen === null ? [] : [STATE.chosen]);
  put('reject', STATE.stance.reject);
  put('accept', STATE.stance.accept);
  if (STATE.marked) parts.push(`show=${STATE.marked.way},${encodeURIComponent(STATE.marked.of)}`);
  if (STATE.objections !== DATA.objections) parts.push(`objections=${STATE.objections}`);
  const { focus, depth, open, shut } = STATE.view;
  if (focus) parts.push(`focus=${encodeURIComponent(focus.id)},${focus.depth}`);
  if (depth !== STATE.firstDepth) parts.push(`depth=${depth ?? 'all'}`);
  if (`${[...open]}` !== `${[...STATE.firstOpen]}`)
    parts.push(`open=${[...open].map(encodeURIComponent).join(',')}`);
  put('shut', shut);
  if (STATE.sentences) parts.push('sentences');
  if (STATE.weighed) parts.push('strengths');
  const credences = [...STATE.credences].map(([id, credence]) => `${credence} ${id}`);
  put('credence', credences);
  if (DATA.part && !STATE.part) parts.push('whole');
  for (const [key, all] of STATE.filters) put(`f-${key}`, all);
  if (STATE.query) parts.push(`q=${encodeURIComponent(STATE.query)}`);
  if (STATE.brief) parts.push(`brief=${encodeURIComponent(STATE.brief)}`);
  if (STATE.slide >= 0) parts.push(`step=${STATE.slide + 1}`);
  return parts.join('&');
}

/**
 * Write the state into the address; what the reader would want to go back to gets a place of its
 * own in the history.
 * @param {boolean} isStep
 */
export function keepState(isStep) {
  const address = `#${stateText()}`;
  if (address === (location.hash || '#')) return;
  try {
    if (isStep) history.pushState(null, '', address);
    else history.replaceState(null, '', address);
  } catch {
    // a frame without an address of its own: the page works on, it just cannot be linked to
  }
}

/** @param {string} text */
export function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
