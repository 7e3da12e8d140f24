'use client'
// Asks before a step of the agenda that opens what was sealed, or files for heads who have not, at how many tables it is so and what is filed.
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useFiledByEnd } from '#record/entries/filed-by-end.ts'
import type { ActivityRoom } from '#room/link/activity-view.ts'
import { useActivity } from '#room/link/use-activity.ts'
import { askedBefore } from '#simulation/reading/talk/chair-acts'
import { partiesOf } from '#ui/words/delegations.ts'
import { useTableNames } from './act-outcome'
import { AskingDialog } from './asking-dialog'
import type { Acts } from './use-acts'
import styles from './wall.module.css'

type StepDialogProps = {
  activityId: string
  kind: 'next' | 'end'
  rooms: readonly ActivityRoom[]
  acts: Acts
  onClose: () => void
}

export function StepDialog({ activityId, kind, rooms, acts, onClose }: StepDialogProps) {
  const t = useTranslations('wall.step')
  const names = useTableNames()
  const words = useFiledByEnd()
  /** The tables as they were when they were asked about: one that has gone on by itself meanwhile refuses, and does not end its next phase. */
  const [first] = useState(() => askedBefore({ kind }, rooms))
  const isSame = ({ id, summary }: ActivityRoom) =>
    first?.reached.some((room) => room.id === id && room.summary.phase === summary.phase)
  const now = useActivity(activityId, (view) => askedBefore({ kind }, view.rooms.filter(isSame)))
  if (!first) return null
  const { reached } = first
  const { forGood, filing } = now ?? { forGood: [], filing: [] }
  return (
    <AskingDialog
      title={t(`${kind}.title`, { where: names(reached) })}
      description={t('forGood', {
        count: forGood.length,
        all: forGood.length === reached.length ? 'all' : 'some',
        where: names(forGood),
      })}
      go={t(`${kind}.go`, { count: reached.length })}
      keep={t('keep')}
      onGo={() => void acts.run({ kind }, reached)}
      onClose={onClose}
    >
      {filing.length > 0 ? (
        <>
          <p>{t('files', { count: filing.length })}</p>
          <ul className={styles.filing}>
            {filing.map(({ room, files }) => (
              <li key={room.id}>
                <b>{room.name}</b>: {words(partiesOf(room.plan), files)}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </AskingDialog>
  )
}
