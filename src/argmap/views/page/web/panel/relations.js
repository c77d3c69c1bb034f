/** The panel's sections on the reasons for and against a claim, and on its uses. */

import {
  CLAIMS,
  claimHitBy,
  RELATIONS,
  RELATIONS_FROM,
  relationsBearingOn,
} from '../state/data.js';
import { element, part, prose } from '../words/dom.js';
import { claimButton, relationMark } from '../words/elements.js';
import { say } from '../words/sentences.js';
import { stepOf } from '../words/telling.js';
import { keptLines } from './kept.js';

/** @type {Relation['kind'][]} */
const KINDS = ['supports', 'attacks', 'undercuts'];

const REASONS = {
  supports: 'Supported by',
  attacks: 'Attacked by',
  undercuts: 'Steps attacked by',
};
const USES = {
  supports: 'Used to support',
  attacks: 'Used against',
  undercuts: 'Used against a step to',
};

/**
 * The relations to a claim and what is aimed at them, as buttons.
 * @param {Claim} claim
 */
export function reasonsFor(claim) {
  const all = relationsBearingOn(claim.id);
  const parts = [];
  for (const kind of KINDS) {
    const group = all.filter((relation) => relation.kind === kind);
    if (group.length) parts.push(part(REASONS[kind], ...group.flatMap(premisesOf)));
  }
  return parts;
}

/** In words, which step an undercut blocks, or would block if nothing stopped it. @param {Relation} relation */
function stepBlocked(relation) {
  const hit = /** @type {Relation} */ (RELATIONS.get(relation.target));
  const does = say(relation.label === 'in' ? 'undercuts' : 'undercuts.stopped', { count: 1 });
  return ['It ', ...does, ' ', ...stepOf(hit), '.'];
}

/** @param {Relation} relation */
function premisesOf(relation) {
  const buttons = relation.premises.map((id) => {
    const claim = /** @type {Claim} */ (CLAIMS.get(id));
    return claimButton(claim, relationMark(relation.kind));
  });
  const nodes =
    buttons.length > 1
      ? [element('div', 'together', element('span', 'together-label', 'only together'), ...buttons)]
      : buttons;
  if (relation.kind === 'undercuts')
    nodes.push(element('p', 'rationale', ...stepBlocked(relation)));
  if (relation.mode === 'editorial' || relation.mode === 'implicit') {
    const whose =
      relation.mode === 'editorial' ? "The step is the mapper's own." : 'The step is implicit.';
    nodes.push(element('p', 'rationale', whose));
  }
  if (relation.quote) nodes.push(prose('p', 'rationale', `“${relation.quote}”`));
  if (relation.rationale) nodes.push(prose('p', 'rationale', relation.rationale));
  nodes.push(...keptLines(relation));
  return nodes;
}

/** @param {Claim} claim */
export function usesOf(claim) {
  const all = RELATIONS_FROM.get(claim.id) || [];
  const parts = [];
  for (const kind of KINDS) {
    const group = all.filter((relation) => relation.kind === kind);
    if (!group.length) continue;
    parts.push(
      part(
        USES[kind],
        ...group.flatMap((relation) => {
          const hit = CLAIMS.get(claimHitBy(relation));
          if (!hit) return [];
          const others = relation.premises.length - 1;
          const button = claimButton(hit, relationMark(kind));
          return others
            ? [
                button,
                element(
                  'p',
                  'rationale',
                  `together with ${others} other premise${others > 1 ? 's' : ''}`,
                ),
              ]
            : [button];
        }),
      ),
    );
  }
  return parts;
}
