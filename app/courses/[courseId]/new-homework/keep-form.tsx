// Saves the setup with the course, where all of its staff find it. Students see nothing before it is published.
import { useTranslations } from 'next-intl'
import { SubmitButton } from '#ui/controls/submit-button'
import { CarriedFields } from '../_wizard/carried-fields'
import own from './new-homework.module.css'
import { type DebateSetup, fieldsOf } from './setup'
import { keepHomework } from './unpublished-actions'

export function KeepForm({ courseId, setup, saved }: { courseId: string; setup: DebateSetup; saved: boolean }) {
  const t = useTranslations('homework.wizard.keep')
  return (
    <form action={keepHomework} className={`note ${own.keep}`}>
      <input type="hidden" name="courseId" value={courseId} />
      <CarriedFields fields={fieldsOf(setup)} except={[]} />
      <SubmitButton kind="plain" size="dense">
        {t(setup.kept === null ? 'keep' : 'keepAgain')}
      </SubmitButton>
      <span role="status">{saved ? t('kept') : t('hint')}</span>
    </form>
  )
}
