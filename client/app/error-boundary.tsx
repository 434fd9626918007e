import { Component, type ReactNode } from 'react'

type Props = { children: ReactNode; fallback: ReactNode; onError: (error: unknown) => void }

/** Draws `fallback` when drawing its children failed. */
export class ErrorBoundary extends Component<Props, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true }
  }

  override componentDidCatch(error: unknown): void {
    this.props.onError(error)
  }

  override render(): ReactNode {
    return this.state.failed ? this.props.fallback : this.props.children
  }
}
