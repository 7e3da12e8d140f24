// Who has joined, by delegation: display names, offices where a name is missing, and how many seats understudies hold.
import { useTranslations } from 'next-intl'
import type { CSSProperties } from 'react'
import { freeSeats, unseatedPeople } from '#simulation/reading/attendance'
import { seatsIn } from '#simulation/state/room-state'
import { delegationColours } from '#ui/delegation-colours.ts'
import { columnsFor, type Delegation, delegationsIn } from '#ui/delegations.ts'
import styles from './people-table.module.css'
import type { StageContext } from './stage-context'
import { Plate } from './stage-parts'

/** The lines that fit beneath a plate, with those that count who is not named and which seats are free. */
const LINES = 7
/** The same when the delegations take two rows. */
const LINES_OF_MANY = 5

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
          lines={delegations.length > 4 ? LINES_OF_MANY : LINES}
        />
      ))}
      <WithoutSeat on={on} label={(count) => t('standing', { count })} />
    </div>
  )
}

function Team({ on, delegation, lines }: { on: StageContext; delegation: Delegation; lines: number }) {
  const t = useTranslations('stage.people')
  const record = useTranslations('record')
  const seats = seatsIn(on.state, delegation.id)
  const taken = seats.filter((seat) => seat.holder !== null)
  const played = on.state.plan.understudies
  const free = freeSeats(on.state, delegation.id).length
  const named = lines - (free > 0 ? 1 : 0)
  const shown = taken.slice(0, taken.length > named ? named - 1 : named)
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
