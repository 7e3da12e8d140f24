// Asks who sits when a room is played on from a moment (D26): for an instructor of the course. Nothing is made before the form is sent.

import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { signedIn } from '#access'
import { entryPath, forkPath, replayPath } from '#paths'
import { readForkable } from '#server/store/rooms/forking'
import { FORK_FAULTS, forkLeaves } from '#simulation/reading/record/fork'
import { Choice, ChoiceGroup } from '#ui/controls/choice'
import { ErrorText } from '#ui/controls/error-text'
import { SubmitButton } from '#ui/controls/submit-button'
import { Messages, titled } from '#ui/page/messages'
import { PageHead } from '#ui/page/page-head'
import { clockText } from '#ui/words/signed.ts'
import styles from '../../../../courses/[courseId]/_wizard/wizard.module.css'
import { agendaLine, agendaWords } from '../agenda-words'
import { playOn } from './actions'
import own from './page.module.css'

type Props = {
  params: Promise<{ roomId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const asked = z.object({ at: z.coerce.number().int().positive(), fault: z.enum(FORK_FAULTS).nullable().catch(null) })

export const generateMetadata = titled('replay.fork.title', { robots: { index: false } })

export default async function ForkPage({ params, searchParams }: Props) {
  const { roomId } = await params
  const query = asked.safeParse(await searchParams)
  const me = await signedIn(forkPath(roomId, query.data?.at ?? 1))
  const found = query.success ? await readForkable(me, roomId, query.data.at) : null
  if (!query.success || !found) notFound()
  const { room, activity, moment, seats } = found
  const { plan, agenda } = moment.state
  const fault = found.fault ?? query.data.fault
  const [t, replay, record] = await Promise.all([
    getTranslations('replay.fork'),
    getTranslations('replay'),
    getTranslations('record'),
  ])
  const left = plan.kind === 'seminar' ? Math.ceil(forkLeaves(moment) / 1000) : 0
  return (
    <Messages namespaces={['replay']}>
      <main id="main" className={`page form ${own.page}`}>
        <PageHead
          above={
            moment.entry === null ? (
              <Link href={replayPath(roomId)}>{t('back', { room: room.name })}</Link>
            ) : (
              <Link href={entryPath(roomId, moment.entry)}>
                {t('backToEntry', { room: room.name, entry: moment.entry })}
              </Link>
            )
          }
          title={t('title')}
          lead={
            <>
              {[activity.title, agendaLine(agendaWords(replay, record, plan, agenda.index))].join(' · ')}
              {left > 0 ? ` · ${t('left', { time: clockText(left) })}` : null}
            </>
          }
        />
        <p>{t(plan.kind === 'homework' ? 'aboutHomework' : 'about')}</p>
        {fault ? <ErrorText>{t(`fault.${fault}`)}</ErrorText> : null}
        {found.fault ? null : (
          <form action={playOn} className="form">
            <input type="hidden" name="roomId" value={roomId} />
            <input type="hidden" name="at" value={moment.upTo} />
            <ChoiceGroup legend={t('seats.legend')}>
              {seats.map((each, place) => (
                <Choice
                  key={each}
                  name="seats"
                  value={each}
                  defaultChecked={place === 0}
                  title={t(`seats.${each}`, { understudies: plan.understudies ? 'yes' : 'no' })}
                >
                  {t(`seats.${each}Means`, {
                    understudies: plan.understudies ? 'yes' : 'no',
                    brought: activity.broughtAt ? 'yes' : 'no',
                  })}
                </Choice>
              ))}
            </ChoiceGroup>
            <div className={`row ${styles.foot}`}>
              <SubmitButton>{t('submit')}</SubmitButton>
            </div>
          </form>
        )}
      </main>
    </Messages>
  )
}
