import type { ReleaseBlock, ReleaseNames } from './releaseBlock';
import { launchVerbs } from './words/release';

/** Company and product as the headline names them, or else the first paragraph; '' for what neither names. */
export function namesInRelease(title: string, blocks: readonly ReleaseBlock[]): ReleaseNames {
  const inTitle = namesIn(title);
  if (inTitle.company !== '' && inTitle.product !== '') return inTitle;
  const body = blocks.find(({ text, isDateline }) => !isDateline && text !== title && text.length > 80);
  const inBody = namesIn(body?.text.slice(0, 300) ?? '');
  return { company: inTitle.company || inBody.company, product: inTitle.product || inBody.product };
}

function namesIn(text: string): ReleaseNames {
  const verb = launchVerbs.exec(text);
  if (!verb) return { company: '', product: '' };
  const after = text.slice(verb.index + verb[0].length);
  const told =
    /^(?:\s+the)?\s+(?:launch|availability|release|opening)\s+of\s+(?:the\s+|its\s+)?([\p{L}\p{N}-]{3,})/u.exec(
      after,
    )?.[1];
  return { company: properName(text.slice(0, verb.index)), product: properName(after) || (told ?? '') };
}

/** The first run of capitalised words, with the small words inside a name, but without what any sentence begins with. */
function properName(text: string): string {
  const run =
    /(?<![\p{L}])(?!(?:The|A|An|New|Its|Today|Now|Introducing|Announcing|How|Why|We|Our|First)\b)\p{Lu}[\p{L}\p{N}’'-]*(?:\s+(?:(?:of|for|the)\s+)?\p{Lu}[\p{L}\p{N}’'-]*)*/u.exec(
      text,
    );
  return run?.[0] ?? '';
}
