'use client'
// The raised hands in the order in which they would get the floor, each with its intent, and greyed beneath them those that an earlier phase
// did not call (F11). The first have their button; one press gives all of them theirs. Under a pointer that moves no row does (held-rows.ts),
// save for a point of order.
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { queue } from '#simulation/reading/log/queue'
import { Band } from '#ui/charts/band'
import { Placard } from '#ui/charts/placard'
import { Button } from '#ui/controls/button'
import { useHeldRows } from '#ui/page/held-rows.ts'
import { delegationIn } from '#ui/words/delegations.ts'
import { IntentTag } from '#ui/words/intent-tag'
import { type DeskView, nameOf } from '../scoring/desk-view'
import { hasFloor } from './chair-steps'
import styles from './hand-queue.module.css'
import type { SeatActs } from './seat-acts'

/** More hands than these take one line each, so that all of a large class are in sight. */
const MANY = 6
/** How many are called by a press from the start: whoever calls out of this order says so first. */
const CALLED = 5

export function HandQueue({ desk, acts }: { desk: DeskView; acts: SeatActs }) {
  const t = useTranslations('desk.hands')
  const record = useTranslations('record.intents')
  const seats = useTranslations('desk.seat')
  const autopilot = useTranslations('desk.autopilot')
  const { state, displayNames } = desk
  const [all, setAll] = useState(false)
  const hands = queue(state)
  const raised = new Map(hands.map((hand) => [hand.seat, hand]))
  const carried = new Map(state.floor.carried.map((hand) => [hand.seat, hand]))
  const { rows, from, pointer } = useHeldRows(
    [...raised.keys(), ...carried.keys()],
    new Set(hands.flatMap(({ seat, intent }) => (intent === 'point-of-order' ? seat : []))),
  )
  return (
    <section aria-label={t('title', { count: hands.length })}>
      <Band
        dense
        level={2}
        title={t('title', { count: hands.length })}
        right={
          rows.length > CALLED && hasFloor(state) ? (
            <Button size="dense" kind="quiet" pressed={all} onClick={() => setAll(!all)}>
              {t('all')}
            </Button>
          ) : (
            autopilot(state.autopilot.floor)
          )
        }
      />
      {hands.length === 0 ? <p className={`hint ${styles.none}`}>{t('none')}</p> : null}
      <ol className={styles.hands} data-many={from > MANY || undefined} {...pointer}>
        {rows.map((id, place) => {
          const seat = state.seats[id]
          const up = raised.get(id)
          const hand = up ?? carried.get(id)
          const delegation = delegationIn(state.plan, seat?.delegation)
          if (!seat || !delegation) return null
          const name = (seat.holder && nameOf(displayNames, seat.holder)) ?? t('understudy')
          return (
            <li
              className="stack"
              key={id}
              data-first={up?.intent === 'point-of-order' || undefined}
              data-down={up === undefined || undefined}
            >
              <Placard delegation={delegation} size="xs" />
              <span>
                <b>
                  <bdi>{name}</bdi>
                </b>
                <small className="hint">
                  <span className={styles.office}>{seat.title} · </span>
                  {up ? (
                    <IntentTag first={up.intent === 'point-of-order'}>{record(up.intent)}</IntentTag>
                  ) : hand ? (
                    t('carried', { intent: record(hand.intent) })
                  ) : (
                    t('down')
                  )}
                </small>
              </span>
              {hand && hasFloor(state) && (all || place < CALLED) ? (
                <Button
                  size="dense"
                  aria-label={seats('grantInOrder', { place: place + 1, name, intent: record(hand.intent) })}
                  onClick={() => acts.grant(id)}
                >
                  {t('give')}
                </Button>
              ) : null}
            </li>
          )
        })}
      </ol>
    </section>
  )
}
