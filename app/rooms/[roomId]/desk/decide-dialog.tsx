'use client'
// The chair decides whether a side ratifies, in place of its members, with the reason that everybody reads in the end.
import { useTranslations } from 'next-intl'
import { type FormEvent, useId, useState } from 'react'
import { useKeptWords } from '#room/hooks/use-local-storage.ts'
import { LIMITS } from '#simulation/kernel/limits'
import { signersOf } from '#simulation/questions/ratification'
import { DECISION_DRAFT } from '#simulation/wire/draft-key'
import { Button } from '#ui/controls/button'
import { Choice, ChoiceGroup } from '#ui/controls/choice'
import { Field } from '#ui/controls/field'
import { TextInput } from '#ui/controls/text-input'
import { useSending } from '#ui/controls/use-sending.ts'
import { Dialog, DialogClose } from '#ui/over/dialog'
import { delegationsIn } from '#ui/words/delegations.ts'
import type { DeskView } from './scoring/desk-view'

const WAYS = ['yes', 'no'] as const

export function DecideDialog({ desk: { state, ask, roomId }, onClose }: { desk: DeskView; onClose: () => void }) {
  const t = useTranslations('desk.home')
  const form = useId()
  const [reason, setReason] = useKeptWords({ roomId, person: 'chair' }, DECISION_DRAFT, LIMITS.homeReason)
  const signed = signersOf(state.plan, state.issued?.clauses ?? [])
  const [side, setSide] = useState(signed[0] ?? null)
  const [way, setWay] = useState<(typeof WAYS)[number]>('yes')
  const [isEmpty, setEmpty] = useState(false)
  const { busy, send } = useSending()
  const decide = async (event: FormEvent) => {
    event.preventDefault()
    const said = reason.trim()
    setEmpty(said === '')
    if (said === '' || side === null) return
    const decision = { type: 'decideRatification', delegation: side, ratified: way === 'yes', reason: said } as const
    if ((await send(() => ask(decision))) !== null) return
    setReason('')
    onClose()
  }
  return (
    <Dialog
      onClose={onClose}
      title={t('decide')}
      description={t(signed.length > 0 ? 'decideText' : 'noneSigned')}
      actions={
        <>
          <DialogClose>
            <Button keys="Esc">{t('close')}</Button>
          </DialogClose>
          {signed.length > 0 ? (
            <Button type="submit" form={form} kind="primary" keys="↵" busy={busy}>
              {t('decideDo')}
            </Button>
          ) : null}
        </>
      }
    >
      <form id={form} onSubmit={(event) => void decide(event)}>
        <ChoiceGroup legend={t('whose')}>
          {delegationsIn(state.plan)
            .filter(({ id }) => signed.includes(id))
            .map(({ id, name }) => (
              <Choice key={id} name="side" value={id} title={name} checked={side === id} onChange={() => setSide(id)} />
            ))}
        </ChoiceGroup>
        <ChoiceGroup legend={t('how')}>
          {WAYS.map((each) => (
            <Choice
              key={each}
              name="way"
              value={each}
              title={t(`way.${each}`)}
              checked={way === each}
              onChange={() => setWay(each)}
            />
          ))}
        </ChoiceGroup>
        <Field label={t('reason')} error={isEmpty ? t('reasonFirst') : undefined}>
          <TextInput maxLength={LIMITS.homeReason} value={reason} onWords={setReason} />
        </Field>
      </form>
    </Dialog>
  )
}
