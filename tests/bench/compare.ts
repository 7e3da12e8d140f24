/** Compare, of an activity whose tables have all played: from what is stored of each, and beside it from their logs, as where nothing is stored. */
import { database, disconnect } from '#server/base/database'
import { openRoomLog } from '#server/store/log/room-log'
import { createSession } from '#server/store/people/sessions'
import { makeSessionCookie } from '#server/web/identity'
import { rehearse } from '#simulation/bots/rehearsal'
import { chairActor, commandId, roomId } from '#simulation/kernel/ids'
import { defaultChoices, planSeminar } from '#simulation/planning/planning'
import { givenActivity } from '../server/store/given-store'
import { cpuMsOf } from '../support/machines/process-table'
import { startServer } from '../support/machines/server'
import { chinaGap } from '../support/stories/china-gap'
import { type Measure, quantile } from './figures'
import { givenBenchDatabase, SECRET } from './lesson'
import { passed, pinTheServer } from './processes'

const TABLES = 25

export const measure: Measure = async ({ quick, clusterUrl }) => {
  const { url, drop } = await givenBenchDatabase(clusterUrl)
  const [first, { activityId, cookie, rows }] = [await played(url, 2), await played(url, quick ? 3 : TABLES)]
  const server = await startServer({ databaseUrl: url, env: { NEXTAUTH_SECRET: SECRET, BACKUP_DIR: 'none' } })
  pinTheServer(server.pid)
  await passed(15_000) // what a server makes after its start, such as the index of words
  const spent = async (activity: string, as: string) => {
    const before = cpuMsOf([server.pid])
    const answer = await fetch(`${server.url}/activities/${activity}/compare`, { headers: { cookie: as } })
    const page = await answer.text()
    if (answer.status !== 200 || !page.includes('the middle half of the tables'))
      throw new Error(`Void: Compare answered ${answer.status}`)
    return cpuMsOf([server.pid]) - before
  }
  for (const _ of [1, 2, 3]) await spent(first.activityId, first.cookie) // its program is loaded
  const ours = await spent(activityId, cookie)
  const again = []
  for (const _ of [1, 2, 3, 4, 5]) again.push(await spent(activityId, cookie))
  await database().roomSummary.updateMany({ data: { version: 0 } })
  const logs = await spent(activityId, cookie)
  await disconnect()
  await server.clear()
  await drop()
  const what = `Compare of ${quick ? 3 : TABLES} tables of ${rows} rows, processor time`
  return [
    { name: `${what}, first`, ours, unit: 'ms', most: 300 },
    { name: `${what}, again`, ours: quantile(again, 0.5), unit: 'ms' },
    { name: `${what}, first, from their logs`, ours: logs, unit: 'ms' },
  ]
}

/** An activity whose tables were played by understudies to the end. */
async function played(url: string, tables: number) {
  const { activityId, instructor, roomIds } = await givenActivity({ settings: { roomCount: tables } })
  const scenario = chinaGap()
  const log = openRoomLog(url)
  let rows = 0
  for (const [place, id] of roomIds.entries()) {
    const planned = planSeminar(scenario, defaultChoices(scenario, 'seminar-90', place + 1))
    const told = rehearse(planned, scenario, Date.now() - 7_200_000, chairActor('chair')).rows
    await log.append(
      roomId.parse(id),
      told.map((row) => ({ ...row, commandId: commandId.parse(`${id.slice(0, 8)}-${row.commandId}`) })),
    )
    rows = told.length
  }
  await log.close()
  const { name, value } = await makeSessionCookie(await createSession(database(), instructor.id, 'bench'))
  return { activityId, rows, cookie: `${name}=${value}` }
}
