import { ATTACKS, type AttackName, type Target } from './attacks.ts'

/** A process that attacks when it is told to, so that making the attack takes no time from those whose time is measured. */
process.on('message', async ({ name, target }: { name: AttackName; target: Target }) => {
  process.send?.(await ATTACKS[name](target))
})
process.on('disconnect', () => process.exit())
