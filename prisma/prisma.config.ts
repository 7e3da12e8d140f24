/** Settings of Prisma's command line: `npx prisma <command> --config prisma/prisma.config.ts`. The server does not read them. */
import path from 'node:path'
import { defineConfig } from 'prisma/config'

export default defineConfig({
  schema: path.join(import.meta.dirname, 'schema.prisma'),
  migrations: { path: path.join(import.meta.dirname, 'migrations') },
  datasource: { url: process.env.DATABASE_URL ?? 'postgresql://localhost/none' },
})
