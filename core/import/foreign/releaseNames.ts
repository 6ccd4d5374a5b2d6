import type { ReleaseBlock, ReleaseNames } from './releaseBlock';
import { launchVerbs } from './words/people';

/** Company and product as the headline names them, or else the first paragraph; '' for what neither names. */
export function namesInRelease(title: string, blocks: readonly ReleaseBlock[]): ReleaseNames {
  const inTitle = namesIn(title);
  if (inTitle.company !== '' && inTitle.product !== '') return inTitle;
  const body = blocks.find(({ text, isDateline }) => !isDateline && text !== title && text.length > 80);
  const inBody = namesIn(body?.text.slice(0, 300) ?? '');
  const company = inTitle.company || inBody.company;
  return { company, product: inTitle.product || inBody.product || oftenNamed(blocks, company) };
}

function namesIn(text: string): ReleaseNames {
  const verb = launchVerbs.exec(text);
  if (!verb) return { company: '', product: '' };
  const after = text.slice(verb.index + verb[0].length);
  const told =
    /^(?:\s+the)?\s+(?:launch|availability|release|opening)\s+of\s+(?:the\s+|its\s+)?([\p{L}\p{N}-]{3,})/u.exec(
      after,
    )?.[1];
  return { company: properName(text.slice(0, verb.index)), product: told ?? properName(after) };
}

/** The first run of capitalised words, with the small words inside a name, but without what any sentence begins with. */
function properName(text: string): string {
  const run =
    /(?<![\p{L}])(?!(?:The|A|An|New|Its|Today|Now|Introducing|Announcing|How|Why|We|Our|First)\b)\p{Lu}[\p{L}\p{N}’'-]*(?:\s+(?:(?:of|for|the)\s+)?\p{Lu}[\p{L}\p{N}’'-]*)*/u.exec(
      text,
    );
  return run?.[0] ?? '';
}

/** The name that stands most often in the text, at least three times and once within a sentence; '' where there is none. */
function oftenNamed(blocks: readonly ReleaseBlock[], company: string): string {
  const text = blocks.map((block) => block.text).join(' ');
  const names = new Set(
    [...text.matchAll(/(?<=[^\p{L}]\p{Ll}+,?\s)\p{Lu}[\p{L}\p{N}]{3,}/gu)].map(([name]) => name),
  );
  const counts = [...names]
    .filter((name) => !company.includes(name))
    .map((name) => ({ name, count: text.split(name).length - 1 }))
    .toSorted((one, other) => other.count - one.count);
  return counts[0] && counts[0].count >= 3 ? counts[0].name : '';
}
