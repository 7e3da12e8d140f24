'use client'
// Positions scored side by side: one round and one criterion at a time, each delegation's card with its evidence and its level beneath it,
// and the levels once at the foot with each delegation's plate on its own.
import { useTranslations } from 'next-intl'
import { type CSSProperties, useEffect, useRef } from 'react'
import { type CardsPlace, cardsPlace, positionLevels } from '#marks/score.ts'
import type { Score } from '#marks/use-score.ts'
import { asTopic } from '#record/words/inside-sentence.ts'
import { useMovesText } from '#record/words/moves-words.ts'
import type { RoundPlan } from '#simulation/agenda/plan'
import { type Criterion, type Rubric, topOf } from '#simulation/reading/log/rubric'
import type { Paragraph } from '#simulation/reading/log/transcript'
import { movesFinding } from '#simulation/reading/positions/who-moved'
import type { RoomState } from '#simulation/state/room-state'
import { Placard } from '#ui/charts/placard'
import { Button } from '#ui/controls/button'
import { delegationsIn, partiesOf } from '#ui/words/delegations.ts'
import { Kbd } from '#ui/words/kbd'
import { KeyHint } from '#ui/words/key-hint'
import { goOn, rowsOf, subjectAt, toStudents } from './cards-keys'
import type { DeskView } from './desk-view'
import styles from './score-cards.module.css'
import { ScoreColumn } from './score-column'

type ScoreCardsProps = {
  desk: DeskView
  score: Score
  place: CardsPlace
  entries: readonly Paragraph[]
  gists: Readonly<Record<string, string>>
  onClose: () => void
}

export function ScoreCards({ desk, score, place, entries, gists, onClose }: ScoreCardsProps) {
  const t = useTranslations('desk.cards')
  const { state } = desk
  const { scale } = score.rubricOf(subjectAt(place))
  const criterion = score.criteriaFor(subjectAt(place))[place.row]
  const round = state.plan.rounds.find(({ key }) => key === place.round)
  const columns = useRef<HTMLDivElement>(null)
  const screen = useRef<HTMLElement>(null)
  // Else Enter would press whichever button the hands had left behind.
  useEffect(() => screen.current?.focus(), [])
  // Where columns are wider than the page, the one that the keys act on is brought into it.
  useEffect(() => {
    columns.current
      ?.querySelector(`[data-column="${place.delegation}"]`)
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [place.delegation])
  if (!criterion || !round) return null
  return (
    <section ref={screen} tabIndex={-1} className={`column ${styles.screen}`} aria-label={t('title')}>
      <Head state={state} score={score} place={place} round={round} criterion={criterion} onClose={onClose} />
      <div className={`form ${styles.finding}`}>
        <Finding state={state} round={round} />
        {criterion.hint.length > 0 ? <LookFor hint={criterion.hint.join(' ')} /> : null}
      </div>
      <div
        ref={columns}
        className={`fields ${styles.columns}`}
        style={{ '--columns': delegationsIn(state.plan).length } as CSSProperties}
      >
        {delegationsIn(state.plan).map(({ id }) => (
          <ScoreColumn
            key={id}
            desk={desk}
            score={score}
            subject={{ kind: 'position', delegation: id, round: round.key }}
            criterion={criterion}
            scale={scale}
            entries={entries}
            gists={gists}
            current={id === place.delegation}
            onCurrent={() => score.choose(subjectAt({ ...place, delegation: id }), place.row)}
          />
        ))}
      </div>
      <Scale state={state} score={score} place={place} criterion={criterion} scale={scale} />
    </section>
  )
}

type HeadProps = Pick<ScoreCardsProps, 'score' | 'place' | 'onClose'> & {
  state: RoomState
  round: RoundPlan
  criterion: Criterion
}

function Head({ state, score, place, round, criterion, onClose }: HeadProps) {
  const t = useTranslations('desk.cards')
  const criteria = score.criteriaFor(subjectAt(place))
  const { rounds } = state.plan
  const number = rounds.indexOf(round) + 1
  const next = cardsPlace(state, rowsOf(score, place), place, 'next-row')
  const before = cardsPlace(state, rowsOf(score, place), place, 'row-before')
  const nextWords = !next
    ? t('toStudents')
    : next.round === place.round
      ? t('next', { criterion: criteria[next.row]?.name ?? '' })
      : t('nextRound', { number: number + 1 })
  const { perRound, given, of } = positionLevels(state, score.marks, score.criteriaFor)
  return (
    <header className={styles.head}>
      <div>
        <p className={styles.where}>
          {t('where', { number, of: rounds.length, title: round.title, question: round.question })}
        </p>
        <h2>{criterion.name}</h2>
      </div>
      <div className={styles.progress}>
        <ol>
          {rounds.map(({ key }, at) => (
            <li
              className="line"
              key={key}
              data-now={key === round.key || undefined}
              aria-label={t('round', { number: at + 1, given: perRound[at]?.given ?? 0, all: perRound[at]?.of ?? 0 })}
            >
              <span aria-hidden="true">{at + 1}</span>
              <meter aria-hidden="true" min={0} max={perRound[at]?.of ?? 0} value={perRound[at]?.given ?? 0} />
            </li>
          ))}
        </ol>
        <p className="hint" role="status">
          {t('progress', {
            ...{ number, of: rounds.length, row: place.row + 1, rows: criteria.length },
            given,
            all: of,
          })}
        </p>
      </div>
      <div className={`tools hint ${styles.acts}`}>
        <KeyHint>
          <Kbd>0</Kbd>–<Kbd>{topOf(score.rubricOf(subjectAt(place)))}</Kbd> {t('keys.level')}
        </KeyHint>
        <Button size="dense" onClick={() => toStudents(state, score)}>
          {t('students')}
        </Button>
        <Button size="dense" keys="Esc" onClick={onClose}>
          {t('close')}
        </Button>
        <Button
          size="dense"
          keys="K"
          idle={before ? null : t('first')}
          onClick={() => goOn(state, score, place, 'row-before')}
        >
          {t('back')}
        </Button>
        <Button kind="primary" size="dense" keys="J" onClick={() => goOn(state, score, place, 'next-row')}>
          {nextWords}
        </Button>
      </div>
    </header>
  )
}

function Finding({ state, round }: { state: RoomState; round: RoundPlan }) {
  const say = useMovesText()
  return (
    <p className={styles.found}>{say(partiesOf(state.plan), movesFinding(state, round.key), asTopic(round.title))}</p>
  )
}

function LookFor({ hint }: { hint: string }) {
  const t = useTranslations('desk.score')
  return (
    <p className="hint">
      <b>{t('hint')}</b> {hint}
    </p>
  )
}

type ScaleProps = {
  state: RoomState
  score: Score
  place: CardsPlace
  criterion: Criterion
  scale: Rubric['scale']
}

function Scale({ state, score, place, criterion, scale }: ScaleProps) {
  const t = useTranslations('desk.cards')
  const levelOf = (delegation: CardsPlace['delegation']) =>
    score.draftOf(criterion.key, subjectAt({ ...place, delegation })).level
  return (
    <ol className={styles.scale} aria-label={t('scale', { criterion: criterion.name })}>
      {criterion.levels.map((words, level) => {
        const there = delegationsIn(state.plan).filter(({ id }) => levelOf(id) === level)
        return (
          <li key={words} data-on={there.length > 0 || undefined}>
            <span className={styles.standing}>
              {there.map((delegation) => (
                <Placard key={delegation.id} delegation={delegation} size="xs" square />
              ))}
            </span>
            <b>
              {level} {scale[level]}.
            </b>{' '}
            {words}
          </li>
        )
      })}
    </ol>
  )
}
