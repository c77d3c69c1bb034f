// Types of what the page works out and of what the reader does.

// The engine.

interface Opinions {
  reject: Iterable<string>;
  accept: Iterable<string>;
}

interface Model {
  claims: EngineClaim[];
  relations: EngineRelation[];
  first: Map<string, string>;
  number: Map<string, number>;
  members: Map<string, string[]>;
  place: Map<string, number>;
  to: Map<string, EngineRelation[]>;
  from: Map<string, EngineRelation[]>;
  classes: number;
  atoms: number;
  heads: Int32Array;
  bodies: number[][];
  using: number[][];
  threats: number[][];
  granted: boolean[];
  /** The credences that the map gives, by the smallest id of each class. */
  credence: Map<string, number>;
  /** Still to be supported: put forward by an assumption that is contrary to itself. */
  pending: boolean[];
  carried: Uint8Array | null;
  arguable: Uint8Array | null;
  making: number[][] | null;
  names: string[] | null;
}

interface Labelling {
  model: Model;
  force: Force;
  rejected: Set<number>;
  accepted: Set<number>;
  holds: Uint8Array;
  struck: Uint8Array;
  refuted: Set<number>;
  blocked: Set<string>;
  claims: Map<string, Label>;
  relations: Map<string, Label>;
  unanswered?: Uint8Array;
}

/** A reading of the map: labels, as read and with every attack meant to refute, and own labels. */
interface Reading {
  labels: Labelling;
  refuting: Labelling;
  own: Map<string, Label>;
  ownRefuting: Map<string, Label>;
}

/** The change of the own label of a relation. */
interface Move {
  relation: string;
  before: Label;
  after: Label;
}

/** The part of a stance behind the change of a claim, and the changes of relations up to it. */
interface Cause {
  because: string[];
  readonly moves: Move[];
}

/** The reasons or objections that a claim lost and gained, and how many it has now. */
interface Turnover {
  lost: string[];
  gained: string[];
  left: number;
}

/** A stance against none: who changes and why, and who loses or gains reasons or objections. */
interface Changes {
  before: Labelling;
  after: Labelling;
  changed: Map<string, Cause>;
  reasons: Map<string, Turnover>;
  objections: Map<string, Turnover>;
  affected: Set<string>;
}

// The reader's doings.

/** A change that parts of the page listen for. */
type Change =
  | 'select'
  | 'search'
  | 'theme'
  | 'standing'
  | 'prepared'
  | 'view'
  | 'part'
  | 'focus'
  | 'readers'
  | 'way'
  | 'weighing'
  | 'strengths';

/** Claims that are singled out with what is written on them, and the relations between them. */
interface Marked {
  way: 'below' | 'above';
  of: string;
  claims: Map<string, string>;
  relations: Set<string>;
  /** Whether what a claim rests on can be shown as sets of premises. */
  inSets: boolean;
}

/** How much of the map is to be shown. */
interface View {
  focus: { id: string; depth: number } | null;
  depth: number | null;
  open: ReadonlySet<string>;
  shut: ReadonlySet<string>;
}

interface State {
  /** The chosen claim. */
  chosen: string | null;
  /** Whether the whole map is shown as a poster, not a few claims to be read. */
  whole: boolean;
  /** The claim at the centre of what is read; null on the front page. */
  centre: string | null;
  /** The claims that were at the centre, the first one first. */
  trail: readonly string[];
  /** What of the picture is shown in full. */
  opened: ReadonlySet<string>;
  /** The claim under the pointer. */
  hovered: string | null;
  /** The chain of the chosen claim. */
  chain: ReadonlySet<string> | null;
  /** The chosen claim and those it is joined to. */
  near: ReadonlySet<string>;
  /** What is looked for, while a search is on. */
  query: string;
  /** The claims that the search came upon. */
  hits: ReadonlySet<string> | null;
  /** The values that the reader filters by. */
  filters: ReadonlyMap<string, ReadonlySet<string>>;
  /** The claims that pass the filters. */
  passing: ReadonlySet<string> | null;
  marked: Marked | null;
  view: Readonly<View>;
  /** Whether the part of the map is shown with which the page was made. */
  part: boolean;
  /** Whether the address says what to show. */
  placed: boolean;
  /** The depth at which the map opens. */
  firstDepth: number | null;
  /** The claims that are unfolded when the map opens. */
  firstOpen: ReadonlySet<string>;
  /** The claim whose brief is open. */
  brief: string | null;
  /** The slide that is shown, from 0; -1 without a presentation. */
  slide: number;
  dark: boolean;
  sentences: boolean;
  /** The claims that the reader decided on. */
  stance: { reject: ReadonlySet<string>; accept: ReadonlySet<string> };
  /** The effect of an unanswered objection that names no force. */
  objections: Force;
  /** Whether strengths are shown. */
  weighed: boolean;
  /** The credences that the reader moved, by the smallest id of each class. */
  credences: ReadonlyMap<string, number>;
  /** The readers of the map and of the files that were opened. */
  readers: readonly Reader[];
}

// Layout.

interface Box {
  left: number;
  top: number;
  w: number;
  h: number;
}

interface Cut {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** A point of the map. */
interface Spot {
  x: number;
  y: number;
}

/** A view to which the camera goes: its middle, and how near it is. */
interface Aim {
  position: Spot;
  scale: number;
}

/** A line that is not drawn: where it starts and ends, its claims, and what its ends are called. */
interface Missing {
  kind: Kind | 'same';
  own: boolean;
  isFallen: boolean;
  first: string;
  last: string;
  from: Rectangle;
  /** Whether it starts at a card, not at a frame or a pill. */
  isCard: boolean;
  to: Rectangle | null;
  origin: string;
  aim: string;
}

/** What is drawn of lines that lead far: a tab where they start, or a short line where they end. */
interface Stub {
  kind: Kind | 'same';
  own: boolean;
  isFallen: boolean;
  /** The claim with which it stands back. */
  claim: string;
  words: string;
  /** The place of the tab, or of the words beside a short line. */
  area: Rectangle;
  /** The length of a short line; 0 of a tab. */
  length: number;
}

interface Size {
  width: number;
  height: number;
}

/** A way from box to box that keeps off cards; far lines keep off the direct way as well. */
type Tracker = (from: Box, to: Box, direct: Way, far?: boolean) => Way;

/** Where the line of a lower one in a stack runs up. */
interface Stack {
  top: number;
  lane: number;
}

/** A card or a frame of cards, with what hangs below it. */
interface Branch extends Size {
  ids: string[];
  frame: string | null;
  below: Branch[];
  columns: Branch[][];
  /** How much lower it hangs than others. */
  lower: number;
  own: Point;
  box: Box;
  stack: Stack | null;
}

interface Places extends Size {
  chapters: Chapter[];
  branches: Branch[];
}

/** One chapter, or all of a map without any. */
interface Section {
  section: string | null;
  trees: Branch[];
}

/** One way to lay out a section. */
interface Outline extends Size {
  rows: number;
  deep: number;
  price: number;
  corners: Point[];
}

// Words and slides.

type Telling = (string | Node)[];

/** A step with those of its `all` premises that are shown. */
interface SlideStep extends Arrow {
  all: number;
}
