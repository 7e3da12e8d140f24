// The page of a search: what is looked for and where, what was found, and what to do when nothing was.

import { useTranslations } from 'next-intl'
import { searchPath } from '#paths'
import type { Highlights } from '#simulation/reading/search-text'
import { Button, LinkButton } from '#ui/button'
import { EmptyState } from '#ui/empty-state'
import { Field } from '#ui/field'
import { Select } from '#ui/select'
import { TextInput } from '#ui/text-input'
import type { Asked } from './asked'
import styles from './search.module.css'
import { type Hit, SearchResult } from './search-result'

type SearchViewProps = {
  asked: Asked
  course: { id: string; title: string; timeZone: string }
  activities: readonly { id: string; title: string }[]
  /** How many rooms are looked through. */
  rooms: number
  /** Whether the reader chairs here; else the rooms are those they sit in. */
  teaches: boolean
  most: number
  /** None while nothing has been asked. */
  answer: { empty: boolean; total: number; found: readonly Hit[]; marks: Highlights; behind: number } | null
}

export function SearchView(props: SearchViewProps) {
  const { asked, course, activities, rooms, teaches } = props
  const t = useTranslations('search')
  return (
    <main id="main" className={styles.page}>
      <h1 className={styles.title}>{t('title')}</h1>
      <p className={styles.where}>
        {[course.title, t(teaches ? 'reach.chair' : 'reach.own', { count: rooms })].join(' · ')}
      </p>
      <search>
        <form className={styles.form} action={searchPath(course.id)}>
          <Field label={t('field')} hint={asked.q === '' ? t('hint') : undefined}>
            <TextInput type="search" name="q" defaultValue={asked.q} maxLength={200} enterKeyHint="search" />
          </Field>
          {activities.length > 1 ? (
            <Field label={t('activity')}>
              <Select
                name="activity"
                defaultValue={asked.activity ?? ''}
                options={[
                  { value: '', label: t('everywhere') },
                  ...activities.map(({ id, title }) => ({ value: id, label: title })),
                ]}
              />
            </Field>
          ) : asked.activity ? (
            <input type="hidden" name="activity" value={asked.activity} />
          ) : null}
          <Button type="submit" kind="primary" icon="search">
            {t('submit')}
          </Button>
        </form>
      </search>
      <Found {...props} />
    </main>
  )
}

function Found({ asked, course, answer, most }: SearchViewProps) {
  const t = useTranslations('search')
  if (answer === null) return null
  const { empty, total, found, marks, behind } = answer
  const indexing = behind > 0 ? <p className={styles.behind}>{t('behind')}</p> : null
  if (empty) return <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>
  if (total === 0)
    return (
      <>
        {indexing}
        <EmptyState title={t('none.title', { asked: asked.q })}>{t('none.text')}</EmptyState>
      </>
    )
  const page = (from: number) => searchPath(course.id, { ...asked, from })
  return (
    <section aria-labelledby="found">
      <h2 id="found" className={styles.count}>
        {t('found', { total, first: asked.from + 1, last: asked.from + found.length })}
      </h2>
      {indexing}
      <ol className={styles.list} start={asked.from + 1}>
        {found.map((hit) => (
          <SearchResult key={`${hit.roomId}/${hit.seq}`} hit={hit} marks={marks} timeZone={course.timeZone} />
        ))}
      </ol>
      <p className={styles.pages}>
        {asked.from > 0 ? <LinkButton href={page(Math.max(0, asked.from - most))}>{t('back')}</LinkButton> : null}
        {asked.from + found.length < total ? (
          <LinkButton href={page(asked.from + most)}>
            {t('more', { count: total - asked.from - found.length })}
          </LinkButton>
        ) : null}
      </p>
    </section>
  )
}
