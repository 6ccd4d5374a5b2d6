import http from 'node:http';
import type { LocalServer } from '../../server/local/localServer';

export interface RawAnswer {
  status: number;
  headers: http.IncomingHttpHeaders;
  body: string;
}

/** One request with exactly the given headers, as an attacker's program would send it. */
export function rawRequest(
  port: number,
  options: http.RequestOptions,
  body?: string | Buffer,
): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const request = http.request({ host: '127.0.0.1', port, agent: false, ...options });
    request.on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text });
      });
    });
    request.on('upgrade', (response, socket) => {
      socket.destroy();
      resolve({ status: response.statusCode ?? 0, headers: response.headers, body: '' });
    });
    request.on('error', reject);
    request.end(body);
  });
}

/** Uses the link up and gives back the cookie header of its session. */
export async function openSession(server: LocalServer): Promise<string> {
  const link = new URL(server.newLink());
  const answer = await rawRequest(server.port, { path: link.pathname + link.search });
  return answer.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
}

/** The headers that Dateline's own page sends with a call. */
export function callHeaders(server: LocalServer, cookie: string): http.OutgoingHttpHeaders {
  return {
    'content-type': 'application/json',
    'x-dateline': '1',
    'sec-fetch-site': 'same-origin',
    origin: `http://127.0.0.1:${server.port}`,
    cookie,
  };
}

/** The headers that a browser sends to open a WebSocket. */
export function upgradeHeaders(headers: http.OutgoingHttpHeaders): http.OutgoingHttpHeaders {
  return {
    connection: 'Upgrade',
    upgrade: 'websocket',
    'sec-websocket-version': '13',
    'sec-websocket-key': 'ZGF0ZWxpbmUtdGVzdGtleQ==',
    ...headers,
  };
}
