// Step 4: what the seminar is called and who may come in; its button makes the seminar.
import { useTranslations } from 'next-intl'
import { Choice, ChoiceGroup } from '#ui/choice'
import { LockLine } from '#ui/seal'
import { CarriedFields } from '../_wizard/carried-fields'
import { addressOf, DOORS, type Draft, fieldsOf } from './draft'
import { MakeForm } from './make-form'

export function DoorStep({
  draft,
  course,
  rosterSize,
}: {
  draft: Draft
  course: { id: string; title: string }
  rosterSize: number
}) {
  const t = useTranslations('new-seminar.door')
  const words = {
    code: { title: t('code'), text: t('codeText') },
    roster: { title: t('roster', { course: course.title }), text: t('rosterText', { count: rosterSize }) },
    ask: { title: t('ask'), text: t('askText') },
  }
  return (
    <MakeForm courseId={course.id} title={draft.title} back={addressOf(draft, 3)}>
      <CarriedFields fields={fieldsOf(draft)} except={['title', 'door', 'lateArrivals', 'observers', 'practice']} />
      <ChoiceGroup legend={t('at')}>
        {DOORS.map((door) => (
          <Choice key={door} name="door" value={door} title={words[door].title} defaultChecked={door === draft.door}>
            {words[door].text}
          </Choice>
        ))}
      </ChoiceGroup>
      <ChoiceGroup legend={t('and')}>
        <Choice type="checkbox" name="lateArrivals" value="yes" title={t('late')} defaultChecked={draft.lateArrivals}>
          {t('lateText')}
        </Choice>
        <Choice type="checkbox" name="observers" value="yes" title={t('observers')} defaultChecked={draft.observers}>
          {t('observersText')}
        </Choice>
        <Choice type="checkbox" name="practice" value="yes" title={t('practice')} defaultChecked={draft.practice}>
          {t('practiceText')}
        </Choice>
      </ChoiceGroup>
      <LockLine>{t('told')}</LockLine>
    </MakeForm>
  )
}
