/** The server's entry: reads the settings and opens data folder, database, pages and sockets, in an order that `shutdown` reverses. */
import './base/node-env'
import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { seedDemo } from '../prisma/seed'
import { auditWritten } from './base/audit'
import { connect, disconnect } from './base/database'
import { watchDisk } from './base/disk-room'
import { EnvironmentFault, environment, settleSecret } from './base/environment'
import { nameServer } from './base/faults/journal'
import { logError, logInfo } from './base/faults/logger'
import { StartFault } from './base/faults/start-fault'
import { storageFault } from './base/faults/storage-fault'
import { requireDatabase } from './base/first-connection'
import { takeFolder } from './base/lock'
import { readOrMakeSecret } from './base/secrets/secret'
import { prepareShutdown } from './base/shutdown'
import { startWarnings } from './base/start-warnings'
import { ALONE } from './cluster/engine'
import { readHouse } from './cluster/house'
import { takeLease } from './cluster/leader-lease'
import { aloneAs, openPeers } from './cluster/peers'
import { tryEngine } from './cluster/probe'
import { RedisEngine } from './cluster/redis-engine'
import { shareSpending } from './cluster/shared-rate-limit'
import { SignedEngine } from './cluster/signed-engine'
import { oneAtATime } from './cluster/start-lock'
import { startDailyBackups } from './jobs/daily-backup'
import { startDailyCleanup } from './jobs/daily-cleanup'
import { workAlone } from './jobs/leader-job'
import { startMail } from './jobs/mail-job'
import { type Gateway, openGateway } from './live/gateway'
import { type Embedded, startEmbedded } from './postgres/embedded-postgres'
import { migrate } from './postgres/migrate'
import { backfillFacts } from './store/log/facts-backfill'
import { separateDemoFromColleagues } from './store/people/demo-person'
import { endSignInsToClosedDemo } from './store/people/sessions'
import { scenarioShelf } from './store/scenarios/shelf'
import { openTextIndexer } from './store/search/text-indexer'
import { answerWhileAway } from './web/database-away'
import { openHealth } from './web/health'
import { openWeb } from './web/http/http-server'
import { attemptLimits } from './web/rate-limits'

let embedded: Embedded | undefined
const shutdown = prepareShutdown(
  () => starting,
  () => embedded?.abandon(),
)

/** Stops, because the database has gone to another server or does not start again: a supervisor's restart may heal what this process cannot. */
function giveUp(fault: StartFault): void {
  console.error(fault.message)
  void shutdown.stop(1)
}

async function start(): Promise<{ address: string; warnings: readonly string[] }> {
  const { dataDir, databaseUrl, databaseSessionUrl, demo, origins, publicUrl, redisUrl, secret } = environment()
  const serverId = randomUUID().slice(0, 8)
  nameServer(serverId)
  scenarioShelf()
  const folder = takeFolder(dataDir, publicUrl)
  shutdown.before('release the data folder', () => folder.release())
  const ownSecret = secret ?? readOrMakeSecret(dataDir)
  const settled = settleSecret(ownSecret)

  if (databaseUrl === null) {
    embedded = await startEmbedded(path.join(dataDir, 'postgres'), giveUp)
    shutdown.before('stop the database', () => embedded?.stop())
  } else await requireDatabase(databaseUrl, databaseSessionUrl)
  const url = databaseUrl ?? embedded?.url ?? ''
  const sessionUrl = databaseSessionUrl ?? url
  const warning = redisUrl && (await tryEngine(redisUrl))
  const lease = await takeLease(sessionUrl, publicUrl, giveUp, undefined, redisUrl && serverId)
  shutdown.before('let the database go', () => lease.release())
  shutdown.before('disconnect from the database', disconnect)
  shutdown.before('write the last lines of the audit', auditWritten)
  await oneAtATime(sessionUrl, async () => {
    await migrate(sessionUrl, path.resolve('prisma/migrations'))
    await backfillFacts(url, logError, (rooms) =>
      logInfo('what queries know of rooms is being made from their logs; the server opens afterwards', { rooms }),
    )
    connect(url, sessionUrl)
    await endSignInsToClosedDemo()
    await separateDemoFromColleagues()
    if (demo !== 'off') await seedDemo(Date.now())
  })
  const engine = redisUrl
    ? new SignedEngine(new RedisEngine(redisUrl, serverId), { secret: ownSecret, server: serverId })
    : ALONE
  shutdown.before('let the engine go', () => engine.close())
  const house = await readHouse(sessionUrl)
  const self = { server: serverId, house }
  const peers = redisUrl ? openPeers({ engine, self, readConnected: lease.readSharers }) : aloneAs(serverId)
  shutdown.before('leave the other servers', () => peers.close())

  const { backupDir, backupCopy, mail } = settled
  const work = workAlone(sessionUrl, () => [
    openTextIndexer(url, logError),
    startDailyCleanup(),
    ...(backupDir === null ? [] : [startDailyBackups(sessionUrl, backupDir, backupCopy)]),
    ...(mail === null ? [] : [startMail(mail)]),
  ])
  shutdown.before('let the backup, the clearing, the mail and the index of words rest', () => work.stop())
  // The disk of a database of the operator's own cannot be seen from here.
  const disk = databaseUrl === null ? watchDisk(dataDir) : null
  shutdown.before('look at the disk no more', () => disk?.stop())
  let gateway: Gateway | undefined
  const health = openHealth({
    confirm: lease.confirm,
    unsavedSince: () => gateway?.unsavedSince() ?? null,
    diskRoom: () => disk?.room() ?? null,
    house,
    strangers: () => peers.strangers,
    metricsToken: settled.metricsToken,
  })
  const whileAway = answerWhileAway(() => gateway?.databaseAwaySince() ?? null)
  const web = await openWeb(settled, (...asked) => health.answer(...asked) || whileAway(...asked))
  shutdown.before('close the doors', () => web.close())
  const others = { engine, peers }
  const { listener } = settled
  const rooms = { databaseUrl: url, sessionUrl, origins, publicUrl, others, listener }
  gateway = await openGateway({ httpServer: web.server, ...rooms })
  shutdown.before('let the rooms save and the sockets go', () => gateway?.close())
  if (redisUrl) {
    const spending = shareSpending(engine, peers, { ...attemptLimits(), ...gateway.limits })
    shutdown.before('count alone', () => spending.close())
  }
  shutdown.before('send nobody here any more', health.close)
  await web.listen()
  return { address: publicUrl, warnings: [...startWarnings(settled), ...(warning ? [warning] : [])] }
}

const starting = start()
try {
  const { address, warnings } = await starting
  console.log(`Track Two is open at ${address}`)
  for (const warning of warnings) console.log(warning)
} catch (error) {
  if (error instanceof EnvironmentFault || error instanceof StartFault) console.error(error.message)
  else console.error(storageFault(error, environment().dataDir)?.message ?? error)
  await shutdown.stop(1)
}
