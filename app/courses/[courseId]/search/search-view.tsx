// The search form, its results, and what to try when there are none.

import { useTranslations } from 'next-intl'
import { searchPath } from '#paths'
import { useCourseTimes } from '#record/entries/use-course-times.ts'
import { LIMITS } from '#simulation/kernel/limits'
import type { Highlights } from '#simulation/kernel/search-text'
import { Button, LinkButton } from '#ui/controls/button'
import { Field } from '#ui/controls/field'
import { Select } from '#ui/controls/select'
import { TextInput } from '#ui/controls/text-input'
import { EmptyState } from '#ui/page/empty-state'
import { PageHead } from '#ui/page/page-head'
import styles from './search.module.css'
import type { SearchQuery } from './search-query'
import { type Hit, SearchResult } from './search-result'

type SearchViewProps = {
  query: SearchQuery
  course: { id: string; title: string; timeZone: string }
  activities: readonly { id: string; title: string }[]
  /** How many rooms are searched. */
  rooms: number
  /** Whether the reader is staff; otherwise only the rooms they sit in are searched. */
  teaches: boolean
  most: number
  /** Null until words have been typed. */
  answer: {
    empty: boolean
    common: readonly string[]
    total: number
    found: readonly Hit[]
    marks: Highlights
    behind: number
  } | null
}

export function SearchView(props: SearchViewProps) {
  const { query, course, activities, rooms, teaches } = props
  const t = useTranslations('search')
  const times = useCourseTimes(course.timeZone)
  return (
    <main id="main" className={`page ${styles.page}`}>
      <PageHead
        title={t('title')}
        lead={[course.title, t(teaches ? 'reach.chair' : 'reach.own', { count: rooms }), times].join(' · ')}
      />
      <search>
        <form className={`fields unprinted ${styles.form}`} action={searchPath(course.id)}>
          <Field label={t('field')} hint={query.q === '' ? t('hint') : undefined}>
            <TextInput type="search" name="q" defaultValue={query.q} maxLength={LIMITS.search} enterKeyHint="search" />
          </Field>
          {activities.length > 1 ? (
            <Field label={t('activity')}>
              <Select
                name="activity"
                defaultValue={query.activity ?? ''}
                options={[
                  { value: '', label: t('everywhere') },
                  ...activities.map(({ id, title }) => ({ value: id, label: title })),
                ]}
              />
            </Field>
          ) : query.activity ? (
            <input type="hidden" name="activity" value={query.activity} />
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

function Found({ query, course, answer, most }: SearchViewProps) {
  const t = useTranslations('search')
  if (answer === null) return null
  const { empty, common, total, found, marks, behind } = answer
  const indexing = behind > 0 ? <p className={`hint ${styles.behind}`}>{t('behind')}</p> : null
  const left = { words: common.map((word) => `“${word}”`).join(', '), count: common.length }
  const without = common.length > 0 ? <p className={`hint ${styles.behind}`}>{t('common.left', left)}</p> : null
  if (empty && common.length > 0) return <EmptyState title={t('common.title', left)}>{t('common.text')}</EmptyState>
  if (empty) return <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>
  if (total === 0)
    return (
      <>
        {without}
        {indexing}
        <EmptyState title={t('none.title', { asked: query.q })}>{t('none.text')}</EmptyState>
      </>
    )
  const page = (from: number) => searchPath(course.id, { ...query, from })
  return (
    <section aria-labelledby="found">
      <h2 id="found" className={styles.count}>
        {t('found', { total, first: query.from + 1, last: query.from + found.length })}
      </h2>
      {without}
      {indexing}
      <ol start={query.from + 1}>
        {found.map((hit) => (
          <SearchResult key={`${hit.roomId}/${hit.seq}`} hit={hit} marks={marks} timeZone={course.timeZone} />
        ))}
      </ol>
      <p className={`acts unprinted ${styles.pages}`}>
        {query.from > 0 ? <LinkButton href={page(Math.max(0, query.from - most))}>{t('back')}</LinkButton> : null}
        {query.from + found.length < total ? (
          <LinkButton href={page(query.from + most)}>
            {t('more', { count: total - query.from - found.length })}
          </LinkButton>
        ) : null}
      </p>
    </section>
  )
}
