// The entries that staff of a course named as exemplars, by room, each with a link to where it stands.

import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { courseFor } from '#access'
import { coursePath, entryPath, exemplarsPath } from '#paths'
import { readExemplars } from '#server/store/records/exemplars'
import { textParts } from '#simulation/kernel/gaps'
import { EmptyState } from '#ui/page/empty-state'
import { titled } from '#ui/page/messages'
import { PageHead } from '#ui/page/page-head'
import styles from '../../courses.module.css'
import own from './exemplars.module.css'

type Props = { params: Promise<{ courseId: string }> }

export const generateMetadata = titled('annotations.exemplars.title')

/** As much of a long entry as says which it is. */
const START = 400

export default async function ExemplarsPage({ params }: Props) {
  const { courseId } = await params
  const { me, course } = await courseFor('run-activity', courseId, exemplarsPath(courseId))
  const [t, rooms] = await Promise.all([getTranslations('annotations.exemplars'), readExemplars(me, course.id)])
  return (
    <main id="main" className={`page ${styles.page}`}>
      <PageHead
        above={<Link href={coursePath(course.id)}>{course.title}</Link>}
        title={t('title')}
        lead={rooms.length === 0 ? null : t('lead')}
      />
      {rooms.length === 0 ? <EmptyState title={t('none')}>{t('how')}</EmptyState> : null}
      {rooms.map(({ room, activity, exemplars }) => (
        <section key={room.id} className={own.table}>
          <h2>{t('where', { activity, room: room.name })}</h2>
          <ul className={own.list}>
            {exemplars.map(({ thread, words, by }) => (
              <li className="stack" key={thread.id}>
                <p>
                  <Link href={entryPath(room.id, thread.entry)}>{t('entry', { no: thread.entry })}</Link>
                  {by === null ? null : (
                    <>
                      {' · '}
                      <bdi>{by}</bdi>
                    </>
                  )}
                  {thread.tags.map((tag) => (
                    <span key={tag} className={own.tag}>
                      <bdi>{tag}</bdi>
                    </span>
                  ))}
                </p>
                {words === null ? null : (
                  <blockquote className={own.words}>
                    <bdi>{startOf(words)}</bdi>
                  </blockquote>
                )}
                {thread.comments
                  .filter(({ text, hidden }) => text !== null && hidden === null)
                  .map(({ id, text, name }) => (
                    <p key={id} className={own.comment}>
                      {name === null ? null : (
                        <>
                          <b>
                            <bdi>{name}</bdi>
                          </b>
                          {' · '}
                        </>
                      )}
                      <bdi>{text}</bdi>
                    </p>
                  ))}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </main>
  )
}

/** Without what was taken off. */
function startOf(written: string): string {
  const words = textParts(written)
    .flatMap((part) => (part.kind === 'words' ? [part.text] : ['…']))
    .join(' ')
  return words.length > START ? `${words.slice(0, START)}…` : words
}
