import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';
import type { NarrativeId } from '../../../core/narrative/meta';
import type { Grant } from '../../../core/team/teamRecords';
import { newTeamServer, type TestTeamServer } from '../../server/team/newTeamServer';
import { builtRenderer } from './builtRenderer';
import { openPart } from './narrativePage';
import { sharedBrowser } from './startDateline';
import { watchPage } from './watchedPage';

/** Somebody of the team in a browser of their own. */
export interface TeamWindow {
  page: Page;
  context: BrowserContext;
}

export interface StartedTeam extends TestTeamServer {
  /** Follows an invitation in a fresh browser, writes a name and joins. */
  enter(name: string, grant: Grant, options?: BrowserContextOptions): Promise<TeamWindow>;
}

/** What a browser says of a request that its member may not make, or that found no server. */
const expectedErrors = /Failed to load resource|WebSocket connection to .* failed/;

/** A team's server with the app as a release has it. */
export async function startTeam(): Promise<StartedTeam> {
  const served = await newTeamServer({ staticFolder: await builtRenderer() });
  const chromium: Browser = await sharedBrowser();
  return {
    ...served,
    async enter(name, grant, options = {}) {
      const viewport = { width: 1280, height: 800 };
      const context = await chromium.newContext({
        viewport,
        locale: 'en-GB',
        reducedMotion: 'reduce',
        ...options,
      });
      const page = await context.newPage();
      const watch = watchPage(page);
      onTestFinished(async () => {
        await context.close();
        expect(watch.errors.filter((error) => !expectedErrors.test(error))).toEqual([]);
        expect(watch.remoteRequests, 'requests that leave this computer').toEqual([]);
      });
      await page.goto(`${served.server.url}/join/${await served.invite(grant)}`);
      await page.getByLabel('Your name').fill(name);
      await page.getByRole('button', { name: 'Join' }).click();
      await page.waitForURL(`${served.server.url}/`);
      return { page, context };
    },
  };
}

/** Opens the release of a narrative in each window, and waits until each can be written or read in. */
export async function openRelease(windows: readonly TeamWindow[], id: NarrativeId): Promise<void> {
  for (const { page } of windows) {
    await openPart(page, id, 'release');
    await page.locator('.dl-text[data-part="release"]').waitFor();
  }
}
