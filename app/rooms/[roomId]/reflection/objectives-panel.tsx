'use client'
// The objectives of one's own brief, once the record is unsealed: each as a sentence, whether it was met, and the entry that shows it.
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { entryParts } from '#record/entry-parts.ts'
import { useRequest } from '#room/hooks/use-request.ts'
import type { SeatView } from '#room/link/seat-view.ts'
import { claimsOpen } from '#simulation/questions/objectives'
import type { Paragraph } from '#simulation/reading/log/transcript'
import { entriesToShow, objectivesWithClaims } from '#simulation/reading/positions/objectives'
import { Band } from '#ui/charts/band'
import { ErrorText } from '#ui/controls/error-text'
import { Segmented } from '#ui/controls/segmented'
import { EntryPicker } from './entry-picker'
import styles from './objectives-panel.module.css'

export function ObjectivesPanel({ at }: { at: SeatView }) {
  const t = useTranslations('room.objectives')
  const objectives = objectivesWithClaims(at.state, at.seat)
  const open = claimsOpen(at.state)
  if (objectives.length === 0 || at.state.unsealedAt === null) return null
  const entries = open ? entriesToShow(at.state, at.seat) : []
  return (
    <section aria-labelledby="objectives-title">
      <Band level={2} title={<span id="objectives-title">{t('title')}</span>} />
      <ol className={styles.objectives}>
        {objectives.map((one) => (
          <li key={one.objective}>
            <p className={styles.text}>{one.text}</p>
            {open ? <Claim at={at} of={one} entries={entries} /> : <Said of={one} />}
          </li>
        ))}
      </ol>
      {open ? <p className={styles.lead}>{t('lead')}</p> : null}
    </section>
  )
}

type One = ReturnType<typeof objectivesWithClaims>[number]

/** “Not met” is sent as it is chosen; “met” once an entry is chosen that shows it. */
function Claim({ at, of, entries }: { at: SeatView; of: One; entries: readonly Paragraph[] }) {
  const t = useTranslations('room.objectives')
  const record = useTranslations('record')
  const locale = useLocale()
  const request = useRequest(at.view)
  const { objective, claim } = of
  /** Chosen here and not sent yet, because the entry is missing. */
  const [met, setMet] = useState(false)
  const chosen = met || claim?.met ? 'met' : claim ? 'not-met' : undefined
  const send = async (isMet: boolean, entry: number | null) => {
    if (await request.ask({ type: 'claimObjective', objective, met: isMet, entry })) setMet(false)
  }
  const choose = (value: 'met' | 'not-met') => {
    request.object(null)
    if (value === 'not-met') {
      setMet(false)
      if (!claim || claim.met) void send(false, null)
    } else if (claim && claim.entry !== null) void send(true, claim.entry)
    else setMet(true)
  }
  const words = (entry: Paragraph) => {
    const { office, heading, text } = entryParts(entry, at.about, { record, locale })
    return { office, text: [heading, text].filter(Boolean).join(' ') }
  }
  const shown = claim?.entry ?? null
  const entry = shown === null ? undefined : entries.find(({ no }) => no === String(shown))
  return (
    <div className={`fields ${styles.claim}`}>
      <Segmented
        label={t('one', { number: objective + 1 })}
        value={chosen ?? ''}
        options={[
          { value: 'met', label: t('met') },
          { value: 'not-met', label: t('notMet') },
        ]}
        onValueChange={(value) => choose(value === 'met' ? 'met' : 'not-met')}
      />
      {chosen === undefined ? null : (
        <div className={`stack ${styles.entry}`}>
          {shown === null || met ? (
            <span>{t(chosen === 'met' ? 'which' : 'optional')}</span>
          ) : (
            <span>
              <a href={`#e${shown}`}>{t('shown', { number: shown })}</a> {entry ? words(entry).text : null}
            </span>
          )}
          <EntryPicker
            label={t(shown === null || met ? 'choose' : 'change')}
            entries={entries}
            words={words}
            onPick={(no) => void send(chosen === 'met', no)}
          />
        </div>
      )}
      {claim && !met ? <Judged confirmed={claim.confirmed} /> : null}
      {request.refused ? <ErrorText>{request.refused}</ErrorText> : null}
    </div>
  )
}

/** What was said, once nothing can be said any more. */
function Said({ of: { claim } }: { of: One }) {
  const t = useTranslations('room.objectives')
  if (!claim) return <p className="faint">{t('nothing')}</p>
  return (
    <>
      <p>
        <b>{t(claim.met ? 'met' : 'notMet')}</b>{' '}
        {claim.entry === null ? null : <a href={`#e${claim.entry}`}>{t('shown', { number: claim.entry })}</a>}
      </p>
      <Judged confirmed={claim.confirmed} />
    </>
  )
}

function Judged({ confirmed }: { confirmed: boolean | null }) {
  const t = useTranslations('room.objectives')
  return (
    <p className="faint" role="status">
      {t(confirmed === null ? 'unjudged' : confirmed ? 'confirmed' : 'notConfirmed')}
    </p>
  )
}
