import { Button, FileButton } from '@mantine/core';
import { IconPhoto } from '@tabler/icons-react';
import { useState } from 'react';
import { logoLimitBytes } from '../../core/api/contract';
import { DatelineError, toDatelineError } from '../../core/api/errors';
import type { Logo } from '../../core/api/shapes';
import { toBase64 } from '../client/base64';
import { useConnection } from '../client/ConnectionProvider';
import { ErrorNotice } from './ErrorNotice';

interface LogoChoiceProps {
  label: string;
  /** Hears of a logo that is stored; until somebody says what it shows, its file's name does. */
  onChoose: (logo: Logo) => void;
}

/** Asks for the file of a logo, stores it, and says so where it cannot be one. */
export function LogoChoice({ label, onChoose }: LogoChoiceProps) {
  const { call } = useConnection();
  const [problem, setProblem] = useState<DatelineError | null>(null);

  async function choose(file: File | null): Promise<void> {
    if (!file) return;
    try {
      if (file.size > logoLimitBytes) throw tooLarge(file);
      const data = toBase64(new Uint8Array(await file.arrayBuffer()));
      const { asset } = await call('assets.addLogo', { fileName: file.name, data });
      setProblem(null);
      onChoose({ asset, alt: file.name.replace(/\.[^.]+$/u, '').slice(0, 200) });
    } catch (thrown) {
      setProblem(toDatelineError(thrown));
    }
  }

  return (
    <>
      <FileButton onChange={(file) => void choose(file)} accept="image/png,image/jpeg,image/svg+xml">
        {(props) => (
          <Button
            {...props}
            mt={14}
            size="xs"
            variant="default"
            leftSection={<IconPhoto size={16} stroke={1.75} aria-hidden />}
          >
            {label}
          </Button>
        )}
      </FileButton>
      {problem && <ErrorNotice error={problem} />}
    </>
  );
}

function tooLarge({ name }: File): DatelineError {
  const limit = logoLimitBytes / 1_000_000;
  const message = `“${name}” is larger than ${limit} MB, the most a logo may have.`;
  return new DatelineError('file-too-large', message, 'Save it smaller, then choose it again.');
}
