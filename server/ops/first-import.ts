/** Says which of its two builds React and Next load. It must be the first import of main.ts, because both read NODE_ENV when they are loaded. */
const settings: Record<string, string | undefined> = process.env
settings.NODE_ENV = process.argv.includes('--dev') ? 'development' : 'production'
settings.NEXT_TELEMETRY_DISABLED = '1'
