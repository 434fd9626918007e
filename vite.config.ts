/// <reference types="vitest/config" />
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

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

/** Tells the service worker which files this build is made of, so that it has all of them at hand or none. */
const filesForServiceWorker: Plugin = {
  name: 'files-for-service-worker',
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      const worker = bundle[SERVICE_WORKER]
      if (worker?.type !== 'chunk') return
      const files = Object.keys(bundle).filter((name) => name.startsWith('assets/'))
      const list = JSON.stringify(files.sort().map((name) => `/${name}`))
      worker.code = worker.code.replace(/(["'`])__FILES__\1/, () => JSON.stringify(list))
    },
  },
}
const SERVICE_WORKER = 'service-worker.js'

const tests = (name: string, include: string[], more: object = {}) => ({
  extends: true as const,
  test: { name, include, ...more },
})

export default defineConfig({
  root: join(repository, 'client'),
  cacheDir: join(repository, 'node_modules/.vite'),
  plugins: [react(), filesForServiceWorker],
  build: {
    outDir: join(repository, 'dist/client'),
    emptyOutDir: true,
    // The content security policy allows no data: addresses for fonts and images, so nothing is put inline.
    assetsInlineLimit: 0,
    // In kB before compression. What a first visit loads is measured by `npm run bench`, compressed; here only accidents count.
    chunkSizeWarningLimit: 1000,
    rolldownOptions: {
      input: {
        index: join(repository, 'client/index.html'),
        'service-worker': join(repository, 'client/connection/service-worker.ts'),
      },
      output: {
        // Its address is its reach: the service worker stands at the root, under a name that stays.
        entryFileNames: ({ name }) =>
          name === 'service-worker' ? SERVICE_WORKER : 'assets/[name]-[hash].js',
      },
    },
  },
  // Words files are written on a thread that shares its code with nobody: it is loaded by who asks for one.
  worker: { format: 'es', rolldownOptions: { output: { entryFileNames: 'assets/[name]-[hash].js' } } },
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
