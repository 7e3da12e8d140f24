'use client'
// The positions a delegation files in this phase, one form for each round, and the cards of the others, which show only whether they have
// filed.
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { useSaidAt } from '#record/entries/use-said-at.ts'
import { bringTo } from '#room/hooks/bring-to.ts'
import { useArrival, useLedTo } from '#room/hooks/led.ts'
import type { SeatView } from '#room/link/seat-view.ts'
import { ClosingChoice } from '#room/table/closing-choice'
import { OwnStake } from '#room/table/own-stake'
import { type Filing, roundOf } from '#simulation/agenda/plan'
import type { DelegationId, FilingStage, TensionKey } from '#simulation/kernel/ids'
import { filedAt, filingOf, roundsUnfiled } from '#simulation/reading/log/filings'
import type { RoomState } from '#simulation/state/room-state'
import { Band } from '#ui/charts/band'
import { Placard } from '#ui/charts/placard'
import { Segmented } from '#ui/controls/segmented'
import { VisuallyHidden } from '#ui/page/visually-hidden'
import { delegationIn, delegationsIn } from '#ui/words/delegations.ts'
import { Icon } from '#ui/words/icon'
import { UnbrokenWords } from '#ui/words/unbroken-words'
import { ChipsBoard } from './chips-board'
import { PositionForm } from './position-form'
import styles from './position-panel.module.css'

type PositionPanelProps = {
  at: SeatView
  delegation: DelegationId
  filing: Filing
  ended: boolean
  onLeave: () => void
}

export function PositionPanel({ at, delegation, filing, ended, onLeave }: PositionPanelProps) {
  const t = useTranslations('room.position')
  const { state } = at
  const { rounds, stage } = filing
  const unfiled = roundsUnfiled(state, filing, delegation)
  // The round that is open changes by the person's own act alone, whatever is filed meanwhile.
  const [chosen, choose] = useState<TensionKey | undefined>(unfiled[0] ?? rounds[0])
  const [arrivals, setArrivals] = useState(0)
  const question = useArrival<HTMLParagraphElement>(
    ({ place, tension }) => place === 'positions' && (tension ?? chosen) === chosen,
  )
  // After filing, the pressed button is gone: focus and scroll position move to the form of the next round.
  useEffect(() => {
    if (arrivals === 0) return
    const form = question.current?.closest('section')
    if (form) bringTo(form)
    question.current?.focus({ preventScroll: true })
  }, [arrivals, question])
  useLedTo('positions', ({ tension }) => {
    if (tension !== null && rounds.includes(tension)) choose(tension)
  })
  const key = chosen !== undefined && rounds.includes(chosen) ? chosen : rounds[0]
  const round = key === undefined ? undefined : roundOf(state.plan, key)
  if (!round || key === undefined) return null
  const { filed } = filingOf(state, key, stage, delegation)
  const next = unfiled.find((each) => each !== key)
  const toNext = () => {
    if (next === undefined) return
    choose(next)
    setArrivals(arrivals + 1)
  }
  return (
    <section className={styles.panel} aria-labelledby="position-title">
      <Band
        unseenOnPhone
        level={2}
        title={
          <span id="position-title">
            {t('title', { capital: delegationIn(state.plan, delegation)?.capital ?? '' })}
          </span>
        }
        right={t(`revision.${stage}`, { revision: filed?.revision ?? 1 })}
      />
      <ClosingChoice at={at} />
      {rounds.length > 1 ? (
        <div className={`bar ${styles.steps}`}>
          <Segmented
            label={t('rounds')}
            value={key}
            onValueChange={choose}
            options={rounds.map((each, place) => ({
              value: each,
              label: <Step state={state} round={each} number={place + 1} filed={!unfiled.includes(each)} />,
            }))}
          />
          <p className="faint">{t('filedOf', { filed: rounds.length - unfiled.length, count: rounds.length })}</p>
        </div>
      ) : null}
      <p ref={question} className={styles.question} tabIndex={-1}>
        <UnbrokenWords>{round.question}</UnbrokenWords>
      </p>
      <PositionForm
        key={`${key}/${stage}`}
        at={at}
        delegation={delegation}
        round={round}
        stage={stage}
        ended={ended}
        onFiled={toNext}
        onNext={next === undefined ? null : toNext}
        onLeave={onLeave}
        beside={
          <>
            <OwnStake at={at} round={round} />
            <Cards state={state} round={key} stage={stage} own={delegation} />
          </>
        }
      />
      <ChipsBoard key={delegation} at={at} delegation={delegation} />
    </section>
  )
}

function Step({
  state,
  round,
  number,
  filed,
}: {
  state: RoomState
  round: TensionKey
  number: number
  filed: boolean
}) {
  const t = useTranslations('room.position')
  return (
    <>
      {number}
      {filed ? <Icon name="check" /> : null}
      <VisuallyHidden>
        {t(filed ? 'stepFiled' : 'stepOpen', { title: roundOf(state.plan, round)?.title ?? '' })}
      </VisuallyHidden>
    </>
  )
}

/** Whether each delegation has filed. */
function Cards({
  state,
  round,
  stage,
  own,
}: {
  state: RoomState
  round: TensionKey
  stage: FilingStage
  own: DelegationId
}) {
  const t = useTranslations('room.position')
  const said = useSaidAt(state)
  return (
    <ul className={`acts hint ${styles.others}`}>
      {delegationsIn(state.plan).map((delegation) => {
        const at = filedAt(state, round, stage, delegation.id)
        // Only of the own delegation is it known whether anybody has begun.
        const begun = delegation.id === own && filingOf(state, round, stage, own).draft !== null
        return (
          <li key={delegation.id} data-own={delegation.id === own || undefined}>
            <Placard delegation={delegation} size="sm" form={at === null ? 'outline' : 'filled'} />{' '}
            {at === null ? t(begun ? 'drafting' : 'unfiled') : t('sealed', { time: said(at, { seconds: false }) })}
          </li>
        )
      })}
    </ul>
  )
}
