/** Files that break the import rules of tests/dependency-cruiser.cjs, and their lawful twins. */

export type Planted = [file: string, text: string]
const HEARS_A_SOCKET = "import type { Socket } from 'socket.io'\nexport const hear = (socket: Socket) => socket"
/** For each rule, a file that breaks it, more of them where its folders are listed apart, and one that does the nearest lawful thing. */
export const planted: Record<string, { bad: Planted; alsoBad?: readonly Planted[]; good: Planted }> = {
  'no-unresolvable': {
    bad: ['server/a.ts', "import './nowhere'"],
    good: ['server/a.ts', "import './main'"],
  },
  'no-cycles': {
    bad: [
      'simulation/topics/floor/floor.ts',
      "import type { Room } from '../../engine/room'\nexport const floor = (room: Room) => room",
    ],
    good: ['simulation/topics/floor/floor.ts', "import type { z } from 'zod'\nexport const floor = (room: z) => room"],
  },
  'no-folder-circles': {
    bad: ['app/_ui/b.ts', "import { a } from '../_device/a'\nexport const b = a"],
    alsoBad: [
      ['server/store/log/b.ts', "import { live } from '../../live/room'\nexport const b = live"],
      ['simulation/topics/floor/b.ts', "import { room } from '../../engine/room'\nexport const b = room"],
    ],
    good: ['app/_device/b.ts', "import { a } from './a'\nexport const b = a"],
  },
  'simulation-stands-alone': {
    bad: ['simulation/a.ts', "import { readFileSync } from 'node:fs'\nexport const read = readFileSync"],
    good: ['simulation/a.ts', "import { z } from 'zod'\nexport const read = z"],
  },
  'only-floors-below': {
    bad: ['simulation/kernel/a.ts', "import { floor } from '../topics/floor/floor'\nexport const a = floor"],
    alsoBad: [
      ['server/base/a.ts', "import { rows } from '../store/log/rows'\nexport const a = rows"],
      ['prisma/a.ts', "import { live } from '../server/live/room'\nexport const a = live"],
      ['app/_format/a.ts', "import { button } from '../_ui/button'\nexport const a = button"],
    ],
    good: ['simulation/reading/a.ts', "import { floor } from '../topics/floor/floor'\nexport const a = floor"],
  },
  'app-never-imports-live': {
    bad: ['app/page.tsx', "import { live } from '#server/live/room'\nexport default () => <p>{live}</p>"],
    good: ['app/page.tsx', "import { rows } from '#server/store/log/rows'\nexport default () => <p>{rows}</p>"],
  },
  'only-entries-import-server': {
    bad: [
      'app/panel.tsx',
      "import type { Row } from '#server/store/log/rows'\nexport const Panel = (row: Row) => <p>{row}</p>",
    ],
    good: ['app/room-actions.ts', "import { rows } from '#server/store/log/rows'\nexport const act = async () => rows"],
  },
  'screens-ask-readings': {
    bad: [
      'app/floor/panel.tsx',
      "import { floor } from '#simulation/topics/floor/floor'\nexport const Panel = () => <p>{floor}</p>",
    ],
    good: [
      'app/floor/panel.tsx',
      "import { queue } from '#simulation/reading/log/queue'\nexport const Panel = () => <p>{queue}</p>",
    ],
  },
  'only-transport-knows-sockets': {
    bad: ['server/live/hub.ts', HEARS_A_SOCKET],
    good: ['server/live/transport/socket-server.ts', HEARS_A_SOCKET],
  },
  'transport-shows-its-interface': {
    bad: ['server/live/hub.ts', "import { cut } from './transport/inside'\nexport const hub = cut"],
    good: ['server/live/hub.ts', "import { page } from './transport/page-socket'\nexport const hub = page"],
  },
  'socket-io-as-documented': {
    bad: [
      'server/live/transport/socket-server.ts',
      "import { Decoder } from 'socket.io-parser'\nexport const parser = Decoder",
    ],
    good: [
      'server/live/transport/socket-server.ts',
      "import { Server } from 'socket.io'\nexport const server = Server",
    ],
  },
  'page-cache-shows-its-entry': {
    bad: ['server/web/http/a.ts', "import { page } from '../page-cache/cached-page'\nexport const web = page"],
    good: ['server/web/http/a.ts', "import { pages } from '../page-cache/cache-pages'\nexport const web = pages"],
  },
  'uploads-are-parsed-in-the-worker': {
    bad: ['server/store/courses/a.ts', "import { parse } from 'csv-parse/sync'\nexport const cells = parse"],
    alsoBad: [
      ['app/(people)/page.tsx', "import { unzipSync } from 'fflate'\nexport default () => <p>{unzipSync}</p>"],
      [
        'server/jobs/b.ts',
        "import { record } from '#simulation/reading/record/record-file-reading'\nexport const judged = record",
      ],
    ],
    good: [
      'server/jobs/thread/record.ts',
      "import { parse } from 'csv-parse/sync'\nimport { record } from '#simulation/reading/record/record-file-reading'\nexport const read = parse + record",
    ],
  },
  'only-the-worker-loads-its-program': {
    bad: ['server/jobs/a.ts', "import { cells } from './thread/cells'\nexport const read = cells"],
    alsoBad: [['app/actions.ts', "import type { Cell } from '#server/jobs/thread/cells'\nexport const a: Cell = 1"]],
    good: ['server/jobs/thread/worker-thread.ts', "import { cells } from './cells'\nexport const work = cells"],
  },
  'every-page-loads-little': {
    bad: ['app/_device/first.ts', "import { z } from 'zod'\nexport const read = z"],
    alsoBad: [
      ['app/_device/second.ts', "import { count } from './device-storage'\nexport const a = count"],
      ['app/_ui/field.ts', "import { z } from 'zod'\nexport const read = z"],
    ],
    good: ['app/_device/first.ts', "export const count = () => import('./device-storage')"],
  },
  'features-of-a-room-stand-apart': {
    bad: [
      'app/rooms/[roomId]/floor/panel.tsx',
      "import { Place } from '../lobby/place'\nexport const Panel = () => <Place />",
    ],
    good: [
      'app/rooms/[roomId]/shell/room-shell.tsx',
      "import { Place } from '../lobby/place'\nexport const Table = () => <Place />",
    ],
  },
  'nobody-reaches-into-a-room': {
    bad: [
      'app/my/list.tsx',
      "import { Place } from '../rooms/[roomId]/lobby/place'\nexport const List = () => <Place />",
    ],
    good: ['app/rooms/[roomId]/page.tsx', "import { Place } from './lobby/place'\nexport default () => <Place />"],
  },
  'pages-of-an-activity-stand-apart': {
    bad: [
      'app/activities/[activityId]/wall/tile.tsx',
      "import type { Row } from '../board/row'\nexport const Tile = (row: Row) => <p>{row}</p>",
    ],
    good: [
      'app/activities/[activityId]/board/table.tsx',
      "import type { Row } from './row'\nexport const Table = (row: Row) => <p>{row}</p>",
    ],
  },
  'no-import-of-scenario-texts': {
    bad: [
      'app/page.tsx',
      "import essay from '../simulation/scenarios/lake/en/essay.json'\nexport default () => <p>{essay.title}</p>",
    ],
    good: [
      'tests/server/a.ts',
      "import essay from '../../simulation/scenarios/lake/en/essay.json'\nexport const title = essay.title",
    ],
  },
  'product-imports-no-test': {
    bad: ['server/a.ts', "import { given } from '../tests/support/given'\nexport const a = given"],
    good: ['tests/server/a.ts', "import { given } from '../support/given'\nexport const a = given"],
  },
  'product-imports-no-development-package': {
    bad: ['server/a.ts', "import { test } from 'vitest'\nexport const a = test"],
    good: ['tests/server/a.ts', "import { test } from 'vitest'\nexport const a = test"],
  },
}
