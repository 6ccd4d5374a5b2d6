type Attribute = readonly [name: string, value: string];

/** Attributes that place, shape and colour. */
const plain = new Set(
  `version viewBox preserveAspectRatio x y x1 y1 x2 y2 dx dy width height cx cy r rx ry d points pathLength
  transform opacity fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-linecap
  stroke-linejoin stroke-miterlimit stroke-dasharray stroke-dashoffset color visibility id class mask clip-path
  clip-rule clipPathUnits maskUnits maskContentUnits font-family font-size font-weight font-style
  letter-spacing text-anchor dominant-baseline alignment-baseline direction unicode-bidi writing-mode
  style xml:space image-rendering`.split(/\s+/u),
);

const ownPart = /^#[\w-]+$/u;
const ownReference = /^url\((["']?)#[\w-]+\1\)$/u;
const pictureInside = /^data:image\/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=\s]*$/u;

/**
 * An attribute as it may stand in a drawing; null for one that says nothing about how it looks. Throws a
 * `SyntaxError` for one that could run, load or lead somewhere.
 */
export function svgAttribute(element: string, [name, value]: Attribute): Attribute | null {
  if (/^on/iu.test(name)) throw new SyntaxError('an attribute runs something');
  if (name === 'href' || name === 'xlink:href') return reference(element, value);
  if (!plain.has(name)) return null;
  if (/url\s*\(/iu.test(value) && !ownReference.test(value))
    throw new SyntaxError('an address leads outside');
  if (name === 'style' && /[\\@<]|expression|javascript/iu.test(value))
    throw new SyntaxError('a style does more');
  return [name, value];
}

function reference(element: string, value: string): Attribute {
  const isKnown =
    (element === 'use' && ownPart.test(value)) || (element === 'image' && pictureInside.test(value));
  if (!isKnown) throw new SyntaxError('a reference leads outside');
  return ['href', value];
}
