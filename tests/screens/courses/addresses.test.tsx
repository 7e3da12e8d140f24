// The longest addresses that pages of ours make, with every choice made, stay within what the server reads: measured on the forms as drawn.
import type { ReactNode } from 'react'
import { expect, test } from 'vitest'
import { boundsRefusal, MOST_ADDRESS, MOST_PARAMETERS } from '#server/web/http/request-bounds'
import { INTENTS } from '#simulation/kernel/ids'
import { WRITTEN } from '#simulation/questions/lengths'
import { homeworkAgendas, seminarAgendas, tensionsInOrder } from '#simulation/scenario/lookup'
import { reviewsInWizard } from '../../../app/_beside/peer-reviews/in-wizard'
import { saidIn } from '../../../app/courses/[courseId]/_wizard/said-fields'
import { AsksStep } from '../../../app/courses/[courseId]/new-homework/asks-step'
import { DatesStep } from '../../../app/courses/[courseId]/new-homework/dates-step'
import * as homework from '../../../app/courses/[courseId]/new-homework/setup'
import { partsOf } from '../../../app/courses/[courseId]/new-seminar/parts'
import { readSetup } from '../../../app/courses/[courseId]/new-seminar/read-setup'
import { RoundsStep } from '../../../app/courses/[courseId]/new-seminar/rounds-step'
import { fieldsOf } from '../../../app/courses/[courseId]/new-seminar/setup'
import { filterQuery } from '../../../app/rooms/[roomId]/transcript/transcript-filter'
import { markup } from '../drawn-screens'
import { classOf, fresh, scenario } from './given-setup'

const COURSE = '2f1c8a52-6c1e-4f7e-9a55-0c6d7f3a1b22'
/** The longest title that a field takes, of signs that an address writes in nine characters each. */
const TITLE = '字'.repeat(120)
const everyTension = tensionsInOrder(scenario).map(({ key }) => key)

/** What a form sends as it is drawn, each number changed by its reader. */
function sent(step: ReactNode, retype: (name: string, value: string) => string): FormData {
  const form = new FormData()
  for (const [tag] of markup(step).matchAll(/<input\b[^>]*>/g)) {
    const of = (name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1]
    const name = of('name')
    const isOff = /type="(?:checkbox|radio)"/.test(tag) && !/\bchecked\b/.test(tag)
    if (name !== undefined && !isOff) form.append(name, retype(name, of('value') ?? ''))
  }
  form.append('step', '4')
  return form
}

/** The address as the router asks for it: it adds a parameter of its own. */
const pathOf = (rest: string, query: Iterable<[string, string]> | string) =>
  `/courses/${COURSE}/${rest}?${new URLSearchParams(typeof query === 'string' ? query : [...query])}&_rsc=1a2b3c4d5e`

function expectRead(what: string, url: string): void {
  const parameters = new URL(url, 'http://x').searchParams.size
  process.stdout.write(
    `${what}: ${url.length} of ${MOST_ADDRESS} characters, ${parameters} of ${MOST_PARAMETERS} parameters\n`,
  )
  expect({ what, refusal: boundsRefusal({ method: 'GET', url, rawHeaders: [] }) }).toEqual({ what, refusal: null })
}

const BOUNDS = { scenario, tomorrow: '2026-11-30', rooms: { fewest: 1, most: 40, usual: 4 }, isDay: () => true }

test('a homework debate with every deadline and every requirement changed has an address', () => {
  for (const agenda of homeworkAgendas(scenario)) {
    const due = '2026-12-01T21:00'
    const setup: homework.DebateSetup = {
      ...homework.readSetup({}, BOUNDS),
      ...{ agenda: agenda.key, on: everyTension, title: TITLE, kept: COURSE, step: 2 },
      typed: Object.fromEntries(agenda.phases.map((_, index) => [index, due])),
      asks: Object.fromEntries(
        agenda.phases.flatMap((phase, index) => phase.requires.map((_r, place) => [`${index}.${place}`, 20])),
      ),
      lengths: Object.fromEntries(
        agenda.phases.flatMap(({ requires }, index) =>
          requires.flatMap(({ what }, place) =>
            WRITTEN.some((one) => one === what) ? [[`${index}.${place}`, { least: 1_000, most: 1_500 }]] : [],
          ),
        ),
      ),
    }
    expect(homework.readSetup(Object.fromEntries(homework.fieldsOf(setup)), BOUNDS).lengths).toEqual(setup.lengths)
    const phases = agenda.phases.map((phase, place) => ({
      ...{
        place,
        kind: phase.phase,
        moment: false,
        planned: due,
        opens: due,
        due,
        ...{ turned: 'exact' as const, hours: 24 },
        nights: [],
        fault: null,
      },
    }))
    expectRead(agenda.key, pathOf('new-homework', homework.addressOf(setup, 5).slice(1)))
    expectRead(
      `${agenda.key}, dates`,
      pathOf(
        'new-homework',
        saidIn(
          sent(<DatesStep setup={setup} agenda={agenda} phases={phases} zone="Asia/Tokyo" />, (_, value) => value),
        ),
      ),
    )
    expectRead(
      `${agenda.key}, asks`,
      pathOf(
        'new-homework',
        saidIn(
          sent(
            <AsksStep setup={setup} agenda={agenda} offersLearning beside={[reviewsInWizard]} />,
            (_, value) => value,
          ),
        ),
      ),
    )
  }
})

test('a seminar with every length changed, one after the other, has an address', () => {
  for (const { key: agenda } of seminarAgendas(scenario)) {
    const plain = { ...fresh(), agenda, on: everyTension, title: TITLE }
    const phases = partsOf(scenario, plain).flatMap((part) => part.phases.map(({ key }) => key))
    const all = {
      ...plain,
      lengths: Object.fromEntries(phases.map((key) => [key, 6_041])),
      minutes: Object.fromEntries(everyTension.map((key) => [key, 12_001])),
    }
    expect(phases.length).toBeGreaterThan(40)
    for (const setup of [plain, all]) {
      // Of all fields of the step, what is sent at a change is the one that changed: a form sends itself at each.
      const step = <RoundsStep courseId={COURSE} setup={setup} scenario={scenario} />
      const form = sent(step, (name, value) => (name.startsWith(`phase-${phases[0]}`) ? '9:59' : value))
      expect([...form.keys()].length).toBeGreaterThan(MOST_PARAMETERS)
      const said = saidIn(form)
      expectRead(`${agenda}, rounds`, pathOf('new-seminar', said))
      const fields = Object.fromEntries(
        [...new Set(said.map(([name]) => name))].map((name) => [
          name,
          said.flatMap(([other, value]) => (other === name ? [value] : [])),
        ]),
      )
      const read = readSetup(fields, scenario, classOf(46))
      expect(read).toEqual({ ...readSetup(fieldsIn(form), scenario, classOf(46)) })
      expect(read.lengths[phases[0] ?? '']).toBe(599)
      expectRead(`${agenda}, the next step`, pathOf('new-seminar', fieldsOf(read)))
    }
  }
})

const fieldsIn = (form: FormData) =>
  Object.fromEntries([...new Set(form.keys())].map((name) => [name, form.getAll(name).map(String)]))

test('an address from before lengths stood in one field is still read', () => {
  const setup = { ...fresh(), agenda: 'seminar-90', on: everyTension }
  const old = {
    ...Object.fromEntries(fieldsOf(setup)),
    round: everyTension,
    'minutes-framing': '20:30',
    'length-start.caucus.0': '12',
  }
  const read = readSetup(old, scenario, classOf(46))
  expect([read.minutes, read.lengths]).toEqual([{ framing: 1_230 }, { 'start.caucus.0': 720 }])
})

test('a record filtered by everything has an address', () => {
  const query = filterQuery({
    ...{
      round: everyTension[0] ?? null,
      by: Object.values(scenario.delegations).map(({ id }) => id),
      intent: INTENTS,
      anchor: 'A10.10',
    },
    ...{ student: COURSE, phase: 'caucus', marked: true, q: '字'.repeat(200) },
  })
  expectRead('a filtered record', `/rooms/${COURSE}/transcript/export?format=docx&for=reader&${query}&_rsc=1a2b3c4d5e`)
})
