import '../ui/styles';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { connectToShell } from '../client/connection';
import { createQueryClient } from '../client/queryClient';
import { App } from './App';
import { preloadScreens } from './preloadScreens';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no root element');

createRoot(root).render(
  <StrictMode>
    <App connection={connectToShell()} queryClient={createQueryClient()} />
  </StrictMode>,
);
preloadScreens();
