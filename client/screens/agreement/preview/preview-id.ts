/** Id of the heading of an article or annex in the preview; the live paper has others, since both can be in one page. */
export const previewId = (id: string): string => `preview-${id}`
