import type { LanguageFn } from 'lowlight';

/** An HTTP message: its first line, its headers, and a body that is most often JSON. */
export const httpGrammar: LanguageFn = () => ({
  name: 'HTTP',
  contains: [
    {
      begin: /^(?=HTTP\/\d)/,
      end: /$/,
      contains: [
        { scope: 'meta', begin: /HTTP\/\d(?:\.\d)?/ },
        { scope: 'number', begin: /\b\d{3}\b/ },
      ],
    },
    {
      begin: /^(?=[A-Z]+ \S)/,
      end: /$/,
      contains: [
        { scope: 'keyword', begin: /^[A-Z]+/ },
        { scope: 'meta', begin: /HTTP\/\d(?:\.\d)?/ },
        { scope: 'string', begin: /\S+/ },
      ],
    },
    { scope: 'attribute', begin: /^[A-Za-z][\w-]*(?=: )/ },
    { begin: /^(?=\s*[{[])/, end: /$(?!\n)/, subLanguage: 'json' },
  ],
});
