import { Textarea, type TextareaProps } from '@mantine/core';
import classes from './SerifArea.module.css';

/** Room for a few sentences, in the type of the sheet; it grows with the words. */
export function SerifArea(props: TextareaProps) {
  return <Textarea autosize minRows={3} maxRows={14} {...props} classNames={{ input: classes.area }} />;
}
