'use client'
// Writes words for a clause, whose words stand above the field. The head puts them forward for all to read; a member's draft is heard by the
// own delegation, or in a bilateral by the pair. What could start it stands beneath the field, never in it.
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { ClauseWords } from '#record/words/clause-words'
import { versionWords } from '#record/words/version-words.ts'
import { ownForm } from '#room/hooks/form-focus.ts'
import { useLocalStorage, useSavedOnServer } from '#room/hooks/use-local-storage.ts'
import type { SeatView } from '#room/link/seat-view.ts'
import forms from '#room/text/form.module.css'
import { NO_WORDS, type TypedVersion, versionDraft } from '#room/text/version-draft.ts'
import { CopyWords } from '#room/words/copy-words'
import { RefusalText } from '#room/words/refusal-text'
import { pairOf } from '#simulation/agenda/parties'
import { type DelegationId, type Pair, participantActor, type SeatId } from '#simulation/kernel/ids'
import { LIMITS } from '#simulation/kernel/limits'
import { stoodOn } from '#simulation/questions/text'
import { writerOn } from '#simulation/questions/writing'
import { clauseStretches } from '#simulation/reading/text/brackets'
import type { ClauseText, VersionId } from '#simulation/shapes/text'
import { actingHead, opensNow } from '#simulation/state/room-state'
import { versionDraftKey } from '#simulation/wire/draft-key'
import { Button } from '#ui/controls/button'
import { Field } from '#ui/controls/field'
import { Select } from '#ui/controls/select'
import { SteadyButton } from '#ui/controls/steady-button'
import { TextArea } from '#ui/controls/text-input'
import { Dialog } from '#ui/over/dialog'
import { ScrollRegion } from '#ui/page/scroll-region'
import { delegationIn, delegationsIn } from '#ui/words/delegations.ts'
import type { ClauseSheetProps } from './clause-parts'
import styles from './draft-sheet.module.css'

export function DraftSheet({ at, clause, number, own, request, onClose }: ClauseSheetProps) {
  const t = useTranslations('room.text.draftForm')
  const text = useTranslations('room.text')
  const field = useRef<HTMLTextAreaElement>(null)
  const { plan } = at.state
  const [draft, setDraft] = useLocalStorage(at, versionDraftKey(clause.key), versionDraft, NO_WORDS)
  const [between, setBetween] = useState<Pair | null>(null)
  const words = draft.text.trim()
  const given = clause.drafts[at.seat.id]?.words === words
  useSavedOnServer(at, versionDraftKey(clause.key), words === '' || given)
  const as = at.acts ? 'head' : 'member'
  const capital = delegationIn(plan, own)?.capital ?? ''
  const open = opensNow(at.state, at.acts ? 'text' : 'inRole')
  const send = async () => {
    if (words === '') {
      request.object(t('first'))
      return field.current?.focus()
    }
    const { from, cites = null } = draft
    const sent = at.acts
      ? ({
          type: 'putForward',
          ...{ clause: clause.key, words, from, cites, drafter: stillDrafted(clause, draft.drafter) },
        } as const)
      : ({ type: 'draftVersion', ...{ clause: clause.key, words, from, cites, between } } as const)
    if (!(await request.ask(sent))) return
    if (at.acts) setDraft(NO_WORDS)
    onClose()
  }
  return (
    <Dialog
      place="sheet"
      title={t(`title.${as}`, { number })}
      onClose={onClose}
      initialFocus={field}
      actions={
        <>
          <RefusalText>{request.refused}</RefusalText>
          {open ? (
            <SteadyButton
              kind="primary"
              busy={request.busy}
              means={at.acts ? 'put' : 'give'}
              fromStart
              onAct={() => void send()}
            >
              {at.acts ? t('put', { capital }) : t('give', { head: actingHead(at.state, own)?.title ?? '' })}
            </SteadyButton>
          ) : (
            <CopyWords text={draft.text} />
          )}
        </>
      }
    >
      <div {...ownForm('text', words !== '' && !given)} className={`stack ${styles.draft}`}>
        <ScrollRegion className={styles.now} label={text('whole', { number, heading: clause.heading })}>
          <ClauseWords plan={plan} stretches={clauseStretches(plan, clause)} lead={<b>{clause.heading}.</b>} />
        </ScrollRegion>
        <Field label={t('field')} hint={t(`hint.${as}`, { capital })}>
          <TextArea
            ref={field}
            voice="record"
            rows={3}
            maxLength={LIMITS.clause}
            value={draft.text}
            onChange={(event) => {
              setDraft(rewritten(draft, event.currentTarget.value))
              if (writerOn(at.state, participantActor(at.person), clause.key) !== null) at.view.write(clause.key)
            }}
          />
        </Field>
        {draft.cites ? <p>{t('cites', { number: draft.cites })}</p> : null}
        {words === '' ? <Starts at={at} clause={clause} onStart={setDraft} /> : null}
        {at.acts || !opensNow(at.state, 'bilaterals') ? null : (
          <ShareWith at={at} own={own} between={between} onShare={setBetween} />
        )}
      </div>
    </Dialog>
  )
}

/** Whoever empties the field begins anew, from nothing. */
const rewritten = (draft: TypedVersion, text: string): TypedVersion => (text === '' ? NO_WORDS : { ...draft, text })

/** The drafter is named while their draft is there. */
const stillDrafted = ({ drafts }: ClauseText, drafter: SeatId | null): SeatId | null =>
  drafter !== null && drafts[drafter] ? drafter : null

/** The words that sides stand on now, each of which can start the field. */
function Starts({ at, clause, onStart }: { at: SeatView; clause: ClauseText; onStart: (draft: TypedVersion) => void }) {
  const t = useTranslations('room.text.draftForm')
  const record = useTranslations('record')
  const starts = stoodOn(at.state.plan, clause).flatMap(({ version }): { id: VersionId; words: string }[] =>
    version ? [version] : [],
  )
  return (
    <div className={`tools ${forms.acts}`}>
      {starts.map(({ id, words }) => (
        <Button key={id} size="dense" onClick={() => onStart({ ...NO_WORDS, text: words, from: id })}>
          {t('from', { version: versionWords(record, at.state.plan, id) })}
        </Button>
      ))}
    </div>
  )
}

type ShareWithProps = { at: SeatView; own: DelegationId; between: Pair | null; onShare: (pair: Pair | null) => void }

function ShareWith({ at, own, between, onShare }: ShareWithProps) {
  const t = useTranslations('room.text.draftForm')
  const { plan } = at.state
  const capital = (id: DelegationId) => delegationIn(plan, id)?.capital ?? ''
  const pairs = delegationsIn(plan).flatMap(({ id }) => {
    const pair = pairOf(plan, own, id)
    return pair ? [{ pair, id }] : []
  })
  return (
    <Field label={t('share')}>
      <Select
        value={between ?? ''}
        onChoose={(value) => onShare(pairs.find(({ pair }) => pair === value)?.pair ?? null)}
        options={[
          { value: '', label: t('own', { capital: capital(own) }) },
          ...pairs.map(({ pair, id }) => ({
            value: pair,
            label: t('both', { capital: capital(own), other: capital(id) }),
          })),
        ]}
      />
    </Field>
  )
}
