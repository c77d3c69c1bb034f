// Types of strengths and probabilities.

type HowFound = 'exact' | 'converged' | 'bistable' | 'not-converged';

/** A run of nodes; those of a circle depend on each other. */
interface Stage {
  nodes: number[];
  isCircle: boolean;
}

/** Classes of claims and relations as nodes, with the nodes that act on each. */
interface Network {
  model: Model;
  /** The relations by id: relation i is the node `model.classes + i`. */
  relations: EngineRelation[];
  /** The node of each relation. */
  node: Map<string, number>;
  /** The strengths of the classes that the reader decided on, by their nodes. */
  fixed: Map<number, number>;
  premises: number[][];
  supports: number[][];
  attacks: number[][];
  stages: Stage[];
}

/** How a circle came to rest; `low` and `high` bound the strengths of all solutions. */
interface Settled {
  strengths: number[];
  status: HowFound;
  isUnique: boolean;
  low: number[];
  high: number[];
}

/** The probability of a condition, and what it is with each premise taken as true or as false. */
interface Chance {
  overall: number;
  given: { conceded: number; refuted: number }[];
}

interface Strengths {
  strengths: Float64Array;
  status: HowFound;
  circles: (Settled & { nodes: number[] })[];
}
