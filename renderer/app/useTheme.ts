import { useMantineColorScheme } from '@mantine/core';
import { useEffect } from 'react';
import type { Settings } from '../../core/api/shapes';
import { useAction } from '../client/useAction';
import { useOperation } from '../client/useOperation';
import { useCommand } from './commands/CommandProvider';

const nextTheme: Readonly<Record<Settings['theme'], Settings['theme']>> = {
  system: 'light',
  light: 'dark',
  dark: 'system',
};

/** Light, dark or like the system, as set; the command goes on to the next of the three. */
export function useTheme(): void {
  const settings = useOperation('settings.read', {});
  const { mutate } = useAction('settings.update');
  const { setColorScheme } = useMantineColorScheme();
  const theme = settings.data?.theme;
  useEffect(() => {
    if (theme) setColorScheme(theme === 'system' ? 'auto' : theme);
  }, [theme, setColorScheme]);
  useCommand('view.theme', theme ? () => mutate({ theme: nextTheme[theme] }) : null);
}
