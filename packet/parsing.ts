import { z } from 'zod';

// Code made at run time is refused by the page's policy; without this, zod would try it and be reported.
z.config({ jitless: true });
