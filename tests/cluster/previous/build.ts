/** The build that is out, as a test uses it: the folder its server is started in, a class that it opens, its pages, and how it reads rows. */
import { execFile } from 'node:child_process'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { z } from 'zod'
import type { ActivitySettings } from '#server/store/activities/activity-settings'
import { roomId } from '#simulation/kernel/ids'
import type { OpenedClass } from '../../faults/classroom'
import { layOut } from './archive'
import type * as page from './inside/page'

/** What `inside/class.ts` prints. */
const opened = z.strictObject({
  roomIds: z.array(roomId),
  chairCookie: z.string(),
  students: z.array(z.strictObject({ cookie: z.string(), sessionId: z.string(), roomId })),
})
type WantedClass = { url: string; secret: string; students: number; settings: Partial<ActivitySettings> }

export type PreviousBuild = typeof page & {
  folder: string
  /** Opens a class in a database that this build has migrated. */
  openClass(wanted: WantedClass): Promise<OpenedClass>
}

/** Lays the frozen build out and loads its page. */
export async function previousBuild(): Promise<PreviousBuild> {
  const folder = layOut()
  const file = (name: string) => path.join(folder, 'dist', `${name}.mjs`)
  const exported: typeof page = await import(pathToFileURL(file('page')).href)
  return {
    ...exported,
    folder,
    async openClass(wanted) {
      const words = [file('class'), JSON.stringify(wanted)]
      const { stdout } = await promisify(execFile)(process.execPath, words, { cwd: folder })
      return opened.parse(JSON.parse(stdout))
    },
  }
}
