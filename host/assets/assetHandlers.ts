import type { Handlers } from '../../core/api/dispatch';
import { plainFileName } from '../../core/evidence/attachedFile';
import type { LibraryStore } from '../../storage/libraryStore';
import { handOut } from '../exports/handOut';
import type { HostPorts } from '../ports';
import { addAsset } from './assets';
import { attachFile, readAttachment } from './attachments';
import { addLogo } from './logo';
import { keepAsset } from './sharedAssets';

/** Pictures of the text and files of source cards. */
export function assetHandlers(store: LibraryStore, ports: Pick<HostPorts, 'saveDialog'>) {
  return {
    'assets.add': ({ fileName, data }) => addAsset(store, fileName, Buffer.from(data, 'base64')),
    'assets.addLogo': ({ fileName, data }) => addLogo(store, fileName, Buffer.from(data, 'base64')),
    'assets.attach': ({ fileName, data }) => attachFile(store, fileName, Buffer.from(data, 'base64')),
    'assets.read': async ({ asset }) => {
      const bytes = await store.readAsset(asset);
      return { data: bytes && Buffer.from(bytes).toString('base64') };
    },
    'assets.keep': async ({ asset, data }) => {
      await keepAsset(store, asset, Buffer.from(data, 'base64'));
      return {};
    },
    'assets.save': async ({ asset, fileName: given }) => {
      const fileName = plainFileName(given);
      const bytes = await readAttachment(store, asset, fileName);
      // Whatever the card says it is: nothing that a browser would want to show.
      return handOut(ports, { fileName, mime: 'application/octet-stream', bytes });
    },
  } satisfies Partial<Handlers>;
}
