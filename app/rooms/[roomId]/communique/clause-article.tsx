'use client'
// One clause of the joint text: its words with what is in brackets, who stands where and why, and what this seat may do about it.
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useSaidAt } from '#record/entries/use-said-at.ts'
import { ChangedWords } from '#record/words/changed-words'
import { Cited } from '#record/words/cited'
import { ClauseWords } from '#record/words/clause-words'
import { versionWords } from '#record/words/version-words.ts'
import type { SeatView } from '#room/link/seat-view.ts'
import { ReadingLine } from '#room/text/reading-line'
import { WritingLine } from '#room/text/writing-line'
import { isClosed } from '#simulation/questions/motions'
import { cleanVersion, lastChangedAt } from '#simulation/questions/text'
import { nearestOf } from '#simulation/reading/text/authorship'
import { clauseStretches } from '#simulation/reading/text/brackets'
import { clauseState } from '#simulation/reading/text/text-now'
import type { ClauseText } from '#simulation/shapes/text'
import { opensNow, type RoomState } from '#simulation/state/room-state'
import { ClauseActs, type Lead } from './clause-acts'
import styles from './clause-article.module.css'
import { Initials, StoodOnLines, TakenFrom } from './clause-parts'

type ClauseProps = {
  at: SeatView
  clause: ClauseText
  number: number
  /** Whether its form is to open, because its words were begun elsewhere. */
  begun?: boolean
  /** What comes before all that can be done here: an offer that awaits its answer. */
  answer?: Lead | null
  /** Where to go once nothing is left to settle here. */
  onward?: Lead | null
}

export function ClauseArticle({ at, clause, number, begun = false, answer = null, onward = null }: ClauseProps) {
  const t = useTranslations('room.text')
  const said = useSaidAt(at.state)
  const own = at.delegation
  const since = lastChangedAt(clause)
  return (
    <article
      className={styles.clause}
      id={`clause-${clause.key}`}
      aria-labelledby={`clause-title-${clause.key}`}
      tabIndex={-1}
    >
      <span className={styles.number} aria-hidden="true">
        {number}
      </span>
      <div className={styles.body}>
        <ClauseWords
          plan={at.state.plan}
          stretches={clauseStretches(at.state.plan, clause)}
          lead={
            <h2 id={`clause-title-${clause.key}`} className={styles.heading}>
              {clause.heading}.
            </h2>
          }
        />
        <StoodOnLines at={at} clause={clause} />
        <Initials at={at} clause={clause} />
        {opensNow(at.state, 'text') ? (
          <WritingLine state={at.state} writing={at.view.writing} clause={clause.key} own={at.seat.id} />
        ) : null}
        <ReadingLine key={cleanVersion(clause)?.id} at={at} clause={clause} />
        {own === null || at.state.closedAt !== null ? null : (
          <ClauseActs key={own} {...{ at, clause, number, begun, own, answer, onward }} />
        )}
        <VersionsList state={at.state} clause={clause} />
      </div>
      <div className={`faint ${styles.margin}`}>
        <b>{t(`stateTitle.${clauseState(at.state.plan, clause)}`)}</b>
        {isClosed(at.state, clause.key) ? <span>{t('debateClosed')}</span> : null}
        {since > at.state.openedAt ? <span>{t('changed', { time: said(since, { seconds: false }) })}</span> : null}
        <span className={`acts ${styles.anchors}`}>
          {clause.anchors
            .filter((anchor) => /^[A-Z]\d/.test(anchor))
            .map((anchor) => (
              <Cited key={anchor} anchor={anchor} from={at.about} />
            ))}
        </span>
      </div>
    </article>
  )
}

/** Every wording that a clause has had, each against the one before it: folded until somebody asks. */
function VersionsList({ state, clause }: { state: RoomState; clause: ClauseText }) {
  const t = useTranslations('room.text.versions')
  const record = useTranslations('record')
  const said = useSaidAt(state)
  const { versions } = clause
  // Worked out only for whoever asks: each version is compared with all before it.
  const [open, setOpen] = useState(false)
  return (
    <details className={styles.versions} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('title', { count: versions.length })}</summary>
      {open ? (
        <ol>
          {versions.map((version, place) => {
            const before = version.seat === null ? null : nearestOf(version.words, versions.slice(0, place))
            return (
              <li key={version.id}>
                <p className={`note ${styles.by}`}>
                  <b>{versionWords(record, state.plan, version.id)}</b>{' '}
                  {version.at > state.openedAt ? said(version.at, { seconds: false }) : null}{' '}
                  {before ? t('against', { version: versionWords(record, state.plan, before.id) }) : null}{' '}
                  <TakenFrom no={version.cites} />
                </p>
                <p className={styles.change}>
                  {before ? <ChangedWords before={before.words} after={version.words} /> : version.words}
                </p>
              </li>
            )
          })}
        </ol>
      ) : null}
    </details>
  )
}
