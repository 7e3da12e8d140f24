// The names under which words that are still being written are kept, on a device and on the server: made and read here alone, so that
// the form that keeps them, the list that shows them and the sync that sends them mean the same words.
import type { Stage, TensionKey } from '../kernel/ids'

export const postKey = (phase: number, round: TensionKey): string => `post/${phase}/${round}`
export const positionDraftKey = (round: TensionKey, stage: Stage): string => `position/${round}/${stage}`
export const reflectionDraftKey = (prompt: number): string => `reflection/${prompt}`
/** `talk` names a caucus or a pair. */
export const talkDraftKey = (talk: string): string => `talk/${talk}`
/** The reason for leaving a bracket standing in a clause. */
export const reasonDraftKey = (clause: string): string => `reason/${clause}`

/** What a draft is of. */
export type DraftOf =
  | { kind: 'post'; phase: number; round: TensionKey }
  | { kind: 'position'; round: TensionKey }
  | { kind: 'reflection'; prompt: number }
  | { kind: 'talk' | 'reason' }

/** Null for a key that names nothing worth going on with on another device, such as how far a conversation has been read. */
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
