'use client'
// One seat at the desk: presence, office, holder, time spoken, raised hand. The name opens the menu of actions.
import { useTranslations } from 'next-intl'
import { useNow } from '#room/hooks/use-now.ts'
import { OBSERVER_TASKS } from '#simulation/agenda/plan'
import { observerTaskOf } from '#simulation/questions/observers'
import { actsFor } from '#simulation/questions/seats'
import { attendanceOf, mayLetAct } from '#simulation/reading/homework/attendance'
import { heldBySeat } from '#simulation/reading/log/time-accounts'
import { isOver } from '#simulation/reading/room/notices'
import type { Seat } from '#simulation/shapes/seats'
import { Button } from '#ui/controls/button'
import { Menu, type MenuItem } from '#ui/over/menu'
import { VisuallyHidden } from '#ui/page/visually-hidden'
import { Icon } from '#ui/words/icon'
import { IntentTag } from '#ui/words/intent-tag'
import { clockText } from '#ui/words/signed.ts'
import { type DeskView, nameOf } from '../scoring/desk-view'
import { hasFloor } from './chair-steps'
import type { SeatsShared } from './seat-acts'
import styles from './seat-row.module.css'

export function SeatRow({ seat, desk, acts, silent, hands }: SeatsShared & { seat: Seat }) {
  const t = useTranslations('desk.seat')
  const intents = useTranslations('record.intents')
  const { state, displayNames } = desk
  const standing = attendanceOf(state, desk.presence, seat)
  const title = seat.mirrors === null ? seat.title : t('second', { title: seat.title })
  const name = seat.holder
    ? (nameOf(displayNames, seat.holder) ?? t('someone'))
    : t(standing === 'understudy' ? 'understudy' : 'empty')
  const place = hands.findIndex((raised) => raised.seat === seat.id) + 1
  const hand = hands[place - 1]
  const task = observerTaskOf(state, seat.id)
  const speaking = state.floor.holder?.seat === seat.id
  const head = seat.holder === null ? null : actsFor(state, seat)
  return (
    <li className={styles.row} data-speaking={speaking || undefined}>
      <span className={styles.dot} data-standing={standing} aria-hidden="true" />
      <VisuallyHidden>{t(`standing.${standing}`)}</VisuallyHidden>
      <span className={styles.office} title={title}>
        {hand ? (
          <>
            <IntentTag first={hand.intent === 'point-of-order'}>{intents(hand.intent)}</IntentTag> ·{' '}
          </>
        ) : null}
        {task ? t('withTask', { title, task: t(`task.${task}`) }) : title}
      </span>
      <span className={`line ${styles.name}`}>
        <Menu
          align="end"
          trigger={
            <button
              type="button"
              className={styles.open}
              data-held={seat.holder !== null || undefined}
              aria-label={t('open', { name, title })}
            >
              {name}
            </button>
          }
          items={useItems({ seat, desk, acts })}
        />
        {head ? <span className={styles.tag}>{t('actsFor', { title: head.title })}</span> : null}
        {standing === 'lost' ? <Lost desk={desk} seat={seat} /> : null}
      </span>
      <span className={styles.time}>
        {silent.has(seat.id) ? <span className={styles.tag}>{t('silent')}</span> : <Spoken desk={desk} seat={seat} />}
      </span>
      <span className={styles.hand}>
        {hand && hasFloor(state) ? (
          <Button
            kind="primary"
            size="dense"
            aria-label={t('grantInOrder', { place, name, intent: intents(hand.intent) })}
            onClick={() => acts.grant(seat.id)}
          >
            <Icon name="hand" />
            {place}
          </Button>
        ) : null}
      </span>
    </li>
  )
}

/** The seats that nobody plays are one line, which opens the list of them: whichever is chosen, somebody is put there. */
export function EmptySeats({ seats, acts }: Pick<SeatsShared, 'acts'> & { seats: readonly Seat[] }) {
  const t = useTranslations('desk.seat')
  return (
    <Menu
      align="start"
      trigger={
        <button type="button" className={`${styles.open} ${styles.empty}`}>
          {t('emptySeats', { count: seats.length })}
        </button>
      }
      items={seats.map((seat) => ({
        label: t('placeAt', { title: seat.mirrors === null ? seat.title : t('second', { title: seat.title }) }),
        onSelect: () => acts.move({ person: null, seat: seat.id }),
      }))}
    />
  )
}

function useItems({ seat, desk, acts }: Pick<SeatsShared, 'desk' | 'acts'> & { seat: Seat }): MenuItem[] {
  const t = useTranslations('desk.seat')
  const { holder } = seat
  const items: MenuItem[] = []
  if (seat.delegation !== null && hasFloor(desk.state) && desk.state.floor.holder?.seat !== seat.id)
    items.push({ label: t('grant'), onSelect: () => acts.grant(seat.id) })
  const now = observerTaskOf(desk.state, seat.id)
  for (const task of seat.delegation === null ? [...OBSERVER_TASKS, null] : [])
    if (task !== now)
      items.push({
        label: task ? t('giveTask', { task: t(`task.${task}`) }) : t('noTask'),
        onSelect: () => acts.task(seat.id, task),
      })
  if (holder === null) {
    items.push({ label: t('place'), onSelect: () => acts.move({ person: null, seat: seat.id }) })
    return items
  }
  if (!isOver(desk.state)) items.push({ label: t('nudge'), onSelect: () => acts.nudge(seat.id) })
  if (mayLetAct(desk.state, desk.presence, seat))
    items.push({ label: t('letAct'), onSelect: () => acts.letAct(seat.id) })
  items.push(
    { label: t('moveOrSwap'), onSelect: () => acts.move({ person: holder, seat: null }) },
    { kind: 'divider' },
    { label: t('takeNameOff'), hint: t('takeNameOffHint'), onSelect: () => acts.unname(holder) },
    { label: t('remove'), danger: true, onSelect: () => acts.remove(holder, seat.id) },
  )
  if (desk.openDoor !== null)
    items.push({ label: t('removeAndClose'), danger: true, onSelect: () => acts.remove(holder, seat.id, 'closing') })
  return items
}

function Lost({ desk: { now }, seat }: { desk: DeskView; seat: Seat }) {
  const t = useTranslations('desk.seat')
  const time = useNow(now, 1000)
  const lost =
    seat.absentSince === null ? t('lost') : t('lostSince', { time: clockText((time - seat.absentSince) / 1000) })
  return <span className={styles.tag}>{lost}</span>
}

function Spoken({ desk: { state, now }, seat }: { desk: DeskView; seat: Seat }) {
  const time = useNow(now, 1000)
  const held = heldBySeat(state, seat.id, time)
  return held > 0 ? clockText(held / 1000) : null
}
