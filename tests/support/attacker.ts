import { ATTACKS, type AttackName, type Target } from './attacks.ts'
import { FLOODS, type FloodName } from './floods.ts'

const ALL = { ...ATTACKS, ...FLOODS }

/** A process that attacks when it is told to, so that making the attack takes no time from those whose time is measured. */
process.on('message', async ({ name, target }: { name: AttackName | FloodName; target: Target }) => {
  process.send?.(await ALL[name](target))
})
process.on('disconnect', () => process.exit())
