// Step 4: the title and who may join; its button creates the seminar.
import { useTranslations } from 'next-intl'
import { Choice, ChoiceGroup } from '#ui/choice'
import { LockLine } from '#ui/seal'
import { CarriedFields } from '../_wizard/carried-fields'
import { MakeForm } from './make-form'
import { addressOf, DOORS, fieldsOf, type SeminarSetup } from './setup'
import { plannedText } from './tables'

export function DoorStep({
  setup,
  course,
  rosterSize,
  offers,
}: {
  setup: SeminarSetup
  course: { id: string; title: string }
  rosterSize: number
  /** For what the scenario has the questions. */
  offers: { learning: boolean; readingCheck: boolean }
}) {
  const t = useTranslations('new-seminar.door')
  const words = {
    code: { title: t('code'), text: t('codeText') },
    roster: { title: t('roster', { course: course.title }), text: t('rosterText', { count: rosterSize }) },
    ask: { title: t('ask'), text: t('askText') },
  }
  return (
    <MakeForm courseId={course.id} title={setup.title} back={addressOf(setup, 3)} planned={plannedText(setup)}>
      <CarriedFields
        fields={fieldsOf(setup)}
        except={[
          'title',
          'door',
          'lateArrivals',
          'observers',
          'noDictation',
          'practice',
          'learning',
          'briefAfterCheck',
        ]}
      />
      <ChoiceGroup legend={t('at')} hint={t('best')}>
        {DOORS.map((door) => (
          <Choice key={door} name="door" value={door} title={words[door].title} defaultChecked={door === setup.door}>
            {words[door].text}
          </Choice>
        ))}
      </ChoiceGroup>
      <ChoiceGroup legend={t('and')}>
        <Choice type="checkbox" name="lateArrivals" value="yes" title={t('late')} defaultChecked={setup.lateArrivals}>
          {t('lateText')}
        </Choice>
        <Choice type="checkbox" name="observers" value="yes" title={t('observers')} defaultChecked={setup.observers}>
          {t('observersText')}
        </Choice>
        <Choice
          type="checkbox"
          name="noDictation"
          value="yes"
          title={t('noDictation')}
          defaultChecked={!setup.dictation}
        >
          {t('noDictationText')}
        </Choice>
        <Choice type="checkbox" name="practice" value="yes" title={t('practice')} defaultChecked={setup.practice}>
          {t('practiceText')}
        </Choice>
        {offers.readingCheck ? (
          <Choice
            type="checkbox"
            name="briefAfterCheck"
            value="yes"
            title={t('briefAfterCheck')}
            defaultChecked={setup.briefAfterCheck}
          >
            {t('briefAfterCheckText')}
          </Choice>
        ) : null}
        {offers.learning ? (
          <Choice type="checkbox" name="learning" value="yes" title={t('learning')} defaultChecked={setup.learning}>
            {t('learningText')}
          </Choice>
        ) : null}
      </ChoiceGroup>
      <LockLine>{t('told')}</LockLine>
    </MakeForm>
  )
}
