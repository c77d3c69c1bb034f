/** The own labels of relations, and the reasons and objections that a stance takes or gives. */

import { labellingOf } from './grounded.js';
import { byCodePoints, sure } from './model.js';
import { bearingOn } from './status.js';

/**
 * A reading of the map: its labels, those with every attack meant to refute, and the label of each
 * relation with everything that hits its target left aside.
 * @param {Model} model @param {Opinions} stance @param {Force} force
 * @returns {Reading}
 */
export function readingOf(model, stance, force) {
  const labels = labellingOf(model, stance, force);
  const refuting = labellingOf(model, stance, force, true);
  return {
    labels,
    refuting,
    own: ownLabels(labels, refuting),
    ownRefuting: ownLabels(refuting, refuting),
  };
}

/** @param {Labelling} labels @param {Labelling} refuting @returns {Map<string, Label>} */
function ownLabels(labels, refuting) {
  return new Map(
    labels.model.relations.map((relation) => [
      relation.id,
      relation.kind === 'supports'
        ? ownLabelOf(relation, labels, refuting)
        : sure(labels.relations, relation.id),
    ]),
  );
}

/**
 * The own label of a support.
 * @param {EngineRelation} support @param {Labelling} labels @param {Labelling} refuting
 * @returns {Label}
 */
function ownLabelOf(support, labels, refuting) {
  const premises = support.premises.map((premise) => sure(labels.claims, premise));
  const undercuts = (labels.model.to.get(support.id) || []).map(({ id }) => id);
  if (premises.includes('out') || undercuts.some((id) => labels.relations.get(id) === 'in'))
    return 'out';
  const isSafe = undercuts.every((id) => refuting.relations.get(id) === 'out');
  return isSafe && premises.every((label) => label === 'in') ? 'in' : 'undec';
}

/**
 * The claims that lose or gain relations of a kind, whatever becomes of their label.
 * @param {Reading} before @param {Reading} after @param {'supports'|'attacks'} kind
 * @returns {Map<string, Turnover>}
 */
export function turnover(before, after, kind) {
  const { model } = before.labels;
  /** @type {Map<string, Turnover>} */
  const turned = new Map();
  for (const { id } of model.claims) {
    const steps = bearingOn(model, id, kind).map((relation) => relation.id);
    const had = (/** @type {string} */ step) => before.own.get(step) === 'in';
    const has = (/** @type {string} */ step) => after.own.get(step) === 'in';
    const lost = steps.filter((step) => had(step) && !has(step)).sort(byCodePoints);
    const gained = steps.filter((step) => has(step) && !had(step)).sort(byCodePoints);
    const left = steps.filter(has).length;
    if (lost.length || gained.length) turned.set(id, { lost, gained, left });
  }
  return turned;
}
