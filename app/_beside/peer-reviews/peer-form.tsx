'use client'
// Peer reviews of a homework debate (rules H30–H31, J17): whether there are any, until when they are written, and how much they count.
// What is chosen is saved by the button, for it can begin and end reviews.
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { type PeerPolicy, type PolicyFault, REVIEWS_EACH } from '#simulation/beside/peer-reviews/peer-reviews'
import { Button } from '#ui/controls/button'
import { Choice, ChoiceGroup } from '#ui/controls/choice'
import { ErrorText } from '#ui/controls/error-text'
import { Field } from '#ui/controls/field'
import { Select } from '#ui/controls/select'
import { useSending } from '#ui/controls/use-sending.ts'
import { useChoosing } from '../kind/use-choosing'

const USUAL = { each: REVIEWS_EACH[0], days: 2, weight: 0 }
const DAYS = [0, 1, 2, 3, 5, 7, 14]
const WEIGHTS = [0, 5, 10, 15, 20, 25, 30, 40, 50]

export function PeerForm() {
  const t = useTranslations('grading.peer')
  const {
    grading: { peer },
    changeGrading,
  } = useChoosing()
  const [asked, ask] = useState(Boolean(peer))
  const [chosen, choose] = useState<PeerPolicy>(peer ?? USUAL)
  const { busy, fault, send } = useSending<PolicyFault>()
  const [kept, setKept] = useState(false)
  const field = (name: 'days' | 'weight', usual: readonly number[]) =>
    asked ? (
      <Field label={t(name)}>
        <Select
          value={String(chosen[name])}
          onChoose={(value) => choose({ ...chosen, [name]: Number(value) })}
          options={[...new Set([...usual, chosen[name]])].map((value) => ({
            value: String(value),
            label: t(`${name}Of`, { value }),
          }))}
        />
      </Field>
    ) : null
  const press = async () => setKept((await send(() => changeGrading({ peer: asked ? chosen : undefined }))) === null)
  return (
    <>
      <ChoiceGroup legend={t('title')} hint={t('hint')}>
        <Choice name="peer" title={t('each', { each: 0 })} checked={!asked} onChange={() => ask(false)} />
        {REVIEWS_EACH.map((each) => (
          <Choice
            key={each}
            name="peer"
            title={t('each', { each })}
            checked={asked && chosen.each === each}
            onChange={() => {
              ask(true)
              choose({ ...chosen, each })
            }}
          />
        ))}
      </ChoiceGroup>
      {field('days', DAYS)}
      {field('weight', WEIGHTS)}
      <Button size="dense" busy={busy} onClick={() => void press()}>
        {t('save')}
      </Button>
      <p role="status">{fault ? <ErrorText>{t(`answer.${fault}`)}</ErrorText> : kept ? t('answer.kept') : null}</p>
    </>
  )
}
