// The keys under which drafts (words typed and not yet sent or filed) are stored, on a device and on the server. They are made and
// parsed here alone: a form that saved under another key than the list or the sync reads would lose its draft.
import type { FilingStage, TensionKey } from '../kernel/ids'

export const postKey = (phase: number, round: TensionKey): string => `post/${phase}/${round}`
export const positionDraftKey = (round: TensionKey, stage: FilingStage): string => `position/${round}/${stage}`
export const reflectionDraftKey = (prompt: number): string => `reflection/${prompt}`
/** The strategy sheet of an office. */
export const strategyDraftKey = (office: string): string => `strategy/${office}`
/** `talk` is a caucus (its delegation) or a bilateral (its pair). */
export const talkDraftKey = (talk: string): string => `talk/${talk}`
/** The reason for which a delegation leaves the bracket of a clause open (Q3). */
export const reasonDraftKey = (clause: string): string => `reason/${clause}`

/** The words that one writes for a clause, and why a delegation stands on others. */
export const versionDraftKey = (clause: string): string => `version/${clause}`
export const standDraftKey = (clause: string): string => `stand/${clause}`
export const reopenDraftKey = (clause: string): string => `reopen/${clause}`
/** A clause that is to be brought in. */
export const CLAUSE_DRAFT = 'clause'
/** The words that go with an offer. */
export const OFFER_DRAFT = 'offer'
/** The words that go with a motion, and at the desk with a ruling on a seat's point of order. */
export const MOTION_DRAFT = 'motion'
export const rulingDraftKey = (seat: string): string => `ruling/${seat}`

/** Why a member ratifies or refuses at home; and at the desk why the chair decides instead. */
export const HOME_DRAFT = 'home'
export const DECISION_DRAFT = 'decision'

/** A statement, and the opening of a round, which begins with the delegation's position. */
export const STATEMENT_DRAFT = 'statement'
export const openingDraftKey = (round: TensionKey): string => `opening-${round}`
/** The words of a finished turn. */
export const wordsDraftKey = (turn: number): string => `words-${turn}`

/** What one puts to another side, answers it, says for it, or misses in what it said. */
export const caseDraftKey = (step: string, side: string): string => `case/${step}/${side}`

export const HELP_DRAFT = 'help'
/** An outside source that is typed and not yet added to a statement or a position. */
export const SOURCE_DRAFT = 'source'
/** A fact-checker's check of an entry, a historian's line on a round or on the whole. */
export const checkDraftKey = (entry: number): string => `check/${entry}`
export const chronicleDraftKey = (round: TensionKey | null): string => `chronicle/${round ?? 'whole'}`
/** Why an entry is withdrawn. */
export const withdrawalDraftKey = (entry: number): string => `withdrawal/${entry}`
/** A post that is written anew. */
export const revisionDraftKey = (entry: string): string => `revision/${entry}`
/** The reason beside a ballot on a clause. */
export const ballotDraftKey = (clause: string): string => `ballot/${clause}`

/** Why a line is reported; and at the desk why words are taken off an entry, and why they are put back. */
export const reportDraftKey = (entry: string): string => `report/${entry}`
export const strikeDraftKey = (entry: string): string => `strike/${entry}`
export const reasonDraftKeyOfStrike = (entry: string): string => `strike-reason/${entry}`
export const putBackDraftKey = (entry: string): string => `put-back/${entry}`

/** Why a level should be looked at again; and at the grading place the answer to a student. */
export const regradeDraftKey = (criterion: string, student = 'own'): string => `regrade/${student}/${criterion}`

/** What one says of another's posts, with the levels. */
export const reviewDraftKey = (review: string): string => `review/${review}`
/** Why staff hide a review. */
export const hidingDraftKey = (review: string): string => `hiding/${review}`

/** What one writes beside an entry, or in answer in a thread. */
export const annotationDraftKey = (entryOrThread: string): string => `annotation/${entryOrThread}`

/** What the chair writes to the room, to a few, or in answer to a call for help. */
export const NOTE_DRAFT = 'note'
export const answerDraftKey = (call: string): string => `answer/${call}`

const WORDS =
  /^(?:statement|help|note|source|clause|offer|motion|home|decision|(?:opening|words)-.+|(?:post|position|reflection|strategy|talk|reason|version|stand|reopen|check|chronicle|withdrawal|revision|ballot|answer|report|case|strike|put-back|ruling|regrade|review|hiding|annotation)(?:\/.*)?)$/

/** Whether a key is that of words somebody types; whoever signs out is told of those that are not sent. */
export const holdsWords = (key: string): boolean => WORDS.test(key)

/** What a draft will become when it is sent. */
type DraftOf =
  | { kind: 'post'; phase: number; round: TensionKey }
  | { kind: 'position'; round: TensionKey; stage: string }
  | { kind: 'reflection'; prompt: number }
  | { kind: 'talk' | 'reason' | 'version' }

/** Null for a key that is no draft: a page also stores its own state under keys, such as how far a conversation has been read. */
export function draftOf(key: string): DraftOf | null {
  const [kind, first = '', second = ''] = key.split('/')
  switch (kind) {
    case 'post':
      return { kind, phase: Number(first), round: second }
    case 'position':
      return { kind, round: first, stage: second }
    case 'reflection':
      return { kind, prompt: Number(first) }
    case 'talk':
    case 'reason':
    case 'version':
      return { kind }
    default:
      return null
  }
}
