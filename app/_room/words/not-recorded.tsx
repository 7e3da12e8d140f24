'use client'
// What a person sent about the joint text and the room refused once its step was over: the clause or the ballot that would say so is gone
// from the page by then, and the words would be gone with it.
import { useTranslations } from 'next-intl'
import { bracketPhase, isClean } from '#simulation/questions/text'
import { clauseIn, opensNow, type RoomState } from '#simulation/state/room-state'
import { Banner } from '#ui/page/banner'
import type { PendingCommand, RoomView } from '../link/room-view'
import { RefusalSentence, RefusedActions } from './waiting-lines'

type AboutText = Extract<PendingCommand['command'], { type: (typeof ABOUT_TEXT)[number] }>
type Lost = { id: PendingCommand['id']; command: AboutText; reason: Refusal }
type Refusal = Extract<PendingCommand['status'], { kind: 'refused' }>['reason']

/** The oldest of them; null where each refusal is said where it was sent. */
export function lostOf({ waiting, state }: Pick<RoomView, 'waiting' | 'state'>): Lost | null {
  for (const { id, command, status } of waiting)
    if (status.kind === 'refused' && isAboutText(command) && !(state && hasPlace(command, state)))
      return { id, command, reason: status.reason }
  return null
}

const VOTING = ['castBallot', 'adviseBallot'] as const
const AT_HOME = ['voteRatification'] as const
const ABOUT_TEXT = [
  ...VOTING,
  ...AT_HOME,
  ...(['draftVersion', 'putForward', 'standOn', 'keepBracket', 'bringInClause', 'reopenClause', 'makeOffer'] as const),
] as const

const isAboutText = (command: PendingCommand['command']): command is AboutText =>
  ABOUT_TEXT.some((type) => type === command.type)

function hasPlace(command: AboutText, state: RoomState): boolean {
  if (AT_HOME.some((vote) => vote === command.type)) return opensNow(state, 'ratifies')
  if (VOTING.some((vote) => vote === command.type)) return opensNow(state, 'votes')
  if (command.type !== 'keepBracket' || bracketPhase(state) === 'text') return opensNow(state, 'text')
  const clause = clauseIn(state, command.clause)
  return clause !== undefined && !isClean(clause)
}

/** The clause that it is about, or what a clause that was to be brought in is called. */
function headingOf(command: AboutText, state: RoomState | null): string {
  if (command.type === 'bringInClause') return command.heading
  if (command.type === 'makeOffer' || command.type === 'voteRatification') return ''
  const key = command.type === 'castBallot' ? (command.clauses[0] ?? '') : command.clause
  return (state && clauseIn(state, key)?.heading) ?? ''
}

/** The words in it that would be lost. */
function wordsOf(command: AboutText): string {
  if ('words' in command) return command.words ?? ''
  return 'reason' in command ? (command.reason ?? '') : ''
}

type NotRecordedProps = { lost: Lost; view: Pick<RoomView, 'state' | 'retry' | 'dismiss'> }

export function NotRecorded({ lost: { id, command, reason }, view }: NotRecordedProps) {
  const t = useTranslations('room.notRecorded')
  const heading = headingOf(command, view.state)
  const words = wordsOf(command)
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
