'use client'
// What came of the last act: at which tables it was done, where it was not and why, and the way back. It stays until the next act.
import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { deskPath } from '#paths'
import { useActivity } from '#room/link/use-activity.ts'
import { reachOf } from '#simulation/reading/talk/chair-acts'
import { Button } from '#ui/controls/button'
import { Icon } from '#ui/words/icon'
import type { Acts, Outcome } from './use-acts'
import styles from './wall.module.css'

/** So many tables are named; more are counted. */
const MOST_NAMED = 8

export function ActOutcome({ activityId, acts }: { activityId: string; acts: Acts }) {
  return (
    <div className={styles.outcome} role="status">
      {acts.outcome ? <OfAct activityId={activityId} acts={acts} outcome={acts.outcome} /> : null}
    </div>
  )
}

function OfAct({ activityId, acts, outcome }: { activityId: string; acts: Acts; outcome: Outcome }) {
  const t = useTranslations('wall.outcome')
  const refusal = useTranslations('refusals')
  const names = useTableNames()
  const { act, asked, done, failed, isOver, steps } = outcome
  const undoable = useActivity(activityId, (view) => reachOf({ kind: 'undo', steps }, view.rooms).map(({ id }) => id))
  const open = failed.flatMap(({ room, unanswered }) => (unanswered.length > 0 ? [room] : []))
  const what = t(`act.${act.kind}`, {
    minutes: act.kind === 'extend' ? act.minutes : 0,
    on: String('on' in act && act.on),
  })
  if (!isOver) return <p>{t('asking', { what, count: asked })}</p>
  return (
    <>
      <p>
        <b>{t(failed.length === 0 ? 'done' : 'partly', { what, done: done.length, all: asked, where: names(done) })}</b>
      </p>
      {failed.length > 0 ? (
        <ul className={styles.failed}>
          {failed.map(({ room, why }) => (
            <li key={room.id}>
              <Icon name="warning" /> <Link href={deskPath(room.id)}>{room.name}</Link>: {refusal(why)}
            </li>
          ))}
        </ul>
      ) : null}
      <div className="bar">
        {open.length > 0 ? (
          <Button size="dense" kind="primary" onClick={acts.again}>
            {t('again', { where: names(open), count: open.length })}
          </Button>
        ) : null}
        {undoable.length > 0 ? (
          <Button size="dense" onClick={acts.undo}>
            {t('undo', { count: undoable.length })}
          </Button>
        ) : null}
        <Button size="dense" kind="quiet" onClick={acts.dismiss}>
          {t('dismiss')}
        </Button>
      </div>
    </>
  )
}

/** "Table 4, Table 16 and Table 22", or how many they are. */
export function useTableNames(): (rooms: readonly { name: string }[]) => string {
  const t = useTranslations('wall')
  const format = useFormatter()
  return (rooms) =>
    rooms.length > MOST_NAMED ? t('tables', { count: rooms.length }) : format.list(rooms.map(({ name }) => name))
}
