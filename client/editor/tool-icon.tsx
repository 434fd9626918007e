const PATHS = {
  bold: 'M7 5h6a3.5 3.5 0 0 1 0 7H7ZM7 12h7a3.5 3.5 0 0 1 0 7H7Z',
  italic: 'M10 5h8M6 19h8M14.5 5l-5 14',
  underline: 'M7 4v8a5 5 0 0 0 10 0V4M5 20.5h14',
  indent: 'M4 5h16M11 10h9M11 14h9M4 19h16M4 9.5l3 2.5l-3 2.5',
  outdent: 'M4 5h16M11 10h9M11 14h9M4 19h16M7 9.5L4 12l3 2.5',
  insert: 'M12 5v14M5 12h14',
  comment: 'M4 5h16v11h-8l-5 4v-4H4Z',
  remove: 'M5 12h14',
  propose: 'M4 20h16M5 15l9.5-9.5l3 3L8 18H5Z',
  undo: 'M9 14L4 9l5-5M4 9h10.5a5.5 5.5 0 0 1 0 11H9',
  redo: 'M15 14l5-5l-5-5M20 9H9.5a5.5 5.5 0 0 0 0 11H15',
} as const

/** The drawn sign of a tool; its name is on the button. */
export function ToolIcon({ name }: { name: keyof typeof PATHS }) {
  return (
    <svg
      viewBox="0 0 24 24"
      width={20}
      height={20}
      fill="none"
      stroke="currentColor"
      strokeWidth={name === 'bold' ? 2.6 : 2}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={PATHS[name]} />
    </svg>
  )
}
