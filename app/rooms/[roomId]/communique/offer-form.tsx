'use client'
// Makes an offer to one delegation, or counters one: for each clause, on which words each side would stand.
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { versionWords } from '#record/version-words.ts'
import { ownForm } from '#room/hooks/form-focus.ts'
import { useKeptWords } from '#room/hooks/use-local-storage.ts'
import type { Request } from '#room/hooks/use-request.ts'
import type { SeatView } from '#room/link/seat-view.ts'
import forms from '#room/text/form.module.css'
import { RefusalText } from '#room/words/refusal-text'
import type { DelegationId } from '#simulation/kernel/ids'
import { LIMITS } from '#simulation/kernel/limits'
import { isInitialled, standIn } from '#simulation/questions/text'
import type { Offer, OfferedStands } from '#simulation/shapes/offers'
import type { ClauseText, VersionId } from '#simulation/shapes/text'
import { OFFER_DRAFT } from '#simulation/wire/draft-key'
import { Button } from '#ui/button'
import { delegationIn, delegationsIn } from '#ui/delegations.ts'
import { Field } from '#ui/field'
import { Select } from '#ui/select'
import { submits } from '#ui/submits.ts'
import { TextArea } from '#ui/text-input'
import styles from './clause-article.module.css'

type OfferFormProps = {
  at: SeatView
  own: DelegationId
  /** The offer that this one answers. */
  counters: Offer | null
  request: Request
  onClose: () => void
}

/** Where a side would stand, by clause. */
type Chosen = Readonly<Record<string, VersionId>>

export function OfferForm({ at, own, counters, request, onClose }: OfferFormProps) {
  const t = useTranslations('room.text.offers')
  const text = useTranslations('room.text')
  const refusals = useTranslations('refusals')
  const { state } = at
  const others = delegationsIn(state.plan).filter(({ id }) => id !== own)
  const [to, setTo] = useState<DelegationId | undefined>(counters?.from ?? others[0]?.id)
  const [ours, setOurs] = useState<Chosen>(() => chosenIn(counters?.theirs))
  const [theirs, setTheirs] = useState<Chosen>(() => chosenIn(counters?.ours))
  const [words, setWords] = useKeptWords(at, OFFER_DRAFT, LIMITS.offer)
  const open = state.clauses.filter((clause) => !isInitialled(clause))
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
  return (
    <form
      {...ownForm('text', words.trim() !== '')}
      className={`stack ${forms.form}`}
      aria-label={t('make')}
      onSubmit={submits(send)}
    >
      <h4>{counters ? t('counterTo', { capital }) : t('make')}</h4>
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
        : open.map((clause) => (
            <fieldset key={clause.key} className={styles.versions}>
              <legend>{clause.heading}</legend>
              <Stand at={at} clause={clause} side={own} label={t('weStand')} chosen={ours} onChoose={setOurs} />
              <Stand
                at={at}
                clause={clause}
                side={to}
                label={t('theyStand', { capital })}
                chosen={theirs}
                onChoose={setTheirs}
              />
            </fieldset>
          ))}
      <Field label={t('words')} optional>
        <TextArea rows={2} maxLength={LIMITS.offer} value={words} onWords={setWords} />
      </Field>
      <div className={`tools ${forms.acts}`}>
        <Button type="submit" kind="primary" busy={request.busy}>
          {t('makeTo', { capital })}
        </Button>
        <Button kind="quiet" onClick={onClose}>
          {text('notNow')}
        </Button>
      </div>
      <RefusalText>{request.refused}</RefusalText>
    </form>
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
  return (
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
  )
}
