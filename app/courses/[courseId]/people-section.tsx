// A course's staff with their parts, pending invitations, and what the reader may change.
import { useFormatter, useTranslations } from 'next-intl'
import { Band } from '#ui/charts/band'
import { SubmitButton } from '#ui/controls/submit-button'
import { RuledList } from '#ui/words/ruled-list'
import { ChangeDialog, HandOverDialog, LeaveDialog, RemoveDialog } from './colleague-acts'
import { FreshPeople } from './fresh-people'
import { InviteForm } from './invite-form'
import type { RoomToGrade } from './part-fields'
import styles from './people.module.css'
import { takeBackInvitation } from './people-actions'

export type ShownColleague = {
  userId: string
  name: string
  part: 'owner' | 'instructor' | 'assistant' | 'grader'
  rooms: readonly RoomToGrade[]
  isSelf: boolean
  mayChange: boolean
  mayRemove: boolean
  mayTakeOver: boolean
}

export type ShownInvitation = {
  id: string
  part: 'instructor' | 'assistant' | 'grader'
  email: string | null
  by: string | null
  expiresAt: Date
}

type PeopleSectionProps = {
  course: { id: string; timeZone: string }
  colleagues: readonly ShownColleague[]
  /** What the reader may invite to; null where the reader may not invite. */
  inviting: { pending: readonly ShownInvitation[]; rooms: readonly RoomToGrade[]; days: number } | null
}

export function PeopleSection({ course, colleagues, inviting }: PeopleSectionProps) {
  const t = useTranslations('courses')
  return (
    <section aria-label={t('people.title')}>
      {inviting && inviting.pending.length > 0 ? <FreshPeople /> : null}
      <Band level={2} title={t('people.title')} />
      <div className={styles.list}>
        <RuledList>
          {colleagues.map((one) => (
            <li key={one.userId}>
              <span className={styles.who}>
                {one.name}
                <span className={`faint ${styles.meta}`}>
                  {[t(`part.${one.part}`), ...one.rooms.map((room) => t('people.room', room))].join(' · ')}
                </span>
              </span>
              <span className="acts">
                {one.mayTakeOver ? <HandOverDialog courseId={course.id} colleague={one} /> : null}
                {one.mayChange && one.part !== 'owner' ? (
                  <ChangeDialog
                    key={`${one.part} ${one.rooms.length}`}
                    courseId={course.id}
                    colleague={one}
                    part={one.part}
                    checked={one.rooms.map(({ id }) => id)}
                    rooms={inviting?.rooms ?? []}
                  />
                ) : null}
                {one.mayRemove ? <RemoveDialog courseId={course.id} colleague={one} /> : null}
                {one.isSelf ? <LeaveDialog courseId={course.id} /> : null}
              </span>
            </li>
          ))}
        </RuledList>
      </div>
      {inviting ? (
        <>
          <Pending course={course} pending={inviting.pending} />
          <h3 className={styles.title}>{t('people.invite.title')}</h3>
          <p className={`faint ${styles.meta}`}>{t('people.lead')}</p>
          <InviteForm courseId={course.id} rooms={inviting.rooms} days={inviting.days} />
        </>
      ) : null}
    </section>
  )
}

function Pending({ course, pending }: Pick<PeopleSectionProps, 'course'> & { pending: readonly ShownInvitation[] }) {
  const t = useTranslations('courses')
  const format = useFormatter()
  if (pending.length === 0) return null
  return (
    <>
      <h3 className={styles.title}>{t('people.pending.title')}</h3>
      <div className={styles.list}>
        <RuledList>
          {pending.map(({ id, part, email, by, expiresAt }) => (
            <li key={id}>
              <span className={styles.who}>
                {email ?? t('people.pending.nobody')}
                <span className={`faint ${styles.meta}`}>
                  {[
                    t(`part.${part}`),
                    ...(by === null ? [] : [t('people.pending.by', { name: by })]),
                    t('people.pending.until', {
                      date: format.dateTime(expiresAt, { dateStyle: 'medium', timeZone: course.timeZone }),
                    }),
                  ].join(' · ')}
                </span>
              </span>
              <form action={takeBackInvitation}>
                <input type="hidden" name="courseId" value={course.id} />
                <input type="hidden" name="id" value={id} />
                <SubmitButton
                  kind="quiet"
                  size="dense"
                  aria-label={t('people.pending.withdrawFor', { email: email ?? t('people.pending.nobody') })}
                >
                  {t('people.pending.withdraw')}
                </SubmitButton>
              </form>
            </li>
          ))}
        </RuledList>
      </div>
    </>
  )
}
