import { Button } from '@mantine/core';
import type { DatelineError } from '../../core/api/errors';
import { Banner } from './Banner';

/** A failure where it happened: what happened, what to do next and, where it helps, a second try. */
export function ErrorNotice(props: { error: DatelineError; onRetry?: () => void }) {
  const { message, next } = props.error;
  return (
    <Banner tone="stop">
      <p>
        <b>{message}</b> {next}
      </p>
      {props.onRetry && (
        <Button variant="default" size="xs" mt="sm" onClick={props.onRetry}>
          Try again
        </Button>
      )}
    </Banner>
  );
}
