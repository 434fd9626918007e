const PATHS = {
  check: 'M5 12.5l4.5 4.5L19 7.5',
  progress: 'M12 4a8 8 0 1 1-8 8',
  offline:
    'M4 4l16 16M8 16.5a5.5 5.5 0 0 1 6-1.2M5 12.8a10 10 0 0 1 4-2.4M2.5 9.3A14 14 0 0 1 6 7M12.5 9.8a10 10 0 0 1 6.5 3M10.5 5.6a14 14 0 0 1 11 3.7M12 19.5h.01',
  again: 'M4.5 12a7.5 7.5 0 1 1 2.4 5.5M4 19.5v-5h5',
  attention: 'M12 4L2.5 20h19L12 4ZM12 10v4.5M12 17.3h.01',
  wrong: 'M8 3h8l5 5v8l-5 5H8l-5-5V8l5-5ZM9 9l6 6M15 9l-6 6',
  info: 'M12 3a9 9 0 1 0 0 18a9 9 0 0 0 0-18ZM12 11v5.5M12 7.6h.01',
  articles: 'M9 6h11M9 12h11M9 18h11M4 6h.01M4 12h.01M4 18h.01',
  people:
    'M9 11a3.5 3.5 0 1 0 0-7a3.5 3.5 0 0 0 0 7ZM2.5 20c0-3.6 2.9-6 6.5-6s6.5 2.4 6.5 6M16 4.3a3.5 3.5 0 0 1 0 6.4M18 14.5c2.2.8 3.5 2.8 3.5 5.5',
  share:
    'M10 14a4 4 0 0 0 5.7 0l3.6-3.6a4 4 0 0 0-5.7-5.7L12.5 5.8M14 10a4 4 0 0 0-5.7 0l-3.6 3.6a4 4 0 0 0 5.7 5.7l1.1-1.1',
  download: 'M12 4v11M7 10.5l5 5l5-5M4.5 20h15',
  upload: 'M12 15V4M7 9l5-5l5 5M4.5 20h15',
  close: 'M6 6l12 12M18 6L6 18',
  copy: 'M9 9h11v11H9ZM5.5 15H4V4h11v1.5',
  comment: 'M4 5h16v11h-8l-5 4v-4H4Z',
  house: 'M4 20V9l8-5l8 5v11ZM10 20v-6h4v6',
  down: 'M6 9.5l6 6l6-6',
  up: 'M6 14.5l6-6l6 6',
  right: 'M9.5 6l6 6l-6 6',
  back: 'M14.5 6l-6 6l6 6',
  plus: 'M12 5v14M5 12h14',
  more: 'M4.5 12a1 1 0 1 0 2 0a1 1 0 1 0-2 0M11 12a1 1 0 1 0 2 0a1 1 0 1 0-2 0M17.5 12a1 1 0 1 0 2 0a1 1 0 1 0-2 0',
  write: 'M4 20l1-4.5L16 4.5l3.5 3.5L8.5 19L4 20ZM13.5 7l3.5 3.5',
  leave: 'M14 4H5v16h9M10 12h10M16.5 8.5L20 12l-3.5 3.5',
  lock: 'M6 11h12v9H6ZM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  empty: 'M12 4.5a7.5 7.5 0 1 0 0 15a7.5 7.5 0 0 0 0-15Z',
  print: 'M7 8V4h10v4M7 17H4V9h16v8h-3M7 14h10v6H7Z',
  flag: 'M6 21V4M6 4.5h12.5l-3 4l3 4H6',
  calendar: 'M4 6h16v14H4ZM4 10.5h16M8.5 3v4.5M15.5 3v4.5',
  page: 'M6 3h8l5 5v13H6ZM14 3v5h5M9 13h7M9 17h5',
  language:
    'M12 3a9 9 0 1 0 0 18a9 9 0 0 0 0-18ZM3.5 9h17M3.5 15h17M12 3c-5 5.5-5 12.5 0 18c5-5.5 5-12.5 0-18',
} as const

export type IconName = keyof typeof PATHS

type IconProps = {
  name: IconName
  /** In CSS pixels. */
  size?: number
  /** Turns round and round, for who asked for no less motion. */
  turns?: boolean
}

/** A drawn sign beside a word; never alone, so it is hidden from screen readers. */
export function Icon({ name, size = 20, turns = false }: IconProps) {
  return (
    <svg
      className={`hs-icon hs-icon--${name}${turns ? ' hs-icon--turns' : ''}`}
      viewBox="0 0 24 24"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={PATHS[name]} />
    </svg>
  )
}
