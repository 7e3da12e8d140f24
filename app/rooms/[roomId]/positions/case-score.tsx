'use client'
// How right another side got us: from one to five, and what was missing. The acting head gives it, the others read it.
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import * as z from 'zod/mini'
import { GappedWords } from '#record/words/gapped-words'
import { ownForm } from '#room/hooks/form-focus.ts'
import { caseStepId } from '#room/hooks/own-work.ts'
import { useLocalStorage, useSavedOnServer } from '#room/hooks/use-local-storage.ts'
import { useRequest } from '#room/hooks/use-request.ts'
import type { SeatView } from '#room/link/seat-view.ts'
import { RefusalText } from '#room/words/refusal-text'
import type { DelegationId } from '#simulation/kernel/ids'
import { LIMITS } from '#simulation/kernel/limits'
import { scoresNow } from '#simulation/questions/cases'
import type { SideCase } from '#simulation/shapes/cases'
import { caseDraftKey } from '#simulation/wire/draft-key'
import { Button } from '#ui/controls/button'
import { Field } from '#ui/controls/field'
import { Segmented } from '#ui/controls/segmented'
import { submits } from '#ui/controls/submits.ts'
import { TextArea } from '#ui/controls/text-input'
import styles from './cases-panel.module.css'

const typed = z.string()
const SCORES = ['1', '2', '3', '4', '5'] as const
type Chosen = (typeof SCORES)[number]

type CaseScoreProps = { at: SeatView; by: DelegationId; side: string; said: SideCase; acts: boolean }

export function CaseScore({ at, by, side, said: { score: given }, acts }: CaseScoreProps) {
  const t = useTranslations('room.cases')
  const refusals = useTranslations('refusals')
  const request = useRequest(at.view)
  const key = caseDraftKey('score-case', by)
  const [kept, keep, found] = useLocalStorage(at, key, typed, '')
  const [chosen, choose] = useState<Chosen | undefined>(SCORES.find((each) => Number(each) === given?.score))
  const missing = found ? kept : (given?.missing ?? '')
  const same = given !== null && Number(chosen) === given.score && missing.trim() === (given.missing ?? '')
  useSavedOnServer(at, key, found && same)
  const open = scoresNow(at.state)
  if (!acts || !open)
    return given ? (
      <div>
        <h4>{t('weScore', { score: given.score })}</h4>
        <p className={styles.words}>
          {given.missing === null ? null : <GappedWords text={given.missing} plan={at.state.plan} />}
        </p>
      </div>
    ) : open ? (
      <p className="hint">{t('headScores')}</p>
    ) : null
  const send = async () => {
    const words = missing.trim()
    if (chosen === undefined) return request.object(t('chooseScore'))
    if (Number(chosen) < 5 && words === '') return request.object(refusals('name-what-is-missing'))
    await request.ask({ type: 'scoreCase', from: by, score: Number(chosen), missing: words === '' ? null : words })
  }
  return (
    <form
      id={caseStepId('score-case', by)}
      {...ownForm('text', !same && (missing.trim() !== '' || chosen !== undefined))}
      className="stack"
      onSubmit={submits(send)}
    >
      <Segmented
        label={t('score', { side })}
        value={chosen}
        onValueChange={choose}
        options={SCORES.map((value) => ({ value, label: value }))}
      />
      <p className="hint">{t('scoreHow')}</p>
      <Field label={t('missing')} optional={chosen === '5'}>
        <TextArea voice="record" rows={2} maxLength={LIMITS.reason} value={missing} onWords={keep} />
      </Field>
      <div className="row">
        <Button type="submit" idle={same ? t('same') : null} busy={request.busy}>
          {t(given ? 'scoreAgain' : 'giveScore')}
        </Button>
        {same ? (
          <span className="hint" role="status">
            {t('sent')}
          </span>
        ) : null}
      </div>
      <RefusalText>{request.refused}</RefusalText>
    </form>
  )
}
