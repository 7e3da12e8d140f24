// The fields of the days of a homework debate: the first, whether weekends have deadlines, and which days are struck out.
import { useLocale, useTranslations } from 'next-intl'
import { wallDay } from '#format/days'
import { Button } from '#ui/controls/button'
import { Choice } from '#ui/controls/choice'
import own from './new-homework.module.css'
import type { DebateSetup } from './setup'

/** The names of these fields. */
export const DAY_FIELDS = ['start', 'weekends', 'holiday', 'again'] as const

export function DayFields({ setup }: { setup: DebateSetup }) {
  const t = useTranslations('homework.wizard.dates')
  const locale = useLocale()
  return (
    <>
      <label className={own.start}>
        <span>{t('start')}</span>
        <input type="date" name="start" required defaultValue={setup.start} />
        <span className="faint">{t('startHint')}</span>
      </label>
      <details open={setup.weekends || setup.holidays.length > 0}>
        <summary>{t('daysOff', { weekends: setup.weekends ? 'yes' : 'no', count: setup.holidays.length })}</summary>
        <div className="stack">
          <Choice type="checkbox" name="weekends" value="yes" title={t('weekends')} defaultChecked={setup.weekends} />
          {setup.holidays.length > 0 ? (
            <p className="row">
              {t('holidays')}
              {setup.holidays.map((day) => (
                <Button key={day} type="submit" size="dense" name="again" value={day}>
                  {t('takeBack', { day: wallDay(locale, `${day}T00:00`) ?? day })}
                </Button>
              ))}
            </p>
          ) : null}
          {/* The key empties the field once its day stands among those struck out. */}
          <label key={setup.holidays.join(' ')} className={own.start}>
            <span>{t('holiday')}</span>
            <input type="date" name="holiday" />
          </label>
        </div>
      </details>
    </>
  )
}
