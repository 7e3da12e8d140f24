'use client'
// Before a side stands on words: the clause whole as it would read, what changes for the side word by word, what follows, and a reason if it
// wishes. What it commits to is what is shown, whatever others do meanwhile.
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ChangedWords } from '#record/words/changed-words'
import { versionWords } from '#record/words/version-words.ts'
import { useKeptWords, useSavedOnServer } from '#room/hooks/use-local-storage.ts'
import type { SeatView } from '#room/link/seat-view.ts'
import { useTerms } from '#room/text/term-line'
import { WordsSheet } from '#room/text/words-sheet'
import type { DelegationId } from '#simulation/kernel/ids'
import { LIMITS } from '#simulation/kernel/limits'
import { ifStoodOn, standIn, versionIn } from '#simulation/questions/text'
import type { ClauseText, Version } from '#simulation/shapes/text'
import { standDraftKey } from '#simulation/wire/draft-key'
import { Field } from '#ui/controls/field'
import { TextArea } from '#ui/controls/text-input'
import { delegationIn } from '#ui/words/delegations.ts'
import styles from './clause-article.module.css'
import { type ClauseSheetProps, useCapitals } from './clause-parts'

type StandSheetProps = ClauseSheetProps & { version: Version }

export function StandSheet({ at, clause, number, own, version, request, onClose }: StandSheetProps) {
  const t = useTranslations('room.text.stand')
  const text = useTranslations('room.text')
  const record = useTranslations('record')
  const { plan } = at.state
  const [reason, setReason] = useKeptWords(at, standDraftKey(clause.key), LIMITS.reason)
  const { know } = useTerms(at)
  const stand = standIn(clause, own)
  useSavedOnServer(at, standDraftKey(clause.key), (stand.reason ?? '') === reason.trim())
  // Against what one stood on when the sheet was opened: it is read as it was begun.
  const [before] = useState(() => versionIn(clause, stand.version))
  const [begun] = useState(reason.trim() !== '')
  const follows = useFollows(at, clause, own, version)
  const newer = useNewer(at, clause, version)
  const confirm = async () => {
    const why = reason.trim()
    const sent = { type: 'standOn', clause: clause.key, version: version.id, reason: why === '' ? null : why } as const
    if (!(await request.ask(sent))) return
    know('stand')
    setReason('')
    onClose()
  }
  return (
    <WordsSheet
      title={t('title', { version: versionWords(record, plan, version.id) })}
      about={text('whole', { number, heading: clause.heading })}
      onClose={onClose}
      words={before ? <ChangedWords before={before.words} after={version.words} /> : version.words}
      unsent={reason.trim() !== ''}
      act={{
        label: t('now', { capital: delegationIn(plan, own)?.capital ?? '' }),
        means: `${version.id} ${follows}`,
        onAct: () => void confirm(),
        busy: request.busy,
      }}
      refused={request.refused}
    >
      <details className={styles.versions} open={begun}>
        <summary>{t('reason')}</summary>
        <Field label={t('reason')} labelHidden>
          <TextArea voice="record" rows={2} maxLength={LIMITS.reason} value={reason} onWords={setReason} />
        </Field>
      </details>
      {/* Beneath the field: what others do changes it, and moves nothing that is typed in. */}
      <p className={styles.follows} role="status">
        {follows} {newer}
      </p>
    </WordsSheet>
  )
}

/** That whoever wrote these words stands on others by now; null where they do not. */
function useNewer({ state: { plan } }: SeatView, clause: ClauseText, { id, by }: Version): string | null {
  const t = useTranslations('room.text.stand')
  const record = useTranslations('record')
  const now = by === null ? null : standIn(clause, by).version
  if (by === null || now === null || now === id) return null
  return t('left', { capital: delegationIn(plan, by)?.capital ?? '', version: versionWords(record, plan, now) })
}

/** Who then stands on what. */
function useFollows(at: SeatView, clause: ClauseText, own: DelegationId, version: Version): string {
  const t = useTranslations('room.text.stand')
  const record = useTranslations('record')
  const capitals = useCapitals(at)
  const { plan } = at.state
  const then = ifStoodOn(plan, clause, own, version.id)
  if (then.length === 1) return t('clean')
  const here = then.find((each) => each.version?.id === version.id)?.delegations ?? []
  const others = then
    .filter((each) => each.version?.id !== version.id)
    .map((each) =>
      each.version
        ? t('other', { who: capitals(each.delegations), version: versionWords(record, plan, each.version.id) })
        : t('none', { who: capitals(each.delegations) }),
    )
  return t('open', { with: capitals(here), count: here.length, others: others.join('; ') })
}
