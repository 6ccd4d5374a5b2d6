import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { narrativeIdSchema } from '../../../core/narrative/meta';
import { partKeys } from '../../../core/narrative/parts';
import { parseRoute, type Route, routeHash } from '../../../renderer/app/routing/route';

const idArbitrary = fc.stringMatching(/^[a-z0-9][a-z0-9-]{2,40}$/).map((id) => narrativeIdSchema.parse(id));

const routeArbitrary: fc.Arbitrary<Route> = fc.oneof(
  fc.constant<Route>({ screen: 'library' }),
  fc.constant<Route>({ screen: 'trash' }),
  fc.option(idArbitrary).map((id): Route => ({ screen: 'new', id })),
  fc
    .record({ id: idArbitrary, part: fc.option(fc.constantFrom(...partKeys)) })
    .map(({ id, part }): Route => ({ screen: 'narrative', id, part })),
  fc
    .record({ id: idArbitrary, part: fc.constantFrom(...partKeys), section: fc.string({ minLength: 1 }) })
    .map((place): Route => ({ screen: 'narrative', ...place })),
);

describe('routes', () => {
  test('every route is read back from its address', () => {
    fc.assert(
      fc.property(routeArbitrary, (route) => {
        expect(parseRoute(routeHash(route))).toEqual(route);
      }),
    );
  });

  test('any address at all is some screen', () => {
    fc.assert(
      fc.property(fc.string(), (hash) => {
        expect(parseRoute(hash)).toHaveProperty('screen');
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    ['', { screen: 'library' }],
    ['#/', { screen: 'library' }],
    ['#/n/../../etc', { screen: 'library' }],
    ['#/n/%E0%A4%A/release', { screen: 'library' }],
    ['#/n/fairmend/unknown-part', { screen: 'narrative', id: 'fairmend', part: null }],
    ['#/new/UPPER', { screen: 'new', id: null }],
  ])('%s', (hash, route) => {
    expect(parseRoute(hash)).toEqual(route);
  });
});
