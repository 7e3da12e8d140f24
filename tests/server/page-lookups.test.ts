/** A page whose right to come from the cache cannot be looked up is drawn as any other, and whoever watches the server reads of it. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { expect, test } from 'vitest'
import { registry } from '#server/ops/metrics'
import { cachePages } from '#server/web/page-cache/cache-pages'

const failed = async () => {
  const line = /^track_two_page_lookups_failed_total (\d+)$/m.exec(await registry.metrics())
  return Number(line?.[1])
}

test('a look-up that fails is counted, and the page is drawn', async () => {
  const before = await failed()
  const drawn: unknown[] = []
  const answer = cachePages(
    async ({ url }) => void drawn.push(url),
    () => 'http://127.0.0.1:0',
  )
  let isFirst = true
  const headers = {
    get cookie() {
      if (!isFirst) return ''
      isFirst = false
      throw new Error('the database is away')
    },
  }
  const request: Pick<IncomingMessage, 'method' | 'url'> & { headers: object } = {
    method: 'GET',
    url: '/join',
    headers,
  }
  await answer(Object.assign(Object.create(null), request), Object.create(null) satisfies ServerResponse)
  expect(drawn).toEqual(['/join'])
  expect(await failed()).toBe(before + 1)
})
