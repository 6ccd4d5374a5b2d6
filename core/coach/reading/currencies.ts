const codes =
  'AED ARS AUD BGN BRL CAD CHF CLP CNY COP CZK DKK EGP EUR GBP GHS HKD HUF IDR ILS INR ISK JPY KES KRW MAD ' +
  'MDL MXN MYR NGN NOK NZD PEN PHP PKR PLN RON RSD SEK SGD THB TND TRY TWD TZS UAH UGX USD VND ZAR';

/** Codes of currencies as one alternative of a pattern. */
export const currencyCodes = codes.replaceAll(' ', '|');

const signs: ReadonlyMap<string, string> = new Map([
  ['€', 'EUR'],
  ['euro', 'EUR'],
  ['euros', 'EUR'],
  ['£', 'GBP'],
  ['pound', 'GBP'],
  ['pounds', 'GBP'],
  ['¥', 'JPY'],
  ['us$', 'USD'],
  ['au$', 'AUD'],
  ['ca$', 'CAD'],
  ['dollar', '$'],
  ['dollars', '$'],
]);

/** The code of a currency as it stands beside a number; a bare dollar stays '$': many countries have one. */
export function currencyOf(sign: string): string {
  const plain = sign.trim().toLowerCase();
  return signs.get(plain) ?? plain.toUpperCase();
}

const dollars = new Set(['USD', 'AUD', 'CAD', 'HKD', 'NZD', 'SGD', 'TWD']);

/** Which dollar a bare '$' means beside these codes: the only one named, or '$' where that tells nothing. */
export function meantDollar(codes: readonly string[]): string {
  const named = new Set(codes.filter((code) => dollars.has(code)));
  return named.size === 1 ? ([...named][0] ?? '$') : '$';
}
