import manifest from '../package.json' with { type: 'json' }

/** The version of Handslag that runs. */
export const VERSION: string = manifest.version
