import type { Attrs, Mark, Node } from 'prosemirror-model';

/** Attributes that say which node it is, not what it says. What comes back from elsewhere may have lost them. */
const identities: Readonly<Record<string, readonly string[]>> = {
  faqItem: ['id'],
  useCase: ['id'],
  step: ['id'],
  manual: ['id'],
  heading: ['id', 'from'],
  unwritten: ['id'],
};

const known = new WeakMap<Node, string>();

/** Equal for nodes that say the same, whichever schema and identity they have. */
export function nodeKey(node: Node): string {
  const kept = known.get(node);
  if (kept !== undefined) return kept;
  const inside = node.inlineContent ? inlineKey(node, 0, node.content.size) : nodesKey(node.children);
  const key = `${node.type.name}${attributesKey(node)}[${inside}]`;
  known.set(node, key);
  return key;
}

export const nodesKey = (nodes: readonly Node[]): string => nodes.map(nodeKey).join();

/** Equal for inline content that says the same, however its texts are cut into nodes. */
export function inlineKey(block: Node, from: number, to: number): string {
  const keys: string[] = [];
  let [words, marks] = ['', ''];
  const close = () => {
    if (words !== '') keys.push(JSON.stringify([words, marks]));
    words = '';
  };
  block.nodesBetween(from, to, (node, at) => {
    const own = marksKey(node.marks);
    if (own !== marks || !node.isText) close();
    marks = own;
    if (node.isText) words += (node.text ?? '').slice(Math.max(0, from - at), to - at);
    else keys.push(`${node.type.name}${attributesKey(node)}${own}`);
    return false;
  });
  close();
  return keys.join();
}

/** Equal where the attributes of a node, without its identity, are. */
export function attributesKey(node: Node): string {
  return sortedAttributes(node.attrs, identities[node.type.name] ?? []);
}

function marksKey(marks: readonly Mark[]): string {
  return marks
    .map((mark) => mark.type.name + sortedAttributes(mark.attrs, []))
    .sort()
    .join();
}

function sortedAttributes(attrs: Attrs, left: readonly string[]): string {
  const names = Object.keys(attrs)
    .filter((name) => !left.includes(name))
    .sort();
  return JSON.stringify(names.map((name) => [name, attrs[name]]));
}
