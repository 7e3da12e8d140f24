'use client'
// What a student wrote, on the sheet while it is marked: the positions whose words are theirs, and where the record is not listed beside the
// sheet every other entry of theirs too. Each is evidence, or not, by one press.
import { useLocale, useTranslations } from 'next-intl'
import type { Subject } from '#marks/score.ts'
import type { Score } from '#marks/use-score.ts'
import { EntryWords } from '#record/entry-words'
import { cameFrom, standingWords } from '#record/position-words.ts'
import { GappedWords } from '#record/words/gapped-words'
import { type DelegationId, personId } from '#simulation/kernel/ids'
import type { Paragraph } from '#simulation/reading/log/transcript'
import { evidenceFor } from '#simulation/reading/marks/evidence'
import { seatHeldBy } from '#simulation/state/room-state'
import { signed } from '#ui/words/signed.ts'
import { type DeskView, nameOf } from './desk-view'
import styles from './student-work.module.css'

type StudentWorkProps = {
  desk: DeskView
  score: Score
  subject: Subject
  entries: readonly Paragraph[]
}

export function StudentWork({ desk, score, subject, entries }: StudentWorkProps) {
  const t = useTranslations('desk.score')
  const { state } = desk
  if (subject.kind !== 'student') return null
  const outOfRole = score.current !== null && !score.current.subjects.includes('position')
  const person = personId.parse(subject.participantId)
  const delegation = seatHeldBy(state, person)?.delegation ?? null
  const offered = evidenceFor(state, subject, entries, outOfRole).map(({ entry }) => entry)
  const ticked = score.current ? score.draftOf(score.current.key).evidence : []
  return (
    <section
      className={`hint ${styles.work}`}
      aria-label={t('work', { name: nameOf(desk.displayNames, person) ?? t('erased') })}
    >
      {offered.length === 0 ? <p>{t('workNone')}</p> : null}
      <ul>
        {offered.map((entry) => (
          <li key={entry.no}>
            <label>
              <input
                type="checkbox"
                checked={ticked.includes(entry.no)}
                onChange={() => score.toggleEvidence(entry.no)}
              />
              <span className="faint">{entry.no}</span>
              <span>
                {entry.kind === 'reveal' && delegation ? (
                  <PositionWords desk={desk} entry={entry} delegation={delegation} />
                ) : (
                  <EntryWords plan={state.plan} displayNames={desk.displayNames} entry={entry} />
                )}
              </span>
            </label>
          </li>
        ))}
      </ul>
    </section>
  )
}

type Revealed = Extract<Paragraph, { kind: 'reveal' }>

function PositionWords({ desk, entry, delegation }: { desk: DeskView; entry: Revealed; delegation: DelegationId }) {
  const record = useTranslations('record')
  const { plan } = desk.state
  const about = { record, locale: useLocale(), plan }
  const stood = entry.sheets?.find((sheet) => sheet.delegation === delegation)?.[entry.stage]
  if (!stood) return null
  return (
    <>
      <b>
        {record(`card.stage.${entry.stage}`)} {signed(stood.position.value)}
      </b>{' '}
      <GappedWords text={stood.position.text} plan={plan} />
      <small>{[cameFrom(stood, record), ...standingWords(stood, about)].filter((part) => part).join(' · ')}</small>
    </>
  )
}
