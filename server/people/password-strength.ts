/** Shorter ones are guessed however odd they look. */
export const SHORTEST_PASSWORD = 12
/** Of 0 to 4: more than 10^8 guesses, "safely unguessable" against what the limits on signing in let through. */
const SCORE = 3
/** What is weighed: weighing takes longer with each letter, and nobody guesses so far. */
const WEIGHED = 100

type Weigh = (password: string, own: string[]) => number

let weigh: Promise<Weigh> | null = null

/**
 * Whether a password is hard enough to guess, by words, names and passwords that people use, Dutch ones included. `own` are words that
 * belong to this person: name, address, workspace.
 */
export async function isStrongPassword(password: string, own: readonly string[]): Promise<boolean> {
  if ([...password].length < SHORTEST_PASSWORD) return false
  weigh ??= loadScale()
  const words = own.flatMap(spellingsOf).filter((word) => word.length > 2)
  return (await weigh)(password.slice(0, WEIGHED), ['handslag', ...words]) >= SCORE
}

/** "Petra de Wit" as a whole, by its words, and with what people put between them. */
function spellingsOf(text: string): string[] {
  const words = text.toLowerCase().split(/[^\p{L}\p{N}]+/u)
  return [text.toLowerCase(), ...words, ...['', '.', '-', '_'].map((between) => words.join(between))]
}

/** The lists of words are large; they are read when somebody first chooses a password. */
async function loadScale(): Promise<Weigh> {
  const [{ ZxcvbnFactory }, common, dutch] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-nl-be'),
  ])
  const scale = new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...dutch.dictionary },
    graphs: common.adjacencyGraphs,
  })
  return (password, own) => scale.check(password, own).score
}
