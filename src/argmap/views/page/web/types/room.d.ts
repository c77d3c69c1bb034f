// Types of the room: what its server sends to phones and to the leader.

type RoomOpinion = 'agree' | 'disagree' | 'unsure';

interface RoomClaim {
  id: string;
  mark: string;
  number: string;
  name: string;
  text: string;
  role: string;
}

interface RoomNews {
  session: number;
  title: string;
  question: string | null;
  current: string[];
  claims: RoomClaim[];
  shown: boolean;
}

interface RoomOwn {
  name: string;
  opinions: Record<string, RoomOpinion>;
}

interface RoomFollows {
  conclusions: (RoomClaim & {
    word: string;
    verb: string;
    reason: string;
    before: string | null;
    because: string;
  })[];
  reject: string[];
  accept: string[];
}

type RoomRow = RoomClaim & { answered: number };

interface RoomLed extends RoomNews {
  code: string;
  people: number;
  answered: number;
  claims: RoomRow[];
  premises: RoomRow[];
  aside: { claim: string; text: string; answers: number }[];
  damaged: number;
  entries: number;
}

interface RoomResults {
  people: number;
  claims: (RoomClaim & Record<RoomOpinion, number> & { current: boolean })[];
  conclusions: (RoomClaim & { words: Record<string, [number, string]>; parted: boolean })[];
  parts: { conclusion: string; sentences: string[]; claims: RoomClaim[] }[];
  shares: string[];
  words: string;
}
