import { cleanTheme, type Theme, theme as themeSchema } from '../../shared/agreement/theme.ts'
import type { ThemeStore } from '../storage/themes.ts'

/** How papers of this workspace look from now on. A file that was made before stays what it was. */
export type Themes = ReturnType<typeof createThemes>

export function createThemes({ store, clock }: { store: ThemeStore; clock: () => Date }) {
  return {
    /** Null: plain. What this Handslag can not read looks plain too: a paper must not wait for its logo. */
    async now(): Promise<Theme | null> {
      const kept = await store.maybeTheme()
      if (kept === null) return null
      const read = themeSchema.safeParse(JSON.parse(kept))
      return read.success ? read.data : null
    },

    /** Chooses a look, or the plain one again. Of a logo the picture alone is kept, nothing that a program wrote beside it. Who may is asked before. */
    async set(chosen: Theme | null, personId: string): Promise<void> {
      const kept = chosen === null ? null : JSON.stringify(cleanTheme(chosen))
      if (kept === (await store.maybeTheme())) return
      await store.setTheme(kept, { personId, at: clock().toISOString() })
    },
  }
}
