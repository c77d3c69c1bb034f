// Types of the workbench: what its server sends, and what its forms use.

interface EditableClaim {
  text: string;
  label: string | null;
  source: string | null;
  speaker: string | null;
  mode: string;
  granted: boolean | 'pending' | null;
  credence: number | null;
  section: string | null;
  tags: string[];
  note: string | null;
  quotes: { quote: string | null; paragraph: number | null; page: string | null }[];
  file: string;
}

interface EditableRelation {
  scheme: string | null;
  rationale: string | null;
  force: Force | null;
  note: string | null;
  contradiction: boolean;
  file: string;
}

interface EditableSource {
  id: string;
  title: string;
  authors: string[];
  date: string | null;
  kind: string | null;
  publisher: string | null;
  url: string | null;
  document: string | null;
}

interface Problem {
  severity: 'error' | 'warning' | 'note';
  code: string;
  message: string;
  hint: string;
  place: string;
  claims: string[];
}

interface Covered {
  quoted: number;
  letters: number;
  bare: number;
  parts: number;
  unit: 'paragraph' | 'page';
}

interface Editable {
  claims: Record<string, EditableClaim>;
  drafts: Record<string, EditableClaim>;
  relations: Record<string, EditableRelation>;
  about: { title: string | null; question: string | null };
  /** The main conclusions that the author named, and those that are shown as such. */
  main: string[];
  first: string[];
  sources: EditableSource[];
  covered: Record<string, Covered>;
  sections: string[];
  tags: string[];
  speakers: string[];
  schemes: [string, string][];
  problems: Problem[];
}

interface Served {
  map: { body: string; data: MapData; edit: Editable };
  state: string;
  undo: string | null;
  redo: string | null;
  broken: { message: string; place: string; hint: string }[];
  last: { words: string; changes: string[]; chosen: string | null } | null;
}

interface ServedParagraph {
  number: number | null;
  page: string | null;
  bare: boolean;
  pieces: [string, string[]][];
}

interface ServedDocument {
  source: string;
  name?: string;
  paragraphs?: ServedParagraph[];
  reason?: string;
  cure?: string;
}

/** Words of a document that were chosen there. */
interface QuotedWords {
  source: string;
  words: string;
  paragraph: number | null;
  page: string | null;
}

/** Something that can be picked from a list. */
interface Entry {
  id: string;
  number: string;
  words: string;
}

/** Where a page was when another took its place. */
interface Place {
  scrolled: (string | number)[][];
  camera: any;
  inHand: { id: string; act: string | undefined } | null;
}

type BenchChange = 'map' | 'document';
