'use client'
// What a person sent about the joint text and the room refused once its step was over: the clause or the ballot that would say so is gone
// from the page by then, and the words would be gone with it.
import { useTranslations } from 'next-intl'
import { opensNow, type RoomState } from '#simulation/state/room-state'
import { Banner } from '#ui/banner'
import type { PendingCommand, RoomView } from './room-view'
import { RefusalSentence, RefusedActions } from './waiting-lines'

type AboutText = Extract<PendingCommand['command'], { type: 'keepBracket' | 'castBallot' | 'adviseBallot' }>
type Lost = { id: PendingCommand['id']; command: AboutText; reason: Refusal }
type Refusal = Extract<PendingCommand['status'], { kind: 'refused' }>['reason']

/** The oldest of them; null where each refusal is said where it was sent. */
export function lostOf({ waiting, state }: Pick<RoomView, 'waiting' | 'state'>): Lost | null {
  for (const { id, command, status } of waiting)
    if (status.kind === 'refused' && isAboutText(command) && !(state && hasPlace(command, state)))
      return { id, command, reason: status.reason }
  return null
}

const isAboutText = (command: PendingCommand['command']): command is AboutText =>
  command.type === 'keepBracket' || command.type === 'castBallot' || command.type === 'adviseBallot'

const hasPlace = ({ type }: AboutText, state: RoomState): boolean =>
  opensNow(state, type === 'keepBracket' ? 'text' : 'votes')

type NotRecordedProps = { lost: Lost; view: Pick<RoomView, 'state' | 'retry' | 'dismiss'> }

export function NotRecorded({ lost: { id, command, reason }, view }: NotRecordedProps) {
  const t = useTranslations('room.notRecorded')
  const clauses = view.state?.plan.communique.clauses ?? []
  const heading = clauses.find(({ key }) => key === command.clause)?.heading ?? ''
  const words = 'reason' in command ? (command.reason ?? '') : ''
  return (
    <Banner
      kind="refused"
      title={t(command.type, { heading })}
      action={<RefusedActions text={words} onRetry={() => view.retry(id)} onDrop={() => view.dismiss(id)} />}
    >
      <RefusalSentence reason={reason} /> {words === '' ? null : t('words', { words })}
    </Banner>
  )
}
