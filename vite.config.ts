/// <reference types="vitest/config" />
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const repository = import.meta.dirname
/** Where `npm run dev` passes on what is for the server; the same variable and default as the server's own. */
const server = `http://127.0.0.1:${process.env.PORT ?? '4870'}`

/** The tests that check the house itself: `npm run check` runs these alone. */
const houseLaws = ['tests/laws/house.test.ts', 'tests/laws/import-fences.test.ts']
/** No test waits for a clock; this bound is for a machine that has much else to do. */
const patient = { testTimeout: 60_000, hookTimeout: 60_000 }
/** A test that starts servers, browsers or the office program needs longer, most of all on a busy machine. */
const long = {
  testTimeout: 180_000,
  hookTimeout: 180_000,
  // What comes over a socket, through a disk and onto a screen is waited for; it is there or it is not.
  expect: { poll: { timeout: 20_000 } },
  // A browser on a busy machine may stumble once; what fails twice is wrong.
  retry: 1,
}

const tests = (name: string, include: string[], more: object = {}) => ({
  extends: true as const,
  test: { name, include, ...more },
})

export default defineConfig({
  root: join(repository, 'client'),
  cacheDir: join(repository, 'node_modules/.vite'),
  plugins: [react()],
  build: {
    outDir: join(repository, 'dist/client'),
    emptyOutDir: true,
    // The content security policy allows no data: addresses for fonts and images, so nothing is put inline.
    assetsInlineLimit: 0,
    // In kB before compression. What a first visit loads is measured by `npm run bench`, compressed; here only accidents count.
    chunkSizeWarningLimit: 1000,
  },
  server: {
    proxy: { '/api': { target: server }, '/sync': { target: server, ws: true } },
  },
  test: {
    root: repository,
    allowOnly: false,
    // Every test file belongs to exactly one of these; `tests/laws/house.test.ts` proves it.
    projects: [
      tests('unit', ['tests/{shared,server,client,templates}/**/*.test.{ts,tsx}'], patient),
      tests('house', houseLaws, patient),
      tests('laws', ['tests/laws/**/*.test.ts'], { exclude: houseLaws, ...patient }),
      tests('contracts', ['tests/contracts/**/*.test.ts'], patient),
      // Two files at a time, after the others: a browser, a server and the office program are enough for two cores.
      tests('scenarios', ['tests/scenarios/**/*.test.ts'], {
        ...long,
        globalSetup: ['tests/support/build-client.ts'],
        maxWorkers: 2,
        sequence: { groupOrder: 1 },
      }),
      tests('long', ['tests/long/**/*.test.ts'], {
        testTimeout: 3_600_000,
        hookTimeout: 180_000,
        fileParallelism: false,
        sequence: { groupOrder: 2 },
      }),
    ],
  },
})
