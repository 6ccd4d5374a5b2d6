import { Button } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import classes from './ErrorBoundary.module.css';

interface ErrorBoundaryProps {
  children: ReactNode;
}

/** The last net: says what is safe instead of showing an empty window. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError(): { hasFailed: boolean } {
    return { hasFailed: true };
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children;
    return (
      <main className={classes.page}>
        <div className={classes.sheet} role="alert">
          <h1 className={classes.title}>This window could not go on.</h1>
          <p className={classes.words}>
            Everything that was shown as saved is in your library folder, unharmed. Reloading brings it back
            as it was saved last. If it happens again, restart Dateline.
          </p>
          <Button onClick={() => window.location.reload()}>Reload</Button>
        </div>
      </main>
    );
  }
}
