import { Button } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { Masthead } from '../../features/library/Masthead';
import { TrashList } from '../../features/library/TrashList';
import { routeHash } from '../routing/route';
import { navigate } from '../routing/useRoute';
import { useScreenTitle } from '../routing/useScreenTitle';
import classes from './LibraryScreen.module.css';
import trashClasses from './TrashScreen.module.css';

/** What was thrown away and how long it can still come back. */
export function TrashScreen() {
  useScreenTitle('Trash');
  return (
    <div className={classes.library}>
      <Masthead
        actions={
          <Button
            component="a"
            variant="subtle"
            href={routeHash({ screen: 'library' })}
            leftSection={<IconArrowLeft size={18} stroke={1.75} aria-hidden />}
          >
            Back to the library
          </Button>
        }
      />
      <main className={trashClasses.trash} data-region>
        <h1 className={trashClasses.title}>Trash</h1>
        <p className={trashClasses.sub}>What you throw away stays here for 30 days.</p>
        <TrashList onOpen={(id) => navigate({ screen: 'narrative', id, part: null })} />
      </main>
    </div>
  );
}
