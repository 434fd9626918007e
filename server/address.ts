import type { Config } from './config/config.ts'

/** Where people open the server. `port` is the real one when the configuration lets the system choose. */
export function addressOf({ host, publicUrl, port: wanted }: Config, port = wanted): string {
  if (publicUrl) return publicUrl
  // "All addresses" is not an address one can open.
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`
}
