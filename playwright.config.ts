import { defineConfig, devices } from '@playwright/test'

const bind = process.env.WAYPOST_BIND ?? '127.0.0.1'
const port = process.env.PORT ?? '3000'

export default defineConfig({
  testDir: 'e2e',
  outputDir: '.waypost/e2e',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  use: {
    ...devices['Desktop Chrome'],
    baseURL: `http://${bind}:${port}`,
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    timezoneId: 'UTC',
    screenshot: 'only-on-failure',
    // without the film: on two cores, painting and packing it took a third of a test's time; each step's page stays
    trace: { mode: 'retain-on-failure', screenshots: false },
    launchOptions: {
      // Debian's Chromium without the window around it: the same engine for half the processor time
      executablePath: '/usr/bin/chromium-headless-shell',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
})
