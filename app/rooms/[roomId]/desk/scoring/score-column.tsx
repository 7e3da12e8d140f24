'use client'
// One delegation while positions are scored: its card, what it said in the round, the evidence, and the level.
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { countsOf, type Subject } from '#marks/score.ts'
import type { Score } from '#marks/use-score.ts'
import { PositionCard } from '#record/position-card'
import { GappedWords } from '#record/words/gapped-words'
import { borrowedWords } from '#record/words/origin-words.ts'
import { positionSheet } from '#simulation/reading/log/position-sheet'
import { type Criterion, levelsOf, type Rubric } from '#simulation/reading/log/rubric'
import { struckAt } from '#simulation/reading/log/strikes'
import type { Paragraph } from '#simulation/reading/log/transcript'
import { evidenceFor, type Offered } from '#simulation/reading/marks/evidence'
import { Button } from '#ui/controls/button'
import { ErrorText } from '#ui/controls/error-text'
import { becomesCurrent } from '#ui/page/becomes-current.ts'
import { ScrollRegion } from '#ui/page/scroll-region'
import { delegationIn } from '#ui/words/delegations.ts'
import { clockText } from '#ui/words/signed.ts'
import type { DeskView } from './desk-view'
import styles from './score-column.module.css'
import { Comment, Saved } from './score-row'

type ScoreColumnProps = {
  desk: DeskView
  score: Score
  subject: Extract<Subject, { kind: 'position' }>
  criterion: Criterion
  scale: Rubric['scale']
  entries: readonly Paragraph[]
  gists: Readonly<Record<string, string>>
  /** The column the keys act on. */
  current: boolean
  onCurrent: () => void
}

export function ScoreColumn(props: ScoreColumnProps) {
  const { desk, score, subject, criterion, scale, entries, gists, current, onCurrent } = props
  const t = useTranslations('desk.cards')
  const { state } = desk
  const { plan } = state
  const delegation = delegationIn(plan, subject.delegation)
  const capital = delegation?.capital ?? ''
  const offered = useMemo(() => evidenceFor(state, subject, entries), [state, subject, entries])
  const draft = score.draftOf(criterion.key, subject)
  const said = offered.filter(({ entry }) => entry.kind !== 'reveal' && entry.kind !== 'issued')
  return (
    <div
      className={`pane ${styles.column}`}
      data-column={subject.delegation}
      data-current={current || undefined}
      {...becomesCurrent(() => (current ? undefined : onCurrent()))}
    >
      <ScrollRegion className={styles.scroll} label={delegation?.name}>
        <PositionCard
          sheet={positionSheet(state, subject.round, subject.delegation)}
          about={{ plan, gists }}
          offAt={(place) => struckAt(state, place)}
        >
          {said.length === 0 ? null : (
            <div className={styles.said}>
              <h4>{t('said')}</h4>
              <ol>
                {said.map(({ entry }) => (
                  <Said key={entry.no} entry={entry} desk={desk} />
                ))}
              </ol>
            </div>
          )}
          <CountLine desk={desk} subject={subject} />
        </PositionCard>
      </ScrollRegion>
      <fieldset className={styles.keys}>
        <legend className="unseen">{t('evidenceOf', { capital })}</legend>
        <div className={`tools hint ${styles.chips}`}>
          <span aria-hidden="true">{t('evidence')}</span>
          {offered.length === 0 ? <span>{t('sealed')}</span> : null}
          {offered.map(({ entry }) => (
            <label key={entry.no} data-on={draft.evidence.includes(entry.no) || undefined}>
              <input
                type="checkbox"
                aria-label={t('entry', { no: entry.no, kind: kindOf(entry) })}
                checked={draft.evidence.includes(entry.no)}
                onChange={() => score.toggleEvidence(entry.no, subject)}
              />
              {t('chip', { no: entry.no, kind: kindOf(entry) })}
            </label>
          ))}
          <NoEvidence score={score} criterion={criterion} subject={subject} pressed={draft.noEvidence} />
        </div>
        <div className={`tools ${styles.level}`}>
          {/* biome-ignore lint/a11y/useSemanticElements: a fieldset within this one would be read twice */}
          <div className={styles.levels} role="group" aria-label={t('levels', { capital })}>
            {levelsOf({ scale }).map((level) => (
              <button
                key={level}
                type="button"
                aria-pressed={level === draft.level}
                onClick={() => score.setLevel(level, criterion.key, subject)}
              >
                {level}
              </button>
            ))}
          </div>
          <span className={`hint ${styles.name}`}>{draft.level === null ? t('noLevel') : scale[draft.level]}</span>
          {current ? <Comment key={criterion.key} criterion={criterion} score={score} comment={draft.comment} /> : null}
        </div>
        {draft.level !== null && !score.ready(draft) ? <ErrorText>{t('unsaved')}</ErrorText> : null}
        <Saved score={score} criterion={criterion} subject={subject} />
      </fieldset>
    </div>
  )
}

function NoEvidence({
  score,
  criterion,
  subject,
  pressed,
}: Pick<ScoreColumnProps, 'score' | 'criterion' | 'subject'> & { pressed: boolean }) {
  const t = useTranslations('desk.score')
  return (
    <Button size="dense" keys="V" pressed={pressed} onClick={() => score.setNoEvidence(criterion.key, subject)}>
      {t('none')}
    </Button>
  )
}

/** What an entry is to a position. */
function kindOf(entry: Paragraph): string {
  return entry.kind === 'reveal' ? entry.stage : entry.kind
}

function Said({ entry, desk }: { entry: Offered['entry']; desk: DeskView }) {
  const t = useTranslations('desk.cards')
  const record = useTranslations('record')
  if (!('text' in entry) || entry.text === null) return null
  const answers = entry.kind === 'statement' && entry.answers !== null ? t('answers', { number: entry.answers }) : null
  const borrowed = borrowedWords(entry.origin, record)
  return (
    <li>
      <span className="faint">{entry.no}</span>
      <span>
        <GappedWords text={entry.text} off={entry.off} plan={desk.state.plan} />
        {answers || borrowed ? <small>{[answers, borrowed].filter((part) => part).join(' · ')}</small> : null}
      </span>
    </li>
  )
}

/** The counts beside the rubric, which name what they count. */
export function CountLine({ desk, subject }: { desk: DeskView; subject: Subject }) {
  const t = useTranslations('desk.score')
  const ui = useTranslations('ui.talk')
  const { statements, answers, anchors, seconds } = countsOf(desk.state, subject)
  return (
    <p className={styles.counts}>
      {t('counts', { who: subject.kind, statements, answers, anchors, time: clockText(seconds) })} {ui('help')}{' '}
      {t('hidden')}
    </p>
  )
}
