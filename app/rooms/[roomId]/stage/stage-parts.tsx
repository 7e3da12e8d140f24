// The parts shared by scenes: the question, a placard in the stage's sizes, the gap with its finding.
import { useFormatter, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { RoomPlan, RoundPlan } from '#simulation/agenda/plan'
import type { SeatId } from '#simulation/kernel/ids'
import type { Values } from '#simulation/reading/log/gap'
import { roundFinding } from '#simulation/reading/positions/findings'
import { GapDumbbell } from '#ui/charts/gap-dumbbell'
import { Placard } from '#ui/charts/placard'
import { beginning, type Delegation, delegationIn, partiesOf } from '#ui/words/delegations.ts'
import { Icon } from '#ui/words/icon'
import { unsigned } from '#ui/words/signed.ts'
import { UnbrokenWords } from '#ui/words/unbroken-words'
import type { StageContext } from './stage-context'
import styles from './stage-parts.module.css'

/** A question longer than this is set in a smaller size, to leave room for what is beneath it. */
const LONG = 66
const VERY_LONG = 105

/** `tight` sets it one size smaller, where the content beneath needs the height. */
export function Question({ children, quiet, tight }: { children: string; quiet?: ReactNode; tight?: boolean }) {
  const step = (children.length > VERY_LONG ? 2 : children.length > LONG ? 1 : 0) + (tight ? 1 : 0)
  return (
    <div className={styles.question}>
      <h1 data-step={step}>
        <UnbrokenWords>{children}</UnbrokenWords>
      </h1>
      {quiet ? <p>{quiet}</p> : null}
    </div>
  )
}

/** `up` is the taller size, for the speaker. */
export function Plate({ delegation, form, size = 'stand', square }: PlateProps) {
  return (
    <span className={styles.plate} data-size={size}>
      <Placard delegation={delegation} form={form ?? 'filled'} size="stage" square={square ?? false} />
    </span>
  )
}
type PlateProps = {
  delegation: Delegation
  form?: 'filled' | 'outline'
  size?: 'up' | 'stand' | 'line'
  square?: boolean
}

/** The name of a seat's holder, or "understudy"; null where the holder's name has been erased. */
export function Holder({ on, seat }: { on: StageContext; seat: SeatId }) {
  const record = useTranslations('record')
  const holder = on.state.seats[seat]?.holder ?? null
  if (holder !== null) return on.displayNames[holder] ?? null
  return on.state.plan.understudies ? (
    <span className={styles.understudy}>
      <Icon name="understudy" /> {record('understudy')}
    </span>
  ) : null
}

export function RevealedGap({ on, round, values }: RevealedGapProps) {
  const finding = useFinding()
  return (
    <div className={styles.gap}>
      <GapDumbbell
        widest="stage"
        parties={partiesOf(on.state.plan)}
        axis={round.axis}
        positions={values}
        title={finding(on.state.plan, values)}
        heading={2}
      />
    </div>
  )
}
type RevealedGapProps = { on: StageContext; round: RoundPlan; values: Values }

/** The finding on the positions, without naming the question, which is shown above. */
function useFinding(): (plan: RoomPlan, values: Values) => string {
  const t = useTranslations('stage.finding')
  const format = useFormatter()
  return (plan, values) => {
    const found = roundFinding(plan, values)
    const { delegations, focus } = partiesOf(plan)
    const gap = beginning(focus.name)
    const capital = (id: string | undefined) => delegationIn(plan, id)?.capital ?? ''
    switch (found.kind) {
      case 'nothing':
      case 'incomplete':
        return t('incomplete', { who: format.list(found.absent.map(capital)), count: found.absent.length })
      case 'together':
        return found.everybody ? t('allTogether', { count: delegations.length }) : t('together', { gap })
      case 'nearer-outside':
        return t('nearerOutside', {
          member: capital(found.member),
          outside: capital(found.outside),
          first: capital(focus.members[0]),
          members: focus.members.length,
          gap: focus.name,
        })
      case 'apart':
        return t(LEAN[found.lean], { gap, distance: unsigned(found.gap) })
      default:
        return found satisfies never
    }
  }
}
const LEAN = { 'one-end': 'sameSide', 'both-ends': 'acrossZero', middle: 'apart' } as const
