'use client'
// The acts on the chosen tables. Each button says how many of them it will reach, and is not there when that is none.
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { ActivityRoom } from '#room/link/activity-view.ts'
import { activityLink, useActivity } from '#room/link/use-activity.ts'
import { leavesSomebody, StartDialog } from '#room/start-dialog'
import { seatingOf, startingOf, unplacedIn, useNames } from '#room/starting-activity.ts'
import { askedBefore, type ChairAct, reachOf } from '#simulation/reading/talk/chair-acts'
import { Button } from '#ui/controls/button'
import { Menu, type MenuItem } from '#ui/over/menu'
import type { IconName } from '#ui/words/icon'
import { EndDialog } from './end-dialog'
import { NewsDialog } from './news-dialog'
import { NoteDialog } from './note-dialog'
import { StepDialog } from './step-dialog'
import type { Acts } from './use-acts'
import styles from './wall.module.css'

const SIMPLE: readonly { act: ChairAct & { kind: 'resume' | 'pause' | 'next' | 'end' }; icon: IconName }[] = [
  { act: { kind: 'resume' }, icon: 'play' },
  { act: { kind: 'pause' }, icon: 'pause' },
  { act: { kind: 'next' }, icon: 'next' },
  { act: { kind: 'end' }, icon: 'check' },
]
const MINUTES = [1, 2, 5] as const
type Sheet = 'start' | 'next' | 'end' | 'news' | 'note' | 'unseal' | 'close'
/** Whether a room can be sent news at all is asked with words that none has been sent yet. */
const ANY_NEWS: ChairAct = { kind: 'ownNews', headline: '', text: '' }
const ANY_NOTE: ChairAct = { kind: 'note', to: 'room', text: '' }

type ActBarProps = {
  activityId: string
  /** Opens the list of those who wait for a table. */
  onTables: () => void
  chosen: ReadonlySet<string>
  acts: Acts
}

export function ActBar({ activityId, chosen, acts, onTables }: ActBarProps) {
  const t = useTranslations('wall.act')
  const names = useNames(activityId)
  const [sheet, open] = useState<Sheet | null>(null)
  const reach = useActivity(activityId, ({ rooms, connection }) => {
    const own = connection.kind === 'live' ? rooms.filter(({ id }) => chosen.has(id)) : []
    const count = (act: ChairAct) => reachOf(act, own).length
    return {
      start: count({ kind: 'start' }),
      ...{ resume: count({ kind: 'resume' }), pause: count({ kind: 'pause' }) },
      ...{ next: count({ kind: 'next' }), end: count({ kind: 'end' }), extend: count({ kind: 'extend', minutes: 1 }) },
      ...{ news: count(ANY_NEWS), note: count(ANY_NOTE) },
      ...{ on: count({ kind: 'autopilot', on: true }), off: count({ kind: 'autopilot', on: false }) },
      ...{ unseal: count({ kind: 'unseal' }), close: count({ kind: 'close' }) },
    }
  })
  /** The tables as they are when the button is pressed, not as they were when it was drawn. */
  const now = (): readonly ActivityRoom[] => activityLink(activityId).view.rooms.filter(({ id }) => chosen.has(id))
  const run = (act: ChairAct) => void acts.run(act, now())
  const isFree = acts.outcome === null || acts.outcome.isOver
  const waiting = () => reachOf({ kind: 'start' }, now())
  const unplaced = () => unplacedIn(activityLink(activityId).view)
  const starts = () => (leavesSomebody(waiting().map(startingOf), unplaced()) ? open('start') : run({ kind: 'start' }))
  const press = ({ kind }: (typeof SIMPLE)[number]['act']) =>
    (kind === 'next' || kind === 'end') && askedBefore({ kind }, now()) ? open(kind) : run({ kind })
  const more: MenuItem[] = [
    ...(reach.on > 0
      ? [{ label: t('autopilotOn', { count: reach.on }), onSelect: () => run({ kind: 'autopilot', on: true }) }]
      : []),
    ...(reach.off > 0
      ? [{ label: t('autopilotOff', { count: reach.off }), onSelect: () => run({ kind: 'autopilot', on: false }) }]
      : []),
    ...(reach.unseal > 0 ? [{ label: t('unseal', { count: reach.unseal }), onSelect: () => open('unseal') }] : []),
    ...(reach.close > 0
      ? [{ label: t('close', { count: reach.close }), danger: true, onSelect: () => open('close') }]
      : []),
  ]
  return (
    <>
      {reach.start > 0 ? (
        <Button size="dense" kind="primary" icon="play" busy={!isFree} onClick={starts}>
          {t('start', { count: reach.start })}
        </Button>
      ) : null}
      {SIMPLE.map(({ act, icon }) =>
        reach[act.kind] > 0 ? (
          <Button key={act.kind} size="dense" icon={icon} busy={!isFree} onClick={() => press(act)}>
            {t(act.kind, { count: reach[act.kind] })}
          </Button>
        ) : null,
      )}
      {reach.extend > 0 ? (
        <fieldset className={styles.minutes}>
          <legend className="unseen">{t('extend')}</legend>
          {MINUTES.map((minutes) => (
            <Button
              key={minutes}
              size="dense"
              busy={!isFree}
              onClick={() => run({ kind: 'extend', minutes })}
              aria-label={t('minutes', { minutes, count: reach.extend })}
            >
              +{minutes}
            </Button>
          ))}
        </fieldset>
      ) : null}
      {reach.news > 0 ? (
        <Button size="dense" icon="news" busy={!isFree} onClick={() => open('news')}>
          {t('news', { count: reach.news })}
        </Button>
      ) : null}
      {reach.note > 0 ? (
        <Button size="dense" icon="letter" busy={!isFree} onClick={() => open('note')}>
          {t('note', { count: reach.note })}
        </Button>
      ) : null}
      {more.length > 0 ? (
        <Menu
          trigger={
            <Button size="dense" kind="quiet" icon="down">
              {t('more')}
            </Button>
          }
          items={more}
        />
      ) : null}
      {sheet === 'start' ? (
        <StartDialog
          rooms={waiting().map(startingOf)}
          unplaced={{ people: unplaced(), onTables }}
          nameOf={names}
          open
          onClose={() => open(null)}
          onSeat={async (shown) =>
            (await activityLink(activityId).ask(seatingOf(waiting(), shown))).map(({ ack }) => ack)
          }
          onStart={() => run({ kind: 'start' })}
          onAskAgain={starts}
        />
      ) : null}
      {sheet === 'next' || sheet === 'end' ? (
        <StepDialog kind={sheet} rooms={now()} {...{ activityId, acts }} onClose={() => open(null)} />
      ) : null}
      {sheet === 'news' ? <NewsDialog rooms={now()} {...{ activityId, acts }} onClose={() => open(null)} /> : null}
      {sheet === 'note' ? <NoteDialog rooms={now()} {...{ activityId, acts }} onClose={() => open(null)} /> : null}
      {sheet === 'unseal' || sheet === 'close' ? (
        <EndDialog kind={sheet} rooms={now()} acts={acts} onClose={() => open(null)} />
      ) : null}
    </>
  )
}
