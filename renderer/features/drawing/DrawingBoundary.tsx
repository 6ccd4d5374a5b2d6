import { Component, type ReactNode } from 'react';
import { DatelineError } from '../../../core/api/errors';

interface DrawingBoundaryProps {
  onFailure: (error: DatelineError) => void;
  children: ReactNode;
}

/** Keeps a drawing board that stops from taking the whole window with it. */
export class DrawingBoundary extends Component<DrawingBoundaryProps, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError(): { hasFailed: boolean } {
    return { hasFailed: true };
  }

  override componentDidCatch(): void {
    this.props.onFailure(
      new DatelineError(
        'internal',
        'The drawing board stopped.',
        'What was kept of this drawing is safe. Open it again to go on.',
      ),
    );
  }

  override render(): ReactNode {
    return this.state.hasFailed ? null : this.props.children;
  }
}
