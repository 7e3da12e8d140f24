'use client'
// The head of the wall: what all tables together are at, in a sentence that says nothing of now while the page is cut off; the door; and how the
// tables are narrowed and ordered.
import { useTranslations } from 'next-intl'
import { timeOfDay } from '#format/clock-time'
import { phaseName } from '#record/entries/phase-name.ts'
import { known, remembered } from '#room/link/activity-view.ts'
import { useActivity } from '#room/link/use-activity.ts'
import {
  countsOf,
  gapsAcross,
  ROOM_FILTERS,
  ROOM_ORDERS,
  type RoomFilter,
  type RoomOrder,
  roomsNow,
} from '#simulation/reading/positions/several-rooms'
import { Button } from '#ui/controls/button'
import { Field } from '#ui/controls/field'
import { Segmented } from '#ui/controls/segmented'
import { Select } from '#ui/controls/select'
import { SubmitButton } from '#ui/controls/submit-button'
import { TextInput } from '#ui/controls/text-input'
import { gapName, partiesOf } from '#ui/words/delegations.ts'
import { unsigned } from '#ui/words/signed.ts'
import { setDoor } from '../actions'
import styles from './wall.module.css'

export type Shown = { filter: RoomFilter; order: RoomOrder; search: string }

type WallHeadProps = {
  activityId: string
  shown: Shown
  onShow: (change: Partial<Shown>) => void
  /** Opens the list of those who wait for a table. */
  onTables: () => void
}

export function WallHead({ activityId, shown, onShow, onTables }: WallHeadProps) {
  const t = useTranslations('wall')
  const counts = useActivity(activityId, (view) => countsOf(view.rooms))
  return (
    <div className={`ends ${styles.head}`}>
      <Finding activityId={activityId} onTables={onTables} />
      {counts.all > 2 ? (
        <div className="bar">
          <Segmented
            label={t('filterLabel')}
            size="dense"
            value={shown.filter}
            onValueChange={(filter) => onShow({ filter })}
            options={ROOM_FILTERS.filter((one) => counts[one] > 0 || one === shown.filter).map((value) => ({
              value,
              label: t(`filter.${value}`, { count: counts[value] }),
            }))}
          />
          <Field label={t('show')} labelHidden>
            <Select
              size="dense"
              value={shown.order}
              onChoose={(order) => onShow({ order })}
              options={ROOM_ORDERS.map((value) => ({ value, label: t(`sort.${value}`) }))}
            />
          </Field>
          <Field label={t('search')} labelHidden>
            <TextInput
              type="search"
              placeholder={t('search')}
              value={shown.search}
              onWords={(value) => onShow({ search: value })}
            />
          </Field>
        </div>
      ) : null}
    </div>
  )
}

function Finding({ activityId, onTables }: Pick<WallHeadProps, 'activityId' | 'onTables'>) {
  const t = useTranslations('wall')
  const seating = useTranslations('seating.unplaced')
  const record = useTranslations('record')
  const told = useActivity(activityId, (view) =>
    known(view, ({ rooms, people, code }) => ({
      ...roomsNow(rooms, people),
      gaps: gapsAcross(rooms),
      tables: rooms.length,
      plan: rooms[0]?.plan,
      code,
    })),
  )
  const here = remembered(told)
  if (!here) return <h1>{t('loading')}</h1>
  const { tables, phase, plan, wanting, unstarted, gaps, nobody, unseated, unplaced, code } = here
  const isFresh = told.kind === 'fresh'
  const where = phase && plan ? phaseName(record, plan, phase.kind) : ''
  const finding = t('finding', { rooms: tables, count: wanting, unstarted, unplaced })
  return (
    <div>
      <h1>
        {told.kind === 'stale'
          ? t('findingThen', { time: timeOfDay(told.since) })
          : where === ''
            ? finding
            : t(phase?.round ? 'findingInRound' : 'findingIn', { phase: where, round: phase?.round ?? 0, finding })}
      </h1>
      <p>
        {gaps
          ? t(
              'median',
              medianWords(gaps, {
                at: told.kind === 'stale' ? timeOfDay(told.since) : 'now',
                gap: plan ? gapName(partiesOf(plan)) : '',
              }),
            )
          : isFresh
            ? t('noMedian')
            : null}{' '}
        {isFresh ? t('missing', { rooms: tables, nobody, unseated }) : null}
      </p>
      <form action={setDoor} className="bar">
        {isFresh && unplaced > 0 ? (
          <Button size="dense" icon="person" onClick={onTables}>
            {seating('open')}
          </Button>
        ) : null}
        <span>{t(code === null ? 'doorClosed' : 'doorOpen', { code: code ?? '', at: isFresh ? 'now' : 'then' })}</span>
        {isFresh ? (
          <>
            <input type="hidden" name="activityId" value={activityId} />
            <input type="hidden" name="door" value={code === null ? 'open' : 'close'} />
            <SubmitButton kind="quiet" size="dense">
              {t(code === null ? 'openDoor' : 'closeDoor')}
            </SubmitButton>
          </>
        ) : null}
      </form>
    </div>
  )
}

/** What the sentence on the middle gap is made of. */
export const medianWords = (gaps: NonNullable<ReturnType<typeof gapsAcross>>, said: { at: string; gap: string }) => ({
  ...said,
  count: gaps.count,
  spread: gaps.areAlike ? 'none' : 'some',
  median: unsigned(gaps.middle.gap),
  ...{ low: unsigned(gaps.least.gap), lowRoom: gaps.least.name },
  ...{ high: unsigned(gaps.most.gap), highRoom: gaps.most.name },
})
