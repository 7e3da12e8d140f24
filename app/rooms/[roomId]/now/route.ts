// What a student is asked in their room now, for those of their pages that hold no link to it. "Not yours" and "does not exist" get the same
// answer. It is no HTTP error, because an open page may ask after its sign-out elsewhere.

import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { caller } from '#access'
import { typedText } from '#server/base/text-schema'
import { cameByOpenCode } from '#server/store/activities/participants'
import { readRoomFor } from '#server/store/rooms/room-for-reader'
import type { Passed } from '#simulation/reading/talk/asked'
import { nowFor } from '#simulation/reading/talk/now'
import { seatHeldBy } from '#simulation/state/room-state'
import type { AskedLine } from '#simulation/wire/asked-line'
import { unlessNewer } from '../../../_files/unless-newer'
import { nowWords, titleWords } from './now-words'
import { signalOf } from './signal'

type Context = { params: Promise<{ roomId: string }> }

/** What the person left out on purpose: their device alone knows it. */
const left = z.object({
  views: z.array(z.enum(['before', 'after'])).catch([]),
  turns: z.array(z.coerce.number().int().positive()).max(200).catch([]),
  readings: z.array(typedText(400)).max(60).catch([]),
})

export const GET = (request: Request, context: Context): Promise<Response> =>
  unlessNewer(() => answer(request, context))

async function answer(request: Request, { params }: Context): Promise<Response> {
  const { searchParams: asked } = new URL(request.url)
  const turns = asked.get('turns')?.split('.') ?? []
  const passed = left.parse({ views: asked.getAll('view'), turns, readings: asked.getAll('reading') })
  const line = await readLine((await params).roomId, passed)
  return Response.json(line, { headers: { 'cache-control': 'no-store' } })
}

async function readLine(roomId: string, passed: Passed): Promise<AskedLine> {
  const me = await caller()
  const reading = me && (await readRoomFor(me, roomId))
  if (reading?.viewer.kind !== 'person') return { kind: 'closed' }
  const { state, displayNames, viewer } = reading
  const goesOn = state.agenda.status === 'running' || state.agenda.status === 'between'
  if (state.plan.kind !== 'seminar' || state.closedAt !== null || !goesOn) return { kind: 'still' }
  const [t, phases, intents] = await Promise.all([
    getTranslations('now'),
    getTranslations('record.phases'),
    getTranslations('record.intents'),
  ])
  const teller = { t, phases, intents }
  const at = Date.now()
  const byOpenCode = seatHeldBy(state, viewer.person) === null && (await cameByOpenCode(viewer.person))
  const now = nowFor(state, viewer.person, at, passed, byOpenCode)
  const words = nowWords({ state, view: { displayNames, now: () => at } }, viewer.person, now, teller)
  const title = signalOf(now) === null ? null : titleWords(now, words, false, teller)
  return { kind: 'asked', ask: words.ask, asks: now.asks, title }
}
