/** Lists what a folder holds, at any depth. */
import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'

/** The files below `folder`, each as a path from `root`. */
export function filesUnder(root: string, folder: string): string[] {
  if (!existsSync(path.join(root, folder))) return []
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const name = `${folder}/${entry.name}`
    if (entry.isDirectory()) return filesUnder(root, name)
    return entry.isFile() ? [name] : []
  })
}
