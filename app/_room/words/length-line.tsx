'use client'
// Beneath a field whose words have a length (rule H19): how long they are, and how long they are to be. Near an end a screen reader is told.
import { useTranslations } from 'next-intl'
import { type Bounds, type LengthFault, lengthFault, lengthOf } from '#simulation/kernel/lengths'
import { VisuallyHidden } from '#ui/page/visually-hidden'

/** From this share of the most on, the end is told. */
const NEAR = 0.9

export function LengthLine({ text, bounds }: { text: string; bounds: Bounds }) {
  const t = useTranslations('room.length')
  const say = useLengthWords()
  const words = text.trim()
  const { least, most, letters } = bounds
  const { count, unit } = lengthOf(words)
  const counted = least > 0 || most !== null
  const [is, end] = counted ? [count, most ?? Number.POSITIVE_INFINITY] : [words.length, letters]
  const fault = words === '' ? null : lengthFault(words, bounds)
  const told = fault?.kind === 'long' ? 'long' : is >= end * NEAR ? 'near' : least > 0 && is >= least ? 'enough' : null
  return (
    <>
      {counted
        ? t('counted', { amount: t('amount', { count, unit }), least, most: most ?? 0 })
        : t('amount', { count: words.length, unit: 'signs' }) + t('of', { most: letters })}
      {fault ? <> · {say(fault)}</> : null}
      <br />
      {t('signs')}
      <VisuallyHidden>
        <span role="status">{told === null ? '' : t(told)}</span>
      </VisuallyHidden>
    </>
  )
}

/** The sentence that says by how much words are too long, or too short. */
export function useLengthWords(): (fault: LengthFault) => string {
  const t = useTranslations('room.length')
  return ({ kind, by, unit }) =>
    t(kind === 'long' ? 'tooLong' : 'tooShort', { amount: t('amount', { count: by, unit }) })
}
