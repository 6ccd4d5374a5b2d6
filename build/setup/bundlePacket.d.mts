export function bundlePacket(folder: string): Promise<void>;
