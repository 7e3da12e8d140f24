'use client'
// How the activity is graded: what a student who took no part is given, whether a regrade may
// be asked for, what lateness takes off, what is chosen of what stands beside the log, and whether names are hidden.
import { useTranslations } from 'next-intl'
import type { ActivityGrading, SliceKey } from '#simulation/beside/slices'
import { NO_PART_POLICIES } from '#simulation/reading/marks/grades'
import { Button } from '#ui/controls/button'
import { Choice, ChoiceGroup } from '#ui/controls/choice'
import { Field } from '#ui/controls/field'
import { Select } from '#ui/controls/select'
import { Dialog } from '#ui/over/dialog'
import { ChoosingContext } from '../../../_beside/kind/use-choosing'
import { LateForm } from './late-form'
import { useGrading } from './use-grading'

export function GradingForm() {
  const t = useTranslations('grading')
  const { grading, changeGrading, homework, besideOff, panels, say } = useGrading()
  const isOn = (key: SliceKey) => !besideOff.includes(key)
  const change = async (more: Partial<ActivityGrading>) =>
    say(t((await changeGrading(more)) === null ? 'kept' : 'failed'))
  return (
    <Dialog
      title={t('rules.title')}
      description={t('rules.lead')}
      trigger={<Button size="dense">{t('rules.open')}</Button>}
    >
      <div className="form">
        <ChoiceGroup legend={t('rules.noPart')}>
          {NO_PART_POLICIES.map((noPart) => (
            <Choice
              key={noPart}
              name="noPart"
              title={t(`rules.${noPart}`)}
              checked={grading.noPart === noPart}
              onChange={() => void change({ noPart })}
            />
          ))}
        </ChoiceGroup>
        {isOn('regrades') ? (
          <Field label={t('rules.regrade')} hint={t('rules.regradeText')}>
            <Select
              value={String(grading.regradeDays)}
              onChoose={(value) => void change({ regradeDays: Number(value) })}
              options={[...new Set([0, 3, 7, 14, 30, grading.regradeDays])].map((days) => ({
                value: String(days),
                label: t('rules.regradeDays', { days }),
              }))}
            />
          </Field>
        ) : null}
        {homework ? (
          <LateForm late={grading.late} save={async (late) => (await changeGrading({ late })) === null} />
        ) : null}
        {homework ? <ChoosingContext value={{ grading, changeGrading }}>{panels}</ChoosingContext> : null}
        {homework ? (
          <Choice
            type="checkbox"
            title={t('hidden.choose')}
            checked={grading.hideNames}
            onChange={(event) => void change({ hideNames: event.target.checked })}
          >
            {t('hidden.chooseText')}
          </Choice>
        ) : null}
      </div>
    </Dialog>
  )
}
