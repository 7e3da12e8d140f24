'use client'
// One criterion on the score sheet: level, descriptor, evidence, comment, and earlier levels.
import { useFormatter, useTranslations } from 'next-intl'
import { useState } from 'react'
import { deviceZone } from '#format/zones'
import { historyOf, type Level, type SavedMark, type Subject } from '#marks/score.ts'
import type { Score } from '#marks/use-score.ts'
import { LIMITS } from '#simulation/kernel/limits'
import { type Criterion, type Rubric, topOf } from '#simulation/reading/log/rubric'
import { changesOf } from '#simulation/reading/marks/grade-history'
import { Button } from '#ui/controls/button'
import { ErrorText } from '#ui/controls/error-text'
import { Field } from '#ui/controls/field'
import { RubricRow } from '#ui/controls/rubric-row'
import { TextArea } from '#ui/controls/text-input'
import { Popover } from '#ui/over/popover'
import { becomesCurrent } from '#ui/page/becomes-current.ts'
import { Chip } from '#ui/words/chip'
import styles from './score-row.module.css'

type ScoreRowProps = {
  criterion: Criterion
  score: Score
  row: number
  subject: Subject
  scale: Rubric['scale']
  /** The level that the student's delegation has for this criterion; null where it has none. */
  same: { capital: string; level: Level } | null
}

export function ScoreRow({ criterion, score, row, subject, scale, same }: ScoreRowProps) {
  const t = useTranslations('desk.score')
  const draft = score.draftOf(criterion.key)
  const current = score.row === row
  const unsaved = draft.level !== null && !score.ready(draft)
  return (
    <div {...becomesCurrent(() => score.goTo(row))}>
      <RubricRow
        criterion={criterion.name}
        level={draft.level}
        top={topOf({ scale })}
        onLevel={(level) => score.setLevel(level, criterion.key)}
        current={current}
        unsaved={unsaved}
        descriptor={<LevelText criterion={criterion} level={draft.level} scale={scale} named={current} />}
        evidence={
          <>
            {draft.evidence.map((no) => (
              <Chip key={no} href={`#e${no}`} label={t('entry', { no })}>
                {no}
              </Chip>
            ))}
            {draft.noEvidence ? <span className={styles.none}>{t('noEvidence')}</span> : null}
          </>
        }
        actions={<RowActs criterion={criterion} score={score} subject={subject} same={same} current={current} />}
      />
    </div>
  )
}

type WordsProps = {
  criterion: Criterion
  level: Level | null
  scale: Rubric['scale']
  named: boolean
}

/** The chosen level's descriptor; before choosing, the names of all. */
function LevelText({ criterion, level, scale, named }: WordsProps) {
  if (level !== null) return named ? scale[level] : criterion.levels[level]
  return scale.map((name, index) => `${index} ${name}`).join(' · ')
}

/** What became of the level: being saved, refused, or changed from an earlier one. */
export function Saved({ criterion, score, subject }: { criterion: Criterion; score: Score; subject: Subject }) {
  const t = useTranslations('desk.score')
  const fault = useTranslations('chair.notSaved')
  const saving = score.savingOf(criterion.key, subject)
  const changes = changesOf(historyOf(score.marks, subject, criterion.key))
  return (
    <>
      {saving?.kind === 'saving' ? <span className={styles.state}>{t('saving')}</span> : null}
      {saving?.kind === 'failed' ? (
        <>
          <ErrorText>{fault(saving.why)}</ErrorText>
          {saving.why === 'rubric-changed' ? null : (
            <Button size="dense" onClick={() => score.retry(criterion.key, subject)}>
              {t('retry')}
            </Button>
          )}
        </>
      ) : null}
      {changes.length > 1 ? <History changes={changes} /> : null}
    </>
  )
}

type RowActsProps = Pick<ScoreRowProps, 'criterion' | 'score' | 'subject' | 'same'> & { current: boolean }

function RowActs({ criterion, score, subject, same, current }: RowActsProps) {
  const t = useTranslations('desk.score')
  const draft = score.draftOf(criterion.key)
  return (
    <>
      <Saved criterion={criterion} score={score} subject={subject} />
      {current ? (
        <>
          {same ? (
            <Button size="dense" onClick={() => score.setLevel(same.level, criterion.key)}>
              {t('same', same)}
            </Button>
          ) : null}
          {draft.evidence.length === 0 ? (
            <Button size="dense" keys="V" pressed={draft.noEvidence} onClick={() => score.setNoEvidence(criterion.key)}>
              {t('none')}
            </Button>
          ) : null}
          <Comment key={criterion.key} criterion={criterion} score={score} comment={draft.comment} />
        </>
      ) : null}
    </>
  )
}

function History({ changes }: { changes: readonly SavedMark[] }) {
  const t = useTranslations('desk.score')
  const format = useFormatter()
  const before = changes.at(-2)
  return (
    <Popover
      side="top"
      title={t('history')}
      trigger={
        <Button kind="quiet" size="dense">
          {t('changed', { level: before?.level ?? 0 })}
        </Button>
      }
    >
      <ol className={styles.history}>
        {changes.map((mark) => (
          <li key={mark.id}>
            <b>{mark.level}</b> {mark.noEvidence ? t('noEvidence') : t('entries', { list: mark.evidence.join(', ') })}{' '}
            <time dateTime={new Date(mark.at).toISOString()}>
              {format.dateTime(mark.at, {
                dateStyle: 'medium',
                timeStyle: 'short',
                timeZone: deviceZone(),
              })}
            </time>
          </li>
        ))}
      </ol>
    </Popover>
  )
}

export function Comment({ criterion, score, comment }: { criterion: Criterion; score: Score; comment: string | null }) {
  const t = useTranslations('desk.score')
  const [text, setText] = useState(comment ?? '')
  const keep = () => {
    if (text.trim() !== (comment ?? '')) score.setComment(text, criterion.key)
  }
  return (
    <Popover
      side="top"
      title={t('comment')}
      onOpenChange={(open) => (open ? undefined : keep())}
      trigger={
        <Button kind="quiet" size="dense" data-comment="">
          {t(comment ? 'commentEdit' : 'commentAdd')}
        </Button>
      }
    >
      <div className={styles.comment}>
        <Field label={t('commentLabel')} labelHidden hint={t('commentHint')}>
          <TextArea voice="record" rows={3} maxLength={LIMITS.comment} value={text} onWords={setText} onBlur={keep} />
        </Field>
      </div>
    </Popover>
  )
}

/** The levels of the current criterion in full: columns in the wide layout, a list in the tab. */
export function LevelWords({
  criterion,
  score,
  scale,
  columns,
}: {
  criterion: Criterion
  score: Score
  scale: Rubric['scale']
  columns?: boolean
}) {
  const t = useTranslations('desk.score')
  const { level } = score.draftOf(criterion.key)
  return (
    <div className={styles.levels} data-columns={columns || undefined}>
      <ol aria-label={t('levels', { criterion: criterion.name })}>
        {criterion.levels.map((words, index) => (
          <li key={words} data-on={index === level || undefined}>
            <b>
              {index} <span>{scale[index]}</span>
            </b>
            <span>{words}</span>
          </li>
        ))}
      </ol>
      {criterion.hint.length > 0 ? (
        <p className={styles.hint}>
          <b>{t('hint')}</b> {criterion.hint.join(' ')}
        </p>
      ) : null}
    </div>
  )
}
