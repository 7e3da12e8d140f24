/** The page of the scenes: `draw` shows the stage, the desk, the debrief or a student's phone as they look after the first rows of a record. */
import jsQr from 'jsqr'
import { AppRouterContext } from 'next/dist/shared/lib/app-router-context.shared-runtime'
import { NextIntlClientProvider } from 'next-intl'
import { createRoot } from 'react-dom/client'
import { fold } from '#simulation/engine/room'
import type { Viewer } from '#simulation/kernel/viewer'
import { viewerOf } from '#simulation/secrecy/hearing'
import { seatHeldBy } from '#simulation/state/room-state'
import { displayNames } from '#simulation/wire/protocol'
import chair from '../../../app/_messages/en/chair.json'
import notes from '../../../app/_messages/en/chair-notes.json'
import common from '../../../app/_messages/en/common.json'
import debrief from '../../../app/_messages/en/debrief.json'
import desk from '../../../app/_messages/en/desk.json'
import homeworkRoom from '../../../app/_messages/en/homework-room.json'
import now from '../../../app/_messages/en/now.json'
import off from '../../../app/_messages/en/off.json'
import record from '../../../app/_messages/en/record.json'
import refusals from '../../../app/_messages/en/refusals.json'
import room from '../../../app/_messages/en/room.json'
import seating from '../../../app/_messages/en/seating.json'
import stage from '../../../app/_messages/en/stage.json'
import transcript from '../../../app/_messages/en/transcript.json'
import ui from '../../../app/_messages/en/ui.json'
import { beforeJoining, type RoomView } from '../../../app/_room/link/room-view'
import { ToastProvider } from '../../../app/_ui/over/toast'
import { DebriefView } from '../../../app/rooms/[roomId]/debrief/debrief-view'
import { DeskScreen } from '../../../app/rooms/[roomId]/desk/desk-screen'
import { SeatedRoom } from '../../../app/rooms/[roomId]/shell/seated-room'
import { StageView } from '../../../app/rooms/[roomId]/stage/stage-view'
import type { SceneRecord, Scenes, Screen } from './scene-record'
import '../../../app/_ui/page/fonts.css'
import '../../../app/_ui/page/tokens.css'
import '../../../app/_ui/page/globals.css'
import { ownRubric } from '#simulation/reading/log/rubric'
import { stanceSpreads } from '#simulation/reading/positions/stance-spread'

/** A router that leads nowhere: the scenes have one page. */
const NOWHERE = {
  ...{ back: () => undefined, forward: () => undefined, refresh: () => undefined, push: () => undefined },
  ...{ replace: () => undefined, prefetch: () => undefined, bfcacheId: '' },
}
const messages = {
  ...{ chair, 'chair-notes': notes, common, debrief, desk, 'homework-room': homeworkRoom, now, off, record, refusals },
  ...{ room, seating, stage, transcript, ui },
}

const root = createRoot(document.body.appendChild(document.createElement('div')))
let told: SceneRecord | null = null
let drawn = 0

function tell(what: SceneRecord): void {
  told = what
}

function draw(screen: Screen, scene: SceneRecord['scenes'][number]): void {
  if (!told) throw new Error('Nothing was told of the room.')
  const { rows, names, questions, rubric, joinUrl, code, student } = told
  const heard = screen === 'debrief' ? 'desk' : screen
  const state = fold(rows[heard].slice(0, scene[heard]))
  if (!state) throw new Error('The room was never opened.')
  const viewer: Viewer =
    screen === 'phone' ? viewerOf(state, student) : { kind: screen === 'stage' ? 'stage' : 'chair' }
  const people = Object.values(state.seats).flatMap(({ holder }) => holder ?? [])
  const view: RoomView = {
    ...beforeJoining,
    ...{ state, viewer, connection: { kind: 'live' }, displayNames: displayNames.parse(names) },
    presence: { seats: Object.values(state.seats).flatMap(({ id, holder }) => (holder ? id : [])), people },
    room: {
      ...{ name: 'Table 12', activityId: 'a', title: state.plan.title, byOpenCode: false },
      ...(scene.open ? { code, joinUrl } : { code: null, joinUrl: null }),
    },
    now: () => scene.at,
  }
  const seat = seatHeldBy(state, student)
  drawn += 1
  root.render(
    <NextIntlClientProvider locale="en" timeZone="UTC" messages={messages}>
      <AppRouterContext.Provider value={NOWHERE}>
        <ToastProvider>
          {screen === 'stage' ? (
            <StageView
              key={drawn}
              view={view}
              wanted={scene.wanted}
              asked={{ questions, place: 0 }}
              resting
              isReachable={scene.reachable}
            />
          ) : screen === 'phone' ? (
            seat ? (
              <SeatedRoom
                key={drawn}
                at={{
                  ...{ roomId: 'room', view, state, essay: [], courseZone: 'UTC', person: student, seat },
                  ...{ delegation: seat.delegation, acts: false },
                  about: { plan: state.plan, displayNames: view.displayNames, own: student },
                }}
              />
            ) : null
          ) : screen === 'debrief' ? (
            <DebriefView
              key={drawn}
              reading={{
                ...{ room: { id: 'room', name: 'Table 12' }, course: { title: 'Alliances', timeZone: 'UTC' } },
                ...{ activity: { id: 'a', title: state.plan.title, broughtAt: null }, viewer: { kind: 'chair' } },
                ...{ steers: true, state, displayNames: view.displayNames, spreads: stanceSpreads(state) },
              }}
              essay={[]}
              questions={questions.map((ask, place) => ({ key: String(place), ask, anchors: [] }))}
            />
          ) : (
            <DeskScreen
              key={drawn}
              view={view}
              state={state}
              papers={{
                ...{ roomId: 'room', room: 'Table 12', activityId: 'a', courseId: 'c', kind: 'seminar', rooms: [] },
                ...{
                  absent: { missing: [], of: 0, whom: 'class' },
                  listens: false,
                  title: state.plan.title,
                  rubrics: { versions: [{ at: 0, forAll: true, rubric: ownRubric(rubric) }], begun: {} },
                  marks: [],
                  gists: {},
                },
                questions,
                evidence: 'required',
                saveMark: async () => ({ ok: false, fault: 'no-evidence' }),
              }}
            />
          )}
        </ToastProvider>
      </AppRouterContext.Provider>
    </NextIntlClientProvider>,
  )
}

async function scan(picture: string): Promise<string | null> {
  const image = new Image()
  image.src = `data:image/png;base64,${picture}`
  await image.decode()
  const context = new OffscreenCanvas(image.width, image.height).getContext('2d')
  if (!context) throw new Error('This browser draws nothing.')
  context.drawImage(image, 0, 0)
  const { data, width, height } = context.getImageData(0, 0, image.width, image.height)
  return jsQr(data, width, height)?.data ?? null
}

Object.assign(window, { scenes: { tell, draw, scan } } satisfies Scenes)
