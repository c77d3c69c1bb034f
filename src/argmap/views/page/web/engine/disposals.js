/** Whether an objection that is `out` is answered in the map, or only rejected by the reader. */

import { derivable, numberOf } from './model.js';

/**
 * Whether nothing but the reader's rejections disposes of an objection that is `out`: it would not be
 * so with the same answers if they were taken back.
 * @param {Labelling} labelling @param {EngineRelation} objection
 */
export function isOnlyRejected(labelling, { id, premises }) {
  const { model, rejected, blocked } = labelling;
  if (!rejected.size || blocked.has(id)) return false;
  labelling.unanswered ??= unansweredIn(labelling);
  const { unanswered } = labelling;
  return premises.every((premise) => unanswered[numberOf(model, premise)]);
}

/** What answers alone do not keep from being carried. @param {Labelling} labelling */
function unansweredIn({ model, accepted, struck }) {
  const facts = [...accepted];
  for (let at = model.classes; at < 2 * model.classes + model.relations.length; at += 1)
    if (!struck[at]) facts.push(at);
  return derivable(model, facts, () => true);
}
