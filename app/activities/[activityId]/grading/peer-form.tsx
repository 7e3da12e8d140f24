'use client'
// Peer reviews of a homework debate (rules H30–H31, J17): whether there are any, until when they are written, and how much they count.
import { useTranslations } from 'next-intl'
import { type PeerPolicy, REVIEWS_EACH } from '#simulation/reading/peer-reviews'
import { Choice, ChoiceGroup } from '#ui/choice'
import { Field } from '#ui/field'
import { Select } from '#ui/select'

const USUAL = { days: 2, weight: 0 }
const DAYS = [0, 1, 2, 3, 5, 7, 14]
const WEIGHTS = [0, 5, 10, 15, 20, 25, 30, 40, 50]

type PeerFormProps = { peer: PeerPolicy | undefined; onChange: (peer: PeerPolicy | undefined) => void }

export function PeerForm({ peer, onChange }: PeerFormProps) {
  const t = useTranslations('grading.peer')
  const field = (name: 'days' | 'weight', usual: readonly number[]) =>
    peer ? (
      <Field label={t(name)}>
        <Select
          value={String(peer[name])}
          onChange={(event) => onChange({ ...peer, [name]: Number(event.target.value) })}
          options={[...new Set([...usual, peer[name]])].map((value) => ({
            value: String(value),
            label: t(`${name}Of`, { value }),
          }))}
        />
      </Field>
    ) : null
  return (
    <>
      <ChoiceGroup legend={t('title')} hint={t('hint')}>
        <Choice name="peer" title={t('each', { each: 0 })} checked={!peer} onChange={() => onChange(undefined)} />
        {REVIEWS_EACH.map((each) => (
          <Choice
            key={each}
            name="peer"
            title={t('each', { each })}
            checked={peer?.each === each}
            onChange={() => onChange({ ...(peer ?? USUAL), each })}
          />
        ))}
      </ChoiceGroup>
      {field('days', DAYS)}
      {field('weight', WEIGHTS)}
    </>
  )
}
