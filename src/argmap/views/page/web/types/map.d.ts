// Types that the page's scripts share. The compiler reads them in the tests; no browser does.

/** vis-network, which stands before the page's own script. */
declare const vis: any;

interface Window {
  /** The page's interface for tests and for people who embed it. */
  argmap: any;
}

// The map as the page is given it, by views/page/payload.py.

type Label = 'in' | 'out' | 'undec';
type Word = 'stands' | 'contested' | 'open' | 'falls';
type Force = 'contest' | 'defeat';
type Kind = 'supports' | 'attacks' | 'undercuts';
type Point = [number, number];

interface EngineClaim {
  id: string;
  /** The smallest id of the claim's class. */
  first: string;
  granted: boolean;
}

interface Claim extends EngineClaim {
  number: string;
  name: string;
  text: string;
  x: number;
  y: number;
  w: number;
  h: number;
  lines: string[];
  foot: string[];
  big: string[];
  word: Word;
  reason: string;
  label: Label;
  main: boolean;
  mode: string;
  source: string | null;
  speaker: string | null;
  who: string;
  quotes: { quote: string | null; place: string }[];
  section: string | null;
  tags: string[];
  note: string | null;
  url: string | null;
  same: string[];
}

interface EngineRelation {
  id: string;
  kind: Kind;
  premises: string[];
  target: string;
  force: Force | null;
}

interface Relation extends EngineRelation {
  mode: string;
  label: Label;
  rationale: string | null;
  quote: string;
}

interface Source {
  id: string;
  tag: string;
  short: string;
  band: number;
  title: string;
  facts: string;
  url: string | null;
  caveats: string[];
  note: string | null;
}

/** A frame around premises that count only together, or a pill where such premises meet. */
interface Container {
  relation: string;
  pill: boolean;
  x: number;
  y: number;
  w: number;
  h: number;
  members: string[];
}

/** A path of cubic curves with the place of its sign and the direction in which it ends. */
interface Way {
  path: number[];
  disc: Point;
  heading: Point;
}

interface Arrow extends Way {
  relation: string;
  kind: Kind;
  premises: string[];
  target: string;
  own: boolean;
  both: boolean;
  far: boolean;
}

interface Tie {
  first: string;
  second: string;
  path: number[];
  same: boolean;
  place: Point | null;
  far: boolean;
}

interface Chapter {
  section: string;
  title: string;
  x: number;
  y: number;
  w: number;
  h: number;
}

interface Picture {
  width: number;
  height: number;
  chapters: Chapter[];
  containers: Container[];
  arrows: Arrow[];
  ties: Tie[];
}

interface Reader {
  name: string;
  reject: string[];
  accept: string[];
}

interface Slide {
  show: string[];
  say: string;
  reject: string[];
  accept: string[];
}

interface MapData extends Picture {
  title: string;
  question: string | null;
  objections: Force;
  claims: Claim[];
  relations: Relation[];
  stances: Reader[];
  sources: Source[];
  roots: string[];
  main: string[];
  children: Record<string, [string, string][]>;
  steps: Slide[];
  words: Record<string, string>;
  reasons: Record<string, string>;
  look: Record<string, any>;
  part: { focus: string | null; claims: string[]; words: string[] } | null;
  nodes: { id: string; x: number; y: number }[];
  edges: { from: string; to: string }[];
}

// Answers about a claim that the page holds ready, by views/page/claim_details.py.

interface Rests {
  sets: { claims: string[]; status: string; by: string[] }[];
  total: number | null;
  rejections: string[][];
  rejectionsTotal: number | null;
  idle: string[] | null;
}

interface PreparedStep {
  relation: string;
  scheme: string;
  lost: string[];
  lostTotal: number;
  gained: string[];
  gainedTotal: number;
  weakened: number;
  put: Record<string, [string, string[]]>;
}

/** A line of argument on one side of a brief. */
interface Line {
  relation: string;
  critical: string[];
  ground: string[] | null;
  decides: boolean;
  attacks: string[];
}

interface Brief {
  for: Line[];
  against: Line[];
  totals: [number, number];
  critical: string[];
  ground: string[] | null;
  below: string[];
  replies: string[];
  hinges: [string, boolean][];
  hingesTotal: number;
  turns: [string, string, string][];
  steps: number[];
}

interface Prepared {
  rests: Record<string, Rests>;
  schemes: Record<string, { name: string; common: boolean; questions: Record<string, string> }>;
  steps: PreparedStep[];
  briefs: Record<string, Brief>;
  replies: Record<string, string[]>;
  isWhole: boolean;
  isPrepared: boolean;
}
