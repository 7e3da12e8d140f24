// Who may import whom, one rule a sentence. tests/server/machine/import-rules.test.ts plants a violation of each and sees it fire.

const { readdirSync } = require('node:fs')
const path = require('node:path')

/** The topics of a room, each after those whose rules it asks. */
const TOPICS = [
  'floor',
  'cases',
  'statements',
  'turns',
  'observers',
  'hearing',
  'homework',
  'caucuses',
  'positions',
  'text',
  'offers',
  'motions',
  'ballots',
  'chips',
  'readings',
  'ratification',
  'seats',
  'opening',
  'injects',
  'stances',
  'hand-in',
  'objectives',
  'strategy',
  'strikes',
  'phases',
  'undo',
]

/** The features that stand beside the log, each in a folder of its own name in this one. */
const slicesIn = (folder) =>
  readdirSync(path.join(__dirname, '..', folder), { withFileTypes: true })
    .filter((one) => one.isDirectory() && one.name !== 'kind')
    .map(({ name }) => `${folder}/${name}`)

/** The folders in their order, each after those that it may import; docs/architecture.md says what each holds. */
const FLOORS = [
  'simulation/kernel',
  'simulation/agenda',
  'simulation/shapes',
  'simulation/state',
  'simulation/secrecy',
  'simulation/questions',
  'simulation/topics',
  ...TOPICS.map((topic) => `simulation/topics/${topic}`),
  'simulation/scenarios/china-gap',
  'simulation/engine',
  'simulation/scenario',
  'simulation/scenario/authoring',
  'simulation/planning',
  'simulation/seating',
  'simulation/wire',
  'simulation/reading/log',
  'simulation/reading/marks',
  'simulation/reading/homework',
  'simulation/reading/record',
  'simulation/reading/room',
  'simulation/reading/text',
  'simulation/reading/positions',
  'simulation/reading/research',
  'simulation/reading/talk',
  'simulation/reading',
  'simulation/beside/kind',
  ...slicesIn('simulation/beside'),
  'simulation/beside',
  'simulation/research',
  'simulation/bots',
  'server/base/faults',
  'server/base/secrets',
  'server/base',
  'server/cluster',
  'server/postgres',
  'server/store/log',
  'server/store/people',
  'server/store/mail',
  'server/store/access',
  'server/store/scenarios',
  'server/store/activities',
  'server/store/seating',
  'server/store/courses',
  'server/store/door',
  'server/store/homework',
  'server/store/search',
  'server/store/beside/kind',
  ...slicesIn('server/store/beside'),
  'server/store/beside',
  'server/store/marks',
  ...slicesIn('server/store/beside-acts'),
  'server/store/rooms',
  'server/store/records',
  'server/store/erasure',
  'server/jobs',
  'server/jobs/thread/roster-reading',
  'server/jobs/thread/canvas',
  'server/jobs/thread',
  'server/web',
  'server/web/page-cache',
  'server/web/http',
  'server/commands',
  'prisma',
  'server/live/transport',
  'server/live/saving',
  'server/live/pages',
  'server/live',
  'server',
  'server/ops/start',
  'app/_messages/en',
  'app/_messages',
  'app/_format',
  'app/_paths',
  'app/_access',
  'app/_ui/words',
  'app/_ui/controls',
  'app/_ui/page',
  'app/_ui/over',
  'app/_ui/charts',
  'app/_ui',
  'app/_device',
  'app/_record/entries',
  'app/_record/words',
  'app/_record',
  'app/_mail',
  'app/_files',
  'app/_marks',
  'app/_pack',
  'app/_room/link',
  'app/_room/hooks',
  'app/_room/words',
  'app/_room/table',
  'app/_room',
  'app/_room/text',
  'app/_room/turn-words',
  'app/_room/off',
  'app/_chair',
  'app/_beside/kind',
  ...slicesIn('app/_beside'),
  'app/_beside',
]
/** The files of these folders, without those of the folders in them. In one pattern: each is weighed for itself. */
const inside = (...folders) => `^(${folders.join('|')})/[^/]+$`

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-unresolvable',
      comment: 'Every import leads to a file or a package that is there.',
      severity: 'error',
      from: {},
      // What is bundled is there only after a build.
      to: { couldNotResolve: true, pathNot: 'dist/(server|admin)\\.mjs$' },
    },
    {
      name: 'no-cycles',
      comment:
        'No file reaches itself through its imports, types included, so each can be understood after what it imports.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-folder-circles',
      comment:
        'No folder reaches itself through the imports of its files, styles included, so that a folder can be understood after those that it imports.',
      severity: 'error',
      scope: 'folder',
      from: { path: '^(app|server|simulation)' },
      to: { circular: true },
    },
    {
      name: 'simulation-stands-alone',
      comment:
        'The rules import only one another, zod, munkres (a pure assignment of people to seats) and diff (what differs between two texts), so that they run in the browser, the server and a test alike.',
      severity: 'error',
      from: { path: '^simulation/' },
      to: { pathNot: ['^simulation/', '^node_modules/(zod|munkres|diff)/'] },
    },
    ...FLOORS.map((floor, height) => ({
      name: 'only-floors-below',
      comment:
        'The folders have an order, and each imports only those before it: they can be read in that order, and only pages reach a page.',
      severity: 'error',
      from: { path: inside(floor) },
      to: {
        path: '^(app|prisma|server|simulation)/',
        pathNot: ['^server/generated/', inside(...FLOORS.slice(0, height + 1))],
      },
    })),
    {
      name: 'app-never-imports-live',
      comment:
        'Pages read and sockets write: Next bundles its own copies, so a page that imported the live rooms would talk to an empty twin.',
      severity: 'error',
      from: { path: '^app/' },
      to: { path: '^server/live/' },
    },
    {
      name: 'only-entries-import-server',
      comment:
        'In app, only page, layout, route and actions files reach the server, the access they all begin with, and what slices beside the log add to pages; what a screen needs is handed to it.',
      severity: 'error',
      from: {
        path: '^app/',
        pathNot: [
          '^app/_access/|/(page|layout|route|actions|[a-z-]+-actions)\\.tsx?$',
          '^app/_beside/(slices|[a-z-]+/slice|kind/on-pages)\\.tsx?$',
        ],
      },
      to: { path: '^(server|app/_access)/' },
    },
    {
      name: 'screens-ask-readings',
      comment:
        'Screens ask simulation/reading and simulation/questions what is to be known of a room, and never how a topic judges it or a room folds it, so that two screens cannot answer differently.',
      severity: 'error',
      from: { path: '^app/' },
      to: {
        path: '^simulation/(bots/|topics/|state/(next-room|private-numbers)\\.ts$|kernel/seeded-random\\.ts$|engine/(entry-numbering|advance)\\.ts$)',
        pathNot: '^simulation/topics/entry-content\\.ts$',
      },
    },
    {
      name: 'only-transport-knows-sockets',
      comment:
        'What carries messages is known in server/live/transport alone, so that a new version of it, or another library, changes that folder and nothing else.',
      severity: 'error',
      from: { path: '^(server|simulation|prisma)/', pathNot: '^server/live/transport/' },
      to: { path: '^node_modules/(socket\\.io|engine\\.io|ws/)' },
    },
    {
      name: 'transport-shows-its-interface',
      comment:
        'The live rooms see a page’s socket, and the gateway opens the server of them; how it is carried stays inside.',
      severity: 'error',
      from: { path: '^server/', pathNot: '^server/live/transport/' },
      to: {
        path: '^server/live/transport/',
        pathNot: '^server/live/transport/(page-socket|socket-server)\\.ts$',
      },
    },
    {
      name: 'socket-io-as-documented',
      comment: 'Of what carries messages only Socket.IO itself is used, and not the packages beneath it.',
      severity: 'error',
      from: { path: '^server/live/transport/' },
      to: { path: '^node_modules/(socket\\.io-parser|engine\\.io|ws/)' },
    },
    {
      name: 'page-cache-shows-its-entry',
      comment:
        'Requests pass through cachePages; which pages are kept, and how they are sent, stays inside its folder.',
      severity: 'error',
      from: { path: '^server/', pathNot: '^server/web/page-cache/' },
      to: { path: '^server/web/page-cache/', pathNot: '/cache-pages\\.ts$' },
    },
    {
      name: 'uploads-are-parsed-in-the-worker',
      comment:
        'What reads a text whose size somebody else chooses stands in server/jobs/thread, which the worker thread alone loads: on the event loop it would stop every class. The only zip read elsewhere is one that this program has just made.',
      severity: 'error',
      from: {
        path: '^(app|server|simulation|prisma)/',
        pathNot:
          '^(server/jobs/thread/|app/rooms/\\[roomId\\]/transcript/exports/dated-docx\\.ts$|simulation/reading/record/record-file-reading\\.ts$)',
      },
      to: { path: ['^node_modules/(csv-parse|fflate)/', '^simulation/reading/record/record-file-reading\\.ts$'] },
    },
    {
      name: 'only-the-worker-loads-its-program',
      comment:
        'No file imports from server/jobs/thread but those in it: whoever has something to be read gives a task to server/jobs/worker-queue.',
      severity: 'error',
      from: { path: '^(app|server|simulation|prisma)/', pathNot: '^server/jobs/thread/' },
      to: { path: '^server/jobs/thread/' },
    },
    {
      name: 'every-page-loads-little',
      comment:
        'What stands in every page, a student’s first one too, loads what reads stored things where it needs it: zod alone is a sixth of such a page’s script.',
      severity: 'error',
      from: { path: '^app/(_device|_ui)/', pathNot: '^app/_device/(device-storage|sent-form)\\.ts$' },
      to: {
        path: '^(node_modules/zod/|app/_device/(device-storage|sent-form)\\.ts$)',
        dynamic: false,
      },
    },
    {
      name: 'features-of-a-room-stand-apart',
      comment:
        'A part of a room is read by itself: only the shell puts parts together, and what two of them share stands in _room, _chair, _record, _marks or _ui.',
      severity: 'error',
      from: { path: '^app/rooms/\\[roomId\\]/([^/]+)/', pathNot: '^app/rooms/\\[roomId\\]/shell/' },
      to: { path: '^app/rooms/\\[roomId\\]/[^/]+/', pathNot: '^app/rooms/\\[roomId\\]/$1/' },
    },
    {
      name: 'nobody-reaches-into-a-room',
      comment:
        'A page outside a room shares with it what stands in _room, _chair, _record, _marks or _ui, and never a part of it. A link to a record is a page of its room under another address.',
      severity: 'error',
      from: { path: '^app/', pathNot: '^app/(rooms/\\[roomId\\]|r/\\[token\\])/' },
      to: { path: '^app/rooms/\\[roomId\\]/' },
    },
    {
      name: 'pages-of-an-activity-stand-apart',
      comment: 'Each page of an activity is read by itself; what two of them share stands beside their folders.',
      severity: 'error',
      from: { path: '^app/activities/\\[activityId\\]/([^/]+)/' },
      to: { path: '^app/activities/\\[activityId\\]/[^/]+/', pathNot: '^app/activities/\\[activityId\\]/$1/' },
    },
    {
      name: 'no-import-of-scenario-texts',
      comment:
        'Only the shelf reads the texts of scenarios, from their folders: what is imported would show in activities that were made with other texts.',
      severity: 'error',
      from: { path: '^(app|server|simulation|prisma)/' },
      to: { path: '^simulation/scenarios/.*\\.json$' },
    },
    {
      name: 'product-imports-no-test',
      comment: 'Nothing that runs in class leans on what only tests need.',
      severity: 'error',
      from: { path: '^(app|server|simulation|prisma)/', pathNot: '^server/ops/start/' },
      to: { path: '^tests/' },
    },
    {
      name: 'product-imports-no-development-package',
      comment: 'A package that runs in class stands under dependencies.',
      severity: 'error',
      from: { path: '^(app|server|simulation)/', pathNot: '^server/ops/start/' },
      to: { dependencyTypes: ['npm-dev'], pathNot: '^node_modules/@types/' },
    },
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: ['node_modules', '^server/generated/'] },
    exclude: { path: ['^\\.next/', '^dist/'] },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
