// The draft, kept with the course so that its staff find it again; until it is published no student sees it.
import { useTranslations } from 'next-intl'
import { SubmitButton } from '#ui/submit-button'
import { CarriedFields } from '../_wizard/carried-fields'
import { type Draft, fieldsOf } from './draft'
import { keepHomework } from './draft-actions'
import own from './new-homework.module.css'

export function KeepForm({ courseId, draft, saved }: { courseId: string; draft: Draft; saved: boolean }) {
  const t = useTranslations('homework.wizard.keep')
  return (
    <form action={keepHomework} className={own.keep}>
      <input type="hidden" name="courseId" value={courseId} />
      <CarriedFields fields={fieldsOf(draft)} except={[]} />
      <SubmitButton kind="plain" size="dense">
        {t(draft.kept === null ? 'keep' : 'keepAgain')}
      </SubmitButton>
      <span role="status">{saved ? t('kept') : t('hint')}</span>
    </form>
  )
}
