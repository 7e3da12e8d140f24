'use client'
// The chips of a delegation while they are laid: one's own field, which nobody else moves, and beneath it what the others of the delegation
// propose and what the head has laid.
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import * as z from 'zod/mini'
import { useSaidAt } from '#record/entries/use-said-at.ts'
import { CHIPS_FORM } from '#room/hooks/own-work.ts'
import { useLocalStorage } from '#room/hooks/use-local-storage.ts'
import { useRequest } from '#room/hooks/use-request.ts'
import { holderName, type SeatView } from '#room/link/seat-view.ts'
import { RefusalText } from '#room/words/refusal-text'
import { tensionTitle } from '#simulation/agenda/plan'
import { type DelegationId, MOST_CHIPS, type SeatId } from '#simulation/kernel/ids'
import { chipCount, chippedTensions, chipsEach, chipsNow, chipsOf, chipsOn } from '#simulation/questions/chips'
import type { LaidChips } from '#simulation/shapes/chips'
import { Band } from '#ui/charts/band'
import { Shape } from '#ui/charts/shape'
import { Button } from '#ui/controls/button'
import { submits } from '#ui/controls/submits.ts'
import { delegationIn } from '#ui/words/delegations.ts'
import { Icon } from '#ui/words/icon'
import { LockLine } from '#ui/words/seal'
import styles from './chips-board.module.css'

const field = z.array(z.strictObject({ tension: z.string(), chips: z.int().check(z.positive()) }))
const CHIPS = Array.from({ length: MOST_CHIPS }, (_, place) => place)
const NONE: z.infer<typeof field> = []

export function ChipsBoard({ at, delegation }: { at: SeatView; delegation: DelegationId }) {
  const t = useTranslations('room.chips')
  const said = useSaidAt(at.state)
  const request = useRequest(at.view)
  const { state, seat } = at
  const tensions = chippedTensions(state.plan)
  const each = chipsEach(state.plan) ?? 0
  const { laid, proposed } = chipsOf(state, delegation)
  const own = at.acts ? laid : (proposed.find((one) => one.seat === seat.id) ?? null)
  const [kept, keep, found] = useLocalStorage(at, 'chips-laid', field, NONE)
  const [missing, setMissing] = useState<string | null>(null)
  if (!chipsNow(state)) return null
  const mine = found ? kept : (own?.laid ?? NONE)
  const left = each - chipCount(mine)
  const sealed = own !== null && isSame(mine, own.laid)
  const capital = delegationIn(state.plan, delegation)?.capital ?? ''
  const change = (next: LaidChips) => {
    setMissing(null)
    keep(next.map((one) => ({ ...one })))
  }
  const send = async () => {
    if (at.acts && left > 0) return setMissing(t('layAll', { left }))
    if (left === each) return setMissing(t('proposeSome'))
    await request.ask({ type: at.acts ? 'layChips' : 'proposeChips', laid: [...mine] })
  }
  return (
    <form
      id={CHIPS_FORM}
      className={`fields ${styles.board}`}
      tabIndex={-1}
      aria-labelledby="chips-title"
      onSubmit={submits(send)}
    >
      <Band level={2} title={<span id="chips-title">{t(at.acts ? 'lay' : 'propose', { count: each })}</span>} />
      <ol className={styles.chips}>
        {tensions.map((tension) => (
          <Line
            key={tension}
            at={at}
            delegation={delegation}
            title={tensionTitle(state.plan, tension)}
            count={chipsOn(mine, tension)}
            left={left}
            onCount={(chips) => change(withChips(mine, tension, chips))}
          />
        ))}
      </ol>
      <p className={styles.left} role="status">
        {left === 0 ? t('allLaid', { count: each }) : t('left', { left })}
      </p>
      {laid && !at.acts ? (
        <p className="note">{t('headLaid', { capital, chips: inWords(tensions, laid.laid) })}</p>
      ) : null}
      {proposed.map((one) =>
        one.seat === seat.id || isSame(one.laid, mine) ? null : (
          <div key={one.seat} className={`line ${styles.proposal}`}>
            <p>
              <b>{t('proposes', { who: nameOf(at, one.seat), chips: inWords(tensions, one.laid) })}</b>
            </p>
            <Button size="dense" onClick={() => change(one.laid)}>
              {t('take')}
            </Button>
          </div>
        ),
      )}
      {sealed ? (
        <p className="line">
          <Icon name="lock" /> {t(at.acts ? 'sealed' : 'sent', { time: said(own.at) })}
        </p>
      ) : (
        <Button kind="primary" type="submit" busy={request.busy}>
          {at.acts ? t('seal', { capital, count: each }) : t('send', { count: each - left })}
        </Button>
      )}
      <RefusalText>{missing ?? request.refused}</RefusalText>
      <LockLine>{t('privacy', { capital, share: (each / tensions.length).toFixed(1) })}</LockLine>
    </form>
  )
}

type LineProps = {
  at: SeatView
  delegation: DelegationId
  title: string
  count: number
  left: number
  onCount: (count: number) => void
}

function Line({ at, delegation, title, count, left, onCount }: LineProps) {
  const t = useTranslations('room.chips')
  const party = delegationIn(at.state.plan, delegation)
  return (
    <li>
      <span className={styles.name}>
        <b>{title}</b>
        <span className={`tools faint ${styles.row}`} aria-hidden="true">
          {count === 0 || !party
            ? t('nothing')
            : CHIPS.slice(0, count).map((place) => <Shape key={place} delegation={party} silent />)}
        </span>
      </span>
      <Button
        aria-label={t('fewer', { title })}
        idle={count === 0 ? t('noneHere') : null}
        onClick={() => onCount(count - 1)}
      >
        −
      </Button>
      <output className={styles.number} aria-label={t('on', { title })}>
        {count}
      </output>
      <Button
        aria-label={t('more', { title })}
        idle={left === 0 ? t('noneLeft') : null}
        onClick={() => onCount(count + 1)}
      >
        +
      </Button>
    </li>
  )
}

const withChips = (laid: LaidChips, tension: string, chips: number): LaidChips => [
  ...laid.filter((one) => one.tension !== tension),
  ...(chips > 0 ? [{ tension, chips }] : []),
]

const isSame = (one: LaidChips, other: LaidChips): boolean =>
  one.length === other.length && one.every(({ tension, chips }) => chipsOn(other, tension) === chips)

/** "1 · 4 · 4 · 1", in the order of the lines. */
const inWords = (tensions: readonly string[], laid: LaidChips): string =>
  tensions.map((tension) => chipsOn(laid, tension)).join(' · ')

function nameOf(at: SeatView, seat: SeatId): string {
  const found = at.state.seats[seat]
  return (found && (holderName(at, found) ?? found.title)) ?? ''
}
