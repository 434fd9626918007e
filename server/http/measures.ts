import type { FastifyInstance } from 'fastify'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { HttpParts } from './parts.ts'

export type Measures = { registry: Registry }

/** Counts requests by route (never by address) and shows how many people are connected. */
export function measure(app: FastifyInstance, { liveSessions }: HttpParts): Measures {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  new Gauge({
    name: 'handslag_live_sessions',
    help: 'Live connections to agreements',
    registers: [registry],
    collect() {
      this.set(liveSessions())
    },
  })
  const seconds = new Histogram({
    name: 'handslag_http_request_seconds',
    help: 'Time to answer a request',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
    registers: [registry],
  })
  app.addHook('onResponse', async ({ method, routeOptions }, reply) => {
    const labels = { method, route: routeOptions.url ?? 'unknown', status: String(reply.statusCode) }
    seconds.observe(labels, reply.elapsedTime / 1000)
  })
  return { registry }
}
