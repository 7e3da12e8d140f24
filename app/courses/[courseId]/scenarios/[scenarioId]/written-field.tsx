'use client'
// One field of a scenario: its label, its words, and under it what it lacks or who else wrote in it. What is only not written yet is said
// quietly: a page that has just been begun is no page of errors.
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { OUTLINE_MOST } from '#simulation/scenario/authoring/outline-bounds'
import { ErrorText } from '#ui/controls/error-text'
import { Field } from '#ui/controls/field'
import { TextArea, TextInput } from '#ui/controls/text-input'
import { useWritten } from './use-writing'

/** The id of the element around a field, to which *What is missing* leads. */
export const idOfPlace = (place: string): string => `at-${place.replaceAll('/', '-')}`

type WrittenFieldProps = {
  place: string
  label: ReactNode
  value: string
  most: number
  onWords: (words: string) => void
  hint?: string
  optional?: boolean
  /** A text of several lines. */
  long?: boolean
}

export function WrittenField({ place, label, value, most, onWords, hint, optional, long }: WrittenFieldProps) {
  const t = useTranslations('scenarios.writing')
  const { faults, crossings } = useWritten()
  const told = useFaultWords()
  const fault = faults.get(place)
  const crossed = crossings.find((one) => one.place === place)
  const isMissing = fault === 'empty' || (fault === 'mark' && value === '')
  const said = [
    ...(crossed ? [t('crossed', { theirs: crossed.theirs })] : []),
    ...(isMissing ? [told('empty')] : []),
    ...(hint === undefined ? [] : [hint]),
  ].join(' ')
  const props = { value, maxLength: most, onWords }
  return (
    <div id={idOfPlace(place)}>
      <Field
        label={label}
        optional={optional ?? false}
        hint={said}
        error={fault && !isMissing ? told(fault) : undefined}
      >
        {long ? <TextArea {...props} rows={2} /> : <TextInput {...props} />}
      </Field>
    </div>
  )
}

/** What a place that is no text field lacks: a list of too few rows, a colour that another has, an opening. */
export function PlaceFault({ place }: { place: string }) {
  const told = useFaultWords()
  const fault = useWritten().faults.get(place)
  if (!fault) return null
  return fault === 'opening' ? <p className="faint">{told(fault)}</p> : <ErrorText>{told(fault)}</ErrorText>
}

function useFaultWords() {
  const t = useTranslations('scenarios.writing.fault')
  return (fault: Parameters<typeof t>[0]) => t(fault, { words: OUTLINE_MOST.chargeWords })
}
