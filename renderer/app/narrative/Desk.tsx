import { partDefinitions } from '../../../core/narrative/parts';
import { EditorToolbar } from '../../editor/toolbar/EditorToolbar';
import classes from './Frame.module.css';
import { PartSheet, type PartSheetProps } from './PartSheet';

/** The desk with the sheet on it, and the tools for the text above. */
export function Desk(props: PartSheetProps) {
  return (
    <main
      className={classes.desk}
      id="narrative-text"
      aria-label={partDefinitions[props.part].title}
      data-region
      tabIndex={-1}
    >
      <div className={classes.toolbar}>{props.editor && <EditorToolbar editor={props.editor} />}</div>
      <PartSheet {...props} />
    </main>
  );
}
