#!/usr/bin/env node
import { ensureBuild } from './setup/ensureBuild.mjs';
import { ensureDependencies } from './setup/ensureDependencies.mjs';

await ensureDependencies();
await ensureBuild();
await import(new URL('../dist/node/cli.js', import.meta.url).href);
