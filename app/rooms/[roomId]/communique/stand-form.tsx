'use client'
// Before a side stands on other words: what changes for it, word by word, what follows, and a reason if it wishes.
import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { ChangedWords } from '#record/changed-words'
import { versionWords } from '#record/version-words.ts'
import { Docked } from '#room/dock-slot'
import { ownForm } from '#room/hooks/form-focus.ts'
import { useKeptWords, useSavedOnServer } from '#room/hooks/use-local-storage.ts'
import type { Request } from '#room/hooks/use-request.ts'
import type { SeatView } from '#room/link/seat-view.ts'
import forms from '#room/text/form.module.css'
import { RefusalText } from '#room/words/refusal-text'
import type { DelegationId } from '#simulation/kernel/ids'
import { LIMITS } from '#simulation/kernel/limits'
import { ifStoodOn, standIn, versionIn } from '#simulation/questions/text'
import type { ClauseText, Version } from '#simulation/shapes/text'
import { standDraftKey } from '#simulation/wire/draft-key'
import { Button } from '#ui/button'
import { delegationIn } from '#ui/delegations.ts'
import { Field } from '#ui/field'
import { submits } from '#ui/submits.ts'
import { TextArea } from '#ui/text-input'
import styles from './clause-article.module.css'
import { useCapitals } from './clause-parts'

type StandFormProps = {
  at: SeatView
  clause: ClauseText
  number: number
  own: DelegationId
  version: Version
  request: Request
  onClose: () => void
}

export function StandForm({ at, clause, number, own, version, request, onClose }: StandFormProps) {
  const t = useTranslations('room.text.stand')
  const text = useTranslations('room.text')
  const record = useTranslations('record')
  const id = useId()
  const { plan } = at.state
  const [reason, setReason] = useKeptWords(at, standDraftKey(clause.key), LIMITS.reason)
  const stand = standIn(clause, own)
  useSavedOnServer(at, standDraftKey(clause.key), (stand.reason ?? '') === reason.trim())
  const before = versionIn(clause, stand.version)
  const name = versionWords(record, plan, version.id)
  const capital = delegationIn(plan, own)?.capital ?? ''
  const confirm = async () => {
    const why = reason.trim()
    const sent = { type: 'standOn', clause: clause.key, version: version.id, reason: why === '' ? null : why } as const
    if (!(await request.ask(sent))) return
    setReason('')
    onClose()
  }
  return (
    <form
      id={id}
      {...ownForm('text', reason.trim() !== '')}
      className={`stack ${forms.form}`}
      aria-label={t('title', { version: name, number })}
      onSubmit={submits(confirm)}
    >
      <h4>{t('title', { version: name, number })}</h4>
      <p className={`note ${styles.by}`}>{t('changes', { capital })}</p>
      <p className={styles.change}>
        {before ? <ChangedWords before={before.words} after={version.words} /> : version.words}
      </p>
      <p className={styles.follows}>{useFollows(at, clause, own, version)}</p>
      <Field label={t('reason')} optional>
        <TextArea voice="record" rows={2} maxLength={LIMITS.reason} value={reason} onWords={setReason} />
      </Field>
      <p className={`note ${styles.by}`}>{t('public')}</p>
      <div className={`tools ${forms.acts}`}>
        <Docked>
          <Button type="submit" form={id} kind="primary" busy={request.busy}>
            {t('now', { capital })}
          </Button>
        </Docked>
        <Button kind="quiet" onClick={onClose}>
          {text('notNow')}
        </Button>
      </div>
      <RefusalText>{request.refused}</RefusalText>
    </form>
  )
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
