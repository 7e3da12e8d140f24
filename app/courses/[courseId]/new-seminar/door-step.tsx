// Step 4: the title and who may join; its button creates the seminar.
import { useTranslations } from 'next-intl'
import { Choice, ChoiceGroup } from '#ui/controls/choice'
import { LockLine } from '#ui/words/seal'
import { CarriedFields } from '../_wizard/carried-fields'
import { Wish } from '../_wizard/wish'
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
        except={['title', 'door', 'lateArrivals', 'observers', 'practice', 'learning', 'briefAfterCheck']}
      />
      <ChoiceGroup legend={t('at')} hint={t('best')}>
        {DOORS.map((door) => (
          <Choice key={door} name="door" value={door} title={words[door].title} defaultChecked={door === setup.door}>
            {words[door].text}
          </Choice>
        ))}
      </ChoiceGroup>
      <ChoiceGroup legend={t('and')}>
        <Wish name="lateArrivals" on={setup.lateArrivals} title={t('late')} text={t('lateText')} />
        <Wish name="observers" on={setup.observers} title={t('observers')} text={t('observersText')} />
        <Wish name="practice" on={setup.practice} title={t('practice')} text={t('practiceText')} />
        {offers.readingCheck ? (
          <Wish
            name="briefAfterCheck"
            on={setup.briefAfterCheck}
            title={t('briefAfterCheck')}
            text={t('briefAfterCheckText')}
          />
        ) : null}
        {offers.learning ? (
          <Wish name="learning" on={setup.learning} title={t('learning')} text={t('learningText')} />
        ) : null}
      </ChoiceGroup>
      <LockLine>{t('told')}</LockLine>
    </MakeForm>
  )
}
