import type { Page } from 'playwright-core';
import type { PartKey } from '../../../core/narrative/parts';
import type { RichDoc } from '../../../core/narrative/richText';

/** What a person does in the editor of the harness page, and what stands there then. */
export function editing(page: () => Page) {
  async function open(part: PartKey, scheme: 'light' | 'dark' = 'light') {
    await page().evaluate((setup) => window.harness.open(setup), { part, scheme });
    await focusStart();
  }

  async function focusStart() {
    await page().waitForFunction(() => window.harness.editor?.isInitialized === true);
    await page().evaluate(() => window.harness.editor?.commands.focus('start'));
    await page().waitForFunction(() => document.activeElement?.classList.contains('dl-text'));
  }

  const press = (key: string) => page().keyboard.press(key);

  /** Writes lines, with Enter between them. */
  async function type(...lines: string[]) {
    for (const [index, line] of lines.entries()) {
      if (index > 0) await press('Enter');
      await page().keyboard.type(line);
    }
  }

  const json = () => page().evaluate(() => window.harness.editor?.getJSON() as unknown as RichDoc);

  /** Text of each top-level node by section key or place, blocks parted by a bar. */
  const texts = () =>
    page().evaluate(() => {
      const found: Record<string, string> = {};
      window.harness.editor?.state.doc.forEach((node, _pos, index) => {
        found[String(node.attrs.key ?? index)] = node.textBetween(0, node.content.size, '|');
      });
      return found;
    });

  const goTo = (key: string) =>
    page().evaluate((wanted) => {
      window.harness.editor?.state.doc.forEach((node, pos) => {
        if (node.attrs.key === wanted) window.harness.editor?.commands.setTextSelection(pos + 2);
      });
    }, key);

  return { open, focusStart, press, type, json, texts, goTo };
}
