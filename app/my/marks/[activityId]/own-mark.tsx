// One criterion of a student's marks: level, its description, the entries cited as evidence, the comment, and the next level.

import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { SavedMark } from '#marks/score.ts'
import { entryPath } from '#paths'
import { entryTime } from '#record/entries/said-at.ts'
import { entryParts } from '#record/entry-parts.ts'
import type { RoomPlan } from '#simulation/agenda/plan'
import type { DelegationId } from '#simulation/kernel/ids'
import { type Criterion, type Rubric, topOf, weighsSame } from '#simulation/reading/log/rubric'
import type { Paragraph } from '#simulation/reading/log/transcript'
import { LevelScale } from '#ui/controls/rubric-row'
import styles from './own-marks.module.css'

type OwnMarkProps = {
  criterion: Criterion
  mark: SavedMark | null
  rubric: Rubric
  /** Whether a level had to name what shows it (J4). */
  required: boolean
  roomId: string
  /** The entries this student may read, by number; null where the level was given in another room. */
  entries: ReadonlyMap<string, Paragraph> | null
  plan: RoomPlan
  /** The delegation of the student, whose words of a reveal are theirs. */
  delegation: DelegationId | null
  timeZone: string
  /** What the student may ask of this level, or has. */
  children?: ReactNode
}

export function OwnMark({ criterion, mark, rubric, required, roomId, entries, children, ...about }: OwnMarkProps) {
  const t = useTranslations('marks.own')
  const next = mark && mark.level < topOf(rubric) ? mark.level + 1 : null
  return (
    <section className={styles.criterion} aria-labelledby={`c-${criterion.key}`}>
      <div>
        <h2 id={`c-${criterion.key}`}>{criterion.name}</h2>
        <p className={styles.question}>
          {criterion.question} {weighsSame(rubric) ? null : t('weighs', { weight: criterion.weight })}
        </p>
      </div>
      <div className={styles.given}>
        <p className={`line ${styles.level}`}>
          <LevelScale level={mark?.level ?? null} top={topOf(rubric)} />
          <b>{mark ? rubric.scale[mark.level] : t('notMarked')}</b>
        </p>
        {mark ? <p className={styles.words}>{criterion.levels[mark.level]}</p> : null}
        {required && mark?.noEvidence && mark.level === 0 ? <p className={styles.question}>{t('noEvidence')}</p> : null}
        {mark && mark.evidence.length > 0 ? (
          <ol className={styles.moments} aria-label={t('moments')}>
            {mark.evidence.map((no) => (
              <Moment key={no} no={no} entry={entries?.get(no)} roomId={roomId} {...about} />
            ))}
          </ol>
        ) : null}
        {mark?.comment ? (
          <div className={styles.comment}>
            <p className={styles.by}>
              <b>{t('instructor')}</b> · {t('comment')}
            </p>
            <p>{mark.comment}</p>
          </div>
        ) : null}
        {next === null ? null : (
          <details className={`unprinted ${styles.next}`}>
            <summary>{t('asks', { level: next })}</summary>
            <p>{criterion.levels[next]}</p>
          </details>
        )}
        {children}
      </div>
    </section>
  )
}

/** A cited entry, linked to its place in the transcript. Entries that were private when said keep their hatching. */
function Moment({
  no,
  entry,
  roomId,
  plan,
  delegation,
  timeZone,
}: Pick<OwnMarkProps, 'roomId' | 'plan' | 'delegation' | 'timeZone'> & { no: string; entry: Paragraph | undefined }) {
  const t = useTranslations('marks.own')
  const record = useTranslations('record')
  const locale = useLocale()
  const text = entry
    ? (ownPaper(entry, delegation) ?? entryParts(entry, { plan, displayNames: {}, timeZone }, { record, locale }).text)
    : null
  const isPrivate = !/^\d/.test(no)
  const note = !entry
    ? null
    : 'answers' in entry && entry.answers !== null
      ? t('answers', { no: entry.answers })
      : entry.kind === 'reflection'
        ? t('reflection')
        : isPrivate
          ? t('private')
          : entryTime(locale, plan, entry.at, timeZone)
  return (
    <li>
      {entry ? (
        <Link href={entryPath(roomId, no)} aria-label={t('entry', { no })}>
          {no}
        </Link>
      ) : (
        <span>{no}</span>
      )}
      <span className={styles.said}>
        {isPrivate ? <span className={styles.sealed} aria-hidden="true" /> : null}
        {text ? <q>{brief(text)}</q> : t('sealedEntry')}
      </span>
      <span className={`faint ${styles.note}`}>{note}</span>
    </li>
  )
}

/** The position paper that this delegation has in a reveal: what the reveal itself says is only that papers were opened. */
function ownPaper(entry: Paragraph, delegation: DelegationId | null): string | null {
  if (entry.kind !== 'reveal' || delegation === null) return null
  return entry.positions[delegation]?.position.text ?? null
}

const LONGEST = 260
/** Cuts a long text at a space; the transcript has all of it. */
function brief(text: string): string {
  if (text.length <= LONGEST) return text
  return `${text.slice(0, text.lastIndexOf(' ', LONGEST))} …`
}
