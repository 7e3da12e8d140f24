'use client'
// The floor on the stage: a placard for each delegation, the speaker's filled and taller, with office and remaining time.
import { useTranslations } from 'next-intl'
import type { CSSProperties } from 'react'
import { useNow } from '#room/hooks/use-now.ts'
import { firstInLine } from '#simulation/reading/log/queue'
import { turnNow } from '#simulation/reading/log/time-accounts'
import { isRunning } from '#simulation/state/room-state'
import { Shape } from '#ui/charts/shape'
import { delegationColours } from '#ui/words/delegation-colours.ts'
import { delegationIn, delegationsIn } from '#ui/words/delegations.ts'
import { IntentTag } from '#ui/words/intent-tag'
import { clockText } from '#ui/words/signed.ts'
import styles from './floor-table.module.css'
import type { StageContext } from './stage-context'
import { Holder, Plate } from './stage-parts'

/** `short` leaves out the speaker's name and who comes after the next, where what stands beneath needs the height. */
export function FloorTable({ on, short = false }: { on: StageContext; short?: boolean }) {
  const t = useTranslations('stage.floor')
  const record = useTranslations('record')
  const { holder } = on.state.floor
  const delegations = delegationsIn(on.state.plan)
  const seat = holder ? on.state.seats[holder.seat] : undefined
  return (
    <section
      className={`${styles.floor} ${delegationColours(delegationIn(on.state.plan, seat?.delegation))}`}
      aria-label={t('label')}
    >
      <div className={styles.edge} data-many={delegations.length > 4 || undefined}>
        {delegations.map((delegation) => {
          const up = delegation.id === seat?.delegation
          return (
            <Plate
              key={delegation.id}
              delegation={delegation}
              form={up ? 'filled' : 'outline'}
              size={up ? 'up' : 'stand'}
              square
            />
          )
        })}
        <NextUp on={on} />
      </div>
      <p className={styles.who}>
        {seat ? (
          <>
            <b>{record('the', { title: seat.title })}</b>
            <TurnLeft on={on} />
          </>
        ) : (
          <b>{t(isRunning(on.state) ? 'free' : 'over')}</b>
        )}
      </p>
      <TurnBar on={on} />
      {short ? null : (
        <div className={styles.name}>
          <span>{seat ? <Holder on={on} seat={seat.id} /> : null}</span>
          <ThenUp on={on} />
        </div>
      )}
    </section>
  )
}

/** So many of those who wait are named; a phone names the rest. */
const MOST_NEXT = 3

/** Who is next, on the table's edge. */
function NextUp({ on }: { on: StageContext }) {
  const t = useTranslations('stage.floor')
  const [next] = firstInLine(on.state, 1)
  return next ? (
    <span className={styles.next} data-next="">
      {t('next')} <Waits on={on} {...next} />
    </span>
  ) : null
}

/** Who comes after them, beside the speaker's name. */
function ThenUp({ on }: { on: StageContext }) {
  const t = useTranslations('stage.floor')
  const [, ...after] = firstInLine(on.state, MOST_NEXT)
  return after.length > 0 ? (
    <span className={styles.then}>
      {t('then')}{' '}
      {after.map((one) => (
        <Waits key={one.seat} on={on} {...one} />
      ))}
    </span>
  ) : null
}

/** What was asked for stands before the office. */
function Waits({ on, seat: id, intent }: { on: StageContext } & ReturnType<typeof firstInLine>[number]) {
  const record = useTranslations('record')
  const seat = on.state.seats[id]
  const delegation = delegationIn(on.state.plan, seat?.delegation)
  return seat && delegation ? (
    <span className={styles.waits}>
      <Shape delegation={delegation} />{' '}
      {intent === null ? null : (
        <>
          <IntentTag first={intent === 'point-of-order'}>{record(`intents.${intent}`)}</IntentTag>
          {', '}
        </>
      )}
      {seat.title}
    </span>
  ) : null
}

function TurnLeft({ on }: { on: StageContext }) {
  const turn = turnNow(on.state, useNow(on.now))
  return turn ? <span className={styles.left}>{clockText(Math.ceil(turn.leftMs / 1000))}</span> : null
}

function TurnBar({ on }: { on: StageContext }) {
  const turn = turnNow(on.state, useNow(on.now))
  const part = turn && turn.wholeMs > 0 ? turn.leftMs / turn.wholeMs : 0
  return (
    <span className={styles.bar} aria-hidden="true">
      <span style={{ '--part': `${Math.min(1, part) * 100}%` } as CSSProperties} />
    </span>
  )
}
