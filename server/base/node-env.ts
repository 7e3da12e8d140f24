/**
 * Sets NODE_ENV, by which React and Next choose their development or production build. Both read it when they are loaded, so this
 * must stay the first import of main.ts; any later and a production server would run the development build.
 */
const settings: Record<string, string | undefined> = process.env
settings.NODE_ENV = process.argv.includes('--dev') ? 'development' : 'production'
settings.NEXT_TELEMETRY_DISABLED = '1'
