'use client'
// Who has joined, by delegation: a shape for each seat, filled where somebody sits, and their names beneath it while all of them fit.
import { useTranslations } from 'next-intl'
import type { CSSProperties } from 'react'
import { freeSeats, unseatedPeople } from '#simulation/reading/homework/attendance'
import { seatsIn } from '#simulation/state/room-state'
import { Shape } from '#ui/charts/shape'
import { delegationColours } from '#ui/words/delegation-colours.ts'
import { columnsFor, type Delegation, delegationsIn } from '#ui/words/delegations.ts'
import styles from './people-table.module.css'
import type { StageContext } from './stage-context'
import { Plate } from './stage-parts'
import { useFitted, type Way } from './use-fitted'

/** By name, else by shapes alone: all delegations alike, so that no list looks like another's. */
const WAYS: readonly Way[] = [
  (box) => box.removeAttribute('data-crowded'),
  (box) => box.setAttribute('data-crowded', ''),
]

export function PeopleTable({ on }: { on: StageContext }) {
  const t = useTranslations('stage.people')
  const delegations = delegationsIn(on.state.plan)
  const box = useFitted<HTMLDivElement>(WAYS)
  const standing = unseatedPeople(on.state, on.presence).length
  return (
    <div ref={box} className={styles.people} style={{ '--columns': columnsFor(delegations.length) } as CSSProperties}>
      {delegations.map((delegation) => (
        <Team key={delegation.id} on={on} delegation={delegation} />
      ))}
      {standing > 0 ? <p className={styles.standing}>{t('standing', { count: standing })}</p> : null}
    </div>
  )
}

function Team({ on, delegation }: { on: StageContext; delegation: Delegation }) {
  const t = useTranslations('stage.people')
  const record = useTranslations('record')
  const taken = seatsIn(on.state, delegation.id).filter((seat) => seat.holder !== null)
  const free = freeSeats(on.state, delegation.id)
  const of = taken.length + free.length
  return (
    <section className={`${styles.team} ${delegationColours(delegation)}`}>
      <h2>
        <Plate delegation={delegation} form={taken.length > 0 ? 'filled' : 'outline'} square />
        <span>{t.rich('seated', { seated: taken.length, of, b: (words) => <b>{words}</b> })}</span>
      </h2>
      <p className={`acts ${styles.shapes}`} aria-hidden="true">
        {[...taken, ...free].map((seat) => (
          <Shape key={seat.id} delegation={delegation} hollow={seat.holder === null} silent />
        ))}
      </p>
      <ul>
        {taken.map((seat) => (
          <li key={seat.id}>{(seat.holder && on.displayNames[seat.holder]) ?? record('the', { title: seat.title })}</li>
        ))}
      </ul>
      {free.length > 0 ? (
        <p className={styles.free}>{t(on.state.plan.understudies ? 'understudies' : 'free', { count: free.length })}</p>
      ) : null}
    </section>
  )
}
