// A kept draft of a homework debate read as the work that its writer would have sent (rule H14).
import { asJson } from '../../kernel/as-json'
import type { DelegationId } from '../../kernel/ids'
import { type LeftWork, leftWork } from '../../shapes/hand-in'
import type { RoomState } from '../../state/room-state'
import { positionDraft, statementDraft } from '../../wire/draft-forms'
import { draftOf } from '../../wire/draft-key'
import { askedIn } from './addressee'

/** A kept draft as its writer would have sent it; null where it holds no words, or not all that is needed, or is of no such form. */
export function leftIn(
  state: RoomState,
  own: DelegationId | null,
  { key, text }: { key: string; text: string },
): LeftWork | null {
  const of = draftOf(key)
  const kept = asJson(text)
  const work = of && kept !== undefined ? asSent(state, own, of, kept) : null
  return leftWork.safeParse(work).data ?? null
}

function asSent(
  state: RoomState,
  own: DelegationId | null,
  of: NonNullable<ReturnType<typeof draftOf>>,
  kept: unknown,
): unknown {
  switch (of.kind) {
    case 'post': {
      const draft = statementDraft.safeParse(kept).data
      if (!draft) return null
      const { text, answers, anchors } = draft
      const chosen = { ...draft, intent: draft.intent ?? ('point' as const) }
      const to = askedIn(state, own, chosen)
      return {
        ...{ type: 'postStatement', phase: of.phase, round: of.round, text: text.trim(), intent: chosen.intent },
        ...{ answers, anchors, ...(to === null ? {} : { to }) },
      }
    }
    case 'position': {
      const draft = positionDraft.safeParse(kept).data
      return draft ? { type: 'draftPosition', round: of.round, stage: of.stage, ...draft } : null
    }
    case 'reflection':
      return { type: 'writeReflection', prompt: of.prompt, text: kept }
    case 'talk':
    case 'reason':
    case 'version':
      return null
    default:
      return of satisfies never
  }
}
