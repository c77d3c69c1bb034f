// Types that the page's scripts share. The compiler reads them in the tests; no browser does.

/** vis-network, which stands before the page's own script. */
declare const vis: any;

interface Window {
  /** The page's interface for tests and for people who embed it. */
  argmap: any;
  /** The data that a server hands to the page. */
  argmapData?: any;
  /** The page as a function, where a server may have it made anew. */
  argmapPage: () => void;
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
  /** Whether the claim is still to be supported; left out if it is not. */
  pending?: boolean;
  /** Left out if the map gives none. */
  credence?: number;
}

/** What is kept with a part: rows of the author's own data, and where it was imported from. */
interface Kept {
  meta?: [string, string][];
  origin?: string;
}

interface Claim extends EngineClaim, Kept {
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
  /** The card with the whole sentence, if it is another one. */
  whole: { lines: string[]; h: number } | null;
  word: Word;
  reason: string;
  label: Label;
  main: boolean;
  mode: string;
  source: string | null;
  speaker: string | null;
  who: string;
  cited: string;
  quotes: { quote: string | null; place: string }[];
  section: string | null;
  tags: string[];
  /** Whether it belongs to another map, which this one uses. */
  used?: boolean;
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
  /** Left out if the map gives none. */
  weight?: number;
}

interface Relation extends EngineRelation, Kept {
  mode: string;
  label: Label;
  rationale: string | null;
  quote: string;
}

interface Source extends Kept {
  id: string;
  tag: string;
  short: string;
  band: number;
  title: string;
  facts: string;
  url: string | null;
  doi: string | null;
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
  /** Of a picture of the view Read: its cards, and what stands beside them. */
  cards?: ReadCard[];
  headings?: Heading[];
  more?: More[];
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

/** The words for strengths, and the measures of a tornado, by views/page/measures.py. */
interface StrengthWords {
  degrees: [number, string][];
  tornado: { bars: number; small: number; steps: number[]; mostTicks: number };
}

interface MapData extends Picture {
  /** False where the lines of the whole map are left to the page. */
  routed?: boolean;
  title: string;
  question: string | null;
  /** The questions of the map with their rival answers, where it has any. */
  questions?: { text: string; answers: string[] }[];
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
  verbs: Record<Word, [string, string]>;
  would: Record<Word, string>;
  sentences: Record<string, string>;
  reasons: Record<string, string>;
  look: Record<string, any>;
  strength: StrengthWords;
  layout: Record<string, any>;
  /** Of a map with too many relations for lines: those without one, each as [id, own, both]. */
  undrawn?: [string, number, number][];
  remark?: string;
  part: { focus: string | null; claims: string[]; words: string[] } | null;
  nodes: { id: string; x: number; y: number }[];
  edges: { from: string; to: string }[];
}

// Answers about a claim that the page holds ready, by views/page/prepared.py.

interface Rests {
  sets: { claims: string[]; status: string; by: string[] }[];
  total: number | null;
  rejections: string[][];
  rejectionsTotal: number | null;
  idle: string[] | null;
}

/** A text, or a claim by its place in the data of the page; either may have a style. */
type SheetPiece = string | number | [string, string | number];

/** A heading or a paragraph by its tag, or an item of a list by its depth, with its pieces. */
type SheetBlock = [string | number, ...SheetPiece[]];

interface PreparedStep {
  relation: string;
  /** Whether its scheme is one of the common ones, not of the map. */
  common: boolean;
  /** Its questions, each block by its place. */
  sheet: number[];
}

/** A variable, the node with it, the node without it. */
type DiagramNode = [number, number, number];

/** When a claim is carried, and when it stands, as diagrams over its premises. */
interface LiveChance {
  premises: string[];
  nodes: DiagramNode[];
  derivable: number;
  stands: number;
}

interface Prepared {
  rests: Record<string, Rests>;
  steps: PreparedStep[];
  briefs: Record<string, number[]>;
  blocks: SheetBlock[];
  /** Of conclusions by their smallest ids; `tangled` ones would be too large. */
  chances?: { of: Record<string, LiveChance>; tangled: string[] };
  /** Claims that bear most by the shape of the map, by kind; null if the map is too large. */
  bearing?: Record<
    string,
    { meaning: string; claims: [string, null | number | string[]][]; total: number }
  > | null;
  isWhole: boolean;
  isPrepared: boolean;
}
