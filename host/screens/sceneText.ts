import { z } from 'zod';

const sceneSchema = z.looseObject({ type: z.literal('excalidraw'), elements: z.array(z.unknown()) });

/** The text of a scene, exactly as it was kept; null for bytes that are none. What is drawn is not judged here. */
export function sceneText(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return sceneSchema.safeParse(JSON.parse(text)).success ? text : null;
  } catch {
    // Neither UTF-8 nor JSON: no scene.
    return null;
  }
}
