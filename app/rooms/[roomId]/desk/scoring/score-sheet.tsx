'use client'
// The score sheet: one subject, a row for each criterion with its levels, and the entries given as evidence. Students see marks only
// after their release. The counts beside it set no level.
import { useTranslations } from 'next-intl'
import { neighbourOf, type Subject, sameAsDelegation, standing, subjectKey, subjectsOf } from '#marks/score.ts'
import type { Score } from '#marks/use-score.ts'
import { type PersonId, personId } from '#simulation/kernel/ids'
import { topOf } from '#simulation/reading/log/rubric'
import type { Paragraph } from '#simulation/reading/log/transcript'
import { seatHeldBy } from '#simulation/state/room-state'
import { Placard } from '#ui/charts/placard'
import { Button } from '#ui/controls/button'
import { Select } from '#ui/controls/select'
import { VisuallyHidden } from '#ui/page/visually-hidden'
import { delegationColours } from '#ui/words/delegation-colours.ts'
import { type Delegation, delegationIn } from '#ui/words/delegations.ts'
import { Kbd } from '#ui/words/kbd'
import { KeyHint } from '#ui/words/key-hint'
import { type DeskView, nameOf } from './desk-view'
import { CountLine } from './score-column'
import { LevelWords, ScoreRow } from './score-row'
import styles from './score-sheet.module.css'
import { StudentWork } from './student-work'

type ScoreSheetProps = {
  desk: DeskView
  score: Score
  onFold: () => void
  entries: readonly Paragraph[]
}

export function ScoreSheet({ desk, score, onFold, entries }: ScoreSheetProps) {
  const t = useTranslations('desk.score')
  const { subject } = score
  const delegation = subject ? delegationOf(desk, subject) : undefined
  return (
    <section className={`${styles.sheet} ${delegationColours(delegation)}`} aria-label={t('title')}>
      <div className={`tools ${styles.head}`}>
        <h2>{t('title')}</h2>
        <SubjectChooser desk={desk} score={score} delegation={delegation} />
        <span className={`tools hint ${styles.keys}`}>
          {subject ? (
            <KeyHint>
              <Kbd>J</Kbd> <Kbd>K</Kbd> {t('keys.row')} · <Kbd>0</Kbd>–<Kbd>{topOf(score.rubricOf(subject))}</Kbd>{' '}
              {t('keys.level')} · <Kbd>V</Kbd> {t('keys.none')}
            </KeyHint>
          ) : (
            <KeyHint>
              <Kbd>J</Kbd> {t('keys.take')}
            </KeyHint>
          )}
          <Button kind="quiet" size="dense" icon="down" keys="S" onClick={onFold}>
            {t('fold')}
          </Button>
        </span>
      </div>
      {subject ? (
        <>
          <div className={styles.rows}>
            {score.criteria.map((criterion, row) => (
              <ScoreRow
                key={criterion.key}
                criterion={criterion}
                score={score}
                row={row}
                subject={subject}
                scale={score.rubricOf(subject).scale}
                same={sameLevel(desk, score, subject, criterion.key)}
              />
            ))}
          </div>
          {score.current === null ? null : (
            <LevelWords criterion={score.current} score={score} scale={score.rubricOf(subject).scale} columns />
          )}
          <StudentWork desk={desk} score={score} subject={subject} entries={entries} />
          <CountLine desk={desk} subject={subject} />
        </>
      ) : (
        <p className={`hint ${styles.empty}`}>{t('choose')}</p>
      )}
    </section>
  )
}

function sameLevel(desk: DeskView, score: Score, subject: Subject, criterion: string) {
  const same = sameAsDelegation(desk.state, score.marks, subject, criterion, score.rubricOf)
  return same && { level: same.level, capital: delegationIn(desk.state.plan, same.delegation)?.capital ?? '' }
}

const delegationOf = ({ state }: DeskView, subject: Subject): Delegation | undefined =>
  delegationIn(
    state.plan,
    subject.kind === 'position'
      ? subject.delegation
      : seatHeldBy(state, personId.parse(subject.participantId))?.delegation,
  )

/** "Position of Belmora, round 2" or "Mei Castellano, Finance Minister". */
function useSubjectTitle(desk: DeskView): (subject: Subject) => string {
  const t = useTranslations('desk.score')
  return (subject) => {
    if (subject.kind === 'student') {
      const person: PersonId = personId.parse(subject.participantId)
      const title = seatHeldBy(desk.state, person)?.title
      const name = nameOf(desk.displayNames, person) ?? t('erased')
      return title ? t('student', { name, title }) : name
    }
    const number = desk.state.plan.rounds.findIndex(({ key }) => key === subject.round) + 1
    return t('position', { delegation: delegationIn(desk.state.plan, subject.delegation)?.short ?? '', number })
  }
}

function SubjectChooser({
  desk,
  score,
  delegation,
}: {
  desk: DeskView
  score: Score
  delegation: Delegation | undefined
}) {
  const t = useTranslations('desk.score')
  const title = useSubjectTitle(desk)
  const all = subjectsOf(desk.state, score.marks)
  const given = (subject: Subject) => {
    const judged = score.criteriaFor(subject)
    const done = judged.filter(({ key }) => standing(score.marks, subject, key)).length
    return t('given', { subject: title(subject), done, of: judged.length })
  }
  const step = (by: 1 | -1) => {
    const next = neighbourOf(score.subject, by, desk.state, score.marks, score.criteriaFor)
    if (next) score.choose(next)
  }
  return (
    <span className={styles.chooser}>
      {delegation ? <Placard delegation={delegation} size="sm" silent /> : null}
      <Button size="dense" icon="left" onClick={() => step(-1)}>
        <VisuallyHidden>{t('previous')}</VisuallyHidden>
      </Button>
      <span className={styles.subject}>
        <Select
          size="dense"
          aria-label={t('subject')}
          value={score.subject ? subjectKey(score.subject) : ''}
          onChange={(event) => {
            const chosen = all.find((subject) => subjectKey(subject) === event.target.value)
            if (chosen) score.choose(chosen)
          }}
          options={[
            ...(score.subject ? [] : [{ value: '', label: t('choosePrompt') }]),
            ...all.map((subject) => ({ value: subjectKey(subject), label: given(subject) })),
          ]}
        />
      </span>
      <Button size="dense" icon="right" onClick={() => step(1)}>
        <VisuallyHidden>{t('next')}</VisuallyHidden>
      </Button>
    </span>
  )
}
