import type { FastifyInstance } from 'fastify'
import { collectDefaultMetrics, Histogram, type Registry } from 'prom-client'
import type { HttpParts } from './parts.ts'

/** Adds requests by route (never by address), and what Node knows of itself, to what is counted. */
export function measure(app: FastifyInstance, { registry }: HttpParts): Registry {
  collectDefaultMetrics({ register: registry })
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
  return registry
}
