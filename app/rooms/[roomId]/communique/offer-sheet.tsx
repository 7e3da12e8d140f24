'use client'
// Makes an offer to one delegation, or counters one: for each clause, on which words each side would stand, and the sentences themselves.
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ChangedWords } from '#record/words/changed-words'
import { versionWords } from '#record/words/version-words.ts'
import { ownForm } from '#room/hooks/form-focus.ts'
import { useKeptWords } from '#room/hooks/use-local-storage.ts'
import { useRequest } from '#room/hooks/use-request.ts'
import type { SeatView } from '#room/link/seat-view.ts'
import { RefusalText } from '#room/words/refusal-text'
import type { DelegationId } from '#simulation/kernel/ids'
import { LIMITS } from '#simulation/kernel/limits'
import { isInitialled, standIn, versionIn } from '#simulation/questions/text'
import type { Offer, OfferedStands } from '#simulation/shapes/offers'
import type { ClauseText, Version, VersionId } from '#simulation/shapes/text'
import { OFFER_DRAFT } from '#simulation/wire/draft-key'
import { Field } from '#ui/controls/field'
import { Select } from '#ui/controls/select'
import { SteadyButton } from '#ui/controls/steady-button'
import { TextArea } from '#ui/controls/text-input'
import { Dialog } from '#ui/over/dialog'
import { delegationIn, delegationsIn } from '#ui/words/delegations.ts'
import styles from './offer-sheet.module.css'

type OfferSheetProps = {
  at: SeatView
  own: DelegationId
  /** The clause with which it is begun. */
  shown: string
  /** The offer that this one answers. */
  counters: Offer | null
  onClose: () => void
}

/** Where a side would stand, by clause. */
type Chosen = Readonly<Record<string, VersionId>>

export function OfferSheet({ at, own, shown, counters, onClose }: OfferSheetProps) {
  const t = useTranslations('room.text.offers')
  const refusals = useTranslations('refusals')
  const request = useRequest(at.view)
  const { state } = at
  const others = delegationsIn(state.plan).filter(({ id }) => id !== own)
  const [to, setTo] = useState<DelegationId | undefined>(counters?.from ?? others[0]?.id)
  const [ours, setOurs] = useState<Chosen>(() => chosenIn(counters?.theirs))
  const [theirs, setTheirs] = useState<Chosen>(() => chosenIn(counters?.ours))
  const [words, setWords] = useKeptWords(at, OFFER_DRAFT, LIMITS.offer)
  // The rows and their sentences stay as they were when the form was opened: what others do meanwhile moves no field of it.
  const [asOpened] = useState(() => state.clauses.filter((clause) => !isInitialled(clause)))
  const send = async () => {
    const [us, them] = [standsOf(ours), standsOf(theirs)]
    if (to === undefined || us.length === 0 || them.length === 0) return request.object(refusals('offers-nothing'))
    const said = words.trim()
    const rest = { words: said === '' ? null : said, counters: counters?.no ?? null }
    if (!(await request.ask({ type: 'makeOffer', to, ours: us, theirs: them, ...rest }))) return
    setWords('')
    onClose()
  }
  const capital = delegationIn(state.plan, to)?.capital ?? ''
  const [begun] = useState(() => [...(counters?.ours ?? []), ...(counters?.theirs ?? [])].map(({ clause }) => clause))
  const begins = (key: string) => begun.includes(key) || (begun.length === 0 && key === shown)
  return (
    <Dialog
      place="sheet"
      title={counters ? t('counterTo', { capital }) : t('making')}
      onClose={onClose}
      actions={
        <>
          <RefusalText>{request.refused}</RefusalText>
          <SteadyButton kind="primary" busy={request.busy} means="offer" fromStart onAct={() => void send()}>
            {t('makeTo', { capital })}
          </SteadyButton>
        </>
      }
    >
      <div {...ownForm('text', words.trim() !== '')} className="fields">
        {counters ? null : (
          <Field label={t('whom')}>
            <Select
              value={to ?? ''}
              onChoose={setTo}
              options={others.map(({ id, capital: label }) => ({ value: id, label }))}
            />
          </Field>
        )}
        {to === undefined
          ? null
          : asOpened.map((clause) => (
              <details key={clause.key} className={styles.trade} open={begins(clause.key)}>
                <summary>{clause.heading}</summary>
                <Stand at={at} clause={clause} side={own} label={t('weStand')} chosen={ours} onChoose={setOurs} />
                <Stand
                  at={at}
                  clause={clause}
                  side={to}
                  label={t('theyStand', { capital })}
                  chosen={theirs}
                  onChoose={setTheirs}
                />
              </details>
            ))}
        <Field label={t('words')} optional>
          <TextArea rows={2} maxLength={LIMITS.offer} value={words} onWords={setWords} />
        </Field>
      </div>
    </Dialog>
  )
}

const chosenIn = (stands: OfferedStands = []): Chosen =>
  Object.fromEntries(stands.map(({ clause, version }) => [clause, version]))
const standsOf = (chosen: Chosen): OfferedStands =>
  Object.entries(chosen).map(([clause, version]) => ({ clause, version }))

type StandProps = {
  at: SeatView
  clause: ClauseText
  side: DelegationId
  label: string
  chosen: Chosen
  onChoose: (chosen: Chosen) => void
}

function Stand({ at, clause, side, label, chosen, onChoose }: StandProps) {
  const t = useTranslations('room.text.offers')
  const record = useTranslations('record')
  const now = standIn(clause, side).version
  const version = versionIn(clause, chosen[clause.key] ?? now)
  const before = versionIn(clause, now)
  return (
    <div>
      <Field label={label}>
        <Select
          size="dense"
          value={chosen[clause.key] ?? ''}
          onChoose={(value) => {
            const { [clause.key]: _, ...rest } = chosen
            const version = clause.versions.find(({ id }) => id === value)
            onChoose(version ? { ...rest, [clause.key]: version.id } : rest)
          }}
          options={[
            { value: '', label: t('asNow') },
            ...clause.versions
              .filter(({ id }) => id !== now)
              .map(({ id }) => ({ value: id, label: versionWords(record, at.state.plan, id) })),
          ]}
        />
      </Field>
      {version ? (
        <details className={styles.sentence}>
          <summary>
            <Sentence before={before} after={version} brief />
          </summary>
          <Sentence before={before} after={version} />
        </details>
      ) : null}
    </div>
  )
}

function Sentence({ before, after, brief = false }: { before: Version | null; after: Version; brief?: boolean }) {
  return before ? <ChangedWords before={before.words} after={after.words} brief={brief} /> : after.words
}
