export async function makePublicFiles(_: unknown): Promise<void> {}
