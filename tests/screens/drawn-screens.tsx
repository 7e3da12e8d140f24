// Every screen that names parties, drawn on the server from a rehearsed seminar of a scenario: a seat's, the chair's, the wall and the
// projector, the pages read afterwards and the wizards.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { AppRouterContext } from 'next/dist/shared/lib/app-router-context.shared-runtime'
import { type AbstractIntlMessages, NextIntlClientProvider } from 'next-intl'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { rehearse } from '#simulation/bots/rehearsal'
import { fold } from '#simulation/engine/room'
import { chairActor, personId, roomId } from '#simulation/kernel/ids'
import { inSeat } from '#simulation/kernel/viewer'
import { defaultChoices, planSeminar } from '#simulation/planning/planning'
import { filingNow } from '#simulation/reading/log/filings'
import { paragraphs } from '#simulation/reading/log/transcript'
import { summaryOf, tablePlanOf } from '#simulation/reading/positions/room-summary'
import type { Scenario } from '#simulation/scenario/scenario'
import { NOBODY_LISTED } from '#simulation/seating/class-tables'
import type { Recorded } from '#simulation/shapes/record'
import type { RoomState } from '#simulation/state/room-state'
import { RecordLine } from '../../app/_record/record-line'
import { beforeJoining, type RoomView } from '../../app/_room/link/room-view'
import type { SeatView } from '../../app/_room/link/seat-view'
import { SeatedTable } from '../../app/_room/table/seated-table'
import { delegationsIn } from '../../app/_ui/words/delegations'
import { Tile } from '../../app/activities/[activityId]/wall/tile'
import { ScenarioStep as HomeworkStep } from '../../app/courses/[courseId]/new-homework/scenario-step'
import { readSetup as readHomework } from '../../app/courses/[courseId]/new-homework/setup'
import { readSetup } from '../../app/courses/[courseId]/new-seminar/read-setup'
import { ScenarioStep } from '../../app/courses/[courseId]/new-seminar/scenario-step'
import { SeatsStep } from '../../app/courses/[courseId]/new-seminar/seats-step'
import { BallotPanel } from '../../app/rooms/[roomId]/ballot/ballot-panel'
import { ResultPanel } from '../../app/rooms/[roomId]/ballot/result-panel'
import { BriefPanel } from '../../app/rooms/[roomId]/brief/brief-panel'
import { CaucusPanel } from '../../app/rooms/[roomId]/caucus/caucus-panel'
import { ClauseArticle } from '../../app/rooms/[roomId]/communique/clause-article'
import { DebriefView } from '../../app/rooms/[roomId]/debrief/debrief-view'
import { DeskScreen } from '../../app/rooms/[roomId]/desk/desk-screen'
import { HomePanel } from '../../app/rooms/[roomId]/home/home-panel'
import { SeatChoice } from '../../app/rooms/[roomId]/lobby/seat-choice'
import { PositionsTab } from '../../app/rooms/[roomId]/positions/positions-tab'
import { MomentView } from '../../app/rooms/[roomId]/replay/moment-view'
import { SidePanel } from '../../app/rooms/[roomId]/shell/side-panel'
import { StageView } from '../../app/rooms/[roomId]/stage/stage-view'
import { recordPage } from '../../app/rooms/[roomId]/transcript/record-page'
import { readFilter } from '../../app/rooms/[roomId]/transcript/transcript-filter'
import { TranscriptView } from '../../app/rooms/[roomId]/transcript/transcript-view'
import { CHINA_GAP_RUBRIC, onlyRubric } from '../support/files/rubrics'
import { viewOf } from '../support/stories/heard'

const STARTS_AT = Date.UTC(2026, 0, 12, 9, 0)
const AMARA = personId.parse('amara')

const folder = path.join(import.meta.dirname, '../../app/_messages/en')
const messages: AbstractIntlMessages = Object.fromEntries(
  readdirSync(folder).map((file) => [
    path.basename(file, '.json'),
    JSON.parse(readFileSync(path.join(folder, file), 'utf8')),
  ]),
)

/** A router that leads nowhere: nothing is pressed here. */
const NOWHERE = {
  ...{ back: () => undefined, forward: () => undefined, refresh: () => undefined, push: () => undefined },
  ...{ replace: () => undefined, prefetch: () => undefined, bfcacheId: '' },
}

/** A page's markup, in English. */
export const markup = (screen: ReactNode): string =>
  renderToStaticMarkup(
    <NextIntlClientProvider
      locale="en"
      messages={messages}
      timeZone="UTC"
      onError={(error) => {
        throw error
      }}
    >
      <AppRouterContext.Provider value={NOWHERE}>{screen}</AppRouterContext.Provider>
    </NextIntlClientProvider>,
  )

/** The words of a page, as they are seen and as they are read out: attributes that are spoken stay. */
export const words = (screen: ReactNode): string => wordsOf(markup(screen))

export function wordsOf(html: string): string {
  const spoken = [...html.matchAll(/(?:aria-label|title|alt|placeholder)="([^"]*)"/g)].map(([, text]) => text)
  return [html.replaceAll(/<[^>]+>/g, ' '), ...spoken]
    .join(' ')
    .replaceAll('&#x27;', '’')
    .replaceAll(/[^\S\u00a0]+/g, ' ')
}

export type Played = { scenario: Scenario; rows: readonly Recorded[]; state: RoomState; moments: readonly number[] }

export function playedOf(scenario: Scenario): Played {
  const agenda = scenario.agendas.find(({ kind }) => kind === 'seminar')
  if (!agenda) throw new Error('The scenario has no agenda for a seminar.')
  const planned = planSeminar(scenario, defaultChoices(scenario, agenda.key, 7))
  const { rows, state } = rehearse(planned, scenario, STARTS_AT, chairActor('chair'))
  // The last moment of the first phase of each kind.
  const begun = rows.flatMap(({ event }, index) =>
    event.type === 'PhaseStarted' ? [{ index, phase: event.index }] : [],
  )
  const kinds = new Map<string, number>()
  for (const [place, { phase }] of begun.entries()) {
    const kind = state.plan.phases[phase]?.kind ?? ''
    if (!kinds.has(kind)) kinds.set(kind, (begun[place + 1]?.index ?? rows.length) - 1)
  }
  return { scenario, rows, state, moments: [1, ...kinds.values(), rows.length - 1] }
}

const live = (state: RoomState, at: number): RoomView => ({
  ...beforeJoining,
  state,
  connection: { kind: 'live' },
  room: { name: 'Table 3', activityId: 'a', title: state.plan.title, code: null, joinUrl: null, byOpenCode: false },
  now: () => at,
})

/** The room as one seat's page has it; every page of a participant is drawn from this. */
function atTable(
  { rows, state: whole }: Played,
  upTo: number,
  seatId: RoomState['plan']['seats'][number]['id'],
): SeatView {
  const heard = rows.slice(0, upTo + 1)
  const state = fold(viewOf(heard, inSeat(AMARA, seatId), false))
  const seat = state?.seats[seatId]
  if (!state || !seat) throw new Error(`There is no seat ${seatId} in ${whole.plan.title}.`)
  const at = heard.at(-1)?.at ?? STARTS_AT
  return {
    roomId: 'room',
    view: live(state, at),
    state,
    about: { plan: state.plan, displayNames: {}, own: AMARA },
    essay: [],
    courseZone: 'UTC',
    person: AMARA,
    seat,
    delegation: seat.delegation,
    acts: seat.head,
  }
}

const UNREAD = { counts: {}, total: 0, read: () => undefined }

/** Every place of a room, drawn for this seat at one moment. */
export function roomScreens(
  played: Played,
  upTo: number,
  seatId: RoomState['plan']['seats'][number]['id'],
): Record<string, ReactNode> {
  const at = atTable(played, upTo, seatId)
  const { state, delegation } = at
  return {
    papers: <SidePanel at={at} unread={0} />,
    table: <SeatedTable at={at} />,
    brief: <BriefPanel at={at} />,
    positions: <PositionsTab at={at} own={{ filing: filingNow(state), ended: false, leave: () => undefined }} />,
    caucus: delegation === null ? null : <CaucusPanel at={at} delegation={delegation} unread={UNREAD} />,
    text: state.clauses.map((clause, place) => (
      <ClauseArticle key={clause.key} at={at} clause={clause} number={place + 1} />
    )),
    ballot: <BallotPanel at={at} />,
    result: <ResultPanel at={at} />,
    home: <HomePanel at={at} />,
    record: paragraphs(state)
      .slice(-30)
      .map((paragraph) => <RecordLine key={paragraph.no} paragraph={paragraph} about={at.about} />),
    'seat choice': <SeatChoice view={at.view} state={state} person={personId.parse('newcomer')} />,
  }
}

/** The screens of the instructor, of the wall and of the projector at one moment. */
export function chairScreens(
  { rows }: Played,
  upTo: number,
  { at = rows[upTo]?.at ?? STARTS_AT, ...beside }: { at?: number; unsavedSince?: number } = {},
): Record<string, ReactNode> {
  const heard = rows.slice(0, upTo + 1)
  const state = fold(viewOf(heard, { kind: 'chair' }, false))
  if (!state) throw new Error('The room was never opened.')
  const view: RoomView = { ...live(state, at), viewer: { kind: 'chair' }, ...beside }
  const papers = {
    ...{
      roomId: 'room',
      room: 'Table 3',
      activityId: 'a',
      courseId: 'c',
      kind: 'seminar' as const,
      rooms: [],
      absent: { missing: [], of: 0, whom: 'class' as const },
      listens: false,
      title: state.plan.title,
    },
    ...{
      rubrics: onlyRubric(CHINA_GAP_RUBRIC),
      marks: [],
      evidence: 'required' as const,
      questions: ['What now?'],
      gists: {},
      saveMark: async () => ({ ok: false, fault: 'no-evidence' }) as const,
    },
  }
  return {
    desk: <DeskScreen view={view} state={state} papers={papers} />,
    stage: <StageView view={view} wanted={null} asked={{ questions: ['What now?'], place: 0 }} resting />,
    'stage, the gap': <StageView view={view} wanted="gap" asked={{ questions: [], place: 0 }} resting />,
    replay: (
      <MomentView state={state} instant={at} about={{ plan: state.plan, displayNames: {}, own: null }} roomId="room" />
    ),
    wall: (
      <Tile
        told={{
          kind: 'fresh',
          what: {
            ...{ id: roomId.parse('room'), name: 'Table 3', number: 3, plan: tablePlanOf(state) },
            summary: summaryOf(state, { presence: view.presence, unsavedSince: view.unsavedSince }, at),
          },
        }}
        names={() => 'Somebody'}
        now={() => at}
        order={0}
        chosen={false}
        onChoose={() => undefined}
        onListen={() => undefined}
        onAnswer={() => undefined}
      />
    ),
  }
}

/** What is read afterwards, and what is set up before. */
export function otherScreens({ scenario, state }: Played): Record<string, ReactNode> {
  const reading = {
    ...{ room: { id: 'room', name: 'Table 3' }, course: { title: 'A course', timeZone: 'UTC' } },
    activity: { id: 'activity', title: state.plan.title, courseId: 'c', broughtAt: null },
    ...{ viewer: { kind: 'chair' as const }, steers: true, forks: false, state, displayNames: {}, spreads: [] },
  }
  const setup = readSetup({}, scenario, NOBODY_LISTED)
  const filter = readFilter({}, state.plan)
  const picked = { found: null, evidence: new Set<string>(), marks: null, empty: false, common: [], behind: 0 }
  return {
    debrief: <DebriefView reading={reading} essay={scenario.paragraphs} questions={[]} />,
    transcript: (
      <TranscriptView
        reading={reading}
        filter={filter}
        picked={picked}
        page={{ ...recordPage({ reading, told: [], filter, picked }), beside: {} }}
        plain
        gists={{}}
      />
    ),
    'wizard, scenario': <ScenarioStep courseId="c" setup={setup} scenario={scenario} offered={[scenario]} />,
    'wizard, seats': (
      <SeatsStep setup={setup} courseId="c" delegations={delegationsIn(scenario)} listed={NOBODY_LISTED} />
    ),
    'homework wizard, scenario': (
      <HomeworkStep
        courseId="c"
        setup={readHomework(
          {},
          { scenario, tomorrow: '2026-01-13', rooms: { fewest: 1, most: 4, usual: 1 }, isDay: () => true },
        )}
        scenario={scenario}
        offered={[scenario]}
      />
    ),
  }
}

/** A text without its citations, its signs of markup and its spaces, as it is looked for on a page. */
export const plain = (text: string) =>
  text
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/ ?\[(?:[A-Z]\d+\.\d+|fact:[a-z0-9-]+)(?:, (?:[A-Z]\d+\.\d+|fact:[a-z0-9-]+))*\]/g, '')
    .replaceAll(/(¶ [A-Z]\d+\.\d+|fact: [a-z0-9\u00a0]+)/g, '')
    .replaceAll('&amp;', '&')
    .replaceAll('&quot;', '"')
    .replaceAll("'", '’')
    .replaceAll(/\s+/g, '')
