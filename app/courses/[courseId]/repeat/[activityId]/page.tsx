// Repeats a homework debate: the first day and the course are chosen, every resulting date is shown, and then it is published. The choices
// are in the page's address.

import Link from 'next/link'
import { notFound } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { getLocale, getTranslations } from 'next-intl/server'
import { signedIn } from '#access'
import { timeOfWall } from '#format/clock-time'
import { wallDay, wallWords } from '#format/days'
import { coursePath, repeatDebatePath, rosterPath } from '#paths'
import { accessCourse } from '#server/store/access/access'
import { allows } from '#server/store/access/parts'
import { isDay } from '#server/store/activities/deadlines'
import { accessActivityToEdit } from '#server/store/courses/archive-delete'
import { readCourses } from '#server/store/courses/courses'
import { readRoster } from '#server/store/courses/roster'
import { readPublishedDebate, roomsAgain } from '#server/store/homework/repeating-debate'
import { laterFault, nextFirstDay, weeksBetween, weeksLater } from '#server/store/homework/shift-dates'
import { isDemoPerson } from '#server/store/people/demo-person'
import type { PhaseKind } from '#simulation/agenda/phase-kinds'
import { ErrorText } from '#ui/controls/error-text'
import { Field } from '#ui/controls/field'
import { Select } from '#ui/controls/select'
import { TextInput } from '#ui/controls/text-input'
import { Messages, titled } from '#ui/page/messages'
import { PageHead } from '#ui/page/page-head'
import { AutoForm } from '../../_wizard/auto-form'
import { type Fields, last } from '../../_wizard/fields'
import styles from '../../_wizard/wizard.module.css'
import own from './repeat.module.css'
import { RepeatForm } from './repeat-form'

type Props = { params: Promise<{ courseId: string; activityId: string }>; searchParams: Promise<Fields> }

export const generateMetadata = titled('homework.repeat.title')

export default async function RepeatDebatePage({ params, searchParams }: Props) {
  const { courseId, activityId } = await params
  const fields = await searchParams
  const me = await signedIn(repeatDebatePath(courseId, activityId))
  const found = isDemoPerson(me) ? null : await accessActivityToEdit(me, activityId)
  const debate = found?.courseId === courseId ? await readPublishedDebate(activityId) : null
  if (!found || !debate) notFound()
  const offered = (await readCourses(me.id)).filter(
    ({ part, archivedAt, id }) => id === courseId || (archivedAt === null && allows(part, 'make-activity')),
  )
  const into = last(fields, 'into')
  const target = await accessCourse(me, offered.find(({ id }) => id === into)?.id ?? courseId, 'make-activity')
  if (!target) notFound()
  const { id, title: courseTitle, timeZone } = target.course
  const now = Date.now()
  const next = nextFirstDay(debate.firstDay, now, timeZone)
  const typed = last(fields, 'start') ?? ''
  const start = isDay(typed) ? typed : next
  const weeks = weeksBetween(debate.firstDay, start)
  const dates = weeks === null ? [] : weeksLater(debate.phases, weeks, timeZone)
  const students = (await readRoster(id)).length
  const t = await getTranslations('homework.repeat')
  const locale = await getLocale()
  const phases = dates.flatMap((phase, index) => {
    const kind = debate.phases[index]?.kind
    if (kind === undefined) return []
    const { opens, due } = phase
    const fault = laterFault(dates, index, now)
    return { kind, opens: opens.wall, due: due.wall, moment: opens.at === due.at, turned: due.turned, fault }
  })
  return (
    <Messages namespaces={['homework', 'record']}>
      <main id="main" className={`page ${styles.page}`}>
        <div>
          <PageHead
            above={<Link href={coursePath(courseId)}>{t('back')}</Link>}
            title={t('heading', { title: debate.title })}
            lead={t('lead', { day: wallDay(locale, `${debate.firstDay}T00:00`) ?? '' })}
          />
          <AutoForm>
            <div className={styles.form}>
              {offered.length > 1 ? (
                <Field label={t('into')}>
                  <Select
                    key={id}
                    name="into"
                    defaultValue={id}
                    options={offered.map((one) => ({ value: one.id, label: one.title }))}
                  />
                </Field>
              ) : null}
              <Field
                label={t('start')}
                hint={t('startHint')}
                error={
                  weeks === null ? t('otherDay', { day: wallDay(locale, `${debate.firstDay}T00:00`) ?? '' }) : undefined
                }
              >
                <TextInput key={start} type="date" name="start" required defaultValue={start} />
              </Field>
              <noscript>
                <button type="submit">{t('again')}</button>
              </noscript>
            </div>
          </AutoForm>
          {phases.length > 0 ? <LaterDates phases={phases} zone={timeZone} /> : null}
          {students === 0 ? (
            <ErrorText>
              {t.rich('noRoster', {
                course: courseTitle,
                link: (words) => <Link href={rosterPath(id)}>{words}</Link>,
              })}
            </ErrorText>
          ) : (
            <p className="faint">
              {t('rooms', { rooms: await roomsAgain(debate, id), students, course: courseTitle })}
            </p>
          )}
          {weeks === null || students === 0 || phases.some(({ fault }) => fault !== null) ? null : (
            <RepeatForm
              activityId={activityId}
              courseId={id}
              start={start}
              title={id === courseId ? t('titleAgain', { title: debate.title }) : debate.title}
            />
          )}
        </div>
      </main>
    </Messages>
  )
}

type LaterDate = {
  kind: PhaseKind
  opens: string
  due: string
  /** A reveal has an instant and no length. */
  moment: boolean
  /** What a change of clocks does to the deadline. */
  turned: 'exact' | 'skipped' | 'repeated'
  fault: 'past' | 'before-the-last' | null
}

/** Every date of the repeated debate, before anything is published. */
function LaterDates({ phases, zone }: { phases: readonly LaterDate[]; zone: string }) {
  const t = useTranslations('homework.repeat')
  const dates = useTranslations('homework.wizard.dates')
  const kinds = useTranslations('record.homeworkPhases')
  const locale = useLocale()
  return (
    <section aria-labelledby="later-dates" className={own.later}>
      <h2 id="later-dates" className={styles.heading}>
        {t('dates', { zone: zone.replaceAll('_', ' ') })}
      </h2>
      <ol className={own.dates}>
        {phases.map(({ kind, opens, due, moment, turned, fault }) => (
          <li key={kind}>
            <span>
              <b>{kinds(kind)}</b>{' '}
              <span className="faint">
                {moment ? dates('moment') : dates('opens', { when: wallWords(locale, opens) })}
              </span>
            </span>
            <span>
              {t(moment ? 'at' : 'due', { when: wallWords(locale, due) })}
              {turned === 'skipped' ? (
                <small className="faint"> {dates('skipped', { time: timeOfWall(due) })}</small>
              ) : null}
              {turned === 'repeated' ? <small className="faint"> {dates('repeated')}</small> : null}
              {fault ? <ErrorText>{dates(`fault.${fault}`)}</ErrorText> : null}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
