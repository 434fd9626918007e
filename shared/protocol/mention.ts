/** How a comment mentions a participant in its text: `@[<personId>]`. */
export const MENTION = /@\[([\w-]{1,80})\]/g

/** What stands in the text for a person. */
export const mentionOf = (personId: string): string => `@[${personId}]`
