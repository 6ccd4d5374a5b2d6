import type { InternalQuestion } from '../../../core/manuals/unwritten';
import { partFragment } from '../../../core/narrative/narrativeDoc';
import { readQuestions, type UnwrittenOptions } from './unwrittenOptions';

/** The questions of the internal FAQ for many places at once: read when one is drawn, and again after they changed. */
export class KnownQuestions {
  readonly #options: UnwrittenOptions;
  #known: InternalQuestion[] | null = null;

  constructor(options: UnwrittenOptions) {
    this.#options = options;
  }

  read(): readonly InternalQuestion[] {
    this.#known ??= readQuestions(this.#options);
    return this.#known;
  }

  /** Calls back after each change of the internal FAQ; returns the function that stops it. */
  watch(listener: () => void): () => void {
    const { doc } = this.#options;
    if (!doc) return () => undefined;
    const fragment = partFragment(doc, 'internalFaq');
    const onChange = () => {
      this.#known = null;
      listener();
    };
    fragment.observeDeep(onChange);
    return () => fragment.unobserveDeep(onChange);
  }
}
