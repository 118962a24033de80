export function bundleProgram(source: string, folder: string): Promise<string>;
export function programEnvironment(): NodeJS.ProcessEnv;
