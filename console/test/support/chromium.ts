import { chromium, type Browser } from 'playwright-core'

const QUIET = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']

/** CHROME names another browser than Debian's. */
export const startChromium = (): Promise<Browser> => chromium.launch({ executablePath: process.env['CHROME'] ?? '/usr/bin/chromium', args: QUIET })
