import { describeContract } from '../contract/contractSuite';
import { endBrowser } from './double/controls';
import { startShell } from './startedShell';

describeContract('IPC, through the real preload and main', async (host) => {
  const shell = await startShell({ host });
  return {
    send: (operation, input) =>
      shell.page.evaluate(({ name, value }) => window.dateline?.call(name as never, value), {
        name: operation,
        value: input,
      }),
    async close() {
      await shell.stop();
      await endBrowser();
    },
  };
});
