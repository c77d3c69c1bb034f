/** Cards dragged onto a card or a line: a claim that is there becomes a reason or an objection. */

import { byId, element } from '../words/dom.js';
import { button } from './fields.js';
import { sayDone } from './saying.js';
import { asked } from './server.js';
import { nameOf, stepName } from './store.js';

/** How far the pointer goes before a press is a drag, in pixels. */
const FAR = 8;

/** @type {?{claim: string, x: number, y: number, ghost: ?HTMLElement}} */
let lifted = null;

export function startDrag() {
  document.addEventListener('pointerdown', begin, true);
  document.addEventListener('pointermove', go, true);
  document.addEventListener('pointerup', end, true);
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') drop();
  });
}

/** @param {PointerEvent} event */
function begin(event) {
  const target = /** @type {Element} */ (event.target);
  if (!target.closest('#drop')) byId('drop')?.remove();
  if (!target.closest('#map') || event.button !== 0 || event.pointerType === 'touch') return;
  const { claim } = window.argmap.at(event.clientX, event.clientY);
  if (claim) lifted = { claim, x: event.clientX, y: event.clientY, ghost: null };
}

/** @param {PointerEvent} event */
function go(event) {
  if (!lifted) return;
  const isFar = Math.hypot(event.clientX - lifted.x, event.clientY - lifted.y) > FAR;
  if (!lifted.ghost && isFar) {
    letGo(event);
    lifted.ghost = element('div', 'bench-part ghost', nameOf(lifted.claim));
    document.body.append(lifted.ghost);
  }
  if (!lifted.ghost) return;
  event.stopPropagation(); // the map is not moved
  lifted.ghost.style.left = `${event.clientX + 12}px`;
  lifted.ghost.style.top = `${event.clientY + 8}px`;
}

/** Have the map let go of the pointer, which now carries a card. @param {PointerEvent} event */
function letGo(event) {
  const { pointerId, pointerType } = event;
  const about = { pointerId, pointerType, isPrimary: true, bubbles: true };
  document.querySelector('#map canvas')?.dispatchEvent(new PointerEvent('pointercancel', about));
}

/** @param {PointerEvent} event */
function end(event) {
  const taken = lifted;
  drop();
  if (!taken?.ghost) return;
  event.stopPropagation();
  const at = window.argmap.at(event.clientX, event.clientY);
  if (at.claim && at.claim !== taken.claim) offerJoin(taken.claim, at.claim, event);
  else if (at.relation) offerBlock(taken.claim, at.relation, event);
}

function drop() {
  lifted?.ghost?.remove();
  lifted = null;
}

/** @param {string} claim @param {string} target @param {PointerEvent} event */
function offerJoin(claim, target, event) {
  const [from, to] = [claim, target].map((id) => nameOf(id).split(' ')[0]);
  offer(event, [
    [
      `${from} is a reason for ${to}`,
      { do: 'relate', premises: [claim], kind: 'supports', target },
    ],
    [
      `${from} is an objection to ${to}`,
      { do: 'relate', premises: [claim], kind: 'attacks', target },
    ],
  ]);
}

/** @param {string} claim @param {string} relation @param {PointerEvent} event */
function offerBlock(claim, relation, event) {
  const number = nameOf(claim).split(' ')[0];
  const words = stepName(relation);
  offer(event, [
    [
      `${number} blocks ${words}`,
      { do: 'relate', premises: [claim], kind: 'undercuts', target: relation },
    ],
    [`${words} needs ${number} as well`, { do: 'join', relation, premise: claim }],
  ]);
}

/** @param {PointerEvent} event @param {[string, object][]} wishes */
function offer(event, wishes) {
  const menu = element('div', 'bench-part float drop');
  menu.id = 'drop';
  for (const [words, wish] of wishes) {
    const made = button(
      words,
      async () => {
        menu.remove();
        const answer = await asked('/edit', wish);
        if (answer.refusal !== undefined) sayDone(answer.refusal, true);
      },
      'small',
    );
    menu.append(made);
  }
  menu.append(button('Nothing', () => menu.remove(), 'small'));
  document.body.append(menu);
  menu.style.left = `${Math.min(event.clientX, innerWidth - menu.offsetWidth - 8)}px`;
  menu.style.top = `${Math.min(event.clientY, innerHeight - menu.offsetHeight - 48)}px`;
  /** @type {?HTMLElement} */ (menu.querySelector('button'))?.focus();
}
