// The keys under which drafts (words typed and not yet sent or filed) are stored, on a device and on the server. They are made and
// parsed here alone: a form that saved under another key than the list or the sync reads would lose its draft.
import type { Stage, TensionKey } from '../kernel/ids'

export const postKey = (phase: number, round: TensionKey): string => `post/${phase}/${round}`
export const positionDraftKey = (round: TensionKey, stage: Stage): string => `position/${round}/${stage}`
export const reflectionDraftKey = (prompt: number): string => `reflection/${prompt}`
/** `talk` is a caucus (its delegation) or a bilateral (its pair). */
export const talkDraftKey = (talk: string): string => `talk/${talk}`
/** The reason for which a delegation leaves the bracket of a clause open (Q3). */
export const reasonDraftKey = (clause: string): string => `reason/${clause}`

/** What a draft will become when it is sent. */
type DraftOf =
  | { kind: 'post'; phase: number; round: TensionKey }
  | { kind: 'position'; round: TensionKey }
  | { kind: 'reflection'; prompt: number }
  | { kind: 'talk' | 'reason' }

/** Null for a key that is no draft: a page also stores its own state under keys, such as how far a conversation has been read. */
export function draftOf(key: string): DraftOf | null {
  const [kind, first = '', second = ''] = key.split('/')
  switch (kind) {
    case 'post':
      return { kind, phase: Number(first), round: second }
    case 'position':
      return { kind, round: first }
    case 'reflection':
      return { kind, prompt: Number(first) }
    case 'talk':
    case 'reason':
      return { kind }
    default:
      return null
  }
}
