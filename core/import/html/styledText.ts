import type { Element, ElementContent, Nodes } from 'hast';
import { changeElements, classesOf, findElements, newElement, textProperty, wordsOf } from './htmlTree';

/** What each class of a page's own style sheet declares, by the name of the class. */
export type ClassStyles = ReadonlyMap<string, string>;

/** Longest style sheet that is looked into; longer ones are a site's, not a document's. */
const sheetLimit = 500_000;

/** Reads the rules for single classes (`.c1 {…}`), in which Google Docs and others keep what is bold or slanted. */
export function readClassStyles(tree: Nodes): ClassStyles {
  const styles = new Map<string, string>();
  for (const sheet of findElements(tree, ({ tagName }) => tagName === 'style')) {
    const css = wordsOf(sheet);
    if (css.length > sheetLimit) continue;
    for (const rule of css.split('}')) {
      const [selectors = '', declarations = ''] = rule.split('{');
      for (const selector of selectors.split(',')) {
        const name = /^\.([\w-]+)$/u.exec(selector.trim())?.[1];
        if (name) styles.set(name, `${styles.get(name) ?? ''};${declarations}`);
      }
    }
  }
  return styles;
}

const styleable = new Set(['span', 'font', 'a']);

/** Makes marks of what is bold, slanted, struck or typed only by its style. */
export function markStyledText(tree: Nodes, classes: ClassStyles): void {
  changeElements(tree, (element) => {
    if (element.tagName === 'p' && classesOf(element).includes('title'))
      return [newElement('h1', element.children)];
    if (isSubtitle(element)) return [newElement('p', [newElement('em', element.children)])];
    if (isUnbold(element, classes)) return element.children;
    if (!styleable.has(element.tagName)) return [element];
    const tags = tagsOf(declarationsOf(element, classes));
    element.children = tags.reduce<ElementContent[]>(
      (inner, tag) => [newElement(tag, inner)],
      element.children,
    );
    return [element];
  });
  for (const heading of findElements(tree, ({ tagName }) => /^h[1-6]$/u.test(tagName)))
    changeElements(heading, (inner) =>
      inner.tagName === 'strong' || inner.tagName === 'b' ? inner.children : [inner],
    );
}

const isSubtitle = (element: Element) =>
  element.tagName === 'p' &&
  (classesOf(element).includes('subtitle') || classesOf(element).includes('MsoSubtitle'));

/** Google wraps what it copies in a `<b>` that is not bold. */
function isUnbold(element: Element, classes: ClassStyles): boolean {
  return element.tagName === 'b' && /font-weight:\s*(?:normal|400)/iu.test(declarationsOf(element, classes));
}

function declarationsOf(element: Element, classes: ClassStyles): string {
  const byClass = classesOf(element).map((name) => classes.get(name) ?? '');
  return [...byClass, textProperty(element, 'style')].join(';');
}

/** Tags for the last word of each property. */
function tagsOf(declarations: string): string[] {
  const values = new Map<string, string>();
  for (const declaration of declarations.toLowerCase().split(';')) {
    const [name = '', value = ''] = declaration.split(':');
    if (value !== '') values.set(name.trim(), value.trim());
  }
  const weight = values.get('font-weight') ?? '';
  const isBold = weight === 'bold' || weight === 'bolder' || Number(weight) >= 600;
  const decoration = values.get('text-decoration') ?? values.get('text-decoration-line') ?? '';
  return [
    /mono|courier|consolas/u.test(values.get('font-family') ?? '') ? 'code' : '',
    isBold ? 'strong' : '',
    values.get('font-style') === 'italic' ? 'em' : '',
    decoration.includes('line-through') ? 'del' : '',
  ].filter((tag) => tag !== '');
}
