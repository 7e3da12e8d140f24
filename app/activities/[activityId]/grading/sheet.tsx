'use client'
// The rubric for one student: a row for each criterion with its levels, evidence and comment, and a comment on all of them.
import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { bringIntoSight, bringTo } from '#room/hooks/bring-to.ts'
import { type Criterion, columnsOf, criteriaFor, newestRubric, type Rubrics } from '#simulation/reading/log/rubric'
import { openRegrades } from '#simulation/reading/marks/regrades'
import { Button } from '#ui/controls/button'
import { ErrorText } from '#ui/controls/error-text'
import { becomesCurrent } from '#ui/page/becomes-current.ts'
import { CommentField } from './comment-field'
import { GradeHistory } from './grade-history'
import styles from './grading.module.css'
import type { GradedPerson } from './grading-data'
import { RegradeBox } from './regrade-box'
import { useGrading } from './use-grading'

export function Sheet({ onNoPart, foot }: { onNoPart: () => void; foot: ReactNode }) {
  const t = useTranslations('grading')
  const { person, rubrics, notes, say } = useGrading()
  const note = person && notes.noteOf(person.id)
  const keepWhole = (words: string) =>
    void notes
      .change(person?.id ?? '', { comment: words === '' ? null : words })
      .then((kept) => say(t(kept ? 'kept' : 'failed')))
  return (
    <section className={`pane ${styles.sheet}`} aria-label={t('sheet')}>
      {person ? (
        <div className={styles.rows}>
          {person.grade.tookNoPart ? (
            <p className={styles.noPart}>
              {t('noPart.here', { name: person.name })}{' '}
              <Button size="dense" keys="Z" onClick={onNoPart}>
                {t('noPart.undo')}
              </Button>
            </p>
          ) : null}
          {person.grade.rubric === newestRubric(rubrics) ? null : <p className={styles.hint}>{t('earlierRubric')}</p>}
          {criteriaFor(person.grade.rubric, 'student').map((criterion, row) => (
            <Row key={`${person.id} ${criterion.key}`} criterion={criterion} row={row} />
          ))}
          {askedBefore(person, rubrics).map((criterion) => (
            <div key={`${person.id} ${criterion.key}`} className={styles.row}>
              <h2>{criterion.name}</h2>
              <p className={styles.hint}>{t('regrade.gone')}</p>
              <RegradeBox criterion={criterion} />
            </div>
          ))}
          <CommentField
            key={person.id}
            field="overall"
            label={t('overall')}
            keys="⇧C"
            value={note?.comment ?? ''}
            onKeep={keepWhole}
          />
          {notes.unsaved(person.id) ? (
            <p>
              <ErrorText>{t('failed')}</ErrorText>{' '}
              <Button size="dense" onClick={() => keepWhole(note?.comment ?? '')}>
                {t('retry')}
              </Button>
            </p>
          ) : null}
          <GradeHistory key={`history ${person.id}`} person={person} />
        </div>
      ) : (
        <p className={styles.lead}>{t('choose')}</p>
      )}
      {foot}
    </section>
  )
}

/** The criteria of open regrades that the rubric which counts for this student has no more. */
function askedBefore({ regrades, grade: { rubric } }: GradedPerson, { versions }: Rubrics): readonly Criterion[] {
  const asked = openRegrades(regrades).map(({ criterion }) => criterion)
  const counts = criteriaFor(rubric, 'student').map(({ key }) => key)
  return columnsOf(rubric, versions).filter(({ key }) => asked.includes(key) && !counts.includes(key))
}

function Row({ criterion, row }: { criterion: Criterion; row: number }) {
  const t = useTranslations('grading')
  const { person, score, grading } = useGrading()
  const scale = person?.grade.rubric.scale ?? []
  const id = useId()
  const draft = score.draftOf(criterion.key)
  const current = score.row === row
  const here = () => (current ? undefined : score.goTo(row))
  const frame = useRef<HTMLDivElement>(null)
  // The keys come to rows that lie beneath or above what is seen of the sheet.
  const began = useRef(true)
  useEffect(() => {
    const own = current && !began.current ? frame.current : null
    began.current = false
    if (!own?.parentElement) return
    if (own.getBoundingClientRect().top < own.parentElement.getBoundingClientRect().top) bringTo(own)
    else bringIntoSight(own)
  }, [current])
  return (
    <div ref={frame} className={styles.row} data-current={current || undefined} {...becomesCurrent(here)}>
      <div className={`tools ${styles.rowHead}`}>
        <h2 id={id}>{criterion.name}</h2>
        <span className={`acts hint ${styles.chips}`}>
          {draft.evidence.map((no) => (
            <span key={no}>{no}</span>
          ))}
          {draft.noEvidence ? <span>{t('noEvidence')}</span> : null}
        </span>
        <div role="radiogroup" aria-labelledby={id} className={styles.levels}>
          {scale.map((name, level) => (
            <label key={name}>
              <input
                type="radio"
                name={id}
                aria-label={t('level', { level, name })}
                aria-describedby={`${id}-${level}`}
                checked={draft.level === level}
                onChange={() => score.setLevel(level, criterion.key)}
              />
              <span aria-hidden="true">{level}</span>
            </label>
          ))}
        </div>
      </div>
      <ol className={styles.asks} hidden={!current}>
        {criterion.levels.map((words, level) => (
          <li key={words} data-on={draft.level === level || undefined}>
            <b aria-hidden="true">{level}</b> <span id={`${id}-${level}`}>{words}</span>
          </li>
        ))}
      </ol>
      <RegradeBox criterion={criterion} />
      <RowState criterion={criterion} />
      {current ? (
        <>
          {grading.evidence === 'off' ? null : (
            <Button size="dense" keys="V" pressed={draft.noEvidence} onClick={() => score.setNoEvidence(criterion.key)}>
              {t('none')}
            </Button>
          )}
          <CommentField
            field="comment"
            label={t('comment', { criterion: criterion.name })}
            keys="C"
            value={draft.comment ?? ''}
            onKeep={(words) => score.setComment(words, criterion.key)}
          />
        </>
      ) : null}
    </div>
  )
}

/** Why a level is not saved. */
function RowState({ criterion }: { criterion: Criterion }) {
  const t = useTranslations('grading')
  const fault = useTranslations('chair.notSaved')
  const { score } = useGrading()
  const draft = score.draftOf(criterion.key)
  const saving = score.savingOf(criterion.key)
  if (saving?.kind === 'failed')
    return (
      <p>
        <ErrorText>{fault(saving.why)}</ErrorText>{' '}
        {saving.why === 'rubric-changed' ? null : (
          <Button size="dense" onClick={() => score.retry(criterion.key)}>
            {t('retry')}
          </Button>
        )}
      </p>
    )
  if (draft.level !== null && !score.ready(draft)) return <ErrorText>{t('unsaved')}</ErrorText>
  const waits = draft.level === null && (draft.evidence.length > 0 || draft.comment !== null || draft.noEvidence)
  return waits ? <p className={styles.hint}>{t('levelFirst')}</p> : null
}
