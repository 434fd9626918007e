/** Answers every message of the bench with what this process has used: CPU seconds, and bytes of memory. Ends with the bench. */
export function tellUsage() {
  process.on('message', () => {
    const { user, system } = process.cpuUsage()
    process.send?.({ cpu: (user + system) / 1e6, memory: process.memoryUsage.rss() })
  })
  process.on('disconnect', () => process.exit())
}
