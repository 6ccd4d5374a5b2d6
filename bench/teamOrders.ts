/** What the benchmark of the team server says to its processes, and what they answer; all of it our own. */
export type ServerKind = 'Dateline' | 'bare Hocuspocus';

export interface ServerOrder {
  kind: ServerKind;
  /** The library; another folder for each process. */
  folder: string;
  templates: string;
  workers: string;
  redisUrl: string | null;
}

export interface ServerReady {
  port: number;
}

/** Answered whenever it is asked for. */
export interface ServerCosts {
  /** Of the process so far, in milliseconds. */
  cpuMs: number;
  /** Heap and buffers in use after a collection. */
  usedBytes: number;
}

export type ClientOrder =
  | {
      do: 'write';
      ports: number[];
      narratives: string[];
      writers: number;
      seconds: number;
    }
  | { do: 'join'; port: number; narratives: string[] };

export type ClientAnswer =
  | { did: 'write'; propagationMs: number[]; keptMs: number[]; changes: number }
  | { did: 'join'; joinMs: number[] };
