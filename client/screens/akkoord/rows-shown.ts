import type { ArticleAkkoord } from '../agreement/akkoord/akkoord-room.ts'

type Row = { akkoord: Pick<ArticleAkkoord, 'yes'> & { says: readonly unknown[] } }

/** All parties say yes to it. */
export const isWhole = ({ akkoord: { says, yes } }: Row): boolean => yes === says.length

/** The rows that are shown: those that not all parties agree on yet when that is asked and there are any, else all. */
export function rowsShown<R extends Row>(rows: readonly R[], isRest: boolean): readonly R[] {
  const rest = rows.filter((row) => !isWhole(row))
  return isRest && rest.length > 0 ? rest : rows
}
