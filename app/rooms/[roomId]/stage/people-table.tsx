// Who has joined, by delegation: display names, offices where a name is missing, and how many seats understudies hold.
import { useTranslations } from 'next-intl'
import type { CSSProperties } from 'react'
import { phaseNow, seatsIn } from '#simulation/kernel/room-state'
import { freeSeats, unseatedPeople } from '#simulation/reading/attendance'
import { delegationColours } from '#ui/delegation-colours.ts'
import { columnsFor, type Delegation, delegationsIn } from '#ui/delegations.ts'
import styles from './people-table.module.css'
import type { StageContext } from './stage-context'
import { Plate } from './stage-parts'

/** Under the join code six lines are left; a phase without filings has room for two more. */
const MOST_NAMES = { lobby: 6, running: 8 } as const
/** The most names of each delegation when the delegations take two rows. */
const MOST_NAMES_OF_MANY = 3

export function PeopleTable({ on }: { on: StageContext }) {
  const t = useTranslations('stage.people')
  const delegations = delegationsIn(on.state.plan)
  return (
    <div className={styles.people} style={{ '--columns': columnsFor(delegations.length) } as CSSProperties}>
      {delegations.map((delegation) => (
        <Team
          key={delegation.id}
          on={on}
          delegation={delegation}
          most={delegations.length > 4 ? MOST_NAMES_OF_MANY : MOST_NAMES[phaseNow(on.state) ? 'running' : 'lobby']}
        />
      ))}
      <WithoutSeat on={on} label={(count) => t('standing', { count })} />
    </div>
  )
}

function Team({ on, delegation, most }: { on: StageContext; delegation: Delegation; most: number }) {
  const t = useTranslations('stage.people')
  const record = useTranslations('record')
  const seats = seatsIn(on.state, delegation.id)
  const taken = seats.filter((seat) => seat.holder !== null)
  const played = on.state.plan.understudies
  const free = freeSeats(on.state, delegation.id).length
  const shown = taken.slice(0, most)
  return (
    <section className={`${styles.team} ${delegationColours(delegation)}`}>
      <h2>
        <Plate delegation={delegation} form={taken.length > 0 ? 'filled' : 'outline'} square />
      </h2>
      <ul>
        {shown.map((seat) => (
          <li key={seat.id}>{(seat.holder && on.displayNames[seat.holder]) ?? record('the', { title: seat.title })}</li>
        ))}
        {taken.length > shown.length ? <li>{t('more', { count: taken.length - shown.length })}</li> : null}
        {free > 0 ? <li className={styles.free}>{t(played ? 'understudies' : 'free', { count: free })}</li> : null}
      </ul>
    </section>
  )
}

/** The people in the room without a seat. */
function WithoutSeat({ on, label }: { on: StageContext; label: (count: number) => string }) {
  const count = unseatedPeople(on.state, on.presence).length
  return count > 0 ? <p className={styles.standing}>{label(count)}</p> : null
}
