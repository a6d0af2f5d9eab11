import { type Browser, chromium } from 'playwright-core'

/** Debian's Chromium, quiet on the network. CHROME names another. */
export const launch = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env['CHROME'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  })
