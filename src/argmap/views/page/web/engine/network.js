/**
 * A map as a network of nodes that support and attack each other: a node for each class of claims,
 * then one for each relation, as analysis/strength/network_of_map.py has them.
 */

import { byCodePoints, numberOf, sure } from './model.js';

/** The credence of a granted claim that has none. */
export const ASSUMED = 0.8;

/** The weight of an objection that contests, where its author gave none. */
const HALF = 0.5;

/**
 * The links between the nodes of a map, and the order in which they are worked out. Nothing acts on
 * a claim that the reader decided on.
 * @param {Model} model @param {Opinions} stance
 * @returns {Network}
 */
export function networkOf(model, stance) {
  const fixed = new Map();
  for (const id of stance.reject) fixed.set(numberOf(model, id), 0);
  for (const id of stance.accept) fixed.set(numberOf(model, id), 1);
  const relations = [...model.relations].sort((a, b) => byCodePoints(a.id, b.id));
  const node = new Map(relations.map(({ id }, at) => [id, model.classes + at]));
  const size = model.classes + relations.length;
  const lists = () => Array.from({ length: size }, () => /** @type {number[]} */ ([]));
  const [premises, supports, attacks] = [lists(), lists(), lists()];
  const target = Int32Array.from({ length: size }, (_, at) => at);
  for (const relation of relations) {
    const at = sure(node, relation.id);
    premises[at] = [...new Set(relation.premises.map((id) => numberOf(model, id)))];
    const isUndercut = relation.kind === 'undercuts';
    const hit = isUndercut ? sure(node, relation.target) : numberOf(model, relation.target);
    if (fixed.has(hit)) continue;
    (relation.kind === 'supports' ? supports : attacks)[hit].push(at);
    target[at] = hit;
  }
  const links = { premises, supports, attacks };
  return { model, relations, node, fixed, ...links, stages: stagesOf(links, target) };
}

/**
 * The base scores of claims and the weights of steps.
 * @param {Network} network
 * @param {ReadonlyMap<string, number>} credences the reader's, by the smallest id of each class
 * @param {Force} force what an attack does that names no force
 */
export function scoresOf({ fixed, model, relations }, credences, force) {
  const scores = new Float64Array(model.classes + relations.length);
  for (const [name, at] of model.number) {
    const own = credences.get(name) ?? model.credence.get(name);
    scores[at] = fixed.get(at) ?? own ?? (model.granted[at] ? ASSUMED : 0);
  }
  relations.forEach((relation, at) => {
    const contests = relation.kind === 'attacks' && (relation.force || force) === 'contest';
    scores[model.classes + at] = relation.weight ?? (contests ? HALF : 1);
  });
  return scores;
}

/**
 * Runs of nodes, each after those on which it depends; the nodes of a circle are one run.
 * @param {Pick<Network, 'premises'|'supports'|'attacks'>} links @param {Int32Array} target
 * @returns {Stage[]}
 */
function stagesOf({ attacks, premises, supports }, target) {
  const needs = premises.map((before, at) => [...before, ...supports[at], ...attacks[at]]);
  return strongComponents(needs).map((nodes) => ({
    nodes: nodes.sort((a, b) => target[a] - target[b] || a - b),
    isCircle: nodes.length > 1 || needs[nodes[0]].includes(nodes[0]),
  }));
}

/**
 * The strongly connected components of a graph (Tarjan 1972), each after those that it reaches.
 * @param {number[][]} successors
 */
function strongComponents(successors) {
  const [number, low] = [new Int32Array(successors.length), new Int32Array(successors.length)];
  const isOpen = new Uint8Array(successors.length);
  /** @type {number[]} */
  const path = [];
  /** @type {number[][]} */
  const components = [];
  let visited = 0;
  for (const root of successors.keys()) {
    if (number[root]) continue;
    const calls = [[root, 0]];
    while (calls.length) {
      const call = calls[calls.length - 1];
      const [node, position] = call;
      if (!position) {
        visited += 1;
        number[node] = visited;
        low[node] = visited;
        path.push(node);
        isOpen[node] = 1;
      }
      const other = successors[node][position];
      if (other !== undefined) {
        call[1] += 1;
        if (!number[other]) calls.push([other, 0]);
        else if (isOpen[other]) low[node] = Math.min(low[node], number[other]);
        continue;
      }
      calls.pop();
      if (low[node] === number[node]) {
        const component = path.splice(path.lastIndexOf(node));
        for (const member of component) isOpen[member] = 0;
        components.push(component);
      }
      if (calls.length) {
        const [parent] = calls[calls.length - 1];
        low[parent] = Math.min(low[parent], low[node]);
      }
    }
  }
  return components;
}
