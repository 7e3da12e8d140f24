'use client'
// The own view on one screen: what is marked, the question at hand with its axis or its answers, and two ways on. A phone docks the first
// of them.
import { useTranslations } from 'next-intl'
import type { RoundPlan } from '#simulation/agenda/plan'
import { AxisInput } from '#ui/charts/axis-input'
import { Button } from '#ui/controls/button'
import { submits } from '#ui/controls/submits.ts'
import { Icon } from '#ui/words/icon'
import { LockLine } from '#ui/words/seal'
import { signed } from '#ui/words/signed.ts'
import { UnbrokenWords } from '#ui/words/unbroken-words'
import type { SeatView } from '../link/seat-view'
import { RefusalText } from '../words/refusal-text'
import { KnowledgeAnswers, KnowledgeChoice } from './knowledge'
import styles from './own-view-step.module.css'
import { SureInput } from './sure-input'
import { OWN_VIEW_FORM, type OwnView, viewVerb } from './use-own-view'

export function OwnViewStep({ at, ownView, docked }: { at: SeatView; ownView: OwnView; docked: boolean }) {
  const t = useTranslations('room.ownView')
  const stance = useTranslations('room.stance')
  const count = useCount(at, ownView)
  const { when, round, question } = ownView
  if (when === null || (round === null && question === null)) return null
  return (
    <form
      id={OWN_VIEW_FORM}
      className={`fields unprinted ${styles.step}`}
      aria-label={t(when)}
      onSubmit={submits(ownView.mark)}
    >
      <p className="hint">{count}</p>
      {round ? <Marks ownView={ownView} /> : null}
      {round ? <AxisAtHand asksSure={at.state.plan.learning !== undefined} ownView={ownView} round={round} /> : null}
      {question ? (
        <KnowledgeChoice
          key={question.item}
          question={question}
          when={when}
          option={ownView.option}
          onPick={ownView.pick}
        />
      ) : null}
      <RefusalText>{ownView.refused}</RefusalText>
      <LockLine>{stance('privacy')}</LockLine>
      <p className={`acts ${styles.actions}`}>
        {docked ? null : (
          <Button kind="primary" type="submit">
            {viewVerb(t, ownView)}
          </Button>
        )}
        <Button wide={docked} onClick={ownView.pass}>
          {t('pass')}
        </Button>
      </p>
    </form>
  )
}

/** Nothing is placed beforehand, and nobody is told where they stood before: either would pull the answer to itself. */
function AxisAtHand({ asksSure, ownView, round }: { asksSure: boolean; ownView: OwnView; round: RoundPlan }) {
  const t = useTranslations('room.ownView')
  return (
    <>
      <p className={styles.question}>
        <UnbrokenWords>{round.question}</UnbrokenWords>
      </p>
      <AxisInput
        key={round.key}
        label={t('where')}
        axis={round.axis}
        value={ownView.value}
        onValueChange={ownView.place}
      />
      {asksSure ? <SureInput key={`sure-${round.key}`} sure={ownView.sure} onSure={ownView.beSure} /> : null}
    </>
  )
}

function useCount({ state }: SeatView, { done, of }: OwnView): string {
  const t = useTranslations('room.ownView')
  return t(state.plan.learning ? 'countWith' : 'count', { marked: done, done, of })
}

/** What is marked so far; each can be taken up again. */
function Marks({ ownView }: { ownView: OwnView }) {
  const t = useTranslations('room.ownView')
  if (ownView.marks.length === 0) return null
  return (
    <ul className={styles.marks}>
      {ownView.marks.map(({ round, value }) => (
        <li className="line" key={round.key}>
          <Icon name="check" />
          <span>{round.title}</span>
          <b>{signed(value)}</b>
          <Button
            size="dense"
            kind="quiet"
            aria-label={t('changeOf', { title: round.title })}
            onClick={() => ownView.choose(round.key)}
          >
            {t('change')}
          </Button>
        </li>
      ))}
    </ul>
  )
}

/** One line in place of the step once it is done or passed over, with the way back to it. */
export function OwnViewLine({ at, ownView }: { at: SeatView; ownView: OwnView }) {
  const t = useTranslations('room.ownView')
  const count = useCount(at, ownView)
  if (ownView.when === null || ownView.open) return null
  return (
    <details className={`note unprinted ${styles.line}`}>
      <summary>{count}</summary>
      <Marks ownView={ownView} />
      {ownView.done < ownView.of ? (
        <Button size="dense" onClick={ownView.resume}>
          {t('markAfterAll')}
        </Button>
      ) : null}
      <KnowledgeAnswers at={at} when={ownView.when} />
    </details>
  )
}
