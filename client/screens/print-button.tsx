import type { ReactNode } from 'react'
import { Button } from '../ui/button.tsx'

type Props = {
  children: ReactNode
  /** What is done where it is not this page that is printed. */
  onPress?: () => void
}

/** Puts a page on paper, looking the same on every screen. */
export function PrintButton({ children, onPress = () => window.print() }: Props) {
  return (
    <Button icon="print" onPress={onPress}>
      {children}
    </Button>
  )
}
