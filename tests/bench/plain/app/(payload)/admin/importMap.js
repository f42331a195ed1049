/** Made anew by the bench from the configuration. */
export const importMap = {}
