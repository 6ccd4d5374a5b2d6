import { getSchema } from '@tiptap/core';
import type { NodeSpec, Schema } from '@tiptap/pm/model';
import { describe, expect, it } from 'vitest';
import { narrativeSchema } from '../../../core/narrative/schema';
import { narrativeNodes } from '../../../renderer/editor/schema/narrativeNodes';

const schema = getSchema(narrativeNodes({ assetUrl: (asset) => asset }));

function defaultsOf(spec: { attrs?: Record<string, { default?: unknown }> | null | undefined }) {
  return Object.fromEntries(
    Object.entries(spec.attrs ?? {}).map(([name, { default: value }]) => [name, value]),
  );
}

function nodeRules(spec: NodeSpec) {
  return {
    content: spec.content ?? '',
    group: spec.group ?? '',
    attrs: defaultsOf(spec),
    inline: spec.inline ?? false,
    atom: spec.atom ?? false,
    isolating: spec.isolating ?? false,
    defining: spec.defining ?? false,
    selectable: spec.selectable ?? true,
    draggable: spec.draggable ?? false,
    marks: spec.marks ?? null,
    code: spec.code ?? false,
    tableRole: spec.tableRole ?? null,
  };
}

const namesOf = (source: Schema) => [Object.keys(source.nodes).sort(), Object.keys(source.marks).sort()];

describe('the editor schema', () => {
  it('holds the same nodes and marks as core', () => {
    expect(namesOf(schema)).toEqual(namesOf(narrativeSchema));
    expect(schema.topNodeType.name).toBe('doc');
  });

  it.each(Object.keys(narrativeSchema.nodes))('gives %s the rules of core', (name) => {
    const own = schema.nodes[name]?.spec;
    const core = narrativeSchema.nodes[name]?.spec;
    expect(own && nodeRules(own)).toEqual(core && nodeRules(core));
  });

  it.each(Object.keys(narrativeSchema.marks))('gives the mark %s the rules of core', (name) => {
    const rules = (source: Schema) => {
      const spec = source.marks[name]?.spec;
      return {
        attrs: defaultsOf(spec ?? {}),
        excludes: spec?.excludes ?? null,
        code: spec?.code ?? false,
        inclusive: spec?.inclusive ?? true,
      };
    };
    expect(rules(schema)).toEqual(rules(narrativeSchema));
  });

  it('falls back to a paragraph, not to a list or a picture, where a block must stand', () => {
    expect(schema.nodes.section?.contentMatch.defaultType?.name).toBe('paragraph');
    expect(schema.nodes.listItem?.contentMatch.defaultType?.name).toBe('paragraph');
  });
});
