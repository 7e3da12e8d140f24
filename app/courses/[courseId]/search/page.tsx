// The search page of a course: staff search all rooms they chair, students the rooms they sit in. The query itself leaves out what the
// reader may not hear.

import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { signedIn } from '#access'
import { searchPath } from '#paths'
import { search } from '#server/store/search/search'
import { readHits } from '#server/store/search/search-hits'
import { readSearchableCourse } from '#server/store/search/search-scope'
import { Messages } from '#ui/page/messages'
import { readSearchQuery } from './search-query'
import { SearchView } from './search-view'

type Props = {
  params: Promise<{ courseId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** Results on a page. */
const MOST = 20

const read = cache(async (courseId: string, activity: string | null, back: string) => {
  const me = await signedIn(back)
  return (await readSearchableCourse(me, courseId, activity)) ?? notFound()
})

async function asking({ params, searchParams }: Props) {
  const { courseId } = await params
  const query = readSearchQuery(await searchParams)
  const reach = await read(courseId, query.activity, searchPath(courseId, query))
  return { query, reach }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { reach } = await asking(props)
  return { title: (await getTranslations('search'))('pageTitle', { course: reach.course.title }) }
}

export default async function SearchPage(props: Props) {
  const { query, reach } = await asking(props)
  const answer = query.q === '' ? null : await search(query.q, reach.scopes, { from: query.from, most: MOST })
  return (
    <Messages namespaces={['search', 'courses', 'people']}>
      <SearchView
        query={query}
        course={reach.course}
        activities={reach.activities}
        rooms={reach.scopes.length}
        teaches={reach.teaches}
        most={MOST}
        answer={answer && { ...answer, found: await readHits(answer.found) }}
      />
    </Messages>
  )
}
