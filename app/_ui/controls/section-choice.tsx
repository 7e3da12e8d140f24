// Chooses one section of a class list, or all of it; nothing where the list names fewer than two (H27).
import { useTranslations } from 'next-intl'
import { sectionsAmong } from '#simulation/reading/room/class-sections'
import { Field } from './field'
import { Select } from './select'

type SectionChoiceProps = {
  people: readonly { section: string | null }[]
  /** Empty for everybody. */
  value: string
  onChoose: (section: string) => void
}

export function SectionChoice({ people, value, onChoose }: SectionChoiceProps) {
  const t = useTranslations('ui.section')
  const sections = sectionsAmong(people)
  if (sections.length === 0) return null
  return (
    <Field label={t('label')} labelHidden>
      <Select
        size="dense"
        value={value}
        onChoose={onChoose}
        options={[{ value: '', label: t('every') }, ...sections.map((name) => ({ value: name, label: name }))]}
      />
    </Field>
  )
}
