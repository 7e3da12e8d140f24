'use client'
// The line of motions on the page of whoever acts for a delegation: the open motion with yes and no, or the way to move something. It is there,
// and as high, whether or not a motion is open, so that one that comes moves nothing that is being written.
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { movedWords } from '#record/words/procedure-sentence.ts'
import { type Request, useRequest } from '#room/hooks/use-request.ts'
import type { SeatView } from '#room/link/seat-view.ts'
import type { DelegationId } from '#simulation/kernel/ids'
import { answersTo, namedMotion, openMotion, takesMotions } from '#simulation/questions/motions'
import type { Motion } from '#simulation/shapes/motions'
import { isInCaucus } from '#simulation/state/room-state'
import { Button } from '#ui/controls/button'
import { delegationIn } from '#ui/words/delegations.ts'
import { MotionDialog } from './motion-form'
import styles from './motion-row.module.css'

export function MotionRow({ at }: { at: SeatView }) {
  const { move, dialog } = useMoving(at)
  return (
    <>
      {move && at.delegation !== null ? <Row at={at} own={at.delegation} onMove={move} /> : null}
      {dialog}
    </>
  )
}

/** Moving something: what begins it, null for whoever may not, and the form while it is open. */
export function useMoving(at: SeatView): { move: (() => void) | null; dialog: ReactNode } {
  // What is being moved is not taken away by what others do meanwhile: the form stays until its writer closes it.
  const [moving, setMoving] = useState(false)
  return {
    move: at.acts && at.delegation !== null && takesMotions(at.state) ? () => setMoving(true) : null,
    dialog: moving ? <MotionDialog at={at} onClose={() => setMoving(false)} /> : null,
  }
}

/** The open motion, laid over the line of what is happening while there is one, so that it moves nothing beneath. */
export function MotionOver({ at }: { at: SeatView }) {
  const { state, delegation, acts } = at
  if (!acts || delegation === null || !takesMotions(state) || openMotion(state) === null) return null
  return (
    <div className={styles.over}>
      <Row at={at} own={delegation} />
    </div>
  )
}

function Row({ at, own, onMove }: { at: SeatView; own: DelegationId; onMove?: () => void }) {
  const t = useTranslations('room.motions')
  const { state, view } = at
  const request = useRequest(view)
  const motion = openMotion(state)
  const stands = state.clock?.pausedAt !== null
  const said = useMotionWords(at, motion, own)
  return (
    <section className={`line ${styles.row}`} aria-label={t('label')}>
      <p role="status">{request.refused ?? said ?? t(isInCaucus(state) ? 'inCaucus' : stands ? 'stands' : 'none')}</p>
      {stands ? null : motion ? (
        <Answers motion={motion} own={own} request={request} />
      ) : onMove ? (
        <Button kind="quiet" aria-haspopup="dialog" onClick={onMove}>
          {t('move')}
        </Button>
      ) : null}
    </section>
  )
}

function useMotionWords({ state }: SeatView, motion: Motion | null, own: DelegationId): string | null {
  const t = useTranslations('room.motions')
  const record = useTranslations('record')
  if (!motion) return null
  const moved = namedMotion(state, motion.moved)
  const stands = answersTo(state, motion)
  if (motion.poll) {
    if (motion.poll[own] !== undefined) return t('cast', stands)
    return t('poll', { heading: 'heading' in moved ? moved.heading : '' })
  }
  const what = movedWords(record, moved)
  if (motion.by === own) return t('own', { what, ...stands })
  return t('moves', { capital: delegationIn(state.plan, motion.by)?.capital ?? '', what })
}

/** Yes and no; what was answered is pressed, and may be answered otherwise while the motion is open. A straw poll is cast once. */
function Answers({ motion, own, request }: { motion: Motion; own: DelegationId; request: Request }) {
  const t = useTranslations('room.motions')
  const { no, by, poll, answers } = motion
  if (poll ? poll[own] !== undefined : by === own) return null
  const given = poll ? undefined : answers[own]
  const say = (yes: boolean) => {
    if (given !== yes) void request.ask({ type: poll ? 'castStraw' : 'answerMotion', motion: no, yes })
  }
  return (
    <span className={styles.answers}>
      {([true, false] as const).map((yes) => (
        <Button
          key={String(yes)}
          pressed={poll ? undefined : given === yes}
          busy={request.busy}
          onClick={() => say(yes)}
        >
          {t(yes ? 'yes' : 'no')}
        </Button>
      ))}
    </span>
  )
}
