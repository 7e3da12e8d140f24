'use client'
// The delegations and everyone else in the room: presence, silent seats, raised hands in their order, time spoken.
import { useTranslations } from 'next-intl'
import type { CSSProperties } from 'react'
import { useNow } from '#room/hooks/use-now.ts'
import { MissingList } from '#room/table/missing-list'
import type { PersonId, SeatId } from '#simulation/kernel/ids'
import {
  heldSeats,
  lostSeats,
  observerSeats,
  playedAndEmpty,
  unseatedPeople,
} from '#simulation/reading/homework/attendance'
import { latestKnown } from '#simulation/reading/log/filings'
import { queue } from '#simulation/reading/log/queue'
import { spentBy } from '#simulation/reading/log/time-accounts'
import { tellsSilence } from '#simulation/reading/room/desk-face'
import { isOver } from '#simulation/reading/room/notices'
import { silentSeats } from '#simulation/reading/room/who-spoke'
import { phaseNow } from '#simulation/state/room-state'
import { Band } from '#ui/charts/band'
import { Placard } from '#ui/charts/placard'
import { Button } from '#ui/controls/button'
import { delegationColours } from '#ui/words/delegation-colours.ts'
import { delegationsIn, type Delegation as Side } from '#ui/words/delegations.ts'
import { clockText, signed } from '#ui/words/signed.ts'
import { type DeskView, nameOf } from '../scoring/desk-view'
import styles from './delegation-list.module.css'
import type { SeatActs, SeatsShared } from './seat-acts'
import { EmptySeats, SeatRow } from './seat-row'

type DelegationListProps = {
  desk: DeskView
  acts: SeatActs
  onSilent: (seats: readonly SeatId[]) => void
}

/** More seats than these stand in two columns, so that they leave the record its height. */
const TALL = 10
/** More names than these are a number alone: who they are stands at their seats. */
const NAMED = 6

export function DelegationList({ desk, acts, onSilent }: DelegationListProps) {
  const t = useTranslations('desk.delegations')
  const { state } = desk
  const held = heldSeats(state).length
  const here = held - lostSeats(state, desk.presence).length
  const silent = tellsSilence(state, useNow(desk.now, 1_000)) ? silentSeats(state) : []
  const unheard = silent.map(({ holder, title }) => (holder && nameOf(desk.displayNames, holder)) ?? title)
  const hands = queue(state)
  const counts = [
    t('here', { here, held }),
    ...(hands.length > 0 ? [t('hands', { count: hands.length })] : []),
    ...(silent.length > 0 ? [t('silentCount', { count: silent.length })] : []),
  ]
  const shared = { desk, acts, silent: new Set(silent.map((seat) => seat.id)), hands }
  const observers = observerSeats(state)
  const sides = delegationsIn(state.plan)
  return (
    <section aria-label={t('title')}>
      <Band dense level={2} title={t('title')} right={counts.join(' · ')} />
      <div
        className={styles.list}
        data-slim={sides.some(({ id }) => playedAndEmpty(state, id).played.length > TALL) || undefined}
        style={{ '--sides': sides.length } as CSSProperties}
      >
        {sides.map((delegation) => (
          <Delegation key={delegation.id} delegation={delegation} {...shared} />
        ))}
        {observers.length > 0 ? (
          <section className={`${styles.delegation} ${styles.observers}`} aria-label={t('observers')}>
            <div className={`line ${styles.head}`}>
              <b>{t('observers')}</b>
            </div>
            <ul>
              {observers.map((seat) => (
                <SeatRow key={seat.id} seat={seat} {...shared} />
              ))}
            </ul>
          </section>
        ) : null}
      </div>
      <div className={`ends ${styles.feet}`}>
        {silent.length > 0 ? (
          <div className={`hint ${styles.silent}`}>
            {silent.length > NAMED ? null : <p>{t('notSpoken', { list: unheard.join(', ') })}</p>}
            {isOver(state) ? null : (
              <Button size="dense" onClick={() => onSilent(silent.map((seat) => seat.id))}>
                {t('nudgeSilent', { count: silent.length })}
              </Button>
            )}
          </div>
        ) : null}
        <Others desk={desk} acts={acts} />
      </div>
    </section>
  )
}

function Delegation({ delegation, ...shared }: SeatsShared & { delegation: Side }) {
  const { state } = shared.desk
  const round = phaseNow(state)?.round
  const { played, empty } = playedAndEmpty(state, delegation.id)
  const value = round ? latestKnown(state, round)[delegation.id] : undefined
  return (
    <section className={`${styles.delegation} ${delegationColours(delegation)}`} aria-label={delegation.name}>
      <div className={`line ${styles.head}`}>
        <Placard delegation={delegation} size="sm" square silent />
        <b>{delegation.name}</b>
        {value === undefined ? null : <span className={styles.value}>{signed(value)}</span>}
        <Spoken desk={shared.desk} delegation={delegation} />
      </div>
      <ul style={{ '--rows': Math.ceil(played.length / 2) } as CSSProperties}>
        {played.map((seat) => (
          <SeatRow key={seat.id} seat={seat} {...shared} />
        ))}
      </ul>
      {empty.length > 0 ? <EmptySeats seats={empty} acts={shared.acts} /> : null}
    </section>
  )
}

/** A delegation's time on the floor, as a bar relative to the longest. */
function Spoken({ desk: { state, now }, delegation }: { desk: DeskView; delegation: Side }) {
  const time = useNow(now, 1000)
  const most = Math.max(1, ...delegationsIn(state.plan).map(({ id }) => spentBy(state, id, time)))
  const spent = spentBy(state, delegation.id, time)
  return (
    <>
      <span className={styles.bar} aria-hidden="true">
        <span style={{ '--part': `${(spent / most) * 100}%` } as CSSProperties} />
      </span>
      <span className="whole">{clockText(spent / 1000)}</span>
    </>
  )
}

/** Who of the class is missing, people without a seat, and removed people. */
function Others({ desk, acts }: { desk: DeskView; acts: SeatActs }) {
  const t = useTranslations('desk.delegations')
  const { state, displayNames, presence, ask } = desk
  const standing = unseatedPeople(state, presence)
  const named = (person: PersonId) => nameOf(displayNames, person) ?? t('erased')
  return (
    <div className={styles.others}>
      {state.agenda.status === 'finished' ? null : (
        <MissingList
          names={desk.absent.missing}
          of={desk.absent.of}
          whom={desk.absent.whom}
          displayNames={displayNames}
          understudies={state.plan.understudies}
        />
      )}
      {standing.map((person) => (
        <p key={person}>
          <span>{t('standing', { name: named(person) })}</span>
          <Button size="dense" onClick={() => acts.move({ person, seat: null })}>
            {t('seat')}
          </Button>
        </p>
      ))}
      {state.removed.map((person) => (
        <p key={person}>
          <span>{t('removed', { name: named(person) })}</span>
          <Button size="dense" onClick={() => void ask({ type: 'readmitPerson', person })}>
            {t('readmit')}
          </Button>
        </p>
      ))}
    </div>
  )
}
